/** Asks Spotify about the music that was heard: slowly, a little at a time, whenever nothing else is due. */
import { askDetails } from './ask-details.ts';
import { forgetPlan } from './forget-plan.ts';
import { describeDetails } from './describe-details.ts';
import { type Carrier, createDetailCarriers, restsUntil } from './detail-carriers.ts';
import type { DetailMemory } from './detail-memory.ts';
import {
  type DetailHistory,
  type DetailQuestion,
  type DetailQueue,
  openDetailQueue,
} from './detail-queue.ts';
import type { SyncAlarms } from './sync-schedule.ts';
import { SAMPLE_ACCOUNT_ID } from '../domain/account-ids.ts';
import type { Account } from '../domain/account.ts';
import type { DetailState } from '../domain/detail-state.ts';
import { parseItemUri } from '../domain/spotify-uri.ts';
import type { AccountClients } from '../spotify/account-clients.ts';
import type { Stored } from '../spotify/gate.ts';
import { detailsOfMissing } from '../spotify/to-details.ts';

export interface EnrichmentOptions {
  /** Those whose access token needs no person to be had. */
  signedIn: () => Promise<readonly Pick<Account, 'id' | 'clientId'>[]>;
  clients: AccountClients;
  history: DetailHistory;
  /** See `DETAIL_MEMORY_ITEM`. */
  memory: Stored<DetailMemory>;
  /** The setting. */
  isEnabled: () => Promise<boolean>;
  /** Resolves once no sync is running: it goes first. */
  untilIdle: () => Promise<void>;
  alarms: SyncAlarms;
  /** Keeps the background awake until the work is done. */
  keepAlive: <T>(work: () => Promise<T>) => Promise<T>;
  /** False when this computer knows that it has no network. */
  isOnline: () => boolean;
  now: () => number;
  wait: (ms: number) => Promise<void>;
  /** Something was learned, or the state is another, so that pages can ask again. */
  onChange: () => void;
  /** Much was learned of an account: figures kept ready for it may be written anew. Never fails. */
  onLearned: (accountId: string) => Promise<void>;
  /** The history failed, or something nobody foresaw; it is tried again later. */
  onTrouble: (thrown: unknown) => void;
}

export interface Enrichment {
  /** At every start of the background: arms the alarm, without putting off one that is set. */
  start(): Promise<void>;
  /** Answers whether the alarm is its own, once the questions are asked. */
  handleAlarm(name: string): Promise<boolean>;
  /**
   * What pages show at this moment, the most important first, is asked for before everything else.
   * Does not wait for it. @throws AppError `history/…`.
   */
  want(accountId: string, uris: readonly string[]): Promise<void>;
  /** The history is another: what to ask is planned anew, and nobody waits. @throws AppError `history/…`. */
  replan(accountId: string): Promise<void>;
  /** Goes on now if that may be done: somebody signed in, or the setting was changed. Never fails. */
  wake(): Promise<void>;
  state(accountId: string): Promise<DetailState>;
  /** States, counts and times for the diagnostics; no names, no tokens. */
  diagnostics(accountId: string): Promise<Record<string, unknown>>;
  /** Removes what is remembered beside the history. */
  forget(accountId: string): Promise<void>;
}

export const DETAILS_ALARM = 'details';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
/** Between the beginnings of two questions. */
const PACE_MS = SECOND_MS;
/** Questions for each ring of the alarm, so that the background may sleep; those on screen go on. */
const BURST = 25;
/** Answers after which pages are told. */
const TOLD_EVERY = 5;
/** What pages show at once, and what they showed before. */
const MOST_WANTED = 200;
const AGAIN_MS = { more: MINUTE_MS, trouble: 15 * MINUTE_MS, nothing: 60 * MINUTE_MS };

