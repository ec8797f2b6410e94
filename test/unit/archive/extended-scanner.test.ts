import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExtendedScanner } from '../../../lib/archive/extended-scanner.ts';
import { parseStreamsSlowly } from '../../../lib/archive/parse-streams.ts';
import { generateExtendedRows } from '../../support/exports/extended-rows.ts';
import { formatRows } from '../../support/exports/write-export.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const rows = (count: number, seed = 1) => [...generateExtendedRows(seed, count)];

/** What `createStreamParser` relies on: taken only if the slow path makes the very same of it. */
function expectAgreement(bytes: Uint8Array<ArrayBuffer>, scan = createExtendedScanner()): boolean {
  const fast = scan(bytes);
  if (fast === null) return false;
  expect(fast).toEqual(parseStreamsSlowly(bytes));
  return true;
}

const isTaken = (text: string) => expectAgreement(encode(text));

/** Any JSON-ish scalar a row's value may be replaced with. */
const oddValue = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
  fc.constantFrom(
    'null',
    'true',
    'false',
    '""',
    '0',
    '-0',
    '-1',
    '1.5',
    '1e3',
    '1E+2',
    '01',
    '-',
    'NaN',
    'Infinity',
    '+1',
    '4294967295',
    '4294967296',
    '9007199254740993',
    '1e400',
    '"1989"',
    '1989',
    '{}',
    '[]',
    '{"ts":1}',
    'nul',
    'tru',
    '"\\ud800"',
    '"\\udc00\\ud800"',
    '"\\u0000"',
    '"\\x"',
    '"\\u12"',
    '"\u0001"',
    '"\ufeffbom"',
    '"open',
    "'x'",
    '"\\"',
    '"\\\\"',
    '"\\/"',
    '"2023-02-29T00:00:00Z"',
    '"2024-02-29T23:59:59Z"',
    '"1969-12-31T23:59:59Z"',
    '"2099-12-31T23:59:59Z"',
    '"2100-01-01T00:00:00Z"',
    '"2023-08-24T11:44:40.5Z"',
    '"2023-08-24T24:00:00Z"',
    '"2023-08-24 11:44:40Z"',
    '"2023-04-31T00:00:00Z"',
    '"20a3-08-24T11:44:40Z"',
    '',
  ),
);

