/** Answers the dashboard's questions: reads the account's rows once, and computes views of them. */
import type { Dataset } from '../dataset/dataset.ts';
import { AppError } from '../domain/app-error.ts';
import type { Steps } from '../domain/steps.ts';
import type { History, HistoryState } from '../history/history.ts';
import { ANSWERS } from './answers.ts';
import type { ViewName } from './contract.ts';
import { keepSaved } from './keep-saved.ts';
import { makeReady } from './make-ready.ts';
import type { ViewQuestion, ViewScope } from './protocol.ts';
import { describeScope, openSetting } from './view-setting.ts';
import { takeWanted } from './wanted.ts';

export interface ComputedView {
  scope: ViewScope;
  view: unknown;
  /** URIs of what it shows without cover or picture. */
  wanted: string[];
  /** What is worth doing once this is on its way. */
  afterwards: Steps<void>;
}

/**
 * Keeps the last account's columns in memory, and reads them again when the history has changed; when
 * only more is known of its music, no row is read again.
 */
export function createViewComputer(history: History) {
  const kept = { ...history, saved: keepSaved(history) };
  let loaded: Loaded | null = null;

  function loadDataset(accountId: string, state: HistoryState): Promise<Dataset> {
    const known = loaded?.accountId === accountId && isSame(loaded.state, state) ? loaded : null;
    const { detailsRevision } = state;
    if (known?.state.detailsRevision === detailsRevision) return known.dataset;
    const dataset = known
      ? known.dataset.then((before) => history.refreshDetails(accountId, before))
      : history.load(accountId);
    const mine = { accountId, state, dataset };
    loaded = mine;
    // What failed is tried again at the next question.
    dataset.catch(() => {
      if (loaded === mine) loaded = null;
    });
    return dataset;
  }

  /**
   * @throws AppError `history/…`, `message/invalid` for a view that is not there; ZodError for
   *   parameters that are not the contract's; RangeError when the time zone is not known here.
   */
  return async function computeView(question: ViewQuestion): Promise<ComputedView> {
    const { accountId, view: name, params } = question;
    if (!isViewName(name)) throw new AppError('message/invalid', { detail: `no view ${name}` });
    const state = await history.state(accountId);
    const { coverage, extent } = state;
    const dataset = await loadDataset(accountId, state);
    const setting = openSetting(question, { dataset, coverage, extent, history: kept });
    const view = await ANSWERS[name](setting, params);
    return {
      scope: describeScope(setting),
      view,
      wanted: takeWanted(dataset),
      afterwards: makeReady(setting, name, params),
    };
  };
}

function isViewName(name: string): name is ViewName {
  return Object.hasOwn(ANSWERS, name);
}

interface Loaded {
  accountId: string;
  state: HistoryState;
  dataset: Promise<Dataset>;
}

/** Whether the same rows are there. An import may change how long something was heard, and no more. */
function isSame(one: HistoryState, other: HistoryState): boolean {
  return (
    one.revision === other.revision &&
    one.extent.streams === other.extent.streams &&
    one.extent.firstAt === other.extent.firstAt &&
    one.extent.lastAt === other.extent.lastAt
  );
}
