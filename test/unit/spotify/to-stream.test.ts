import { describe, expect, it } from 'vitest';
import { apiPlay, apiTrack } from './api-samples.ts';
import { Stream } from '../../../lib/domain/stream.ts';
import { z } from '../../../lib/domain/schema.ts';
import { ApiPlay, ApiTrack } from '../../../lib/spotify/api-objects.ts';
import { pickCover, toStream, toTrack } from '../../../lib/spotify/to-stream.ts';

const AT = Date.UTC(2026, 10, 21, 11, 30, 0, 123);
const trackOf = (changes: Record<string, unknown>) => toTrack(z.parse(ApiTrack, apiTrack(changes)));

const image = (side: number | null) => ({ url: String(side), width: side, height: side });

describe('a play as a stream', () => {
  it('counts as heard whole, and estimated, ending when Spotify says it was played', () => {
    const stream = toStream(z.parse(ApiPlay, apiPlay(AT)));
    expect(z.parse(Stream, stream)).toEqual(stream);
    expect(stream).toMatchObject({ endedAt: AT, playedMs: 201_333, quality: 'estimated' });
    expect(stream.track).toEqual({
      kind: 'music',
      uri: 'spotify:track:6kt2c0VCy3v1rYt5pKz1aa',
      title: 'Amber Harbour',
      artist: 'Halcyon Ferry',
      album: 'Second Season',
      albumArtist: null,
      durationMs: 201_333,
      isrc: 'XX0000000001',
      coverUrl: 'https://i.scdn.co/image/300',
      artistUri: 'spotify:artist:halcyon',
      albumUri: 'spotify:album:second',
    });
  });

  it('names the album’s artist only where it is another', () => {
    const album = { name: 'Night Radio', artists: [{ name: 'Various Artists' }] };
    expect(trackOf({ album })).toMatchObject({
      artist: 'Halcyon Ferry',
      albumArtist: 'Various Artists',
      coverUrl: null,
      albumUri: null,
    });
  });

  it('says null, never an empty text, for what is missing', () => {
    const bare = trackOf({ name: '', artists: [], album: null, external_ids: { isrc: '' } });
    expect(bare).toMatchObject({ title: null, artist: null, album: null, isrc: null });
  });
});

describe('the cover', () => {
  it.each([
    [[640, 300, 64], '300'],
    [[640, 64], '64'],
    [[640, 320, 160], '160'],
    [[1200, 640], '640'],
    [[48, 16], '48'],
    [[null], 'null'],
    [[], null],
  ])('of %j is %s', (sides, best) => {
    expect(pickCover(sides.map(image))).toBe(best);
  });

  it('goes by the shorter side', () => {
    const wide = { url: 'wide', width: 300, height: 40 };
    expect(pickCover([wide, image(100)])).toBe('100');
  });
});
