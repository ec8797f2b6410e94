/** Playlists and library, kept while they are the same: reading long lists takes longer than a view may. */
import type { KeptThings } from '../domain/library.ts';
import type { History } from '../history/history.ts';

/** As `history.saved`, for the account asked for last without reading it again. */
export function keepSaved(history: Pick<History, 'saved' | 'savedMark'>): History['saved'] {
  let kept: { accountId: string; mark: string; things: Promise<KeptThings> } | null = null;
  return async (accountId) => {
    const mark = await history.savedMark(accountId);
    if (kept?.accountId === accountId && kept.mark === mark) return kept.things;
    const mine = { accountId, mark, things: history.saved(accountId) };
    kept = mine;
    // What failed is tried again at the next question.
    mine.things.catch(() => {
      if (kept === mine) kept = null;
    });
    return mine.things;
  };
}
