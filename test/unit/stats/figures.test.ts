/** Totals, rankings, days and months against a naive count of the same rows. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { selectAll } from '../../../lib/dataset/selection.ts';
import { byDay, lastSevenDays } from '../../../lib/stats/by-day.ts';
import { byHour } from '../../../lib/stats/by-hour.ts';
import { byMonth } from '../../../lib/stats/by-month.ts';
import { dayOf, monthOfDay } from '../../../lib/stats/calendar.ts';
import { artistName, albumTitle, songTitle } from '../../../lib/stats/names.ts';
import { selectDays } from '../../../lib/stats/select-days.ts';
import { songHistory } from '../../../lib/stats/song-history.ts';
import { DAY_MS, timeZoneTable } from '../../../lib/stats/time-zone.ts';
import { topAlbums } from '../../../lib/stats/top-albums.ts';
import { topArtists } from '../../../lib/stats/top-artists.ts';
import { topSongs } from '../../../lib/stats/top-songs.ts';
import { totals } from '../../../lib/stats/totals.ts';
import { anyStream, aStream, aTrack, DAY, HOUR, MINUTE } from '../dataset/streams.ts';
import { addDays, clockAt, isMusic, isPlay, naiveTop, naiveTotals, ZONES } from './naive.ts';

/** Days on which something happens to clocks or calendars, somewhere. */
const MOMENTS = [
  Date.UTC(2024, 1, 29, 12), // leap day
  Date.UTC(2026, 2, 29, 1), // Berlin, an hour less
  Date.UTC(2026, 9, 25, 1), // Berlin, an hour more
  Date.UTC(2026, 3, 4, 15), // Lord Howe, half an hour more
  Date.UTC(2010, 10, 7, 2, 31), // St John's, back across midnight
  Date.UTC(2026, 3, 23, 22), // Cairo, no midnight
  Date.UTC(2026, 10, 1, 5), // Havana, midnight's hour twice
  Date.UTC(2011, 11, 30, 10), // Apia, no such day
  Date.UTC(2026, 0, 1), // a new year
];

const scenes = fc.constantFrom(...MOMENTS).chain((moment) =>
  fc.record({
    zone: fc.constantFrom(...ZONES),
    moment: fc.constant(moment),
    streams: fc.oneof(
      fc.array(anyStream(moment - 6 * HOUR, moment + 6 * HOUR), { maxLength: 40 }),
      fc.array(anyStream(moment - 2 * MINUTE, moment + 2 * MINUTE), { maxLength: 40 }),
      fc.array(anyStream(moment - 40 * DAY, moment + 40 * DAY), { maxLength: 40 }),
    ),
  }),
);
const manyRuns = { numRuns: 300 };

describe('the figures of a range of days', () => {
  it('are those of the rows whose local date lies in it', () => {
    const days = fc.tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(scenes, days, ({ zone, moment, streams }, [offset, length]) => {
        const dataset = buildDataset(streams);
        const table = timeZoneTable(zone);
        const first = dayOf(table, moment) + offset;
        const selection = selectDays(dataset.columns, table, { first, last: first + length });
        const from = addDays(clockAt(zone, moment).date, offset);
        const inside = streams.filter(({ endedAt }) => {
          const { date } = clockAt(zone, endedAt);
          return date >= from && date <= addDays(from, length);
        });
        expect(totals(dataset, selection)).toEqual(naiveTotals(inside));
        expect(named(dataset, selection, 'plays', 3)).toEqual({
          songs: naiveTop(inside, streams, 'songs', 'plays').slice(0, 3),
          artists: naiveTop(inside, streams, 'artists', 'plays').slice(0, 3),
          albums: naiveTop(inside, streams, 'albums', 'plays').slice(0, 3),
        });
      }),
      manyRuns,
    );
  });

  it('rank by time when asked to', () => {
    fc.assert(
      fc.property(scenes, ({ streams }) => {
        const dataset = buildDataset(streams);
        expect(named(dataset, selectAll(dataset.columns), 'time', 50)).toEqual({
          songs: naiveTop(streams, streams, 'songs', 'time'),
          artists: naiveTop(streams, streams, 'artists', 'time'),
          albums: naiveTop(streams, streams, 'albums', 'time'),
        });
      }),
    );
  });
});

function named(
  dataset: ReturnType<typeof buildDataset>,
  selection: ReturnType<typeof selectAll>,
  by: 'plays' | 'time',
  limit: number,
) {
  const { dictionary } = dataset;
  const { songs, albums } = dictionary;
  const byName = (artist: number) => artistName(dictionary, artist) ?? '';
  return {
    songs: topSongs(dataset, selection, by, limit).map(({ index, plays, playedMs }) => ({
      names: [songTitle(dictionary, index), byName(songs.artist[index]!)],
      plays,
      playedMs,
    })),
    artists: topArtists(dataset, selection, by, limit).map(({ index, plays, playedMs }) => ({
      names: [byName(index)],
      plays,
      playedMs,
    })),
    albums: topAlbums(dataset, selection, by, limit).map(({ index, plays, playedMs }) => ({
      names: [albumTitle(dictionary, index), byName(albums.artist[index]!)],
      plays,
      playedMs,
    })),
  };
}

