/** The history's end of the dashboard: answers each question that comes in at a worker or a port. */
import { toErrorRecord } from '../../lib/domain/app-error.ts';
import { z } from '../../lib/domain/schema.ts';
import { openHistory } from '../../lib/history/open-history.ts';
import { HistoryRequest, type HistoryReply } from '../../lib/ui/dashboard/history-protocol.ts';
import { createViewComputer } from './compute-view.ts';

/** What is needed of a worker's own scope, or of a message port. */
interface HistoryPort {
  postMessage(message: HistoryReply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** Reads the history itself, so that nobody waits for a million rows to be copied. */
export function serveHistory(port: HistoryPort): void {
  const computeView = createViewComputer(openHistory());

  async function answer(request: HistoryRequest): Promise<HistoryReply> {
    const { id } = request;
    try {
      return { id, ok: true, view: await computeView(request) };
    } catch (thrown) {
      return { id, ok: false, error: toErrorRecord(thrown) };
    }
  }

  port.addEventListener('message', ({ data }) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- no window is talked to
    void answer(z.parse(HistoryRequest, data)).then((reply) => port.postMessage(reply));
  });
}
