/** Artists standing the test of time, quarter by quarter. */
import { useMemo } from 'preact/hooks';
import type { LastingView } from '../../../../views/taste/contract.ts';
import { Chart } from '../../../charts/chart.tsx';
import { plays as inPlays } from '../../../charts/measure.ts';
import type { Step } from '../../../charts/steps.ts';
import { formatDate, formatNumber } from '../../../format.ts';
import { t } from '../../../text.ts';
import { ChartCard, NotYet } from '../../chart-card.tsx';
import { detailHref } from '../../detail-href.ts';
import { fileNameOf } from '../../file-name.ts';
import { nameInWords } from '../../name-in-words.ts';
import type { PageProps } from '../../page.ts';
import { drawTrails } from '../../trail-picture.ts';
import { lastingTable } from './lasting-table.ts';
import { seenFrom } from './seen-from.ts';
import { SpotifyEntries } from './spotify-list.tsx';

interface LastingPartProps extends PageProps {
  view: LastingView;
}

export function LastingPart(props: LastingPartProps) {
  const { view, scope, route, actions } = props;
  const { artists, asOf, covered, found } = view;
  const draw = useMemo(() => {
    const count = Math.max(0, ...artists.map(({ byQuarter }) => byQuarter.length));
    const rows = artists.map(({ entry, quarters, quartersSince, byQuarter }) => {
      const before = Array.from({ length: count - byQuarter.length }, () => null);
      return {
        name: entry.name,
        amount: t('skips_skips_of', formatNumber(quarters), formatNumber(quartersSince)),
        values: [...before, ...byQuarter],
        href: detailHref(actions, 'artist', entry),
      };
    });
    const steps = quarterSteps(asOf, count);
    return drawTrails({ rows, steps, covered, measure: inPlays, form: 'cells' });
  }, [artists, asOf, covered, actions]);
  const first = artists[0];
  if (!first) return <NobodyYet {...props} />;
  return (
    <ChartCard
      title={t(
        'lasting_title',
        nameInWords(first.entry.name),
        formatNumber(first.quarters),
        formatNumber(first.quartersSince),
      )}
      note={[
        t('lasting_note'),
        ...(found > artists.length
          ? [t('list_first', formatNumber(artists.length), formatNumber(found))]
          : []),
        ...(covered.includes(false) ? [t('timeline_hatched')] : []),
        ...seenFrom(asOf, scope),
      ].join(' ')}
      table={() => lastingTable(artists, (count) => quarterSteps(asOf, count), covered)}
      fileName={fileNameOf('test-of-time', route)}
    >
      <Chart draw={draw} />
    </ChartCard>
  );
}

/** Spotify's lists, or what is missing. */
function NobodyYet({ view, scope, timeZone, actions, route }: LastingPartProps) {
  const { spotifyList, firstPlayBy } = view;
  if (spotifyList) {
    return (
      <SpotifyEntries
        spotifyList={spotifyList}
        kind="artist"
        title={t('lasting_spotify')}
        fileName={fileNameOf('test-of-time', route)}
        actions={actions}
      />
    );
  }
  const { firstAt } = scope.kept;
  const isYoung = firstAt === null || firstAt / DAY_MS > firstPlayBy;
  return (
    <NotYet title={t(isYoung ? 'lasting_young_title' : 'lasting_none_title')}>
      {isYoung && firstAt !== null
        ? t('lasting_young_text', formatDate(firstAt, 'date', timeZone))
        : t('lasting_none_text')}
    </NotYet>
  );
}

const DAY_MS = 86_400_000;

/** So many quarters, that of the day last. */
function quarterSteps(asOf: number, count: number): Step[] {
  const date = new Date(asOf * DAY_MS);
  const last = date.getUTCFullYear() * 4 + Math.floor(date.getUTCMonth() / 3);
  return Array.from({ length: count }, (_, i) => {
    const number = last - count + 1 + i;
    const [year, quarter] = [Math.floor(number / 4), (number % 4) + 1];
    const label = t('taste_quarter', String(quarter), String(year));
    return quarter === 1 ? { label, tick: String(year) } : { label };
  });
}
