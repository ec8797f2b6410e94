/** The popup's heroes: time and plays in the range, each against the range before, and their shape. */
import type { RangeFigures, RangeKey } from '../../domain/snapshot.ts';
import { ChangeMark } from '../components/change-mark.tsx';
import { SparkLine } from '../components/spark-line.tsx';
import {
  changeAgainst,
  durationParts,
  formatDate,
  formatNumber,
  type DateStyle,
} from '../format.ts';
import { t, tPlural, type MessageKey } from '../text.ts';

interface AmountsProps {
  figures: RangeFigures;
  range: RangeKey;
  /** UTC ms of the first stream kept. */
  since: number | null;
  timeZone: string;
}

const AGAINST: Readonly<Record<RangeKey, MessageKey>> = {
  today: 'popup_against_today',
  '7-days': 'popup_against_7_days',
  '4-weeks': 'popup_against_4_weeks',
  'this-year': 'popup_against_this_year',
  'all-time': 'popup_since',
};

const STEPS: Readonly<Record<RangeFigures['stepUnit'], { title: MessageKey; date: DateStyle }>> = {
  hour: { title: 'popup_spark_hour', date: 'time' },
  day: { title: 'popup_spark_day', date: 'day-of-year' },
  month: { title: 'popup_spark_month', date: 'month' },
};

export function Amounts({ figures, range, since, timeZone }: AmountsProps) {
  const { plays, playedMs, before, steps, stepUnit } = figures;
  const { title, date } = STEPS[stepUnit];
  return (
    <section class="amounts">
      <div class="amounts__pair">
        <div class="hero">
          <p class="hero__amount">
            {durationParts(playedMs).map(({ value, unit }) => (
              <span key={unit} class="hero__part">
                <span class="hero__value">{value}</span> <span class="hero__unit">{unit}</span>{' '}
              </span>
            ))}
          </p>
          {before ? <ChangeMark change={changeAgainst(playedMs, before.playedMs)} /> : null}
        </div>
        <div class="hero">
          <p class="hero__amount">
            <span class="hero__value">{formatNumber(plays)}</span>{' '}
            <span class="hero__unit">{tPlural('popup_plays', plays, formatNumber(plays))}</span>
          </p>
          {before ? <ChangeMark change={changeAgainst(plays, before.plays)} /> : null}
        </div>
      </div>
      <p class="amounts__against">{againstText(range, before !== null, since, timeZone)}</p>
      <SparkLine
        title={t(title)}
        steps={steps.map(({ start, playedMs: ms, covered }) => ({
          label: formatDate(start, date, timeZone),
          playedMs: ms,
          covered,
        }))}
      />
      {steps.some(({ covered }) => !covered) ? (
        <p class="amounts__against amounts__hatched">{t('popup_hatched')}</p>
      ) : null}
    </section>
  );
}

function againstText(
  range: RangeKey,
  hasBefore: boolean,
  since: number | null,
  timeZone: string,
): string {
  if (hasBefore && range !== 'all-time') return t(AGAINST[range]);
  return since === null ? '' : t('popup_since', formatDate(since, 'date', timeZone));
}
