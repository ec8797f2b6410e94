/** The page's end of the worker: numbers its questions, and gives each its answer. */
import { AppError, fromErrorRecord } from '../../domain/app-error.ts';
import { z } from '../../domain/schema.ts';
import { HistoryReply, type HistoryRequest, type HistoryView } from './history-protocol.ts';

/** What is needed of a `Worker`. */
export interface HistoryWorker {
  postMessage(message: HistoryRequest): void;
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
  addEventListener(type: 'error' | 'messageerror', listener: () => void): void;
}

/**
 * Asks the worker for one view of the history.
 *
 * @throws AppError `history/…` as the history says; `internal` when the worker itself broke, at
 *   once when it never started.
 */
export type AskHistory = (request: Omit<HistoryRequest, 'id'>) => Promise<HistoryView>;

export function createHistoryClient(worker: HistoryWorker): AskHistory {
  const waiting = new Map<number, PromiseWithResolvers<HistoryView>>();
  let lastId = 0;
  let heard = false;
  let stillborn = false;

  worker.addEventListener('message', ({ data }) => {
    heard = true;
    const reply = z.safeParse(HistoryReply, data);
    if (!reply.success) return failAll('the worker’s answer could not be read');
    const question = waiting.get(reply.data.id);
    waiting.delete(reply.data.id);
    if (reply.data.ok) question?.resolve(reply.data.view);
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

  return (request) => {
    if (stillborn) {
      return Promise.reject(new AppError('internal', { detail: 'the worker never started' }));
    }
    lastId += 1;
    const question = Promise.withResolvers<HistoryView>();
    waiting.set(lastId, question);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage({ ...request, id: lastId });
    return question.promise;
  };
}
