/** The invented listening: repeatable, plausible, and the same however it is asked for. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog, createCatalog, entryOf } from '../standin/catalog.ts';
import { LISTENER_KEYS } from '../standin/listeners.ts';
import { createListening, LISTENING_BEGAN } from '../standin/listening.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 20);
const listening = createListening();
const all = {
  mira: listening.streamsBetween('mira', 0, NOW),
  tomas: listening.streamsBetween('tomas', 0, NOW),
};

describe('the catalogue', () => {
  it('is the same every time, with identifiers in Spotify’s form', () => {
    expect(createCatalog()).toEqual(catalog);
    expect(catalog.tracks.size).toBeGreaterThan(2000);
    for (const id of [
      ...catalog.tracks.keys(),
      ...catalog.artists.keys(),
      ...catalog.albums.keys(),
    ]) {
      expect(id).toMatch(/^[0-9A-Za-z]{22}$/);
    }
    for (const { isrc } of catalog.tracks.values()) expect(isrc).toMatch(/^ZZ[0-9A-Z]{3}\d{7}$/);
  });

  it('gives a single and its album version one recording under two ids', () => {
    const byRecording = Map.groupBy(catalog.tracks.values(), ({ isrc, name }) => `${isrc} ${name}`);
    expect([...byRecording.values()].filter(({ length }) => length > 1).length).toBeGreaterThan(20);
  });
});

describe.each(LISTENER_KEYS)('the listening of %s', (listener) => {
  const streams = all[listener];

  it('fills years with thousands of plays', () => {
    expect(streams.length).toBeGreaterThan(30_000);
    expect(streams[0]?.endedAt).toBeLessThan(LISTENING_BEGAN + 7 * DAY);
  });

  it('never plays two things at once, nor a track before its release', () => {
    const wrong = streams.filter(({ startedAt, endedAt, playedMs, trackId }, index) => {
      const track = entryOf(catalog.tracks, trackId);
      return (
        startedAt < (streams[index - 1]?.endedAt ?? 0) ||
        playedMs > Math.min(endedAt - startedAt, track.durationMs) ||
        entryOf(catalog.albums, track.albumId).releasedAt > startedAt
      );
    });
    expect(wrong).toEqual([]);
  });

  it('skips some, sleeps at night, and changes its favourites', () => {
    const skips = streams.filter(({ skipped }) => skipped).length / streams.length;
    expect(skips).toBeGreaterThan(0.05);
    expect(skips).toBeLessThan(0.3);
    const hours = Map.groupBy(streams, ({ endedAt }) => new Date(endedAt).getUTCHours());
    const counts = Array.from({ length: 24 }, (_, hour) => hours.get(hour)?.length ?? 0);
    expect(Math.min(...counts)).toBeLessThan(Math.max(...counts) / 20);
    const favourites = new Set(
      Array.from({ length: 6 }, (_, year) => {
        const from = LISTENING_BEGAN + year * 365 * DAY;
        const within = streams.filter(
          ({ endedAt }) => endedAt >= from && endedAt < from + 365 * DAY,
        );
        const artists = Map.groupBy(
          within,
          ({ trackId }) => entryOf(catalog.tracks, trackId).artistIds[0],
        );
        return [...artists].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
      }),
    );
    expect(favourites.size).toBeGreaterThanOrEqual(3);
  });

  it('plays albums in order', () => {
    const heard = streams.filter(({ contextAlbumId }) => contextAlbumId !== null);
    expect(heard.length).toBeGreaterThan(1000);
    const inOrder = heard.filter((stream, index) => {
      const next = heard[index + 1];
      return (
        next?.contextAlbumId === stream.contextAlbumId &&
        entryOf(catalog.tracks, next.trackId).trackNumber ===
          entryOf(catalog.tracks, stream.trackId).trackNumber + 1
      );
    });
    expect(inOrder.length / heard.length).toBeGreaterThan(0.8);
  });

  it('is the same for any stretch, in any order of asking', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: LISTENING_BEGAN, max: NOW }),
        fc.integer({ min: 0, max: 20 * DAY }),
        (from, length) => {
          const to = Math.min(NOW, from + length);
          const asked = createListening().streamsBetween(listener, from, to);
          expect(asked).toEqual(streams.filter(({ endedAt }) => endedAt >= from && endedAt < to));
        },
      ),
      { numRuns: 15 },
    );
  });

  it('is another life with another seed', () => {
    const other = createListening('another').streamsBetween(listener, NOW - 30 * DAY, NOW);
    expect(other.length).toBeGreaterThan(100);
    expect(other).not.toEqual(streams.filter(({ endedAt }) => endedAt >= NOW - 30 * DAY));
  });

  it('hardly stops in the continuous manner', () => {
    const day = listening.streamsBetween(listener, NOW, NOW + DAY, 'continuous');
    const played = day.reduce((sum, { playedMs }) => sum + playedMs, 0);
    expect(played / DAY).toBeGreaterThan(0.85);
    const week = listening.streamsBetween(listener, NOW, NOW + 7 * DAY, 'continuous');
    const overlapping = week.filter(
      ({ startedAt }, index) => startedAt < (week[index - 1]?.endedAt ?? 0),
    );
    expect(overlapping).toEqual([]);
  });
});
