/** What a view is computed from, for a small known history. */
import type { Dataset } from '../../../lib/dataset/dataset.ts';
import { NOTHING_KEPT } from '../../../lib/domain/library.ts';
import type { ViewBase } from '../../../lib/views/protocol.ts';
import { openSetting, type ViewSetting } from '../../../lib/views/view-setting.ts';

/** 2026-11-21 12:00 in Berlin. */
export const NOON = Date.UTC(2026, 10, 21, 11);

export function settingOf(
  dataset: Dataset,
  base: Partial<ViewBase> = {},
  known: { coverage?: ViewSetting['coverage']; history?: Partial<ViewSetting['history']> } = {},
): ViewSetting {
  const { rows, endedAt } = dataset.columns;
  return openSetting(
    {
      accountId: 'ada',
      range: 'all-time',
      compare: 'before',
      timeZone: 'Europe/Berlin',
      firstWeekday: 1,
      hemisphere: null,
      now: NOON,
      ...base,
    },
    {
      dataset,
      coverage: known.coverage ?? (rows > 0 ? [{ from: endedAt[0]!, to: NOON }] : []),
      extent: {
        streams: rows,
        firstAt: endedAt[0] ?? null,
        lastAt: endedAt.at(-1) ?? null,
      },
      history: {
        receipts: async () => [],
        saved: async () => NOTHING_KEPT,
        recent: async () => [],
        readSnapshot: async () => null,
        ...known.history,
      },
    },
  );
}
