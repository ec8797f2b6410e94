/** Artists falling off, and artists rising: their share then and now, and the months between. */
import { useMemo } from 'preact/hooks';
import type { ChangesView } from '../../../../views/taste/contract.ts';
import { Chart } from '../../../charts/chart.tsx';
import type { ChartTable } from '../../../charts/chart-table.ts';
import { durations } from '../../../charts/measure.ts';
import { monthStep } from '../../../charts/steps.ts';
import { formatNumber, formatShare, formatSmallShare } from '../../../format.ts';
import { t, type MessageKey } from '../../../text.ts';
import { ChartCard, NotYet } from '../../chart-card.tsx';
import { detailHref } from '../../detail-href.ts';
import { fileNameOf } from '../../file-name.ts';
import { nameInWords } from '../../name-in-words.ts';
import type { PageProps } from '../../page.ts';
import { daysText } from '../../range-words.ts';
import { drawTrails } from '../../trail-picture.ts';
import { SpotifyEntries } from './spotify-list.tsx';

export type Direction = 'falling' | 'rising';

interface ChangesPartProps extends PageProps {
  view: ChangesView;
  direction: Direction;
}

type Words = Record<'title' | 'note' | 'spotify' | 'none_title' | 'none_text', MessageKey>;

const WORDS: Readonly<Record<Direction, Words>> = {
  falling: {
    title: 'falling_title',
    note: 'falling_note',
    spotify: 'falling_spotify',
    none_title: 'falling_none_title',
    none_text: 'falling_none_text',
  },
  rising: {
    title: 'rising_title',
    note: 'rising_note',
    spotify: 'rising_spotify',
    none_title: 'rising_none_title',
    none_text: 'rising_none_text',
  },
};

export function ChangesPart(props: ChangesPartProps) {
  const { view, route, actions, direction } = props;
  const { artists, firstMonth, covered, recent, earlier, found } = view;
  const draw = useMemo(() => {
    const count = artists[0]?.byMonth.length ?? 0;
    return drawTrails({
      rows: artists.map(({ entry, earlierShare, recentShare, byMonth }) => ({
        name: entry.name,
        amount: t('taste_then_now', ...thenAndNow(earlierShare, recentShare)),
        values: byMonth,
        href: detailHref(actions, 'artist', entry),
      })),
      steps: Array.from({ length: count }, (_, i) => monthStep(firstMonth + i)),
      covered,
      measure: durations,
      form: 'columns',
      since: monthsUntil(recent.first) - firstMonth,
    });
  }, [artists, firstMonth, covered, recent, actions]);
  const words = WORDS[direction];
  const first = artists[0];
  if (!first) return <NobodyYet {...props} />;
  return (
    <ChartCard
      title={t(
        words.title,
        nameInWords(first.entry.name),
        ...thenAndNow(first.earlierShare, first.recentShare),
      )}
      note={[
        t(words.note, daysText(recent), daysText(earlier)),
        ...(found > artists.length
          ? [t('list_first', formatNumber(artists.length), formatNumber(found))]
          : []),
        t('changes_scale'),
        ...(covered.includes(false) ? [t('timeline_hatched')] : []),
      ].join(' ')}
      table={changesTable(artists)}
      fileName={fileNameOf(direction, route)}
    >
      <Chart draw={draw} />
    </ChartCard>
  );
}

/** Two shares as they are written, finer where they would look the same. */
export function thenAndNow(then: number, now: number): [string, string] {
  const texts: [string, string] = [formatShare(then), formatShare(now)];
  if (then === now || texts[0] !== texts[1]) return texts;
  return [formatSmallShare(then), formatSmallShare(now)];
}

/** Spotify's lists, or what is missing. */
function NobodyYet({ view, actions, route, direction }: ChangesPartProps) {
  const { spotifyList, earlierMs, recentMs, earlier, recent } = view;
  const words = WORDS[direction];
  if (spotifyList) {
    return (
      <SpotifyEntries
        spotifyList={spotifyList}
        kind="artist"
        title={t(words.spotify)}
        fileName={fileNameOf(direction, route)}
        actions={actions}
      />
    );
  }
  if (earlierMs === 0) {
    return (
      <NotYet title={t('changes_young_title')}>{t('changes_young_text', daysText(recent))}</NotYet>
    );
  }
  if (recentMs === 0) {
    return (
      <NotYet title={t('changes_silent_title', daysText(recent))}>
        {t('changes_silent_text')}
      </NotYet>
    );
  }
  return <NotYet title={t(words.none_title)}>{t(words.none_text, daysText(earlier))}</NotYet>;
}

const DAY_MS = 86_400_000;

/** Months from January 1970 until a local day begins, with the part of its own month. */
function monthsUntil(day: number): number {
  const date = new Date(day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const days = (Date.UTC(year, month + 1) - Date.UTC(year, month)) / DAY_MS;
  return (year - 1970) * 12 + month + (date.getUTCDate() - 1) / days;
}

function changesTable(artists: ChangesView['artists']): ChartTable {
  return {
    columns: [
      { label: t('list_artist'), kind: 'name' },
      { label: t('changes_column_then'), kind: 'share' },
      { label: t('changes_column_now'), kind: 'share' },
      { label: t('changes_column_time_then'), kind: 'duration' },
      { label: t('changes_column_time_now'), kind: 'duration' },
    ],
    rows: artists.map(({ entry, earlierShare, recentShare, earlierMs, recentMs }) => [
      entry.name,
      earlierShare,
      recentShare,
      earlierMs,
      recentMs,
    ]),
  };
}
