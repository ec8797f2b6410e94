/** The invented listening: the same every time, like a person's, and enough of it for every view. */
import { describe, expect, it } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { selectAll } from '../../../lib/dataset/selection.ts';
import { isSong } from '../../../lib/domain/library.ts';
import { createSample } from '../../../lib/sample/sample.ts';
import { dayOf } from '../../../lib/stats/calendar.ts';
import { lovedNotLiked } from '../../../lib/stats/loved-not-liked.ts';
import { onThisDay } from '../../../lib/stats/on-this-day.ts';
import { buildStatistics } from '../../../lib/stats/statistics-document.ts';
import { timeZoneTable } from '../../../lib/stats/time-zone.ts';
import { songsOf } from '../../../lib/stats/top-playlists.ts';
import { unheardSongs } from '../../../lib/stats/unheard-songs.ts';
import { openSpotifyUrl } from '../../../lib/ui/spotify-url.ts';

const TIME_ZONE = 'Europe/Berlin';
const NOON = Date.UTC(2026, 10, 21, 11);
/** Two minutes into a leap day. */
const NIGHT = Date.UTC(2028, 1, 28, 23, 2);
const MINUTE = 60_000;
const YEAR = 365.25 * 24 * 60 * MINUTE;

const sample = createSample({ now: NOON });
const dataset = buildDataset(sample.streams);

function statisticsOf({ streams, playlists }: typeof sample) {
  return buildStatistics(buildDataset(streams), {
    range: null,
    timeZone: TIME_ZONE,
    top: 100,
    by: 'plays',
    receipt: null,
    playlists: playlists.map(songsOf),
  });
}

describe('sample listening', () => {
  it('is the same for the same seed, and another life for another', () => {
    expect(createSample({ now: NOON })).toEqual(sample);
    const other = createSample({ now: NOON, seed: 'another' });
    expect(other.streams[0]?.track.artist).not.toBe(sample.streams[0]?.track.artist);
  });

  it('lasts six years until this very moment, one stream after the other', () => {
    const times = sample.streams.map(({ endedAt }) => endedAt);
    const [first, last] = [times[0]!, times.at(-1)!];
    expect((NOON - first) / YEAR).toBeCloseTo(6.07, 1);
    expect(NOON - last).toBeGreaterThan(0);
    expect(NOON - last).toBeLessThan(30 * MINUTE);
    expect(times.length).toBeGreaterThan(45_000);
    expect(times.length).toBeLessThan(75_000);
    const overlaps = sample.streams.filter(
      ({ endedAt, playedMs }, row) => row > 0 && endedAt - playedMs < times[row - 1]!,
    );
    expect(overlaps).toEqual([]);
  });

  it('leads nowhere at Spotify', () => {
    const said = sample.streams.flatMap(({ track: { uri, coverUrl, artistUri, isrc } }) => [
      uri,
      coverUrl,
      artistUri,
      isrc,
    ]);
    expect([...new Set(said)]).toEqual([null]);
    const links = sample.albums.filter(({ uri }) => openSpotifyUrl(uri) !== null);
    expect(links).toEqual([]);
  });

  it('plays nothing before it came out', () => {
    const releases = new Map(
      sample.albums.map(({ artist, title, releasedAt }) => [`${artist} ${title}`, releasedAt]),
    );
    const early = sample.streams.filter(
      ({ track: { kind, artist, album }, endedAt }) =>
        kind === 'music' && !(releases.get(`${artist} ${album}`)! < endedAt),
    );
    expect(early).toEqual([]);
  });

  it('leaves gaps in which nothing is known', () => {
    for (const gap of sample.gaps) {
      const near = sample.streams.filter(
        ({ endedAt }) => Math.abs(endedAt - gap) < 3 * 1440 * MINUTE,
      );
      expect(near).toEqual([]);
    }
    expect(sample.gaps).toHaveLength(2);
  });

  it.each([
    ['by day', NOON],
    ['at midnight', NIGHT],
  ])('gives every statistic something to say, made %s', (_, now) => {
    const statistics = statisticsOf(now === NOON ? sample : createSample({ now }));
    const { schema: _schema, receipt: _receipt, range: _range, totals, top, ...rest } = statistics;
    const { streaks, sessions, shuffleShare, ...lists } = rest;
    for (const [name, list] of Object.entries({ ...lists, ...top })) {
      expect(list.length, name).toBeGreaterThan(0);
    }
    expect(top.artists).toHaveLength(100);
    expect(totals.podcasts.streams).toBeGreaterThan(20);
    expect(totals.audiobooks.streams).toBeGreaterThan(20);
    expect(streaks.longest?.days).toBeGreaterThan(14);
    expect(sessions.longest?.streams).toBeGreaterThan(20);
    expect(shuffleShare).toBeGreaterThan(0.3);
    expect(shuffleShare).toBeLessThan(0.7);
  });

  it('is not one-sided', () => {
    const { totals, standingTheTest, fallingOff, rising, forgotten, hiddenGems, ...rest } =
      statisticsOf(sample);
    const share = totals.skips / totals.streams;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.25);
    for (const list of [standingTheTest, fallingOff, rising, forgotten, hiddenGems]) {
      expect(list.length).toBeGreaterThan(4);
    }
    expect(new Set(rest.platforms.map(({ family }) => family)).size).toBeGreaterThan(3);
    expect(rest.countries.length).toBeGreaterThan(3);
    expect(rest.obsessions.length).toBeGreaterThan(10);
    const [most] = rest.byMonth.toSorted((a, b) => b.plays - a.plays);
    expect(most!.plays / totals.plays).toBeLessThan(0.05);
  });

  it('keeps songs it does not hear, and hears songs it does not keep', () => {
    const zone = timeZoneTable(TIME_ZONE);
    const today = dayOf(zone, NOON);
    const all = selectAll(dataset.columns);
    const kept = sample.library.saved.filter(isSong);
    const unheard = unheardSongs(dataset, all, zone, today, kept);
    expect(unheard.neverPlayed.length).toBeGreaterThan(5);
    expect(unheard.unheardForAYear.length).toBeGreaterThan(5);
    expect(lovedNotLiked(dataset, all, kept, 100).total).toBeGreaterThan(5);
    expect(onThisDay(dataset, zone, today, 3).length).toBeGreaterThan(2);
    const dead = sample.playlists.map(
      ({ items }) => unheardSongs(dataset, all, zone, today, items).neverPlayed.length,
    );
    expect(Math.max(...dead)).toBeGreaterThan(2);
  });
});
