/** The first page: amounts and their shape, top lists, and the newest streams. */
import { Amount } from '../../../components/amount.tsx';
import { Duration } from '../../../components/duration.tsx';
import { SparkLine } from '../../../components/spark-line.tsx';
import { formatDate, formatNumber } from '../../../format.ts';
import { stepLabel, stepsTitle } from '../../../step-text.ts';
import { t, tPlural } from '../../../text.ts';
import { rangeText } from '../../range-words.ts';
import type { PageProps } from '../../page.ts';
import type { OverviewView } from '../../../../views/overview/contract.ts';
import { RecentTable } from './recent-table.tsx';
import { TopLists } from './top-lists.tsx';

interface OverviewPageProps extends PageProps {
  view: OverviewView;
}

export function OverviewPage(props: OverviewPageProps) {
  const { view, timeZone } = props;
  return (
    <>
      <Summary {...props} />
      <TopLists top={view.top} />
      <RecentTable streams={view.recent} timeZone={timeZone} />
    </>
  );
}

function Summary({ route, scope, timeZone, view }: OverviewPageProps) {
  const { plays, playedMs, firstAt, lastAt, steps, stepUnit } = view;
  return (
    <section class="card summary" aria-label={rangeText(route.range, scope.days)}>
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
