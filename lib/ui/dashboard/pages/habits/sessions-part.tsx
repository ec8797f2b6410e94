/** How long music goes on once it has begun. */
import { useMemo } from 'preact/hooks';
import type { SessionsView } from '../../../../views/habits/contract.ts';
import { ColumnChart } from '../../../charts/charts.tsx';
import { counts } from '../../../charts/measure.ts';
import { Amount } from '../../../components/amount.tsx';
import { Duration } from '../../../components/duration.tsx';
import { formatDate, formatDuration, formatNumber, formatPercent } from '../../../format.ts';
import { t, tPlural } from '../../../text.ts';
import { ChartCard, NotYet } from '../../chart-card.tsx';
import { Fact, Facts } from '../../facts.tsx';
import { fileNameOf } from '../../file-name.ts';
import { clearMost, isMost } from '../../findings.ts';
import type { PageProps } from '../../page.ts';
import type { ChartTable } from '../../../charts/chart-table.ts';
import { dateCell } from '../../date-cells.ts';
import { FiguresTable } from '../../figures-table.tsx';

const IN_SESSIONS = counts('sessions_count');

export function SessionsPart({ view, route, timeZone }: PageProps & { view: SessionsView }) {
  const { count, averageMs, longest, lengths } = view;
  const columns = useMemo(
    () =>
      lengths.map((length, i) => {
        const label = lengthText(length.fromMs, lengths[i + 1]?.fromMs);
        return { label, tick: label, covered: true, value: length.count };
      }),
    [lengths],
  );
  if (!longest || averageMs === null) {
    return <NotYet title={t('sessions_none_title')}>{t('habits_none_text')}</NotYet>;
  }
  const figures = (): ChartTable => ({
    columns: [
      { label: t('sessions_number'), kind: 'count' },
      { label: t('sessions_average'), kind: 'duration' },
      { label: t('sessions_longest'), kind: 'duration' },
      { label: t('spark_column_when'), kind: 'text' },
    ],
    rows: [[count, averageMs, longest.playedMs, dateCell(longest.startedAt, timeZone)]],
  });
  return (
    <>
      <section class="card" aria-label={t('sessions_title')}>
        <Facts>
          <Fact label={t('sessions_number')} detail={t('sessions_definition')}>
            <Amount
              value={formatNumber(count)}
              unit={tPlural('sessions_unit', count, formatNumber(count))}
            />
          </Fact>
          <Fact label={t('sessions_average')} detail={t('sessions_average_detail')}>
            <Duration ms={averageMs} />
          </Fact>
          <Fact
            label={t('sessions_longest')}
            detail={t(
              'sessions_longest_detail',
              formatDate(longest.startedAt, 'moment', timeZone),
              tPlural('streams_count', longest.streams, formatNumber(longest.streams)),
            )}
          >
            <Duration ms={longest.playedMs} />
          </Fact>
        </Facts>
        <FiguresTable
          title={t('sessions_title')}
          table={figures}
          fileName={fileNameOf('session-figures', route)}
        />
      </section>
      <ChartCard
        title={lengthsFinding(columns)}
        note={t('sessions_lengths_note')}
        table={{
          columns: [
            { label: t('sessions_column_length'), kind: 'text' },
            { label: t('sessions_title'), kind: 'count' },
            { label: t('list_time'), kind: 'duration' },
          ],
          rows: lengths.map((length, i) => [columns[i]!.label, length.count, length.playedMs]),
        }}
        fileName={fileNameOf('sessions', route)}
      >
        <ColumnChart columns={columns} measure={IN_SESSIONS} />
      </ChartCard>
    </>
  );
}

/** “30 min – 1 h is the commonest length: 25 % of sessions” */
export function lengthsFinding(lengths: readonly { label: string; value: number }[]): string {
  const amounts = lengths.map(({ value }) => value);
  const all = amounts.reduce((sum, value) => sum + value, 0);
  const first = lengths[clearMost(amounts) ?? -1];
  if (!first) return t('sessions_lengths_even', formatPercent(Math.max(...amounts) / all));
  const words = isMost(first.value, all) ? 'sessions_lengths_most' : 'sessions_lengths_title';
  return t(words, first.label, formatPercent(first.value / all));
}

/** “under 5 min”, “5 min – 15 min”, “4 h and more” */
function lengthText(fromMs: number, toMs: number | undefined): string {
  if (toMs === undefined) return t('sessions_and_more', formatDuration(fromMs));
  if (fromMs === 0) return t('sessions_under', formatDuration(toMs));
  return t('range_from_to', formatDuration(fromMs), formatDuration(toMs));
}
