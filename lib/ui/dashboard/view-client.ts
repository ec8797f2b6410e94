/** The page's end of the worker: numbers its questions, and gives each its answer. */
import { AppError, fromErrorRecord } from '../../domain/app-error.ts';
import { z } from '../../domain/schema.ts';
import type { WantDetails } from './want-details.ts';
import { type ParamsOf, VIEWS, type ViewName, type ViewOf } from '../../views/contract.ts';
import {
  type ViewBase,
  type ViewQuestion,
  ViewReply,
  type ViewScope,
} from '../../views/protocol.ts';

/** What is needed of a `Worker`. */
export interface HistoryWorker {
  postMessage(message: ViewQuestion): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
}

export interface Answered<N extends ViewName> {
  scope: ViewScope;
  view: ViewOf<N>;
}

/**
 * Asks the worker for one view of the history.
 *
 * @throws AppError `history/…` as the history says; `internal` when the worker itself broke, at
 *   once when it never started.
 */
export type AskHistory = <N extends ViewName>(
  base: ViewBase,
  view: N,
  params: ParamsOf<N>,
) => Promise<Answered<N>>;

/** A view as it came; its schema is the question's. */
type Arrived = Pick<Extract<ViewReply, { ok: true }>, 'scope' | 'view' | 'wanted'>;

export function createViewClient(
  worker: HistoryWorker,
  /** Takes what an answer shows without cover or picture. */
  want: WantDetails = () => undefined,
): AskHistory {
  const waiting = new Map<number, PromiseWithResolvers<Arrived>>();
  let lastId = 0;
  let heard = false;
  let stillborn = false;

  worker.addEventListener('message', ({ data }) => {
    heard = true;
    const reply = z.safeParse(ViewReply, data);
    if (!reply.success) return failAll('the worker’s answer could not be read');
    const question = waiting.get(reply.data.id);
    waiting.delete(reply.data.id);
    if (reply.data.ok) question?.resolve(reply.data);
    else question?.reject(fromErrorRecord(reply.data.error));
    return undefined;
  });
  worker.addEventListener('error', () => {
    // One that has answered before lives on after an error; one that never did has no ears.
    stillborn = !heard;
    failAll('the worker stopped');
  });
  worker.addEventListener('messageerror', () => failAll('the worker’s answer was damaged'));

  /** Nobody knows which question it was. */
  function failAll(detail: string): void {
    for (const question of waiting.values()) question.reject(new AppError('internal', { detail }));
    waiting.clear();
  }

  return async <N extends ViewName>(base: ViewBase, view: N, params: ParamsOf<N>) => {
    if (stillborn) throw new AppError('internal', { detail: 'the worker never started' });
    lastId += 1;
    const question = Promise.withResolvers<Arrived>();
    waiting.set(lastId, question);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage({ ...base, id: lastId, view, params });
    const { scope, view: answer, wanted } = await question.promise;
    want(base.accountId, wanted);
    const parsed = z.safeParse(VIEWS[view].view, answer);
    if (!parsed.success) {
      throw new AppError('internal', { detail: `the view ${view} could not be read` });
    }
    // Checked against the very schema that the type is made of.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return { scope, view: parsed.data as ViewOf<N> };
  };
}
