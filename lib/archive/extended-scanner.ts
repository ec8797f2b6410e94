/**
 * The fast path for the extended history: reads the bytes of a regular file straight into columns,
 * without an object per row. It takes a file only if every byte is as expected; for any other file,
 * and for any row that `addExtendedRow` might reject or alter, it gives up and decides nothing.
 */
import { flagBits } from '../domain/stream-codes.ts';
import { COVERED_KEY, QUALITY_KEY, TRACK_KEY } from './extended-row.ts';
import { utcMs } from './export-time.ts';
import { NAMING_FIELDS, readExtendedTrack } from './extended-track.ts';
import { readName, readText } from './json-values.ts';
import { CodeMap } from './code-map.ts';
import { RecordReader } from './record-reader.ts';
import { ENDING, learnRecordShape, type RecordShape } from './record-shape.ts';
import {
  type CodedStream,
  MAX_PLAYED_MS,
  MAX_TEXT_LENGTH,
  type RowBatch,
  RowBatchBuilder,
} from './row-batch.ts';
import { SliceTable } from './slice-table.ts';
import { StringTable } from './string-table.ts';
import { TrackTable } from './track-table.ts';
import { decodeText, GIVE_UP, Letter } from './value-scanner.ts';

/** Each value that is kept has a slot; those of all others are behind these. */
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
const slotOf = (key: string) => SLOTS.findIndex((name) => name === key);
/** Of the naming values, those that hardly two tracks share. */
const IDENTIFYING = [
  'master_metadata_track_name',
  'spotify_track_uri',
  'spotify_episode_uri',
  'audiobook_chapter_uri',
];
const TS = slotOf('ts');
const MS_PLAYED = slotOf('ms_played');
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

const bitOf = (key: string) => 1 << slotOf(key);
const NAMING_BITS = NAMING_FIELDS.reduce((bits, key) => bits | bitOf(key), 0);
const REASON_START_BIT = bitOf('reason_start');
const REASON_END_BIT = bitOf('reason_end');
const PLATFORM_BIT = bitOf('platform');
const COUNTRY_BIT = bitOf('conn_country');

/** Of rows that this extension wrote: the slow path reads them. */
const OWN_KEYS = [QUALITY_KEY, TRACK_KEY, COVERED_KEY];
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
    if (OWN_KEYS.some((key) => shape.keys.includes(key))) return null;
    if (!scanner?.fits(shape)) scanner = new ExtendedScanner(shape.keys);
    return scanner.scan(bytes, shape);
  };
}

