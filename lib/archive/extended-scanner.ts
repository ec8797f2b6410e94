/**
 * The fast path for the extended history: reads the bytes of a regular file straight into columns,
 * without an object per row. It takes a file only if every byte is as expected; for any other file,
 * and for any row that `addExtendedRow` might reject or alter, it gives up and decides nothing.
 */
import { flagBits } from '../domain/stream-codes.ts';
import { QUALITY_KEY, TRACK_KEY } from './extended-row.ts';
import { utcMs } from './export-time.ts';
import { NAMING_FIELDS, readExtendedTrack } from './extended-track.ts';
import { readName, readText } from './json-values.ts';
import { ByteMatcher } from './byte-matcher.ts';
import { CodeMap } from './code-map.ts';
import { ENDING, learnRecordShape, type RecordShape } from './record-shape.ts';
import { MAX_PLAYED_MS, MAX_TEXT_LENGTH, type RowBatch, RowBatchBuilder } from './row-batch.ts';
import { type RecordValues, SliceTable } from './slice-table.ts';
import { StringTable } from './string-table.ts';
import { TrackTable } from './track-table.ts';
import { decodeText, findValueEnd, GIVE_UP, Letter } from './value-scanner.ts';

/** Each value that is kept has a slot; all others share one behind these. */
const SLOTS = [
  ...NAMING_FIELDS,
  'reason_start',
  'reason_end',
  'platform',
  'conn_country',
  'ts',
  'ms_played',
  'shuffle',
  'skipped',
  'offline',
  'incognito_mode',
] as const;
const slotOf = (key: string) => {
  const slot = SLOTS.findIndex((name) => name === key);
  return slot < 0 ? SLOTS.length : slot;
};
/** Of the naming values, those that hardly two tracks share. */
const IDENTIFYING = [
  'master_metadata_track_name',
  'spotify_track_uri',
  'spotify_episode_uri',
  'audiobook_chapter_uri',
];
const TS = slotOf('ts');
const MS_PLAYED = slotOf('ms_played');
/** Text stands in the slots before the time's. */
const TEXT_SLOTS = TS;
const FLAG_SLOTS = (
  [
    ['shuffle', 'shuffle'],
    ['skipped', 'skipped'],
    ['offline', 'offline'],
    ['incognito_mode', 'incognito'],
  ] as const
).map(([key, flag]) => ({
  slot: slotOf(key),
  whenTrue: flagBits(flag, true),
  whenFalse: flagBits(flag, false),
}));

const BLOCK_RECORDS = 16;
const END_OF_FILE = -2;

const [QUOTE, DASH, COLON, UPPER_T, UPPER_Z] = [0x22, 0x2d, 0x3a, 0x54, 0x5a] as const;
const TIME_LENGTH = '"2023-08-24T11:44:40Z"'.length;

/** More entries than any listener has tracks: a scanner that knows so many starts afresh. */
const MAX_KNOWN_TRACKS = 500_000;

/** Scans the files of one import; what it knows of tracks from one file serves the next. */
export function createExtendedScanner(): (bytes: Uint8Array<ArrayBuffer>) => RowBatch | null {
  let scanner: ExtendedScanner | null = null;
  /** The batch of a regular file, the very one the slow path would make; null for any other file. */
  return (bytes) => {
    const shape = learnRecordShape(bytes);
    if (!shape?.keys.includes('ts') || !shape.keys.includes('ms_played')) return null;
    if (shape.keys.includes(QUALITY_KEY) || shape.keys.includes(TRACK_KEY)) return null;
    if (!scanner?.fits(shape)) scanner = new ExtendedScanner(shape.keys);
    return scanner.scan(bytes, shape);
  };
}

/** Knows files with these keys in this order. */
class ExtendedScanner implements RecordValues {
  view = new DataView(new ArrayBuffer());
  #bytes = new Uint8Array();
  readonly starts = new Int32Array(SLOTS.length + 1);
  readonly ends = new Int32Array(SLOTS.length + 1);
  readonly #keys: string;
  /** The slot of each key. */
  readonly #slots: Int32Array;
  readonly #knownTracks = new TrackTable();
  readonly #knownTexts = new StringTable([null]);
  readonly #tracks: SliceTable;
  readonly #reasonStarts: SliceTable;
  readonly #reasonEnds: SliceTable;
  readonly #platforms: SliceTable;
  readonly #countries: SliceTable;
  #between: readonly ByteMatcher[] = [];
  #batch = new RowBatchBuilder();
  #codes = createCodeMaps(this.#batch, this.#knownTracks, this.#knownTexts);

