/** On what and where music is heard, and how much of it in shuffled order. */
import { useMemo } from 'preact/hooks';
import type { DeviceFamily, DevicesView } from '../../../../views/habits/contract.ts';
import { BarChart } from '../../../charts/charts.tsx';
import type { ChartTable } from '../../../charts/chart-table.ts';
import { plays as inPlays, shares } from '../../../charts/measure.ts';
import { formatNumber, formatPercent, formatRegion } from '../../../format.ts';
import { t, type MessageKey } from '../../../text.ts';
import { ChartCard, NotYet } from '../../chart-card.tsx';
import { fileNameOf } from '../../file-name.ts';
import { clearMost, isMost } from '../../findings.ts';
import type { PageProps } from '../../page.ts';

const FAMILIES: Readonly<Record<DeviceFamily, MessageKey>> = {
  android: 'device_android',
  ios: 'device_ios',
  windows: 'device_windows',
  mac: 'device_mac',
  linux: 'device_linux',
  web: 'device_web',
  cast: 'device_cast',
  speaker: 'device_speaker',
  tv: 'device_tv',
  console: 'device_console',
  other: 'device_otherwise',
  unknown: 'device_unknown',
};

interface Row {
  name: string;
  /** False where it was not told. */
  known: boolean;
  streams: number;
  plays: number;
  playedMs: number;
}

export function DevicesPart({ view, route }: PageProps & { view: DevicesView }) {
  const families = useMemo(
    () =>
      view.families.map(({ family, streams, plays, playedMs }): Row => {
        return {
          name: t(FAMILIES[family]),
          known: family !== 'unknown',
          streams,
          plays,
          playedMs,
        };
      }),
    [view.families],
  );
  const countries = useMemo(
    () =>
      view.countries.map(({ code, streams, plays, playedMs }): Row => {
        const name = code === null ? t('country_unknown') : formatRegion(code);
        return { name, known: code !== null, streams, plays, playedMs };
      }),
    [view.countries],
  );
  if (families.length === 0) {
    return <NotYet title={t('devices_none_title')}>{t('habits_none_text')}</NotYet>;
  }
  return (
    <>
      <div class="pair">
        <RowsChart
          rows={families}
          title={mostOf(families, DEVICE_WORDS)}
          note={t('devices_note')}
          label={t('devices_column')}
          fileName={fileNameOf('devices', route)}
        />
        <RowsChart
          rows={countries}
          title={mostOf(countries, COUNTRY_WORDS)}
          note={t('countries_note')}
          label={t('countries_column')}
          fileName={fileNameOf('countries', route)}
        />
      </div>
      <Shuffle shuffle={view.shuffle} fileName={fileNameOf('shuffle', route)} />
    </>
  );
}

interface RowsChartProps {
  rows: readonly Row[];
  title: string;
  note: string;
  label: string;
  fileName: string;
}

function RowsChart({ rows, title, note, label, fileName }: RowsChartProps) {
  const bars = useMemo(() => rows.map(({ name, plays }) => ({ name, value: plays })), [rows]);
  return (
    <ChartCard title={title} note={note} table={tableOf(label, rows)} fileName={fileName}>
      <BarChart rows={bars} measure={inPlays} />
    </ChartCard>
  );
}

interface MostWords {
  most: MessageKey;
  /** Where it is less than half. */
  first: MessageKey;
  even: MessageKey;
  /** Where only some of it is known. */
  known: MessageKey;
  unknown: MessageKey;
}

export const DEVICE_WORDS: MostWords = {
  most: 'devices_most',
  first: 'devices_first',
  even: 'devices_even',
  known: 'devices_most_known',
  unknown: 'devices_unknown_title',
};
export const COUNTRY_WORDS: MostWords = {
  most: 'countries_most',
  first: 'countries_first',
  even: 'countries_even',
  known: 'countries_most_known',
  unknown: 'countries_unknown_title',
};

/** “Most on Android: 54 % of plays”; where some is not known, of how many that is said. */
export function mostOf(
  rows: readonly Pick<Row, 'name' | 'known' | 'plays'>[],
  words: MostWords,
): string {
  const known = rows.filter((row) => row.known);
  const playsOf = (some: typeof rows) => some.reduce((sum, { plays }) => sum + plays, 0);
  const all = playsOf(known);
  const first = known[0];
  if (!first || all === 0) return t(words.unknown);
  const amounts = known.map(({ plays }) => plays);
  const share = formatPercent(first.plays / all);
  if (clearMost(amounts) === null) return t(words.even, formatPercent(Math.max(...amounts) / all));
  if (!isMost(first.plays, all)) return t(words.first, first.name, share);
  return all < playsOf(rows)
    ? t(words.known, first.name, share, formatNumber(all))
    : t(words.most, first.name, share);
}

function tableOf(label: string, rows: readonly Row[]): ChartTable {
  return {
    columns: [
      { label, kind: 'text' },
      { label: t('list_plays'), kind: 'count' },
      { label: t('list_time'), kind: 'duration' },
      { label: t('list_streams'), kind: 'count' },
    ],
    rows: rows.map(({ name, plays, playedMs, streams }) => [name, plays, playedMs, streams]),
  };
}

interface ShuffleProps {
  shuffle: DevicesView['shuffle'];
  fileName: string;
}

function Shuffle({ shuffle: { share, streams }, fileName }: ShuffleProps) {
  const rows = useMemo(
    () => [
      { name: t('shuffle_on'), value: share ?? 0 },
      { name: t('shuffle_off'), value: 1 - (share ?? 0) },
    ],
    [share],
  );
  if (share === null) {
    return <NotYet title={t('shuffle_none_title')}>{t('shuffle_none_text')}</NotYet>;
  }
  return (
    <ChartCard
      title={
        share > 0.5
          ? t('shuffle_mostly', formatPercent(share))
          : t('shuffle_hardly', formatPercent(1 - share))
      }
      note={t('shuffle_of', formatNumber(streams))}
      table={{
        columns: [
          { label: t('shuffle_column'), kind: 'text' },
          { label: t('top_share'), kind: 'share' },
          { label: t('list_streams'), kind: 'count' },
        ],
        rows: rows.map(({ name, value }) => [name, value, Math.round(value * streams)]),
      }}
      fileName={fileName}
    >
      <BarChart rows={rows} measure={shares} />
    </ChartCard>
  );
}
