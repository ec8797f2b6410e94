/** What is kept of an account: the number, since when, and the last seven days at a glance. */
import type { AccountView } from '../../messages/contract.ts';
import { formatDate, formatNumber } from '../format.ts';
import { tPlural } from '../text.ts';
import { WeekBars } from './week-bars.tsx';
import { describeWeek } from './week-text.ts';

interface AccountKeptProps {
  kept: NonNullable<AccountView['kept']>;
  /** UTC ms. */
  now: number;
}

export function AccountKept({ kept, now }: AccountKeptProps) {
  const { streams, since, lastSevenDays, countedAt } = kept;
  return (
    <div class="kept">
      <p class="kept__figure">
        <strong class="kept__number">{formatNumber(streams)}</strong>
        <span class="muted small">
          {since === null
            ? tPlural('options_kept', streams, formatNumber(streams))
            : tPlural(
                'options_kept_since',
                streams,
                formatNumber(streams),
                formatDate(since, 'date'),
              )}
        </span>
      </p>
      <div class="kept__week">
        <WeekBars plays={lastSevenDays} countedAt={countedAt} />
        <p class="muted small">{describeWeek(kept, now)}</p>
      </div>
    </div>
  );
}