describe('the scanner of extended histories', () => {
  it('makes of a generated file exactly what JSON.parse and checks make of it', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 2, max: 300 }), (seed, count) => {
        expect(isTaken(formatRows(rows(count, seed)))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('agrees across files of one import, whatever it knows from the files before', () => {
    const scan = createExtendedScanner();
    for (const count of [50, 400, 2, 3_000]) {
      expect(expectAgreement(encode(formatRows(rows(count, count))), scan)).toBe(true);
      expect(expectAgreement(encode(JSON.stringify(rows(count, 9))), scan)).toBe(true);
      scan(encode(formatRows(rows(count, 4)).slice(0, -40)));
    }
  });

  it('takes other white space, a byte-order mark, other and fewer keys, in any order', () => {
    const some = rows(40);
    const turned = some.map((row) => Object.fromEntries(Object.entries(row).toReversed()));
    const old = some.map(withoutAudiobook);
    for (const list of [some, turned, old]) {
      expect(isTaken(formatRows(list))).toBe(true);
      expect(isTaken(JSON.stringify(list))).toBe(true);
      expect(isTaken(`\ufeff \n${JSON.stringify(list, null, 4)}\n`)).toBe(true);
      expect(isTaken(formatRows(list).replaceAll('\n', '\r\n'))).toBe(true);
    }
  });

  it('agrees when any value of any row is replaced with any other', () => {
    const some = rows(5);
    const keys = Object.keys(some[0]!);
    fc.assert(
      fc.property(fc.nat(4), fc.constantFrom(...keys), oddValue, (place, key, value) => {
        const marked = some.with(place, { ...some[place]!, [key]: '@@' });
        const text = formatRows(marked).replace('"@@"', () => value);
        agreeOrBothFail(encode(text));
      }),
      { numRuns: 700 },
    );
  });

  it('agrees when bytes are changed, removed, doubled or cut off anywhere', () => {
    const whole = encode(formatRows(rows(4)));
    const place = fc.nat(whole.length - 1);
    const change = fc.oneof(
      fc.tuple(place, fc.nat(255)).map(([at, byte]) => whole.with(at, byte)),
      fc
        .tuple(place, fc.constantFrom(...encode('"\\{}[],: \n09tfn-.eE')))
        .map(([at, byte]) => whole.with(at, byte)),
      fc.tuple(place, fc.nat(60)).map(([at, length]) => splice(whole, at, length, [])),
      fc
        .tuple(place, fc.uint8Array({ maxLength: 8 }))
        .map(([at, bytes]) => splice(whole, at, 0, [...bytes])),
      fc
        .tuple(place, fc.nat(900))
        .map(([at, length]) => splice(whole, at, 0, [...whole.subarray(at, at + length)])),
      place.map((at) => whole.slice(0, at)),
    );
    fc.assert(fc.property(change, agreeOrBothFail), { numRuns: 1_500 });
  });

  it('leaves to the slow path what it does not know to be regular', () => {
    const text = formatRows(rows(3));
    expect(isTaken(text)).toBe(true);
    expect(isTaken(formatRows(rows(1)))).toBe(false);
    expect(isTaken(text.replace('"ms_played" : ', '"ms_played" : -'))).toBe(false);
    expect(
      isTaken(
        text
          .replace('"shuffle" : true', '"shuffle" : 1')
          .replace('"shuffle" : false', '"shuffle" : 1'),
      ),
    ).toBe(false);
    const between = text.lastIndexOf('"offline" :');
    expect(isTaken(`${text.slice(0, between)} ${text.slice(between)}`)).toBe(false);
    expect(isTaken(text.replace('"offline" :', '"ts" : "x", "offline" :'))).toBe(false);
    expect(isTaken(text.replaceAll('"ip_addr" :', '"ts" :'))).toBe(false);
    expect(isTaken(text.replaceAll('"ts" :', '"time" :'))).toBe(false);
    expect(isTaken(text.replace(/"84[^"]*"/, '{"a": [1, 2]}'))).toBe(false);
    expect(isTaken(text.replace(/"84[^"]*"/, '{'.repeat(50_000)))).toBe(false);
    expect(isTaken(`${text} x`)).toBe(false);
    expect(isTaken(`${text}${' '.repeat(1_000)}`)).toBe(false);
    expect(isTaken(text.slice(0, -1))).toBe(false);
    expect(isTaken('')).toBe(false);
    expect(isTaken('[ ]')).toBe(false);
  });

  it('reads past strings of a megabyte in fields it does not keep, and gives up on kept ones', () => {
    const long = 'x'.repeat(1_000_000);
    const [first, ...others] = rows(3);
    expect(isTaken(formatRows([...others, { ...first!, ip_addr: long }]))).toBe(true);
    expect(isTaken(formatRows([...others, { ...first!, platform: long }]))).toBe(false);
  });

  it('tells tracks apart that differ in any one name, and joins the same one written differently', () => {
    const [row] = rows(1);
    const named = {
      ...row!,
      master_metadata_track_name: 'a/b',
      spotify_track_uri: 'spotify:track:1',
    };
    const variants = [
      named,
      { ...named, master_metadata_track_name: 'a/c' },
      { ...named, master_metadata_album_album_name: 'other' },
      { ...named, spotify_track_uri: null, master_metadata_track_name: 'null' },
      { ...named, spotify_track_uri: null, master_metadata_track_name: null },
      named,
    ];
    const text = formatRows(variants).replace('"a/b"', String.raw`"a\/b"`);
    const batch = createExtendedScanner()(encode(text))!;
    expect([...batch.track]).toEqual([0, 1, 2, 3, 4, 0]);
    expect(isTaken(text)).toBe(true);
  });
});

/** As rows were before 2024. */
function withoutAudiobook(row: object): object {
  const old = Object.entries(row).filter(([key]) => !key.startsWith('audiobook'));
  const personal = { username: 'someone', user_agent_decrypted: String.raw`a\b "c"` };
  return { ...Object.fromEntries(old), ...personal };
}

function agreeOrBothFail(bytes: Uint8Array<ArrayBuffer>): void {
  const fast = createExtendedScanner()(bytes);
  if (fast !== null) expect(fast).toEqual(parseStreamsSlowly(bytes));
}

function splice(
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
  remove: number,
  insert: number[],
): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...bytes.subarray(0, at), ...insert, ...bytes.subarray(at + remove)]);
}
