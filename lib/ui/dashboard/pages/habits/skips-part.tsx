/** How often music is left before its end: in all, and whose most. */
import { useMemo } from 'preact/hooks';
import type { SkipsView } from '../../../../views/habits/contract.ts';
import { BarChart } from '../../../charts/charts.tsx';
import type { ChartTable } from '../../../charts/chart-table.ts';
import { shares } from '../../../charts/measure.ts';
import { Amount } from '../../../components/amount.tsx';
import { formatNumber, formatPercent } from '../../../format.ts';
import { joinParts } from '../../../isolate.ts';
import { t } from '../../../text.ts';
import { ChartCard, NotYet } from '../../chart-card.tsx';
import { detailHref, type DetailKind } from '../../detail-href.ts';
import { Fact, Facts } from '../../facts.tsx';
import { fileNameOf } from '../../file-name.ts';
import { clearMost } from '../../findings.ts';
import { nameInWords } from '../../name-in-words.ts';
import type { PageProps } from '../../page.ts';

interface SkipsPartProps extends PageProps {
  view: SkipsView;
}

export function SkipsPart(props: SkipsPartProps) {
  const { streams, skips, rate, artists, songs, minStreams } = props.view;
  if (rate === null) return <NotYet title={t('skips_none_title')}>{t('skips_none_text')}</NotYet>;
  return (
    <>
      <section class="card" aria-label={t('skips_title')}>
        <Facts>
          <Fact label={t('skips_rate')} detail={t('skips_definition')}>
            <Amount value={formatPercent(rate)} unit="" />
          </Fact>
          <Fact label={t('skips_number')} detail={t('skips_of', formatNumber(streams))}>
            <Amount value={formatNumber(skips)} unit={t('skips_unit')} />
          </Fact>
        </Facts>
      </section>
      {artists.length + songs.length === 0 ? (
        <NotYet title={t('skips_few_title')}>
          {t('skips_few_text', formatNumber(minStreams))}
        </NotYet>
      ) : (
        <div class="pair">
          <SkipChart {...props} kind="artist" />
          <SkipChart {...props} kind="song" />
        </div>
      )}
    </>
  );
}

function SkipChart({ view, route, actions, kind }: SkipsPartProps & { kind: DetailKind }) {
  const ranked = kind === 'artist' ? view.artists : view.songs;
  const rows = useMemo(
    () =>
      ranked.map(({ entry, streams, skips, rate }) => {
        const href = detailHref(actions, kind, entry);
        const detail = skipDetail({ artist: entry.artist, skips, streams });
        return { name: entry.name, detail, value: rate, href };
      }),
    [ranked, actions, kind],
  );
  const first = ranked[0];
  return (
    <ChartCard
      title={
        first
          ? skipsFinding(ranked, kind)
          : t(
              kind === 'artist' ? 'skips_no_artist' : 'skips_no_song',
              formatNumber(view.minStreams),
            )
      }
      note={t(
        kind === 'artist' ? 'skips_artists_note' : 'skips_songs_note',
        formatNumber(view.minStreams),
      )}
      table={skipTable(ranked, kind)}
      fileName={fileNameOf(`skipped-${kind}s`, route)}
    >
      <BarChart rows={rows} measure={shares} />
    </ChartCard>
  );
}

/** “You skip Lanterns more than any other: 40 %”, where that is clear. */
export function skipsFinding(ranked: SkipsView['songs'], kind: DetailKind): string {
  const rates = ranked.map(({ rate }) => rate);
  const first = ranked[clearMost(rates) ?? -1];
  return first
    ? t('skips_most', nameInWords(first.entry.name), formatPercent(first.rate))
    : t(
        kind === 'artist' ? 'skips_even_artists' : 'skips_even_songs',
        formatPercent(Math.max(...rates)),
      );
}

/** “3 of 12 · Ines Vale”, or the figures alone: what is cut where there is no room is the name. */
export function skipDetail({ artist, skips, streams }: SkipDetail): string {
  const figures = t('skips_skips_of', formatNumber(skips), formatNumber(streams));
  return joinParts(artist === null ? [figures] : [figures, artist]);
}

interface SkipDetail {
  artist: string | null;
  skips: number;
  streams: number;
}

function skipTable(ranked: SkipsView['songs'], kind: DetailKind): ChartTable {
  const whose = kind === 'song';
  return {
    columns: [
      { label: t(whose ? 'list_song' : 'list_artist'), kind: 'name' },
      ...(whose ? [{ label: t('list_artist'), kind: 'name' } as const] : []),
      { label: t('skips_rate'), kind: 'share' },
      { label: t('skips_title'), kind: 'count' },
      { label: t('skips_column_streams'), kind: 'count' },
    ],
    rows: ranked.map(({ entry, streams, skips, rate }) => [
      entry.name,
      ...(whose ? [entry.artist] : []),
      rate,
      skips,
      streams,
    ]),
  };
}
