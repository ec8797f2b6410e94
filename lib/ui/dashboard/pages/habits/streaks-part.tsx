/** Days in a row with music: the longest run, the present one, and those of single artists. */
import { useMemo } from 'preact/hooks';
import type { StreaksView } from '../../../../views/habits/contract.ts';
import type { ViewScope } from '../../../../views/protocol.ts';
import { BarChart } from '../../../charts/charts.tsx';
import { counts } from '../../../charts/measure.ts';
import { Amount } from '../../../components/amount.tsx';
import { formatNumber } from '../../../format.ts';
import { t, tPlural } from '../../../text.ts';
import { ChartCard, NotYet } from '../../chart-card.tsx';
import type { DashboardActions } from '../../dashboard-actions.ts';
import { detailHref } from '../../detail-href.ts';
import { Fact, Facts } from '../../facts.tsx';
import { fileNameOf } from '../../file-name.ts';
import { nameInWords } from '../../name-in-words.ts';
import type { PageProps } from '../../page.ts';
import { daysText, formatDay, rangeOfDays } from '../../range-words.ts';
import { dayCell } from '../../date-cells.ts';

const IN_DAYS = counts('range_days');

type Streak = NonNullable<StreaksView['longest']>;

export function StreaksPart({ view, scope, route, actions }: PageProps & { view: StreaksView }) {
  const { longest, artists } = view;
  const rows = useMemo(
    () =>
      artists.map(({ entry, longest: { days, ...range } }) => {
        const href = detailHref(actions, 'artist', entry);
        return { name: entry.name, detail: daysText(range), value: days, href };
      }),
    [artists, actions],
  );
  const first = artists[0];
  if (!longest) return <NotYet title={t('streaks_none_title')}>{t('habits_none_text')}</NotYet>;
  return (
    <>
      <section class="card" aria-label={t('streaks_title')}>
        <Facts>
          <Fact label={t('streaks_longest')} detail={<Days streak={longest} actions={actions} />}>
            <InDays days={longest.days} />
          </Fact>
          <CurrentStreak view={view} scope={scope} actions={actions} />
          <Fact label={t('streaks_days')} detail={t('streaks_days_detail')}>
            <InDays days={view.days} />
          </Fact>
        </Facts>
      </section>
      {first ? (
        <ChartCard
          title={artistsTitle(first, artists[1])}
          note={t('streaks_artist_note')}
          table={{
            columns: [
              { label: t('list_artist'), kind: 'name' },
              { label: t('streaks_column_days'), kind: 'count' },
              { label: t('range_from'), kind: 'text' },
              { label: t('range_to'), kind: 'text' },
              { label: t('streaks_current'), kind: 'count' },
            ],
            rows: artists.map(({ entry, longest: its, current }) => [
              entry.name,
              its.days,
              dayCell(its.first),
              dayCell(its.last),
              current?.days ?? null,
            ]),
          }}
          fileName={fileNameOf('artist-streaks', route)}
        >
          <BarChart rows={rows} measure={IN_DAYS} />
        </ChartCard>
      ) : null}
    </>
  );
}

type ArtistStreak = StreaksView['artists'][number];

/** Of several as long, none is the one. */
function artistsTitle({ entry, longest: { days } }: ArtistStreak, second?: ArtistStreak): string {
  const inDays = tPlural('range_days', days, formatNumber(days));
  return second?.longest.days === days
    ? t('streaks_artists_title', inDays)
    : t('streaks_artist_title', nameInWords(entry.name), inDays);
}

/** Nothing is known after the last stream, so that a streak may have ended there unseen. */
function CurrentStreak({
  view: { asOf, current, currentKnown },
  scope,
  actions,
}: {
  view: StreaksView;
  scope: ViewScope;
  actions: DashboardActions;
}) {
  const isToday = asOf === scope.today;
  const label = isToday
    ? t('streaks_current')
    : t('streaks_current_as_of', formatDay(asOf, 'date'));
  if (!current && !currentKnown) {
    return (
      <Fact label={label} detail={t('streaks_unknown')}>
        <Amount value="–" unit="" />
      </Fact>
    );
  }
  if (!current) {
    return (
      <Fact label={label} detail={t(isToday ? 'streaks_current_none' : 'streaks_none_then')}>
        <InDays days={0} />
      </Fact>
    );
  }
  return (
    <Fact label={label} detail={<Days streak={current} actions={actions} />}>
      <InDays days={current.days} />
    </Fact>
  );
}

function InDays({ days }: { days: number }) {
  return <Amount value={formatNumber(days)} unit={tPlural('unit_day', days, formatNumber(days))} />;
}

/** From when to when, as a link to these days. */
function Days({ streak, actions }: { streak: Streak; actions: DashboardActions }) {
  return (
    <a
      class="link--quiet"
      href={actions.hrefFor({ page: 'overview', range: rangeOfDays(streak), params: {} })}
    >
      {daysText(streak)}
    </a>
  );
}
