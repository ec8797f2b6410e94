/** The history's end of the dashboard: answers each question that comes in at a worker or a port. */
import { toErrorRecord } from '../../lib/domain/app-error.ts';
import { z } from '../../lib/domain/schema.ts';
import { openHistory } from '../../lib/history/open-history.ts';
import { createViewComputer } from '../../lib/views/compute-view.ts';
import { ViewQuestion, type ViewReply } from '../../lib/views/protocol.ts';

/** What is needed of a worker's own scope, or of a message port. */
interface HistoryPort {
  postMessage(message: ViewReply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** Reads the history itself, so that nobody waits for a million rows to be copied. */
export function serveHistory(port: HistoryPort): void {
  const computeView = createViewComputer(openHistory());

  async function answer(question: ViewQuestion): Promise<ViewReply> {
    const { id } = question;
    try {
      return { id, ok: true, ...(await computeView(question)) };
    } catch (thrown) {
      return { id, ok: false, error: toErrorRecord(thrown) };
    }
  }

  port.addEventListener('message', ({ data }) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- no window is talked to
    void answer(z.parse(ViewQuestion, data)).then((reply) => port.postMessage(reply));
  });
}
