/** Variety by season: how many artists and songs, how many of them new, how evenly spread. */
import { useMemo } from 'preact/hooks';
import type { SeasonsView } from '../../../../views/taste/contract.ts';
import { SmallColumns } from '../../../charts/charts.tsx';
import type { ChartTable } from '../../../charts/chart-table.ts';
import { counts, type Measure, shares } from '../../../charts/measure.ts';
import { Segmented } from '../../../components/segmented.tsx';
import { formatNumber, formatPercent } from '../../../format.ts';
import { t, type MessageKey } from '../../../text.ts';
import { ChartCard, NotYet } from '../../chart-card.tsx';
import { fileNameOf } from '../../file-name.ts';
import { gapNotes } from '../../gap-notes.ts';
import type { PageProps } from '../../page.ts';
import { beginsWithin } from '../overview/overview-words.ts';
import {
  findVariety,
  hasFaint,
  partText,
  type SeasonsFinding,
  readFigure,
  SEASON_FIGURES,
  type SeasonFigure,
  seasonName,
  seasonPanels,
  yearName,
} from './season-facts.ts';

interface FigureWords {
  label: MessageKey;
  title: MessageKey;
  even: MessageKey;
  note: MessageKey;
  measure: Measure;
  write: (value: number) => string;
}

const FIGURES: Readonly<Record<SeasonFigure, FigureWords>> = {
  artists: {
    label: 'top_artists',
    title: 'seasons_title_artists',
    even: 'seasons_even',
    note: 'seasons_note_artists',
    measure: counts('top_count_artists'),
    write: (value) => formatNumber(Math.round(value)),
  },
  songs: {
    label: 'top_songs',
    title: 'seasons_title_songs',
    even: 'seasons_even',
    note: 'seasons_note_songs',
    measure: counts('top_count_songs'),
    write: (value) => formatNumber(Math.round(value)),
  },
  new: {
    label: 'seasons_new',
    title: 'seasons_title_new',
    even: 'seasons_even_new',
    note: 'seasons_note_new',
    measure: shares,
    write: formatPercent,
  },
  evenness: {
    label: 'seasons_evenness',
    title: 'seasons_title_evenness',
    even: 'seasons_even_evenness',
    note: 'seasons_note_evenness',
    measure: shares,
    write: formatPercent,
  },
};

export function SeasonsPart({ view, scope, route, actions }: PageProps & { view: SeasonsView }) {
  const figure = readFigure(route.params['of']);
  const words = FIGURES[figure];
  const panels = useMemo(() => seasonPanels(view, figure), [view, figure]);
  const finding = findVariety(view, figure);
  if (!finding) return <NotYet title={t('seasons_none_title')}>{t('habits_none_text')}</NotYet>;
  const change = (more: Record<string, string>) =>
    actions.go({ params: { ...route.params, ...more } });
  return (
    <>
      <div class="choices">
        <Segmented
          legend={t('seasons_of')}
          name="of"
          options={SEASON_FIGURES.map((key) => ({ key, label: t(FIGURES[key].label) }))}
          value={figure}
          onChange={(of) => change({ of })}
        />
        <Segmented
          legend={t('seasons_hemisphere')}
          name="half"
          options={[
            { key: 'northern', label: t('seasons_northern') },
            { key: 'southern', label: t('seasons_southern') },
          ]}
          value={view.hemisphere}
          onChange={(half) => change({ half })}
        />
      </div>
      <ChartCard
        title={seasonsTitle(finding, words, scope)}
        note={[
          t(words.note),
          ...gapNotes(panels.flatMap(({ columns }) => columns)),
          ...(hasFaint(view) ? [t('seasons_faint')] : []),
        ].join(' ')}
        table={seasonTable(view)}
        fileName={fileNameOf('seasons', route)}
      >
        <SmallColumns panels={panels} measure={words.measure} />
      </ChartCard>
    </>
  );
}

/** Of a range within a longer record, what it holds is no word about the record. */
function seasonsTitle(
  finding: SeasonsFinding,
  { title, even, measure, write }: FigureWords,
  { days, kept }: PageProps['scope'],
): string {
  if (finding.is === 'few') return t('seasons_few');
  if (finding.is === 'most') {
    return t(title, seasonName(finding.season), write(finding.average));
  }
  if (finding.is === 'alone') {
    const isAll = days === null || beginsWithin(days, kept.firstAt);
    return t(isAll ? 'seasons_alone' : 'seasons_alone_in_range', seasonName(finding.season));
  }
  const { average } = finding;
  return t(even, measure === shares ? write(average) : measure.format(Math.round(average)));
}

function seasonTable({ seasons, hemisphere }: SeasonsView): ChartTable {
  return {
    columns: [
      { label: t('seasons_column'), kind: 'text' },
      { label: t('top_artists'), kind: 'count' },
      { label: t('top_songs'), kind: 'count' },
      { label: t('seasons_new'), kind: 'share' },
      { label: t('seasons_evenness'), kind: 'share' },
    ],
    rows: seasons.map((one) => [
      partText(t('seasons_name', seasonName(one.season), yearName(one, hemisphere)), one.part),
      one.artists,
      one.songs,
      one.firstTimeShare,
      one.evenness,
    ]),
  };
}
