/** On this day: the same date in earlier years, each with what was played most. */
import { useMemo } from 'preact/hooks';
import type { OnThisDayView } from '../../../../views/taste/contract.ts';
import type { ChartTable, TableColumn } from '../../../charts/chart-table.ts';
import { Button } from '../../../components/button.tsx';
import { Cover } from '../../../components/cover.tsx';
import { formatDuration, formatNumber } from '../../../format.ts';
import { t, tPlural } from '../../../text.ts';
import { ChartCard, NotYet } from '../../chart-card.tsx';
import type { DashboardActions } from '../../dashboard-actions.ts';
import { listTable, OfferPicture } from '../../entry-list.tsx';
import { drawList, type ListRow } from '../../list-picture.ts';
import { clearMost } from '../../findings.ts';
import { NameLink } from '../../name-link.tsx';
import { nameInWords } from '../../name-in-words.ts';
import type { PageProps } from '../../page.ts';
import { formatDay, isoDay } from '../../range-words.ts';

type EarlierDay = OnThisDayView['days'][number];

export function OnThisDayPart(props: PageProps & { view: OnThisDayView }) {
  const { view, scope, actions } = props;
  const { day, days } = view;
  const columns = useMemo((): TableColumn[] => [{ label: t('list_plays'), kind: 'count' }], []);
  const rows = useMemo(
    () =>
      days.flatMap((earlier): ListRow[] =>
        earlier.songs.map(({ entry, plays }) => ({
          mark: yearOf(earlier.day),
          entry,
          cells: [plays],
        })),
      ),
    [days],
  );
  const picture = useMemo(() => drawList({ rows, columns, most: MOST }), [rows, columns]);
  const table = (): ChartTable =>
    listTable({ kind: 'song', columns, rows, markLabel: t('range_year') });
  const first = days[0];
  const song = first?.songs[0];
  return (
    <>
      <DayChoice day={day} today={scope.today} actions={actions} />
      {first && song ? (
        <ChartCard
          title={dayFinding(first)}
          note={t('this_day_note', formatDay(day, 'day-of-year'))}
          table={table}
          fileName={`ostinato-on-this-day-${isoDay(day).slice(5)}`}
        >
          <OfferPicture draw={picture} />
          <div class="this-day">
            {days.map((earlier) => (
              <DayCard key={earlier.day} earlier={earlier} day={day} actions={actions} />
            ))}
          </div>
        </ChartCard>
      ) : (
        <NotYet title={t('this_day_none_title', formatDay(day, 'day-of-year'))}>
          {t('this_day_none_text')}
        </NotYet>
      )}
    </>
  );
}

/** “On 12 May 2024 you played Lanterns more than any other song”, or how much was played at all. */
export function dayFinding({ day, plays, songs }: EarlierDay): string {
  const date = formatDay(day, 'date');
  const song = songs[clearMost(songs.map((one) => one.plays)) ?? -1];
  return song && songs.length > 1
    ? t('this_day_title', date, nameInWords(song.entry.name))
    : t('overview_day', date, tPlural('popup_plays_count', plays, formatNumber(plays)));
}

const MOST = 60;

interface DayChoiceProps {
  day: number;
  today: number;
  actions: DashboardActions;
}

function DayChoice({ day, today, actions }: DayChoiceProps) {
  const go = (next: number) =>
    actions.go({ params: { part: 'on-this-day', day: next === today ? '' : isoDay(next) } });
  return (
    <div class="choices">
      <Button small name={t('this_day_before')} onClick={() => go(day - 1)}>
        ←
      </Button>
      <p class="this-day__date">{formatDay(day, 'day-of-year')}</p>
      <Button small name={t('this_day_after')} onClick={() => go(day + 1)}>
        →
      </Button>
      {day === today ? null : (
        <Button small kind="quiet" onClick={() => go(today)}>
          {t('range_today')}
        </Button>
      )}
    </div>
  );
}

interface DayCardProps {
  earlier: EarlierDay;
  /** The day looked back from. */
  day: number;
  actions: DashboardActions;
}

function DayCard({ earlier, day, actions }: DayCardProps) {
  const { plays, playedMs, songs } = earlier;
  const ago = Number(yearOf(day)) - Number(yearOf(earlier.day));
  const range = isoDay(earlier.day);
  return (
    <section class="this-day__card">
      <h3 class="this-day__year">
        <a class="link--quiet" href={actions.hrefFor({ page: 'overview', range, params: {} })}>
          {yearOf(earlier.day)}
        </a>
      </h3>
      <p class="muted small">
        {t(
          'this_day_amount',
          tPlural('this_day_ago', ago, formatNumber(ago)),
          tPlural('popup_plays_count', plays, formatNumber(plays)),
          formatDuration(playedMs),
        )}
      </p>
      <ol class="this-day__songs">
        {songs.map(({ entry, plays: times }, i) => (
          <li key={i} class="this-day__song">
            <Cover url={entry.coverUrl} size={36} alt="" name={entry.name} />
            <div class="this-day__names">
              <NameLink kind="song" {...entry} actions={actions} />
              {entry.artist === null ? null : (
                <span class="muted">
                  <NameLink kind="artist" name={entry.artist} actions={actions} />
                </span>
              )}
            </div>
            <span class="muted">{t('this_day_times', formatNumber(times))}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function yearOf(day: number): string {
  return isoDay(day).slice(0, 4);
}
