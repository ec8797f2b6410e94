import { describe, expect, it } from 'vitest';
import { REASONS, unpackFlags } from '../../../lib/domain/stream-codes.ts';
import { createStreamParser } from '../../../lib/archive/parse-streams.ts';
import type { RowBatch } from '../../../lib/archive/row-batch.ts';
import { AUDIOBOOK_ROWS, MUSIC_ROWS, PODCAST_ROWS } from '../../support/exports/account-files.ts';
import { generateExtendedRows, type ExtendedRow } from '../../support/exports/extended-rows.ts';
import { formatRows } from '../../support/exports/write-export.ts';

const parse = (text: string) => createStreamParser()(new TextEncoder().encode(text));
const parseRows = (rows: object[]) => parse(formatRows(rows));
const [good] = [...generateExtendedRows(1, 1)] as [ExtendedRow];

function problems(batch: RowBatch): string[] {
  expect(batch.rows + batch.rejectedRows).toBe(batch.rowsRead);
  return batch.rejections.map(({ row, problem }) => `${row} ${problem}`);
}

describe('parsing a streaming history', () => {
  it('keeps every value that a stream is made of', () => {
    const row = {
      ...good,
      ts: '2024-02-29T23:59:59Z',
      ms_played: 61_000,
      master_metadata_track_name: 'Song',
      master_metadata_album_artist_name: 'Artist',
      master_metadata_album_album_name: 'Album',
      spotify_track_uri: 'spotify:track:1',
      episode_name: null,
      reason_start: 'invented',
      reason_end: '',
      platform: 'ios',
      conn_country: 'IS',
      shuffle: true,
      skipped: null,
      offline: false,
      incognito_mode: true,
    };
    const batch = parseRows([row, row]);
    expect(batch.quality).toBe('measured');
    expect([...batch.endedAt]).toEqual(Array(2).fill(Date.UTC(2024, 1, 29, 23, 59, 59)));
    expect([...batch.playedMs]).toEqual([61_000, 61_000]);
    expect(batch.tracks).toHaveLength(1);
    expect(batch.tracks[0]).toMatchObject({
      kind: 'music',
      uri: 'spotify:track:1',
      title: 'Song',
      artist: 'Artist',
      album: 'Album',
    });
    expect(batch.reasons.slice(0, REASONS.length)).toEqual(REASONS);
    expect(batch.reasons[batch.reasonStart[1]!]).toBe('invented');
    expect(batch.reasons[batch.reasonEnd[1]!]).toBe('');
    expect(batch.platforms[batch.platform[1]!]).toBe('ios');
    expect(batch.countries[batch.country[1]!]).toBe('IS');
    expect(unpackFlags(batch.flags[1]!)).toEqual({
      shuffle: true,
      skipped: null,
      offline: false,
      incognito: true,
    });
  });

  it('never keeps the address or the user name', () => {
    const row = {
      ...good,
      ip_addr: '10.9.8.7',
      username: 'someone',
      user_agent_decrypted: 'agent',
    };
    for (const text of [formatRows([row, row]), formatRows([row])]) {
      expect(JSON.stringify(parse(text))).not.toMatch(/10\.9\.8\.7|someone|agent/);
    }
  });

  it('tells kinds apart by what the row names', () => {
    const bare = Object.fromEntries(
      Object.entries(good).filter(([key]) => !/^(?:master|spotify|episode|audiobook)/.test(key)),
    );
    const kinds = [
      { spotify_track_uri: 'spotify:track:1' },
      { master_metadata_track_name: 'Song', episode_name: 'also' },
      { spotify_episode_uri: 'spotify:episode:1', episode_name: 'E', episode_show_name: 'S' },
      { audiobook_title: 'B', audiobook_uri: 'spotify:show:1', audiobook_chapter_title: 'C' },
      {},
      { master_metadata_track_name: '', spotify_track_uri: null },
    ].map((names) => {
      const batch = parseRows([{ ...bare, ...names }]);
      return batch.tracks[batch.track[0]!]!;
    });
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'music',
      'music',
      'podcast',
      'audiobook',
      'unknown',
      'unknown',
    ]);
    expect(kinds[3]).toMatchObject({
      title: 'C',
      artist: null,
      album: 'B',
      albumUri: 'spotify:show:1',
    });
  });

  it('names each rejected row and why, and keeps all others', () => {
    const batch = parseRows([
      good,
      { ...good, ts: '2023-02-29T00:00:00Z' },
      { ...good, ts: null },
      { ...good, ms_played: '1000' },
      { ...good, ms_played: 1.5 },
      { ...good, ms_played: -1 },
      { ...good, ms_played: 2 ** 32 },
      { ...good, platform: { name: 'ios' } },
      { ...good, episode_name: 'x'.repeat(1_000_000) },
      { ...good, shuffle: 'true' },
      {},
      { ...good, reason_end: false },
      good,
    ]);
    expect(problems(batch)).toEqual([
      '1 time',
      '2 time',
      '3 duration',
      '4 duration',
      '5 duration',
      '6 duration',
      '7 text',
      '8 text-too-long',
      '9 flag',
      '10 time',
      '11 text',
    ]);
    expect(batch.rows).toBe(2);
    expect(batch.tracks).toHaveLength(1);
  });

  it('rejects what is no row at all', () => {
    const text = JSON.stringify([[], null, 'row', 7, good]);
    expect(problems(parse(text))).toEqual([0, 1, 2, 3].map((row) => `${row} not-an-object`));
  });

  it('counts rejections beyond the hundred it names', () => {
    const batch = parseRows([good, ...Array.from({ length: 250 }, () => ({ ...good, ts: 0 }))]);
    expect(batch.rejections).toHaveLength(100);
    expect(batch).toMatchObject({ rows: 1, rejectedRows: 250, rowsRead: 251 });
  });

  it('takes a numeric album name and fractions of a second', () => {
    const batch = parseRows([
      { ...good, master_metadata_album_album_name: 1989, ts: '2023-08-24T11:44:40.25Z' },
    ]);
    expect(batch.tracks[0]!.album).toBe('1989');
    expect(batch.endedAt[0]).toBe(Date.UTC(2023, 7, 24, 11, 44, 40, 250));
  });

  it('is not led astray by __proto__, and replaces half of a surrogate pair', () => {
    const text = formatRows([{ ...good, master_metadata_track_name: '\ud83d' }]);
    const batch = parse(text.replace('"ts" :', '"__proto__" : {"ts": 1, "shuffle": "x"}, "ts" :'));
    expect(problems(batch)).toEqual([]);
    expect(batch.tracks[0]!.title).toBe('\ufffd');
    expect(({} as { ts?: unknown }).ts).toBeUndefined();
  });

  it('reads account data: the minute in UTC, names by kind', () => {
    const music = parseRows(MUSIC_ROWS);
    expect(music.quality).toBe('minute');
    expect([...music.endedAt]).toEqual([Date.UTC(2026, 2, 29, 1, 59), Date.UTC(2026, 2, 29, 2, 3)]);
    expect([...music.playedMs]).toEqual([376_000, 0]);
    expect(music.tracks.map(({ title }) => title)).toEqual(['Glósóli', 'Unknown Track']);
    expect(parseRows(PODCAST_ROWS).tracks[0]).toMatchObject({
      kind: 'podcast',
      title: 'One',
      artist: 'Talk',
    });
    expect(parseRows(AUDIOBOOK_ROWS).tracks[0]).toMatchObject({
      kind: 'audiobook',
      title: 'Chapter 1',
      artist: 'A. Writer',
      album: 'The Book',
    });
    expect(
      problems(parseRows([...MUSIC_ROWS, { ...MUSIC_ROWS[0], endTime: '2026-13-01 00:00' }])),
    ).toEqual(['2 time']);
  });

  it('takes an empty history', () => {
    expect(parse('[]')).toMatchObject({ rows: 0, rowsRead: 0 });
  });

  it.each([
    ['cut off in the middle', formatRows([good, good]).slice(0, -300)],
    ['not JSON', '<html></html>'],
    ['empty', ''],
    ['nested beyond sense', '['.repeat(2_000_000)],
    ['another kind of JSON', '{"playlists": []}'],
    ['rows of something else', '[{"a": 1}, 2, null]'],
  ])('refuses a file that is %s as a whole', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'archive/unreadable-file' }));
  });
});
