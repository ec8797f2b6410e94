/** Answers the dashboard's questions: reads the account's rows once, and computes views of them. */
import type { Dataset } from '../dataset/dataset.ts';
import { AppError } from '../domain/app-error.ts';
import type { Extent, History } from '../history/history.ts';
import { ANSWERS } from './answers.ts';
import type { ViewName } from './contract.ts';
import { keepSaved } from './keep-saved.ts';
import type { ViewQuestion, ViewScope } from './protocol.ts';
import { describeScope, openSetting } from './view-setting.ts';

export interface ComputedView {
  scope: ViewScope;
  view: unknown;
}

/** Keeps the last account's columns in memory, and reads them again when the history has changed. */
export function createViewComputer(history: History) {
  const kept = { ...history, saved: keepSaved(history) };
  let loaded: { accountId: string; state: HistoryState; dataset: Promise<Dataset> } | null = null;

  function loadDataset(accountId: string, state: HistoryState): Promise<Dataset> {
    if (loaded?.accountId === accountId && isSame(loaded.state, state)) return loaded.dataset;
    const dataset = history.load(accountId);
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
    const revision = await history.revision(accountId);
    const extent = await history.extent(accountId);
    const [dataset, coverage] = await Promise.all([
      loadDataset(accountId, { ...extent, revision }),
      history.coverage(accountId),
    ]);
    const setting = openSetting(question, { dataset, coverage, extent, history: kept });
    return { scope: describeScope(setting), view: await ANSWERS[name](setting, params) };
  };
}

function isViewName(name: string): name is ViewName {
  return Object.hasOwn(ANSWERS, name);
}

/** An import may change no more than how long something was heard: the revision tells. */
type HistoryState = Extent & { revision: number };

function isSame(one: HistoryState, other: HistoryState): boolean {
  return (
    one.revision === other.revision &&
    one.streams === other.streams &&
    one.firstAt === other.firstAt &&
    one.lastAt === other.lastAt
  );
}
