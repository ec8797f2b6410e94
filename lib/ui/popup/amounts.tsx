/** The popup's heroes: time and plays in the range, each against the range before, and their shape. */
import type { RangeFigures, RangeKey } from '../../domain/snapshot.ts';
import { Amount } from '../components/amount.tsx';
import { ChangeMark } from '../components/change-mark.tsx';
import { Duration } from '../components/duration.tsx';
import { SparkLine } from '../components/spark-line.tsx';
import { changeAgainst, formatDate, formatNumber } from '../format.ts';
import { stepLabel, stepsTitle } from '../step-text.ts';
import { t, tPlural, type MessageKey } from '../text.ts';

interface AmountsProps {
  figures: RangeFigures;
  range: RangeKey;
  /** UTC ms of the first stream kept. */
  since: number | null;
  /** UTC ms, when the figures are of an earlier day. */
  outdatedAt: number | null;
  timeZone: string;
}

const AGAINST: Readonly<Record<RangeKey, MessageKey>> = {
  today: 'popup_against_today',
  '7-days': 'popup_against_7_days',
  '4-weeks': 'popup_against_4_weeks',
  'this-year': 'popup_against_this_year',
  'all-time': 'popup_since',
};

export function Amounts({ figures, range, since, outdatedAt, timeZone }: AmountsProps) {
  const { plays, playedMs, before, steps, stepUnit } = figures;
  return (
    <section class="amounts">
      <div class="amounts__pair">
        <div>
          <p>
            <Duration ms={playedMs} />
          </p>
          {before ? <ChangeMark change={changeAgainst(playedMs, before.playedMs)} /> : null}
        </div>
        <div>
          <p>
            <Amount
              value={formatNumber(plays)}
              unit={tPlural('popup_plays', plays, formatNumber(plays))}
            />
          </p>
          {before ? <ChangeMark change={changeAgainst(plays, before.plays)} /> : null}
        </div>
      </div>
      <p class="amounts__against">
        {[
          outdatedAt === null
            ? ''
            : t('popup_as_of', formatDate(outdatedAt, 'day-of-year', timeZone)),
          againstText(range, before !== null, since, timeZone),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <SparkLine
        title={stepsTitle(stepUnit)}
        steps={steps.map(({ start, playedMs: ms, covered }) => ({
          label: stepLabel(start, stepUnit, timeZone),
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
