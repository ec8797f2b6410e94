/** Seven small bars, a day each, the newest last; the same as a table for who cannot see them. */
import { formatDate, formatNumber } from '../format.ts';
import { t } from '../text.ts';
import { dateLastDays } from './last-seven-days.ts';

interface WeekBarsProps {
  /** Oldest first. */
  plays: readonly number[];
  /** UTC ms, on the last of the days. */
  countedAt: number;
}

const HEIGHT = 32;
const BAR = 14;
const PITCH = 20;
const LEAST = 2;

export function WeekBars({ plays, countedAt }: WeekBarsProps) {
  const days = dateLastDays(plays, countedAt);
  const most = Math.max(1, ...plays);
  return (
    <figure>
      <svg
        class="week"
        width={days.length * PITCH - (PITCH - BAR)}
        height={HEIGHT}
        aria-hidden="true"
      >
        {days.map(({ day, plays: count }, index) => {
          const tall = Math.max(LEAST, Math.round((count / most) * HEIGHT));
          return (
            <rect
              key={day}
              class={count > 0 ? 'week__bar' : 'week__zero'}
              x={index * PITCH}
              y={HEIGHT - tall}
              width={BAR}
              height={tall}
              rx="1"
            />
          );
        })}
      </svg>
      <div class="visually-hidden">
        <table>
          <caption>{t('options_week_caption', formatDate(countedAt, 'date'))}</caption>
          <thead>
            <tr>
              <th scope="col">{t('options_week_day')}</th>
              <th scope="col">{t('options_week_plays')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, plays: count }) => (
              <tr key={day}>
                <th scope="row">{formatDate(day, 'day', 'UTC')}</th>
                <td>{formatNumber(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
