/** The questions to ask Spotify, one at a time: what is on screen first, then for each account in turn. */
import { isShowable, isUriAnswered } from './asked-already.ts';
import { isForgotten } from './forget-plan.ts';
import { hasElapsed } from './elapsed.ts';
import { borrowDetails } from './learn-details.ts';
import { planDetails } from './plan-details.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { mergeDetails, pickNews } from '../dataset/merge-details.ts';
import { AppError } from '../domain/app-error.ts';
import type { DetailCounts, DetailPlan, DetailTask } from '../domain/detail-plan.ts';
import { countDetails, type Details } from '../domain/details.ts';
import type { History } from '../history/history.ts';

export type DetailHistory = Pick<
  History,
  | 'accounts'
  | 'load'
  | 'refreshDetails'
  | 'revision'
  | 'details'
  | 'noteDetails'
  | 'plan'
  | 'changePlan'
>;

export interface DetailQuestion {
  accountId: string;
  uri: string;
}

/** Holds what is known in memory: made for one burst of questions, and let go. */
export interface DetailQueue {
  /**
   * The best question, of the accounts that may ask; null when there is none. With `wantedOnly`,
   * only what is on screen. What is answered already is never asked again.
   */
  next(options: {
    mayAsk: (accountId: string) => boolean;
    wantedOnly: boolean;
  }): Promise<DetailQuestion | null>;
  /** Keeps an answer at once, for all accounts that would ask the same. */
  settle(question: DetailQuestion, found: Details): Promise<void>;
  /** Keeps that an answer made no sense; true when that has happened before. */
  suspect(question: DetailQuestion): Promise<boolean>;
  /** Takes what is settled off the plans. */
  flush(): Promise<{
    /** Something was learned or planned since the last time. */
    isNews: boolean;
    /** The accounts whose plan was worked through. */
    workedThrough: string[];
  }>;
}

