/** The history's end of the dashboard: answers each question that comes in at a worker or a port. */
import { toErrorRecord } from '../../lib/domain/app-error.ts';
import { z } from '../../lib/domain/schema.ts';
import { openHistory } from '../../lib/history/open-history.ts';
import { createViewComputer } from '../../lib/views/compute-view.ts';
import { createSpareTime } from '../../lib/views/spare-time.ts';
import { ViewQuestion, type ViewReply } from '../../lib/views/protocol.ts';

/** What is needed of a worker's own scope, or of a message port. */
interface HistoryPort {
  postMessage(message: ViewReply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** Reads the history itself, so that nobody waits for a million rows to be copied. */
export function serveHistory(port: HistoryPort): void {
  const computeView = createViewComputer(openHistory());
  /** By their ids: what has no answer yet. */
  const questions = new Set<number>();
  const inSpareTime = createSpareTime(waitForSilence);

  /** While a question waits for the store, its answer must not wait for a step as well. */
  async function waitForSilence(): Promise<void> {
    do await new Promise((resolve) => setTimeout(resolve));
    while (questions.size > 0);
  }

  async function answer(question: ViewQuestion): Promise<void> {
    const { id } = question;
    questions.add(id);
    try {
      const { afterwards, ...computed } = await computeView(question);
      reply({ id, ok: true, ...computed });
      inSpareTime(afterwards);
    } catch (thrown) {
      reply({ id, ok: false, error: toErrorRecord(thrown) });
    } finally {
      questions.delete(id);
    }
  }

  function reply(message: ViewReply): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- no window is talked to
    port.postMessage(message);
  }

  port.addEventListener('message', ({ data }) => void answer(z.parse(ViewQuestion, data)));
}
