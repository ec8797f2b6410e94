/** The dashboard's worker: reads the history itself, so that the page never waits for a million rows. */
import { toErrorRecord } from '../../lib/domain/app-error.ts';
import { z } from '../../lib/domain/schema.ts';
import { openHistory } from '../../lib/history/open-history.ts';
import { HistoryRequest, type HistoryReply } from '../../lib/ui/dashboard/history-protocol.ts';
import { createViewComputer } from './compute-view.ts';

const computeView = createViewComputer(openHistory());

async function answer(request: HistoryRequest): Promise<HistoryReply> {
  const { id } = request;
  try {
    return { id, ok: true, view: await computeView(request) };
  } catch (thrown) {
    return { id, ok: false, error: toErrorRecord(thrown) };
  }
}

self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker talks to its page only
  void answer(z.parse(HistoryRequest, data)).then((reply) => self.postMessage(reply));
});