/** Questions planned at a time: a new plan reads the whole history. */
const PLANNED = 50;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** @throws AppError `history/…`, as do all of its calls. */
export function openDetailQueue(
  history: DetailHistory,
  accountIds: readonly string[],
  now: () => number,
): DetailQueue {
  const known = new Map<string, Details>();
  const settled = new Map<string, Set<string>>();
  const workedThrough = new Set<string>();
  let turn = 0;
  let hasPlanned = false;

  async function knownOf(accountId: string): Promise<Details> {
    const details = known.get(accountId) ?? (await history.details(accountId));
    known.set(accountId, details);
    return details;
  }

  async function findWanted(accountId: string): Promise<string | null> {
    let plan = await history.plan(accountId);
    if (plan.wanted.length === 0) return null;
    // Of another history than the one that is there: what it still knows is sorted out first.
    if (isForgotten(plan)) plan = await makePlan(accountId);
    const { wanted } = plan;
    const details = await knownOf(accountId);
    const isOpen = (uri: string) => !isShowable(uri, details, now());
    const open = wanted.find(isOpen) ?? null;
    if (open === null) {
      await history.changePlan(accountId, (kept) => ({
        ...kept,
        wanted: kept.wanted.filter(isOpen),
      }));
    }
    return open;
  }

  async function findPlanned(accountId: string): Promise<string | null> {
    let plan = await history.plan(accountId);
    let open = await firstOpen(accountId, plan.next);
    if (await isPlanDue(accountId, plan, open !== undefined)) {
      if (plan.counts && !open) workedThrough.add(accountId);
      plan = await makePlan(accountId);
      open = await firstOpen(accountId, plan.next);
    }
    return open?.uri ?? null;
  }

  async function firstOpen(
    accountId: string,
    tasks: readonly DetailTask[],
  ): Promise<DetailTask | undefined> {
    if (tasks.length === 0) return undefined;
    const details = await knownOf(accountId);
    return tasks.find(({ uri }) => !isUriAnswered(uri, details, now()));
  }

  async function isPlanDue(accountId: string, plan: DetailPlan, hasOpen: boolean) {
    const { plannedAt, next, revision } = plan;
    if (plannedAt === null || hasOpen) return plannedAt === null;
    if (next.length > 0 || hasElapsed(plannedAt, DAY_MS, now())) return true;
    if (!hasElapsed(plannedAt, HOUR_MS, now())) return false;
    return revision !== (await history.revision(accountId));
  }

  async function makePlan(accountId: string): Promise<DetailPlan> {
    // Asked for first: should the history grow meanwhile, the plan counts as out of date.
    const revision = await history.revision(accountId);
    const { wanted } = await history.plan(accountId);
    let dataset = await history.load(accountId);
    if (await borrow(accountId, dataset.dictionary.uris)) {
      dataset = await history.refreshDetails(accountId, dataset);
    }
    const details = await knownOf(accountId);
    const planned = planDetails(dataset, details, { limit: PLANNED, now: now() });
    const heard = knownUris(dataset);
    // What pages show may have gone with an import. What they asked for meanwhile is newer than this.
    const gone = new Set(wanted.filter((uri) => !heard.has(uri)));
    await history.changePlan(accountId, (plan) => ({
      ...plan,
      ...planned,
      wanted: plan.wanted.filter((uri) => !gone.has(uri)),
      plannedAt: now(),
      revision,
    }));
    hasPlanned = true;
    return history.plan(accountId);
  }

  /** What another account of this computer has learned need not be asked again. */
  async function borrow(accountId: string, uris: readonly (string | null)[]): Promise<boolean> {
    let hasBorrowed = false;
    for (const other of accountIds) {
      if (other === accountId) continue;
      const found = borrowDetails(uris, await knownOf(accountId), await history.details(other));
      if (countDetails(found) === 0) continue;
      await learn(accountId, found);
      hasBorrowed = true;
    }
    return hasBorrowed;
  }

  async function learn(accountId: string, found: Details): Promise<void> {
    const details = await knownOf(accountId);
    const news = pickNews(details, found);
    await history.noteDetails(accountId, news);
    known.set(accountId, mergeDetails([details, news]));
  }

  async function isAwaiting(accountId: string, uri: string): Promise<boolean> {
    const { wanted, next } = await history.plan(accountId);
    return wanted.includes(uri) || next.some((task) => task.uri === uri);
  }

  async function flushPlan(accountId: string, uris: ReadonlySet<string>): Promise<void> {
    await history.changePlan(accountId, (plan) => {
      const next = plan.next.filter(({ uri }) => !uris.has(uri));
      const done = plan.next.filter(({ uri }) => uris.has(uri));
      return {
        ...plan,
        next,
        counts: plan.counts && withDone(plan.counts, done),
        plannedAt: next.length === 0 && done.length > 0 ? null : plan.plannedAt,
      };
    });
  }

  return {
    async next({ mayAsk, wantedOnly }) {
      const ids = accountIds.filter(mayAsk);
      for (const accountId of ids) {
        const question = await findQuestion(accountId, findWanted);
        if (question) return question;
      }
      if (wantedOnly) return null;
      for (let tried = 0; tried < ids.length; tried++) {
        const question = await findQuestion(ids[turn++ % ids.length]!, findPlanned);
        if (question) return question;
      }
      return null;
    },

    async settle({ accountId, uri }, found) {
      for (const id of accountIds) {
        if (id !== accountId && !(await isAwaiting(id, uri))) continue;
        await learn(id, found);
        settled.set(id, (settled.get(id) ?? new Set()).add(uri));
      }
    },

    async suspect({ accountId, uri }) {
      let isKnown = false;
      await history.changePlan(accountId, (plan) => {
        isKnown = plan.suspect === uri;
        return { ...plan, suspect: isKnown ? null : uri };
      });
      return isKnown;
    },

    async flush() {
      const isNews = settled.size > 0 || hasPlanned;
      for (const [accountId, uris] of settled) await flushPlan(accountId, uris);
      const found = [...workedThrough];
      settled.clear();
      workedThrough.clear();
      hasPlanned = false;
      return { isNews, workedThrough: found };
    },
  };
}

/** All that the history can be asked about: its tracks, and its albums and artists as far as they are told. */
function knownUris({ dictionary, metadata }: Dataset): Set<string | null> {
  return new Set([
    ...dictionary.uris,
    ...metadata.albumUris.values(),
    ...metadata.artistUris.values(),
  ]);
}

/** An account whose history is damaged must not keep the others waiting. */
async function findQuestion(
  accountId: string,
  find: (accountId: string) => Promise<string | null>,
): Promise<DetailQuestion | null> {
  try {
    const uri = await find(accountId);
    return uri === null ? null : { accountId, uri };
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'history/damaged') return null;
    throw thrown;
  }
}

function withDone(counts: DetailCounts, done: readonly DetailTask[]): DetailCounts {
  const count = (kind: keyof DetailCounts) => {
    const more = done.filter(({ settles }) => settles === kind).length;
    const { done: before, total } = counts[kind];
    return { total, done: Math.min(total, before + more) };
  };
  return { albums: count('albums'), artists: count('artists'), tracks: count('tracks') };
}