  constructor(keys: readonly string[]) {
    this.#keys = keys.join();
    this.#slots = Int32Array.from(keys, slotOf);
    const text = (slot: number) => decodeText(this.#bytes, this.starts[slot]!, this.ends[slot]!);
    const table = (key: string, read: (text: string | null) => string | null) => {
      const slot = slotOf(key);
      return new SliceTable(this, slot, slot + 1, [slot], () =>
        this.#knownTexts.add(read(text(slot))),
      );
    };
    this.#tracks = new SliceTable(this, 0, NAMING_FIELDS.length, IDENTIFYING.map(slotOf), () =>
      this.#knownTracks.add(
        readExtendedTrack(NAMING_FIELDS.map((_, slot) => readName(text(slot)))),
      ),
    );
    this.#reasonStarts = table('reason_start', readText);
    this.#reasonEnds = table('reason_end', readText);
    this.#platforms = table('platform', readName);
    this.#countries = table('conn_country', readName);
  }

  fits(shape: RecordShape): boolean {
    return this.#keys === shape.keys.join() && this.#knownTracks.tracks.length < MAX_KNOWN_TRACKS;
  }

  scan(bytes: Uint8Array<ArrayBuffer>, shape: RecordShape): RowBatch | null {
    this.#beginFile(bytes, shape);
    let at = shape.firstValue;
    while (at >= 0) at = this.#scanBlock(at);
    return at === END_OF_FILE ? this.#batch.finish('measured') : null;
  }

  /**
   * The records from `first` on; gives where the next begins, `END_OF_FILE` or `GIVE_UP`.
   * A loop over a whole file would be compiled anew within each file; a function called often is
   * compiled once.
   */
  #scanBlock(first: number): number {
    let at = first;
    for (let record = 0; record < BLOCK_RECORDS; record++) {
      const end = this.#scanRecord(at);
      if (end === GIVE_UP || !this.#addRecord()) return GIVE_UP;
      at = this.#between[0]!.skip(end);
      if (at === GIVE_UP) return this.#endsAt(end) ? END_OF_FILE : GIVE_UP;
    }
    return at;
  }

  #beginFile(bytes: Uint8Array<ArrayBuffer>, shape: RecordShape): void {
    const batch = new RowBatchBuilder();
    this.#bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#batch = batch;
    this.#between = shape.between.map((expected) => new ByteMatcher(this.view, expected));
    this.#codes = createCodeMaps(batch, this.#knownTracks, this.#knownTexts);
  }

  /** Notes where the record's values are; gives the end of the last, or `GIVE_UP`. */
  #scanRecord(firstValue: number): number {
    const { starts, ends } = this;
    const bytes = this.#bytes;
    const slots = this.#slots;
    const between = this.#between;
    let at = firstValue;
    for (let key = 0; key < slots.length; key++) {
      if (key > 0) at = between[key]!.skip(at);
      if (at === GIVE_UP) return GIVE_UP;
      const end = findValueEnd(bytes, at);
      if (end === GIVE_UP) return GIVE_UP;
      const slot = slots[key]!;
      starts[slot] = at;
      ends[slot] = end;
      at = end;
    }
    return at;
  }

  #endsAt(at: number): boolean {
    // White space without end is for the slow path.
    const rest = this.#bytes.subarray(at, at + 100);
    return at + rest.length === this.#bytes.length && ENDING.test(String.fromCharCode(...rest));
  }

  /** Takes the record into the batch, unless there is anything unusual about its values. */
  #addRecord(): boolean {
    const endedAt = this.#readTime();
    const playedMs = this.#readPlayedMs();
    const flags = this.#readFlags();
    if (Number.isNaN(endedAt) || playedMs === GIVE_UP || flags === GIVE_UP) return false;
    if (!this.#hasPlainTexts()) return false;
    const codes = this.#codes;
    this.#batch.add({
      endedAt,
      playedMs,
      track: codes.tracks.get(this.#tracks.find()),
      reasonStart: codes.reasons.get(this.#reasonStarts.find()),
      reasonEnd: codes.reasons.get(this.#reasonEnds.find()),
      flags,
      platform: codes.platforms.get(this.#platforms.find()),
      country: codes.countries.get(this.#countries.find()),
    });
    return true;
  }

  /** Every text is a string of usual length, null, or absent. */
  #hasPlainTexts(): boolean {
    for (let slot = 0; slot < TEXT_SLOTS; slot++) {
      const start = this.starts[slot]!;
      const length = this.ends[slot]! - start;
      const first = this.#bytes[start];
      if (length > 0 && first !== Letter.n && first !== QUOTE) return false;
      if (length > MAX_TEXT_LENGTH) return false;
    }
    return true;
  }

  #readTime(): number {
    const bytes = this.#bytes;
    const start = this.starts[TS]!;
    if (this.ends[TS]! - start !== TIME_LENGTH) return NaN;
    const isPunctuated =
      bytes[start + 5] === DASH &&
      bytes[start + 8] === DASH &&
      bytes[start + 11] === UPPER_T &&
      bytes[start + 14] === COLON &&
      bytes[start + 17] === COLON &&
      bytes[start + 20] === UPPER_Z;
    if (!isPunctuated) return NaN;
    const two = (place: number) => this.#readDigits(start + place, start + place + 2);
    return utcMs(this.#readDigits(start + 1, start + 5), two(6), two(9), two(12), two(15), two(18));
  }

  /** A whole number from 0 to the most that is accepted, written with digits only. */
  #readPlayedMs(): number {
    const value = this.#readDigits(this.starts[MS_PLAYED]!, this.ends[MS_PLAYED]!);
    return value <= MAX_PLAYED_MS ? value : GIVE_UP;
  }

  /** NaN when there is anything but digits. */
  #readDigits(from: number, to: number): number {
    let value = 0;
    for (let at = from; at < to; at++) {
      const digit = this.#bytes[at]! - 0x30;
      if (digit < 0 || digit > 9) return NaN;
      value = value * 10 + digit;
    }
    return value;
  }

  #readFlags(): number {
    let flags = 0;
    for (const { slot, whenTrue, whenFalse } of FLAG_SLOTS) {
      const start = this.starts[slot]!;
      if (start === this.ends[slot]) continue;
      const first = this.#bytes[start];
      if (first === Letter.t) flags |= whenTrue;
      else if (first === Letter.f) flags |= whenFalse;
      else if (first !== Letter.n) return GIVE_UP;
    }
    return flags;
  }
}

function createCodeMaps(batch: RowBatchBuilder, tracks: TrackTable, texts: StringTable) {
  const text = (known: number) => texts.strings[known] ?? null;
  return {
    tracks: new CodeMap((known) => batch.tracks.append(tracks.tracks[known]!)),
    reasons: new CodeMap((known) => batch.reasons.add(text(known))),
    platforms: new CodeMap((known) => batch.platforms.add(text(known))),
    countries: new CodeMap((known) => batch.countries.add(text(known))),
  };
}
