/** Search: the songs, artists or albums of a history whose names begin or hold what was typed. */
import { MUSIC } from '../dataset/columns.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { NONE } from '../dataset/dictionary.ts';
import { selectAll } from '../dataset/selection.ts';
import type { Steps } from '../domain/steps.ts';
import { type Grouping, groupingOf, type Subject } from './grouping.ts';
import { KeptSteps } from './kept-steps.ts';
import { compareTallied, pickBest, type Ranked } from './ranking.ts';
import { tally, type Tally } from './tally.ts';
import { foldForSearch, searchTerms } from './search-text.ts';

/** Ends an entry, and begins each word: neither is in a folded name. */
const END = '\n';
const SPACE = ' ';
/** Between the name and the artist's. */
const THEN = '\t';

/** How well an entry fits. */
const WORDS_OF_NAME = 3;
const WORDS = 2;
const INSIDE = 1;

interface NameIndex {
  /** One line an entry: ` glass harbour\t the sea of trees`. */
  readonly text: string;
  /** By line: the entry, and where its line begins. One more begin for the end of the text. */
  readonly entries: Int32Array;
  readonly begins: Int32Array;
  readonly sums: Tally;
  readonly compare: (a: number, b: number) => number;
  readonly groups: number;
}

const indices = new KeptSteps<Subject, NameIndex>();

/** Names folded in one step: a few ms of them. */
const NAMES_IN_STEP = 2048;

/**
 * The first `limit` that hold every word of `typed`, in their name or their artist's: those first
 * whose name has words that begin so, then those whose artist's name has; then those that have it
 * within a word. Each by plays, then time, then name. Neither case nor accents nor punctuation
 * count. What has no stream is not found. The index is built when first asked for.
 */
export function searchNames(
  dataset: Dataset,
  subject: Subject,
  typed: string,
  limit: number,
): Ranked[] {
  const fits = matchNames(dataset, subject, typed);
  if (!fits) return [];
  const { sums, compare, groups } = indexOf(dataset, subject);
  const best = pickBest(
    groups,
    limit,
    (entry) => fits[entry] !== 0,
    (a, b) => fits[b]! - fits[a]! || compare(a, b),
  );
  const { plays, playedMs } = sums;
  return best.map((entry) => ({
    index: entry,
    plays: plays[entry]!,
    playedMs: playedMs[entry]!,
  }));
}

/** Builds the index, so that the first key is answered as fast as the next. */
export function prepareSearch(dataset: Dataset, subject: Subject): Steps<void> {
  return indices.ahead(dataset.columns, subject, () => buildIndex(dataset, subject));
}

/** By entry: how well it fits, 0 for what does not. Null when nothing is typed. */
export function matchNames(dataset: Dataset, subject: Subject, typed: string): Uint8Array | null {
  const terms = searchTerms(typed);
  return terms.length === 0 ? null : findFits(indexOf(dataset, subject), terms);
}

/** Walks the lines that hold the longest term, and no others. */
function findFits(
  { text, entries, begins, groups }: Pick<NameIndex, 'text' | 'entries' | 'begins' | 'groups'>,
  terms: readonly string[],
): Uint8Array {
  const fits = new Uint8Array(groups);
  const rarest = terms.reduce((a, b) => (b.length > a.length ? b : a));
  let line = 0;
  let at = text.indexOf(rarest);
  while (at >= 0) {
    while (begins[line + 1]! <= at) line++;
    fits[entries[line]!] = fitOf(text.slice(begins[line], begins[line + 1]), terms);
    at = text.indexOf(rarest, begins[line + 1]);
  }
  return fits;
}

function fitOf(line: string, terms: readonly string[]): number {
  const nameEnd = line.indexOf(THEN);
  let fit = WORDS_OF_NAME;
  for (const term of terms) {
    const word = line.indexOf(SPACE + term);
    if (word >= 0) {
      if (nameEnd >= 0 && word > nameEnd) fit = Math.min(fit, WORDS);
    } else if (line.includes(term)) fit = INSIDE;
    else return 0;
  }
  return fit;
}

function indexOf(dataset: Dataset, subject: Subject): NameIndex {
  return indices.get(dataset.columns, subject, () => buildIndex(dataset, subject));
}

function* buildIndex(dataset: Dataset, subject: Subject): Steps<NameIndex> {
  const { groupOfTrack, groups, namesOf } = groupingOf(dataset, subject);
  const sums = tally(dataset, selectAll(dataset.columns), groupOfTrack, groups);
  const { kind } = dataset.dictionary[subject];
  const lines: string[] = [];
  const entries: number[] = [];
  const begins: number[] = [0];
  for (let entry = NONE + 1; entry < groups; entry++) {
    if (sums.streams[entry] === 0 || kind[entry] !== MUSIC) continue;
    if (lines.length % NAMES_IN_STEP === 0) yield;
    const line = lineOf(namesOf(entry));
    lines.push(line);
    entries.push(entry);
    begins.push(begins.at(-1)! + line.length);
  }
  return {
    text: lines.join(''),
    entries: Int32Array.from(entries),
    begins: Int32Array.from(begins),
    sums,
    compare: compareTallied(sums, { by: 'plays', namesOf }),
    groups,
  };
}

function lineOf(names: ReturnType<Grouping['namesOf']>): string {
  return names.map((name) => SPACE + foldForSearch(name)).join(THEN) + END;
}