it('tells days apart where clocks are set back across midnight', () => {
  const zone = timeZoneTable('America/St_Johns');
  // 00:00:30 on the 7th; at 00:01 it was 23:01 on the 6th again; 00:00:30 on the 7th once more.
  const endedAt = [150.5, 151.5, 210.5].map((minutes) => Date.UTC(2010, 10, 7) + minutes * MINUTE);
  const { columns } = buildDataset(endedAt.map((time) => aStream({ endedAt: time })));
  const day = dayOf(zone, endedAt[0]!);
  const maskOf = (of: number) => selectDays(columns, zone, { first: of, last: of }).mask;
  expect(maskOf(day)).toEqual(Uint8Array.from([1, 0, 1]));
  expect(maskOf(day - 1)).toEqual(Uint8Array.from([0, 1, 0]));
});

describe('hours, days and months', () => {
  it('sum up the rows that the local clock puts there', () => {
    fc.assert(
      fc.property(scenes, ({ zone, moment, streams }) => {
        const dataset = buildDataset(streams);
        const table = timeZoneTable(zone);
        const music = streams.filter(isMusic);
        const sum = (isIn: (at: { date: string; clock: string }) => boolean) => {
          const inside = music.filter(({ endedAt }) => isIn(clockAt(zone, endedAt)));
          const playedMs = inside.reduce((total, stream) => total + stream.playedMs, 0);
          return { plays: inside.filter(isPlay).length, playedMs };
        };
        const today = dayOf(table, moment);
        const { date } = clockAt(zone, moment);

        const hours = byHour(dataset, table, today);
        const days = byDay(dataset, table, { first: today - 4, last: today + 4 });
        const month = monthOfDay(today);
        const months = byMonth(dataset, table, { first: month - 1, last: month + 1 });
        for (let hour = 0; hour < 24; hour++) {
          const text = String(hour).padStart(2, '0');
          const expected = sum((local) => local.date === date && local.clock.startsWith(text));
          expect(at(hours, hour)).toEqual(expected);
        }
        for (let day = 0; day < 9; day++) {
          expect(at(days, day)).toEqual(sum((local) => local.date === addDays(date, day - 4)));
        }
        for (let step = 0; step < 3; step++) {
          const text = new Date(Date.UTC(1970, month - 1 + step)).toISOString().slice(0, 7);
          expect(at(months, step)).toEqual(sum((local) => local.date.startsWith(text)));
        }
        expect(lastSevenDays(dataset, table, today)).toEqual(
          [6, 5, 4, 3, 2, 1, 0].map(
            (ago) => sum((local) => local.date === addDays(date, -ago)).plays,
          ),
        );
      }),
      manyRuns,
    );
  });
});

function at(sums: { plays: Uint32Array; playedMs: Float64Array }, step: number) {
  return { plays: sums.plays[step], playedMs: sums.playedMs[step] };
}

describe('a play', () => {
  it.each([
    ['30 s heard', { playedMs: 30_000 }, 1],
    ['less than 30 s', { playedMs: 29_999 }, 0],
    ['a short track to its end', { playedMs: 12_000, reasonEnd: 'trackdone' }, 1],
    ['what Spotify reports as played', { playedMs: 12_000, quality: 'estimated' as const }, 1],
    ['no podcast', { track: aTrack({ kind: 'podcast' }) }, 0],
    ['nothing without a name', { track: aTrack({ kind: 'unknown' }) }, 0],
  ])('is %s', (_, change, plays) => {
    const dataset = buildDataset([aStream({ reasonEnd: null, ...change })]);
    expect(totals(dataset, selectAll(dataset.columns)).plays).toBe(plays);
  });
});

function heard(title: string, artist: string, playedMs: number) {
  return aStream({ playedMs, track: aTrack({ uri: null, title, artist, album: title }) });
}

describe('a tie', () => {
  it('goes to more time, then to the name by code point, then to the artist', () => {
    const dataset = buildDataset([
      heard('\u{1d504}', 'a', 40_000),
      heard('\uff21', 'a', 40_000),
      heard('b', 'z', 40_000),
      heard('b', 'a', 40_000),
      heard('z', 'a', 50_000),
    ]);
    const { songs } = named(dataset, selectAll(dataset.columns), 'plays', 10);
    expect(songs.map(({ names }) => names.join(' '))).toEqual([
      'z a',
      'b a',
      'b z',
      '\uff21 a',
      '\u{1d504} a',
    ]);
  });
});

describe('the history of a song', () => {
  it('counts its plays since the first, over all its tracks', () => {
    const dataset = buildDataset([
      aStream({ endedAt: 1 * DAY, playedMs: 1000 }),
      aStream({ endedAt: 2 * DAY }),
      aStream({ endedAt: 3 * DAY, track: aTrack({ uri: null, title: 'GLASS HARBOUR' }) }),
      aStream({ endedAt: 4 * DAY, track: aTrack({ title: 'Another' }) }),
    ]);
    expect(songHistory(dataset, 'glass harbour', 'Ines Vale')).toEqual({
      plays: 2,
      firstPlayedAt: 2 * DAY,
    });
    expect(songHistory(dataset, 'Glass Harbour', 'Nobody')).toEqual({
      plays: 0,
      firstPlayedAt: null,
    });
  });
});

it('has nothing to say of an empty history', () => {
  const dataset = buildDataset([]);
  const zone = timeZoneTable('UTC');
  const all = selectAll(dataset.columns);
  expect(totals(dataset, all)).toEqual({ streams: 0, plays: 0, playedMs: 0 });
  expect(topSongs(dataset, all, 'plays', 5)).toEqual([]);
  expect(lastSevenDays(dataset, zone, DAY_MS)).toEqual([0, 0, 0, 0, 0, 0, 0]);
});
