import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { z } from '../../../lib/domain/schema.ts';
import { computeDetail } from '../../../lib/views/detail/compute.ts';
import { DetailContract } from '../../../lib/views/detail/contract.ts';
import { computeStreams } from '../../../lib/views/streams/compute.ts';
import type { SubjectName } from '../../../lib/views/subject-of.ts';
import { anyStream, aTrack } from '../dataset/streams.ts';
import { historyOf, play, times } from '../stats/a-history.ts';
import { isMusic, isPlay } from '../stats/naive.ts';
import { NOON, settingOf } from './a-setting.ts';

const ines = { by: 'Ines Vale' };
const skipped = { playedMs: 2000, reasonEnd: 'fwdbtn' };
const at = (date: string) => Date.parse(`${date}T12:00Z`);

const dataset = historyOf(
  play('2025-03-10', 'Ferry', { ...ines, ...skipped }),
  play('2025-05-10', 'Lanterns', ines),
  times(2, play('2025-05-11', 'Other')),
  times(3, play('2026-11-19', 'Lanterns', ines)),
  play('2026-11-19', 'Lanterns', { ...ines, ...skipped }),
  times(2, play('2026-11-20', 'Salt', ines)),
  times(4, play('2026-11-20', 'Other')),
  times(2, play('2026-11-12', 'Salt', ines)),
);

const artist: SubjectName = { of: 'artist', name: 'ines vale', artist: null };
const song = (name: string): SubjectName => ({ of: 'song', name, artist: 'Ines Vale' });
const album: SubjectName = { of: 'album', name: 'Tides', artist: 'Ines Vale' };

function detailOf(named: SubjectName, range = '7-days', compare = 'before') {
  const view = computeDetail(settingOf(dataset, { range, compare }), named);
  return z.parse(DetailContract.view, view)!;
}

