/** The dashboard's content: amounts and their shape, top lists, recent streams, completeness. */
import { Amount } from '../components/amount.tsx';
import { Duration } from '../components/duration.tsx';
import { SparkLine } from '../components/spark-line.tsx';
import { formatDate, formatNumber } from '../format.ts';
import { rangeLabel } from '../range-text.ts';
import { stepLabel, stepsTitle } from '../step-text.ts';
import { t, tPlural } from '../text.ts';
import { CoveragePanel } from './coverage-panel.tsx';
import type { DashboardModel } from './dashboard-store.ts';
import type { HistoryView } from './history-protocol.ts';
import { RecentTable } from './recent-table.tsx';
import { TopLists } from './top-lists.tsx';

interface HistoryPanelsProps {
  model: DashboardModel;
  view: HistoryView;
}

export function HistoryPanels({ model, view }: HistoryPanelsProps) {
  if (view.kept.streams === 0) {
    return (
      <section class="card dash__empty">
        <h2>{t('popup_empty_title')}</h2>
        <p class="muted">{t('dashboard_empty_text')}</p>
      </section>
    );
  }
  return (
    <div class={model.stale ? 'panels panels--stale' : 'panels'}>
      <Summary model={model} view={view} />
      <TopLists top={view.top} />
      <RecentTable streams={view.recent} timeZone={model.timeZone} />
      <CoveragePanel view={view} timeZone={model.timeZone} />
    </div>
  );
}

function Summary({ model: { range, timeZone }, view }: HistoryPanelsProps) {
  const { plays, playedMs, firstAt, lastAt, steps, stepUnit } = view;
  return (
    <section class="card summary" aria-label={rangeLabel(range)}>
      <div class="summary__heroes">
        <p class="summary__hero">
          <Duration ms={playedMs} />
        </p>
        <p class="summary__hero">
          <Amount
            value={formatNumber(plays)}
            unit={tPlural('popup_plays', plays, formatNumber(plays))}
          />
        </p>
        <dl class="summary__ends">
          <div>
            <dt>{t('dashboard_first')}</dt>
            <dd>{firstAt === null ? '–' : formatDate(firstAt, 'moment', timeZone)}</dd>
          </div>
          <div>
            <dt>{t('dashboard_last')}</dt>
            <dd>{lastAt === null ? '–' : formatDate(lastAt, 'moment', timeZone)}</dd>
          </div>
        </dl>
      </div>
      <div class="summary__chart">
        <h2 class="summary__title">{stepsTitle(stepUnit)}</h2>
        <SparkLine
          title={stepsTitle(stepUnit)}
          wide
          steps={steps.map(({ start, ...step }) => ({
            label: stepLabel(start, stepUnit, timeZone),
            ...step,
          }))}
        />
        {steps.length > 0 ? (
          <p class="summary__axis" aria-hidden="true">
            <span>{stepLabel(steps[0]!.start, stepUnit, timeZone)}</span>
            <span>{stepLabel(steps.at(-1)!.start, stepUnit, timeZone)}</span>
          </p>
        ) : null}
        {steps.some(({ covered }) => !covered) ? (
          <p class="muted small">{t('popup_hatched')}</p>
        ) : null}
      </div>
    </section>
  );
}
