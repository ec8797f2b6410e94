/** What a row counts as: the definitions of music, a play and a skip, in one byte a row. */
import { type Columns, ESTIMATED, MUSIC, TRACK_DONE } from '../dataset/columns.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { FLAGS, REASONS } from '../domain/stream-codes.ts';

/** Bits of a class; 0 for what is no music. */
export const IS_MUSIC = 1;
/** A play of music: 30 s heard, or ended by itself, or reported by Spotify as played. */
export const IS_PLAY = 2;
/** Skipped music: Spotify says so, or it ended by a button for the next song or the one before. */
export const IS_SKIP = 4;
/** Music whose `reason_end` is told: neither missing nor empty. Skip rates are out of these. */
export const END_KNOWN = 8;

const PLAY_MS = 30_000;
const FORWARD = REASONS.indexOf('fwdbtn');
const BACK = REASONS.indexOf('backbtn');
const EMPTY = REASONS.indexOf('');
/** The two bits of the flag `skipped` when it is true. */
const SKIPPED_SHIFT = 2 * FLAGS.indexOf('skipped');
const FLAG_TRUE = 2;

/** By columns: what is learned of their music later changes no class. */
const classes = new WeakMap<Columns, Uint8Array>();

/** By row; computed once for the same columns. */
export function rowClasses(dataset: Dataset): Uint8Array {
  let known = classes.get(dataset.columns);
  if (!known) {
    known = classify(dataset);
    classes.set(dataset.columns, known);
  }
  return known;
}

function classify({ columns, dictionary }: Dataset): Uint8Array {
  const { rows, playedMs, quality, flags, reasonEnd, track } = columns;
  const { kind } = dictionary.tracks;
  // Looked up, as no branch could be foretold: a million rows take half the time.
  const ofEnd = Uint8Array.from(dictionary.reasons, (_, end) => classOfEnd(end));
  const ofFlags = Uint8Array.from({ length: 256 }, (_, of) => classOfFlags(of));
  const result = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    if (kind[track[row]!] !== MUSIC) continue;
    const isPlay = playedMs[row]! >= PLAY_MS || quality[row] === ESTIMATED;
    result[row] =
      IS_MUSIC | ofEnd[reasonEnd[row]!]! | ofFlags[flags[row]!]! | (isPlay ? IS_PLAY : 0);
  }
  return result;
}

/** What the reason of the end says by itself. */
function classOfEnd(end: number): number {
  return (
    (end === TRACK_DONE ? IS_PLAY : 0) |
    (end === FORWARD || end === BACK ? IS_SKIP : 0) |
    (end !== 0 && end !== EMPTY ? END_KNOWN : 0)
  );
}

/** What the flags of a row say. */
function classOfFlags(flags: number): number {
  return ((flags >> SKIPPED_SHIFT) & 3) === FLAG_TRUE ? IS_SKIP : 0;
}
