/** What is kept: how complete it is day by day, where it came from, and whose it is. */
import { useMemo } from 'preact/hooks';
import type { CoverageView } from '../../../../views/coverage/contract.ts';
import { ChartFrame } from '../../../charts/chart-frame.tsx';
import { CalendarHeatmap } from '../../../charts/charts.tsx';
import { durations } from '../../../charts/measure.ts';
import { formatDate, formatNumber } from '../../../format.ts';
import { t, tPlural } from '../../../text.ts';
import type { PageProps } from '../../page.ts';
import { AccountsPanel } from './accounts-panel.tsx';
import { type CoverageFacts, findCoverage } from './coverage-facts.ts';
import { CoveragePanel } from './coverage-panel.tsx';
import { dayCell } from '../../date-cells.ts';

type HistoryPageProps = PageProps & { view: CoverageView };

export function HistoryPage(props: HistoryPageProps) {
  const { view, scope, timeZone, overview, actions, receipts, route } = props;
  return (
    <>
      <CoverageCalendar {...props} />
      <CoveragePanel coverage={view.coverage} kept={scope.kept} timeZone={timeZone} />
      <section class="card" aria-labelledby="imports">
        <h2 id="imports" tabIndex={-1}>
          {t('history_imports')}
        </h2>
        {receipts}
      </section>
      <AccountsPanel overview={overview} selectedId={route.accountId} actions={actions} />
    </>
  );
}

function CoverageCalendar(props: HistoryPageProps) {
  const { scope, firstWeekday } = props;
  const { days, coverage } = props.view;
  const facts = findCoverage(coverage, scope.kept.firstAt);
  const table = useMemo(() => {
    const columns = [
      { label: t('history_day'), kind: 'text' },
      { label: t('spark_column_heard'), kind: 'duration' },
    ] as const;
    return () => ({
      columns,
      rows: (days?.playedMs ?? []).map((playedMs, index) => [
        dayCell((days?.firstDay ?? 0) + index),
        days?.covered[index] || playedMs > 0 ? playedMs : null,
      ]),
    });
  }, [days]);
  if (!days) return null;
  const title = facts ? stateFinding(facts, props) : t('history_calendar');
  return (
    <section class="card">
      <ChartFrame
        title={title}
        note={t('history_calendar_note')}
        table={table}
        fileName="ostinato-coverage"
      >
        <CalendarHeatmap
          firstDay={days.firstDay}
          values={days.playedMs}
          covered={days.covered}
          measure={durations}
          weekStart={firstWeekday}
        />
      </ChartFrame>
    </section>
  );
}

const DAY_MS = 86_400_000;

/** What is complete up to a day ago counts as complete until now. */
function stateFinding({ since, until, gaps }: CoverageFacts, { timeZone, now }: PageProps): string {
  const from = formatDate(since, 'date', timeZone);
  const count = formatNumber(gaps.length);
  if (now - until > DAY_MS) {
    const to = formatDate(until, 'date', timeZone);
    if (from === to && gaps.length === 0) return t('history_complete_day', from);
    if (gaps.length === 0) return t('history_complete_until', from, to);
    return tPlural('history_gaps_until', gaps.length, count, from, to);
  }
  if (gaps.length === 0) return t('history_complete', from);
  return tPlural('history_gaps', gaps.length, count, from);
}