/** Knows files with these keys in this order. */
class ExtendedScanner {
  readonly #keys: string;
  readonly #record: RecordReader;
  #bytes = new Uint8Array();
  readonly #knownTracks = new TrackTable();
  readonly #knownTexts = new StringTable([null]);
  readonly #tracks: SliceTable;
  readonly #reasonStarts: SliceTable;
  readonly #reasonEnds: SliceTable;
  readonly #platforms: SliceTable;
  readonly #countries: SliceTable;
  /** The record added last: what does not change keeps its number. */
  readonly #stream: CodedStream = {
    endedAt: 0,
    playedMs: 0,
    track: 0,
    reasonStart: 0,
    reasonEnd: 0,
    flags: 0,
    platform: 0,
    country: 0,
  };
  #batch = new RowBatchBuilder();
  #codes = createCodeMaps(this.#batch, this.#knownTracks, this.#knownTexts);

  constructor(keys: readonly string[]) {
    this.#keys = keys.join();
    const slots = Int32Array.from(keys, (key, place) => {
      // Of a key that comes twice, the last value counts.
      const slot = keys.lastIndexOf(key) === place ? slotOf(key) : -1;
      return slot < 0 ? SLOTS.length + place : slot;
    });
    this.#record = new RecordReader(slots, SLOTS.length + keys.length);
    const table = (key: string, read: (text: string | null) => string | null) => {
      const slot = slotOf(key);
      return new SliceTable(this.#record, slot, slot + 1, [slot], () =>
        this.#isPlain(slot) ? this.#knownTexts.add(read(this.#textAt(slot))) : null,
      );
    };
    const named = NAMING_FIELDS.map((_, slot) => slot);
    this.#tracks = new SliceTable(this.#record, 0, named.length, IDENTIFYING.map(slotOf), () => {
      if (!named.every((slot) => this.#isPlain(slot))) return null;
      return this.#knownTracks.add(
        readExtendedTrack(named.map((slot) => readName(this.#textAt(slot)))),
      );
    });
    this.#reasonStarts = table('reason_start', readText);
    this.#reasonEnds = table('reason_end', readText);
    this.#platforms = table('platform', readName);
    this.#countries = table('conn_country', readName);
  }

  fits(shape: RecordShape): boolean {
    return this.#keys === shape.keys.join() && this.#knownTracks.tracks.length < MAX_KNOWN_TRACKS;
  }

  scan(bytes: Uint8Array<ArrayBuffer>, shape: RecordShape): RowBatch | null {
    this.#bytes = bytes;
    this.#batch = new RowBatchBuilder(expectRows(bytes, shape));
    this.#codes = createCodeMaps(this.#batch, this.#knownTracks, this.#knownTexts);
    let end = this.#record.begin(bytes, shape);
    while (end >= 0) end = this.#scanBlock(end);
    return end === END_OF_FILE ? this.#batch.finish('measured') : null;
  }

  /**
   * From the record whose last value ends at `first` on; gives that of a later one, `END_OF_FILE` or
   * `GIVE_UP`. A loop over a whole file would be compiled anew within each file; a function called
   * often is compiled once.
   */
  #scanBlock(first: number): number {
    let end = first;
    for (let record = 0; record < BLOCK_RECORDS; record++) {
      if (!this.#addRecord()) return GIVE_UP;
      const next = this.#record.next(end);
      if (next === GIVE_UP) return this.#endsAt(end) ? END_OF_FILE : GIVE_UP;
      end = next;
    }
    return end;
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
    const { changed } = this.#record;
    const stream = this.#stream;
    const codes = this.#codes;
    if (changed & NAMING_BITS) stream.track = codes.tracks.get(this.#tracks.find());
    if (changed & REASON_START_BIT) {
      stream.reasonStart = codes.reasons.get(this.#reasonStarts.find());
    }
    if (changed & REASON_END_BIT) stream.reasonEnd = codes.reasons.get(this.#reasonEnds.find());
    if (changed & PLATFORM_BIT) stream.platform = codes.platforms.get(this.#platforms.find());
    if (changed & COUNTRY_BIT) stream.country = codes.countries.get(this.#countries.find());
    const { track, reasonStart, reasonEnd, platform, country } = stream;
    if ((track | reasonStart | reasonEnd | platform | country) < 0) return false;
    stream.endedAt = endedAt;
    stream.playedMs = playedMs;
    stream.flags = flags;
    this.#batch.add(stream);
    return true;
  }

  /** A string of usual length, null, or absent. */
  #isPlain(slot: number): boolean {
    const start = this.#record.starts[slot]!;
    const length = this.#record.ends[slot]! - start;
    const first = this.#bytes[start];
    if (length > 0 && first !== Letter.n && first !== QUOTE) return false;
    return length <= MAX_TEXT_LENGTH;
  }

  #textAt(slot: number): string | null {
    return decodeText(this.#bytes, this.#record.starts[slot]!, this.#record.ends[slot]!);
  }

  #readTime(): number {
    const bytes = this.#bytes;
    const start = this.#record.starts[TS]!;
    if (this.#record.ends[TS]! - start !== TIME_LENGTH) return NaN;
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
    const value = this.#readDigits(this.#record.starts[MS_PLAYED]!, this.#record.ends[MS_PLAYED]!);
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
      const start = this.#record.starts[slot]!;
      if (start === this.#record.ends[slot]) continue;
      const first = this.#bytes[start];
      if (first === Letter.t) flags |= whenTrue;
      else if (first === Letter.f) flags |= whenFalse;
      else if (first !== Letter.n) return GIVE_UP;
    }
    return flags;
  }
}

/** Four times those of a real file. */
const MOST_EXPECTED_ROWS = 65_536;

/** A little more than the file has when its records are about as long as the first. */
function expectRows({ length }: Uint8Array, { starts, ends, crossing }: RecordShape): number {
  const recordBytes = ends.at(-1)! - starts[0]! + crossing.length;
  return Math.min(MOST_EXPECTED_ROWS, Math.ceil((1.1 * length) / recordBytes));
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