describe('the page of one', () => {
  test('has its amounts in the range, its place, and the same in the range before', () => {
    expect(detailOf(artist)).toMatchObject({
      entry: { name: 'Ines Vale', artist: null },
      amounts: { plays: 5, streams: 6, playedMs: 1_002_000 },
      skipRate: 1 / 6,
      share: 1_002_000 / 1_802_000,
      place: { rank: 1, among: 2 },
      before: { plays: 2, playedMs: 400_000, rank: 1 },
    });
    expect(detailOf(song('Lanterns'))).toMatchObject({
      place: { rank: 2, among: 3 },
      before: { plays: 0, playedMs: 0, rank: null },
    });
    expect(detailOf(artist, 'all-time').before).toBeNull();
  });

  test('knows the first and the last play ever, whatever the range', () => {
    const { ever } = detailOf(artist, 'today', 'none');
    expect(ever).toMatchObject({
      plays: 8,
      firstPlay: { at: at('2025-05-10'), song: { name: 'Lanterns' } },
      lastPlay: { at: at('2026-11-20'), song: { name: 'Salt' } },
    });
    expect(detailOf(song('Ferry')).ever).toMatchObject({ plays: 0, firstPlay: null });
  });

  test('is not heard in a range without it', () => {
    expect(detailOf(artist, '2024')).toMatchObject({
      amounts: { plays: 0, streams: 0 },
      share: 0,
      place: null,
      songs: [],
      songCount: 0,
    });
  });

  test('has the steps of the range, with its own plays alone', () => {
    const { steps, stepUnit } = detailOf(artist);
    expect(stepUnit).toBe('day');
    expect(steps.map(({ plays }) => plays)).toEqual([0, 0, 0, 0, 3, 2, 0]);
    expect(detailOf(artist, 'all-time').steps.map(({ plays }) => plays)).toEqual([
      0,
      0,
      1,
      ...Array.from({ length: 17 }, () => 0),
      7,
    ]);
  });

  test('has a place in each month since its first stream', () => {
    const { months } = detailOf(artist);
    expect(months).toHaveLength(21);
    const heard = months.filter(({ rank }) => rank !== null);
    expect(heard.map(({ month, rank, among, plays }) => [month, rank, among, plays])).toEqual([
      [(2025 - 1970) * 12 + 2, 1, 1, 0],
      [(2025 - 1970) * 12 + 4, 2, 2, 1],
      [(2026 - 1970) * 12 + 10, 1, 2, 7],
    ]);
  });

  test('tells the months nothing is known of', () => {
    const coverage = [{ from: at('2025-03-01'), to: at('2025-05-30') }];
    const setting = settingOf(dataset, {}, { coverage });
    const { months } = computeDetail(setting, artist)!;
    expect(months.filter(({ covered }) => covered)).toHaveLength(3);
  });

  test('lists an artist’s songs and albums, an album’s songs, a song’s albums', () => {
    const ofArtist = detailOf(artist);
    expect(ofArtist.songs.map(({ entry, plays }) => [entry.name, plays])).toEqual([
      ['Lanterns', 3],
      ['Salt', 2],
    ]);
    expect(ofArtist).toMatchObject({ songCount: 2, albumCount: 1 });
    expect(ofArtist.albums).toMatchObject([{ entry: { name: 'Tides' }, plays: 5 }]);
    expect(detailOf(album)).toMatchObject({ songCount: 2, albumCount: 0, albums: [] });
    expect(detailOf(song('Salt'))).toMatchObject({ songs: [], albums: [{ plays: 2 }] });
  });

  test('is null for a name that was never heard', () => {
    const unknown = { of: 'artist', name: 'Nobody', artist: null } as const;
    expect(computeDetail(settingOf(dataset), unknown)).toBeNull();
    const named = historyOf(
      play('2025-01-01', 'Ode', { track: aTrack({ title: 'Ode', albumArtist: 'Various' }) }),
    );
    const various = { of: 'artist', name: 'Various', artist: null } as const;
    expect(computeDetail(settingOf(named), various)).toBeNull();
  });

  test('counts as a naive count does', () => {
    fc.assert(
      fc.property(
        fc.array(anyStream(NOON - 40 * 86_400_000, NOON), { minLength: 1 }),
        (streams) => {
          const known = buildDataset(streams);
          const setting = settingOf(known, { timeZone: 'UTC' });
          const own = streams.filter(
            (stream) => isMusic(stream) && /^ann$/i.test(stream.track.artist ?? ''),
          );
          const view = computeDetail(setting, { of: 'artist', name: 'Ann', artist: null });
          expect(view === null).toBe(own.length === 0);
          if (!view) return;
          const plays = own.filter(isPlay);
          expect(view.amounts).toMatchObject({ streams: own.length, plays: plays.length });
          const { hours, steps, songs } = view;
          expect(hours.flat().reduce((a, b) => a + b)).toBe(plays.length);
          expect(steps.reduce((sum, step) => sum + step.plays, 0)).toBe(plays.length);
          const listed = songs.reduce((sum, part) => sum + part.plays, 0);
          const named = plays.filter(({ track }) => track.title?.trim() || track.uri !== null);
          expect(listed).toBe(named.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a list of streams', () => {
  const streamsOf = (subject: SubjectName | null, offset = 0, limit = 3) =>
    computeStreams(settingOf(dataset, { range: '2026' }), { subject, offset, limit });

  test('is of the range, newest first, a page at a time', () => {
    expect(streamsOf(null).total).toBe(12);
    const { total, streams } = streamsOf(artist);
    expect(total).toBe(8);
    expect(streams.map(({ title }) => title)).toEqual(['Salt', 'Salt', 'Lanterns']);
    expect(streamsOf(artist, 7).streams).toMatchObject([
      { title: 'Salt', endedAt: at('2026-11-12') },
    ]);
    expect(streamsOf(artist, 8).streams).toEqual([]);
  });

  test('says which were plays, and which were skipped', () => {
    const { streams } = streamsOf(song('Lanterns'), 0, 10);
    expect(streams.filter(({ isPlay: played }) => played)).toHaveLength(3);
    expect(streams.filter(({ isSkip }) => isSkip)).toHaveLength(1);
  });

  test('is empty for what was never heard', () => {
    expect(streamsOf({ of: 'song', name: 'Nothing', artist: null })).toEqual({
      total: 0,
      streams: [],
    });
  });
});
