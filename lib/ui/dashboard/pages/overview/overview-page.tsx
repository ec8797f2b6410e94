/** The first page: amounts and their shape, what was heard most, what is new, and what came last. */
import { RECENT_STREAMS } from '../../../../views/overview/contract.ts';
import { t } from '../../../text.ts';
import { fileNameOf } from '../../file-name.ts';
import { PagedStreams } from '../../streams/paged-streams.tsx';
import { Heroes } from './heroes.tsx';
import type { OverviewPageProps } from './overview-props.ts';
import { coverageText } from './overview-words.ts';
import { RangeChart } from './range-chart.tsx';
import { EarlierDays, News, Streaks } from './side-cards.tsx';
import { TopLists } from './top-lists.tsx';

export function OverviewPage(props: OverviewPageProps) {
  const { view, route, scope, ask, timeZone, actions, now } = props;
  const isPast = scope.days !== null && scope.days.last < scope.today;
  if (scope.streams === 0) {
    return (
      <>
        <section class="card dash__empty">
          <h2>{t('popup_empty_title')}</h2>
          <p class="muted">{t('dashboard_empty_text')}</p>
        </section>
        <TopLists {...props} />
      </>
    );
  }
  return (
    <>
      <Heroes {...props} />
      <RangeChart {...props} />
      <TopLists {...props} />
      <div class="side-cards">
        <News {...props} />
        <EarlierDays {...props} />
        <Streaks {...props} />
      </div>
      <PagedStreams
        key={JSON.stringify([route.accountId, route.range])}
        {...(isPast ? {} : { title: t('recent_title') })}
        subject={null}
        first={view.streams}
        size={RECENT_STREAMS}
        {...{ ask, timeZone, actions, now }}
        fileName={fileNameOf('streams', route)}
      />
      <p class="muted small">
        {coverageText(view.coverage, timeZone)}{' '}
        <a class="link" href={actions.hrefFor({ page: 'history', params: {} })}>
          {t('overview_history')}
        </a>
      </p>
    </>
  );
}
