/** How far the details of an account's music are fetched, in one line. */
import type { DetailState } from '../domain/detail-state.ts';
import { formatNumber, formatUntil } from './format.ts';
import { t, tPlural } from './text.ts';

/** Null while nothing is known, and for an account without music. `now` is UTC ms. */
export function describeDetails(state: DetailState, now: number): string | null {
  const { counts } = state;
  if (!counts || counts.albums.total === 0) return null;
  const { albums, artists } = counts;
  const isWhole = albums.done >= albums.total;
  const parts = [
    isWhole
      ? tPlural('options_details_all', albums.total, formatNumber(albums.total))
      : t('options_details_some', formatNumber(albums.done), formatNumber(albums.total)),
  ];
  if (isWhole && artists.done < artists.total) {
    const [done, total] = [formatNumber(artists.done), formatNumber(artists.total)];
    parts.push(t('options_details_artists', done, total));
  }
  const rest = describeRest(state, now);
  if (rest !== null) parts.push(rest);
  return parts.join(' · ');
}

/** Whether something is still to be fetched. */
export function isFetching({ counts }: DetailState): boolean {
  if (!counts) return false;
  const { albums, artists } = counts;
  return albums.done < albums.total || artists.done < artists.total;
}

const REASONS = {
  'signed-out': 'options_details_signed_out',
  offline: 'options_details_offline',
  quota: 'options_details_quota',
  'rate-limited': 'options_details_slow',
  'daily-limit': 'options_details_daily',
  failing: 'options_details_failing',
} as const;

function describeRest({ status, reason, until }: DetailState, now: number): string | null {
  if (status === 'off') return t('options_details_off');
  if (reason === null) return null;
  const words = t(REASONS[reason]);
  if (until === null || reason === 'signed-out') return t('options_details_paused', words);
  return t('options_details_paused_until', formatUntil(until, now), words);
}
