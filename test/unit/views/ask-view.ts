/** A view as the page reads it, of a small known history. */
import type { Dataset } from '../../../lib/dataset/dataset.ts';
import { z } from '../../../lib/domain/schema.ts';
import type { Snapshot } from '../../../lib/domain/snapshot.ts';
import type { Stream } from '../../../lib/domain/stream.ts';
import { ANSWERS } from '../../../lib/views/answers.ts';
import { type ViewName, type ViewOf, VIEWS } from '../../../lib/views/contract.ts';
import type { ViewBase } from '../../../lib/views/protocol.ts';
import { historyOf } from '../stats/a-history.ts';
import { settingOf } from './a-setting.ts';

interface Asked extends Partial<ViewBase> {
  params?: unknown;
  snapshot?: Snapshot;
  coverage?: { from: number; to: number }[];
}

export async function viewOf<N extends ViewName>(
  name: N,
  history: Dataset | (Stream | Stream[])[],
  { params = {}, snapshot, coverage, ...base }: Asked = {},
): Promise<ViewOf<N>> {
  const dataset = Array.isArray(history) ? historyOf(...history) : history;
  const setting = settingOf(dataset, base, {
    ...(coverage && { coverage }),
    history: { readSnapshot: async () => snapshot ?? null },
  });
  return z.parse(VIEWS[name].view, await ANSWERS[name](setting, params)) as ViewOf<N>;
}
