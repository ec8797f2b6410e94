/** Release years as charts have them, and what they say in a sentence. */
import type { ReleasesView } from '../../../../views/taste/contract.ts';
import { formatPercent } from '../../../format.ts';
import { t } from '../../../text.ts';
import { clearMost, isMost } from '../../findings.ts';

type Spans = ReleasesView['years'];

/** Of the time, how much is of a known release year, 0 … 1; null without music. */
export function knownShare(spans: Spans): number | null {
  const all = timeOf(spans);
  return all > 0 ? timeOf(spans.filter(isKnown)) / all : null;
}

/** Every year from the first known to the last, those without music too. */
export function eachYear(spans: Spans): { year: number; playedMs: number }[] {
  const known = spans.flatMap(({ year, playedMs }) => (year === null ? [] : [{ year, playedMs }]));
  const [first, last] = [known[0]?.year, known.at(-1)?.year];
  if (first === undefined || last === undefined) return [];
  const times = new Map(known.map(({ year, playedMs }) => [year, playedMs]));
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i;
    return { year, playedMs: times.get(year) ?? 0 };
  });
}

/** With less, what is known does not speak for the whole. */
const ENOUGH_KNOWN = 0.95;

/** “Half of your listening was released in 2012 or later”; of what is known, where that is not nearly all. */
export function releaseFinding(spans: Spans): string {
  const known = spans.filter(isKnown);
  const half = timeOf(known) / 2;
  let later = 0;
  let year: number | null = null;
  for (const span of known.toReversed()) {
    later += span.playedMs;
    year = span.year;
    if (later >= half) break;
  }
  return t(
    isNearlyWhole(spans) ? 'releases_title' : 'releases_title_part',
    formatPercent(later / (2 * half)),
    String(year),
  );
}

/** “Most time with the 1990s”, of what is known; null while nothing is. */
export function decadeFinding(decades: Spans): string | null {
  const known = decades.filter(isKnown);
  if (known.length === 0) return null;
  const isWhole = isNearlyWhole(decades);
  const first = known[clearMost(known.map(({ playedMs }) => playedMs)) ?? -1];
  if (!first) return t(isWhole ? 'releases_decade_even' : 'releases_decade_even_part');
  const words = isMost(first.playedMs, timeOf(known))
    ? ({ whole: 'releases_decade_title', part: 'releases_decade_title_part' } as const)
    : ({ whole: 'releases_decade_first', part: 'releases_decade_first_part' } as const);
  return t(isWhole ? words.whole : words.part, decadeName(first.year));
}

function isNearlyWhole(spans: Spans): boolean {
  return (knownShare(spans) ?? 0) >= ENOUGH_KNOWN;
}

/** The share of the time of which no year is known; never all of it while some is. */
export function unknownShareText(spans: Spans): string {
  const known = knownShare(spans) ?? 0;
  return formatPercent(known > 0 ? Math.min(1 - known, 0.99) : 1);
}

/** “the 1990s” */
export function decadeName(decade: number | null): string {
  return decade === null ? t('releases_unknown') : t('releases_decade', String(decade));
}

/** One category of the stacked years: a decade, all before the ones shown, or what is not known. */
export interface DecadeLayer {
  name: string;
  other: boolean;
  /** By year of listening, in ms. */
  playedMs: number[];
}

/** More than this many categories nobody tells apart. */
const MOST_LAYERS = 7;

/** The latest decades by themselves, the rest together. */
export function decadeLayers({ decades, years }: ReleasesView['trend']): DecadeLayer[] {
  const known = decades.filter((decade) => decade !== null);
  const alone = known.slice(known.length > MOST_LAYERS ? known.length - MOST_LAYERS + 1 : 0);
  const earliest = alone[0] ?? Infinity;
  const layer = (name: string, isIn: (decade: number | null) => boolean, other = false) => ({
    name,
    other,
    playedMs: years.map((year) =>
      year.playedMs.reduce((sum, ms, i) => sum + (isIn(decades[i]!) ? ms : 0), 0),
    ),
  });
  const isEarlier = (decade: number | null) => decade !== null && decade < earliest;
  return [
    ...(known.some(isEarlier) ? [layer(t('releases_before', String(earliest)), isEarlier)] : []),
    ...alone.map((decade) => layer(decadeName(decade), (other) => other === decade)),
    ...(decades.includes(null) ? [layer(decadeName(null), (decade) => decade === null, true)] : []),
  ];
}

function isKnown({ year }: Spans[number]): boolean {
  return year !== null;
}

function timeOf(spans: Spans): number {
  return spans.reduce((sum, { playedMs }) => sum + playedMs, 0);
}
