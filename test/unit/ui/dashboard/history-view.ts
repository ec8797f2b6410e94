/** An invented answer of the dashboard's worker. */
import type { HistoryView } from '../../../../lib/ui/dashboard/history-protocol.ts';

export function historyView(changes: Partial<HistoryView> = {}): HistoryView {
  return {
    plays: 3,
    playedMs: 600_000,
    firstAt: null,
    lastAt: null,
    steps: [],
    stepUnit: 'month',
    top: { artists: [], songs: [], albums: [] },
    recent: [],
    kept: { streams: 3, firstAt: null },
    coverage: [],
    ...changes,
  };
}
