/** In which order Spotify is asked about music, so that few questions tell much. */
import { describe, expect, it } from 'vitest';
import { applyDetails } from '../../../lib/dataset/apply-details.ts';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { mergeDetails } from '../../../lib/dataset/merge-details.ts';
import { type Details, NO_DETAILS } from '../../../lib/domain/details.ts';
import type { Stream } from '../../../lib/domain/stream.ts';
import { planDetails } from '../../../lib/ingest/plan-details.ts';
import {
  detailsOfAlbum,
  detailsOfArtist,
  detailsOfMissing,
  detailsOfTrack,
} from '../../../lib/spotify/to-details.ts';
import { z } from '../../../lib/domain/schema.ts';
import { ApiArtist, ApiTrack, ApiWholeAlbum } from '../../../lib/spotify/api-objects.ts';
import { aPlay, aStream, aTrack, DAY } from '../dataset/streams.ts';
import { albumBody, artistBody, heard, type Song, trackBody, uriOf } from './music.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const tide: Song = { track: 'tide', album: 'Sea', artist: 'Ines' };
const wave: Song = { track: 'wave', album: 'Sea', artist: 'Ines' };
const foam: Song = { track: 'foam', album: 'Sea', artist: 'Ines' };
const rock: Song = { track: 'rock', album: 'Land', artist: 'Jo' };
const SONGS = [tide, wave, foam, rock];

const toldTrack = (name: string) =>
  detailsOfTrack(uriOf('track', name), z.parse(ApiTrack, trackBody(SONGS, name)), NOW);
const toldAlbum = (name: string) =>
  detailsOfAlbum(uriOf('album', name), z.parse(ApiWholeAlbum, albumBody(SONGS, name)), NOW);
const toldArtist = (name: string) =>
  detailsOfArtist(uriOf('artist', name), z.parse(ApiArtist, artistBody(name)), NOW);

function plan(streams: readonly Stream[], told: readonly Details[] = [], now = NOW, limit = 99) {
  const { columns, dictionary, metadata } = buildDataset(streams);
  const details = mergeDetails([NO_DETAILS, ...told]);
  const dataset = { columns, dictionary, metadata: applyDetails(dictionary, metadata, details) };
  const { next, counts } = planDetails(dataset, details, { limit, now });
  return { asked: next.map(({ uri }) => uri), next, counts };
}

const MUSIC = [
  ...heard(tide, 2),
  ...heard(wave, 5, 100),
  ...heard(foam, 1, 200),
  ...heard(rock, 9, 300),
];

describe('nothing known', () => {
  it('asks for the most heard track of each album, the most heard album’s first', () => {
    // Nine plays of one album against eight of three tracks of another.
    expect(plan(MUSIC).asked.slice(0, 2)).toEqual([uriOf('track', 'rock'), uriOf('track', 'wave')]);
    expect(plan([...MUSIC, ...heard(tide, 2, 900)]).asked[0]).toBe(uriOf('track', 'wave'));
  });

  it('asks for no track twice, and for the other tracks last, the most heard first', () => {
    const rest = [uriOf('track', 'tide'), uriOf('track', 'foam')];
    expect(plan(MUSIC).asked.slice(2)).toEqual(rest);
  });

  it('counts what there is to know', () => {
    expect(plan(MUSIC).counts).toEqual({
      albums: { done: 0, total: 2 },
      artists: { done: 0, total: 2 },
      tracks: { done: 0, total: 4 },
    });
  });

  it('plans no more than was asked for', () => {
    expect(plan(MUSIC, [], NOW, 1).asked).toEqual([uriOf('track', 'rock')]);
  });
});

it('knows nothing to ask about podcasts, local files and what has no URI', () => {
  const odd = [
    aTrack({ kind: 'podcast', uri: 'spotify:episode:0000000000000000000000' }),
    aTrack({ uri: 'spotify:local:Ines:Sea:tide:200' }),
    aTrack({ uri: null }),
    aTrack({ kind: 'unknown', uri: uriOf('track', 'tide') }),
  ];
  const { asked, counts } = plan(odd.map((track, i) => aStream({ track, endedAt: NOW + i })));
  expect(asked).toEqual([]);
  expect(counts.albums.total + counts.tracks.total).toBe(0);
});

describe('one track of an album told', () => {
  const told = [toldTrack('wave')];

  it('settles the album, and leads to its artist', () => {
    const { asked, counts } = plan(MUSIC, told);
    expect(counts.albums).toEqual({ done: 1, total: 2 });
    expect(asked[0]).toBe(uriOf('track', 'rock'));
    expect(asked[1]).toBe(uriOf('artist', 'Ines'));
  });

  it('asks for the whole album then, for the lengths of its other tracks at once', () => {
    const { asked } = plan(MUSIC, told);
    const album = asked.indexOf(uriOf('album', 'Sea'));
    expect(album).toBeGreaterThan(0);
    expect(album).toBeLessThan(asked.indexOf(uriOf('track', 'tide')));
  });

  it('asks for no whole album for the sake of one track', () => {
    const { asked } = plan([...heard(tide, 2), ...heard(wave, 5, 100)], told);
    expect(asked).not.toContain(uriOf('album', 'Sea'));
  });

  it('never asks for it again', () => {
    expect(plan(MUSIC, told, NOW + 400 * DAY).asked).not.toContain(uriOf('track', 'wave'));
  });
});

it('asks for the album itself where a live play has told its URI', () => {
  const play = aPlay(NOW, {
    uri: uriOf('track', 'tide'),
    album: 'Sea',
    artist: 'Ines',
    albumUri: uriOf('album', 'Sea'),
  });
  expect(plan([play]).next[0]).toEqual({ uri: uriOf('album', 'Sea'), settles: 'albums' });
  expect(plan([play], [toldAlbum('Sea')]).counts.albums).toEqual({ done: 1, total: 1 });
  // Spotify may list the album with other tracks by now.
  const other = { ...play, track: { ...play.track, uri: uriOf('track', 'lost') } };
  expect(plan([other], [toldAlbum('Sea')]).next).toContainEqual({
    uri: uriOf('track', 'lost'),
    settles: 'tracks',
  });
});

describe('a track that Spotify does not know', () => {
  const gone = [detailsOfMissing(uriOf('track', 'wave'), NOW)];

  it('is replaced by the next of its album', () => {
    const { asked, counts } = plan(MUSIC, gone);
    expect(asked).toContain(uriOf('track', 'tide'));
    expect(asked).not.toContain(uriOf('track', 'wave'));
    expect(counts.tracks.done).toBe(1);
  });

  it('is the end of its album’s questions when there is no other', () => {
    const { asked, counts } = plan(heard(wave, 5), gone);
    expect(asked).toEqual([]);
    expect(counts).toEqual({
      albums: { done: 1, total: 1 },
      artists: { done: 0, total: 0 },
      tracks: { done: 1, total: 1 },
    });
  });

  it('is asked for again after a month', () => {
    expect(plan(heard(wave, 5), gone, NOW + 29 * DAY).asked).toEqual([]);
    expect(plan(heard(wave, 5), gone, NOW + 31 * DAY).asked).toEqual([uriOf('track', 'wave')]);
  });
});

it('has nothing left when everything was told', () => {
  const told = [
    ...SONGS.map(({ track }) => toldTrack(track)),
    toldArtist('Ines'),
    toldArtist('Jo'),
  ];
  expect(plan(MUSIC, told)).toMatchObject({
    asked: [],
    counts: {
      albums: { done: 2, total: 2 },
      artists: { done: 2, total: 2 },
      tracks: { done: 4, total: 4 },
    },
  });
});
