/** The timeline: every day, who each month went to, and how it all added up. */
import type {
  CalendarView,
  CumulativeView,
  LayersView,
} from '../../../../views/timeline/contract.ts';
import { Segmented } from '../../../components/segmented.tsx';
import { t } from '../../../text.ts';
import type { DashboardPage, PageProps } from '../../page.ts';
import { CalendarCard } from './calendar-card.tsx';
import { CumulativeCard } from './cumulative-card.tsx';
import { LayersCard } from './layers-card.tsx';

type By = 'plays' | 'time';

export const TIMELINE_PAGE: DashboardPage = {
  title: 'page_timeline',
  uses: { range: true, compare: true },
  async load(ask, { params }) {
    const by = readBy(params['by']);
    const [{ scope, view: calendar }, { view: layers }, { view: sums }] = await Promise.all([
      ask('calendar', {}),
      ask('layers', { by }),
      ask('cumulative', { by }),
    ]);
    const views = { calendar, layers, sums };
    return { scope, render: (props) => <TimelinePage by={by} views={views} {...props} /> };
  },
};

/** By time unless the URL says otherwise. */
function readBy(text: string | undefined): By {
  return text === 'plays' ? 'plays' : 'time';
}

interface TimelinePageProps extends PageProps {
  by: By;
  views: { calendar: CalendarView; layers: LayersView; sums: CumulativeView };
}

function TimelinePage({ by, views, ...props }: TimelinePageProps) {
  const { route, actions } = props;
  return (
    <>
      <div class="choices">
        <Segmented
          legend={t('timeline_by')}
          name="by"
          options={[
            { key: 'time', label: t('list_time') },
            { key: 'plays', label: t('list_plays') },
          ]}
          value={by}
          onChange={(next) => actions.go({ params: { ...route.params, by: next } })}
        />
      </div>
      <CalendarCard view={views.calendar} by={by} {...props} />
      <LayersCard view={views.layers} by={by} {...props} />
      <CumulativeCard view={views.sums} by={by} {...props} />
    </>
  );
}
