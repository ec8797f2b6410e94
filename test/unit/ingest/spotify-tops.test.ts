import { describe, expect, it } from 'vitest';
import { aSnapshot } from './a-snapshot.ts';
import { apiArtist, apiTrack } from '../spotify/api-samples.ts';
import { z } from '../../../lib/domain/schema.ts';
import { Snapshot, TopEntry } from '../../../lib/domain/snapshot.ts';
import { isYoung, toTops, withSpotifyTops } from '../../../lib/ingest/spotify-tops.ts';
import { ApiArtist, ApiTrack } from '../../../lib/spotify/api-objects.ts';

const sourcesOf = ({ ranges }: Snapshot) =>
  Object.fromEntries(Object.entries(ranges).map(([key, { top }]) => [key, top.source]));

const NOW = Date.UTC(2026, 10, 21, 12);
const DAY = 86_400_000;

const artist = (name: string) => z.parse(ApiArtist, apiArtist(name));
const track = (name: string, album: string, artists = ['Polder']) =>
  z.parse(
    ApiTrack,
    apiTrack({
      name,
      uri: `spotify:track:${name}`,
      artists: artists.map((each) => ({ name: each })),
      album: { name: album, uri: `spotify:album:${album}`, artists: [{ name: 'Polder' }] },
    }),
  );

describe('Spotify’s top lists', () => {
  it('rank, and say nothing about plays or time', () => {
    const tops = toTops([artist('Polder'), artist('Ohmwerk')], [track('One', 'A')]);
    expect(tops.artists).toEqual([
      {
        name: 'Polder',
        artist: null,
        plays: null,
        playedMs: null,
        coverUrl: 'https://i.scdn.co/image/Polder',
        uri: 'spotify:artist:Polder',
      },
      expect.objectContaining({ name: 'Ohmwerk' }),
    ]);
    expect(tops.songs[0]).toMatchObject({ name: 'One', artist: 'Polder', plays: null });
  });

  it('know when their albums were released, where Spotify says it', () => {
    const released = (name: string, date: string) =>
      z.parse(
        ApiTrack,
        apiTrack({ name, uri: `spotify:track:${name}`, album: { name, release_date: date } }),
      );
    const tracks = [released('A', '1998-05-01'), released('B', '2021'), released('C', '0000')];
    const { albums } = toTops([], [...tracks, track('D', 'D')]);
    expect(albums.map(({ releaseYear }) => releaseYear)).toEqual([
      1998,
      2021,
      undefined,
      undefined,
    ]);
    const [entry] = albums;
    expect(z.parse(TopEntry, entry)).toEqual(entry);
  });

  it('yield albums: more top tracks first, then the better best one', () => {
    const tracks = [
      track('1', 'Single'),
      track('2', 'Second'),
      track('3', 'Third'),
      track('4', 'Third'),
      track('5', 'Second'),
      track('6', 'Late'),
    ];
    expect(toTops([], tracks).albums.map(({ name }) => name)).toEqual([
      'Second',
      'Third',
      'Single',
      'Late',
    ]);
  });

  it('name an album’s own artist', () => {
    const { albums } = toTops([], [track('1', 'Guests', ['Ohmwerk'])]);
    expect(albums[0]).toMatchObject({ name: 'Guests', artist: 'Polder' });
  });

  it('leave out a track without an album', () => {
    const loose = z.parse(ApiTrack, apiTrack({ album: null }));
    expect(toTops([], [loose]).albums).toEqual([]);
  });
});

describe('a history', () => {
  it.each([
    ['without a stream', { since: null, plays: 0 }, true],
    ['of six days', { since: NOW - 6 * DAY, plays: 300 }, true],
    ['of years with a handful of plays', { since: NOW - 900 * DAY, plays: 29 }, true],
    ['of a week with some plays', { since: NOW - 7 * DAY, plays: 30 }, false],
  ])('%s is young: %o → %s', (_, options, young) => {
    expect(isYoung(aSnapshot({ now: NOW, ...options }), NOW)).toBe(young);
  });
});

describe('Spotify’s lists in the snapshot', () => {
  const tops = toTops([artist('Polder')], [track('One', 'A')]);
  it('stand where there is one for the range, labelled, and leave the figures alone', () => {
    const before = aSnapshot({ now: NOW, since: NOW - DAY, plays: 3 });
    const after = withSpotifyTops(before, { 'spotify-4-weeks': tops, 'spotify-year': tops });
    expect(sourcesOf(after)).toEqual({
      today: 'history',
      '7-days': 'history',
      '4-weeks': 'spotify-4-weeks',
      'this-year': 'spotify-year',
      'all-time': 'spotify-year',
    });
    expect(after.ranges['4-weeks']).toMatchObject({ plays: 3, top: tops });
    expect(z.parse(Snapshot, after)).toEqual(after);
  });

  it('do not replace anything when they are missing or empty', () => {
    const before = aSnapshot({ now: NOW, since: NOW - DAY, plays: 3 });
    const empty = { artists: [], songs: [], albums: [] };
    expect(withSpotifyTops(before, { 'spotify-4-weeks': empty })).toEqual(before);
  });
});
