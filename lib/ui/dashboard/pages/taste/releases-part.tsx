/** Release-year trends: how old the music is, and how that went from year to year. */
import { useMemo } from 'preact/hooks';
import type { ReleasesView } from '../../../../views/taste/contract.ts';
import { BarChart, ColumnChart, StackedColumns } from '../../../charts/charts.tsx';
import type { TableCell } from '../../../charts/chart-table.ts';
import { durations } from '../../../charts/measure.ts';
import { yearStep } from '../../../charts/steps.ts';
import { t } from '../../../text.ts';
import { ChartCard } from '../../chart-card.tsx';
import { fileNameOf } from '../../file-name.ts';
import type { PageProps } from '../../page.ts';
import {
  decadeFinding,
  decadeLayers,
  decadeName,
  eachYear,
  knownShare,
  releaseFinding,
  unknownShareText,
} from './release-facts.ts';
import { SpotifyEntries } from './spotify-list.tsx';

interface ReleasesPartProps extends PageProps {
  view: ReleasesView;
}

export function ReleasesPart(props: ReleasesPartProps) {
  const { view, route, actions } = props;
  const share = knownShare(view.years);
  return (
    <>
      {share === null ? null : share === 0 ? (
        <Decades {...props} />
      ) : (
        <>
          <Years {...props} share={share} />
          <div class="pair">
            <Decades {...props} />
            <Trend {...props} />
          </div>
        </>
      )}
      {view.spotifyList ? (
        <SpotifyEntries
          spotifyList={view.spotifyList}
          kind="album"
          title={t('releases_spotify')}
          fileName={fileNameOf('albums', route)}
          actions={actions}
        />
      ) : null}
    </>
  );
}

function Years({ view, route, share }: ReleasesPartProps & { share: number }) {
  const columns = useMemo(
    () =>
      eachYear(view.years).map(({ year, playedMs }) =>
        Object.assign(yearStep(year), { covered: true, value: playedMs }),
      ),
    [view.years],
  );
  return (
    <ChartCard
      title={releaseFinding(view.years)}
      note={
        share < 1 ? t('releases_note_unknown', unknownShareText(view.years)) : t('releases_note')
      }
      table={() => ({
        columns: [
          { label: t('releases_column_year'), kind: 'text' },
          { label: t('list_time'), kind: 'duration' },
          { label: t('list_plays'), kind: 'count' },
        ],
        rows: view.years.map(({ year, playedMs, plays }) => [
          year === null ? t('releases_unknown') : String(year),
          playedMs,
          plays,
        ]),
      })}
      fileName={fileNameOf('release-years', route)}
    >
      <ColumnChart columns={columns} measure={durations} />
    </ChartCard>
  );
}

function Decades({ view, route }: ReleasesPartProps) {
  const rows = useMemo(
    () => view.decades.map(({ year, playedMs }) => ({ name: decadeName(year), value: playedMs })),
    [view.decades],
  );
  const finding = decadeFinding(view.decades);
  return (
    <ChartCard
      title={finding ?? t('releases_none_title')}
      note={t(finding ? 'releases_decades_note' : 'releases_why')}
      table={{
        columns: [
          { label: t('releases_column_decade'), kind: 'text' },
          { label: t('list_time'), kind: 'duration' },
          { label: t('list_plays'), kind: 'count' },
        ],
        rows: view.decades.map(({ year, playedMs, plays }) => [decadeName(year), playedMs, plays]),
      }}
      fileName={fileNameOf('release-decades', route)}
    >
      <BarChart rows={rows} measure={durations} />
    </ChartCard>
  );
}

/** Each year of listening, by the decades its music came from. */
function Trend({ view, route }: ReleasesPartProps) {
  const { trend } = view;
  const { series, columns } = useMemo(() => {
    const layers = decadeLayers(trend);
    return {
      series: layers.map(({ name, other }) => ({ name, other })),
      columns: trend.years.map(({ year }, i) =>
        Object.assign(yearStep(year), {
          covered: true,
          values: layers.map(({ playedMs }) => playedMs[i]!),
        }),
      ),
    };
  }, [trend]);
  return (
    <ChartCard
      title={t('releases_trend_title')}
      note={t('releases_trend_note')}
      table={() => ({
        columns: [
          { label: t('releases_column_heard'), kind: 'text' },
          ...trend.decades.map((decade) => ({
            label: decadeName(decade),
            kind: 'duration' as const,
          })),
        ],
        rows: trend.years.map(trendRow),
      })}
      fileName={fileNameOf('release-trend', route)}
    >
      <StackedColumns columns={columns} series={series} measure={durations} />
    </ChartCard>
  );
}

function trendRow({ year, playedMs }: ReleasesView['trend']['years'][number]): TableCell[] {
  return [String(year), ...playedMs];
}