export function createEnrichment(options: EnrichmentOptions): Enrichment {
  const { history, isEnabled, untilIdle, alarms, keepAlive, isOnline, now, onChange } = options;
  const carriers = createDetailCarriers(options);
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  let lastAskedAt = 0;

  function wake(): Promise<void> {
    isAskedAgain = running !== null;
    running ??= keepAlive(run)
      .catch(options.onTrouble)
      .finally(() => {
        running = null;
      });
    return running;
  }

  async function run(): Promise<void> {
    do {
      isAskedAgain = false;
      let againAt = now() + AGAIN_MS.trouble;
      try {
        againAt = await burst();
      } finally {
        await alarms.set(DETAILS_ALARM, { at: againAt });
      }
      // It was set while nothing told of it: a question that came in meanwhile is not left waiting.
    } while (isAskedAgain);
  }

  /** Asks until there is nothing to ask, or enough was asked; answers when to go on (UTC ms). */
  async function burst(): Promise<number> {
    const ids = (await history.accounts()).filter(isOfSpotify);
    const queue = openDetailQueue(history, ids, now);
    let asked = 0;
    let isStopped = false;
    let resting: number[] = [];
    try {
      for (;;) {
        await untilIdle();
        if (!(await isEnabled())) return now() + AGAIN_MS.nothing;
        if (!isOnline()) return now() + AGAIN_MS.trouble;
        const open = new Map<string, Carrier>();
        resting = [];
        for (const id of ids) {
          const carrier = await carriers.of(id);
          const until = carrier && restsUntil(carrier);
          if (until !== null) resting.push(until);
          else if (carrier) open.set(id, carrier);
        }
        const question = await queue.next({
          mayAsk: (id) => open.has(id),
          wantedOnly: asked >= BURST,
        });
        if (!question) break;
        await pace();
        isStopped = !(await ask(queue, question, open.get(question.accountId)!)) || isStopped;
        asked += 1;
        if (asked % TOLD_EVERY === 0) await tell(queue, false);
      }
    } finally {
      await tell(queue, isStopped);
    }
    if (asked >= BURST) return now() + AGAIN_MS.more;
    const soonest = Math.min(...resting, now() + AGAIN_MS.nothing);
    return Math.max(soonest, now() + AGAIN_MS.more);
  }

  async function pace(): Promise<void> {
    const waitMs = lastAskedAt + PACE_MS - now();
    // A clock that was set back must not make the wait long.
    if (waitMs > 0) await options.wait(Math.min(waitMs, PACE_MS));
    lastAskedAt = now();
  }

  /** Answers whether Spotify did. */
  async function ask(queue: DetailQueue, question: DetailQuestion, carrier: Carrier) {
    await carriers.charge(carrier);
    const answer = await askDetails(carrier.client, question.uri, now);
    if (answer.outcome === 'told') await queue.settle(question, answer.details);
    else if (answer.outcome === 'stopped') await carriers.stop(carrier, answer);
    // Once may be a hotel's sign-in page; the same again is about this very thing.
    else if (await queue.suspect(question)) {
      await queue.settle(question, detailsOfMissing(question.uri, now()));
    } else {
      await carriers.stop(carrier, { code: 'api/unreadable', until: now() + AGAIN_MS.trouble });
    }
    return answer.outcome === 'told';
  }

  /** Nothing is told that is not new: pages that hear of it ask again. */
  async function tell(queue: DetailQueue, isChanged: boolean): Promise<void> {
    const { isNews, workedThrough } = await queue.flush();
    for (const accountId of workedThrough) await options.onLearned(accountId);
    if (isNews || isChanged) onChange();
  }

  async function state(accountId: string): Promise<DetailState> {
    const [plan, carrier, enabled] = await Promise.all([
      history.plan(accountId),
      carriers.of(accountId),
      isEnabled(),
    ]);
    const isOn = enabled && isOfSpotify(accountId);
    return describeDetails({ accountId, plan, carrier, isEnabled: isOn, isOnline: isOnline() });
  }

  return {
    async start() {
      const planned = (await alarms.all()).get(DETAILS_ALARM);
      if (planned === undefined) await alarms.set(DETAILS_ALARM, { at: now() + AGAIN_MS.more });
    },

    async handleAlarm(name) {
      if (name !== DETAILS_ALARM) return false;
      await wake();
      return true;
    },

    async want(accountId, uris) {
      const asked = uris.filter((uri) => parseItemUri(uri) !== null);
      if (asked.length === 0 || !isOfSpotify(accountId)) return;
      await history.changePlan(accountId, (plan) => ({
        ...plan,
        wanted: [...new Set([...asked, ...plan.wanted])].slice(0, MOST_WANTED),
      }));
      void wake();
    },

    async replan(accountId) {
      await history.changePlan(accountId, forgetPlan);
      void wake();
    },

    wake,
    state,

    async diagnostics(accountId) {
      const { wanted, next, plannedAt } = await history.plan(accountId);
      const carrier = await carriers.of(accountId);
      return {
        ...(await state(accountId)),
        wanted: wanted.length,
        next: next.length,
        plannedAt,
        allowance: carrier?.allowance ?? null,
        pause: carrier?.pause ?? null,
        nextAt: (await alarms.all()).get(DETAILS_ALARM) ?? null,
      };
    },

    forget: (accountId) => carriers.forget(accountId),
  };
}

/** Spotify knows nothing of listening that this extension invented. */
function isOfSpotify(accountId: string): boolean {
  return accountId !== SAMPLE_ACCOUNT_ID;
}
