/** Asking Spotify's stand-in about music that was imported and heard: right, and nothing twice. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { creditsAt } from '../../lib/dataset/dictionary.ts';
import { IMPORTED_ACCOUNT_ID } from '../../lib/domain/account-ids.ts';
import { popularityOfSong, yearOfAlbum } from '../../lib/stats/learned-facts.ts';
import { catalog, type CatalogTrack, entryOf } from '../standin/catalog.ts';
import { aStream, aTrack } from '../unit/dataset/streams.ts';
import { anImport } from '../unit/history/rig.ts';
import { createSyncRig, type SyncRig } from './sync-rig.ts';

const HOUR = 3_600_000;

let rig: SyncRig;
beforeEach(async () => {
  rig = await createSyncRig();
  await rig.connect('mira');
});
afterEach(() => rig.close());

/** Tracks of twelve albums, as an export tells of them: URI, title, album and the album's artist. */
const ALBUMS = [...catalog.albums.values()]
  .filter(({ trackIds }) => trackIds.length > 3)
  .slice(5, 17);
const TRACKS = ALBUMS.flatMap(({ trackIds }) =>
  trackIds.slice(0, 3).map((id) => entryOf(catalog.tracks, id)),
);

function toStreams(track: CatalogTrack, index: number) {
  const album = entryOf(catalog.albums, track.albumId);
  return Array.from({ length: 3 - (index % 3) }, (_, play) =>
    aStream({
      endedAt: Date.UTC(2021, 0, 1) + (index * 10 + play) * HOUR,
      track: aTrack({
        uri: `spotify:track:${track.id}`,
        title: track.name,
        artist: entryOf(catalog.artists, album.artistId).name,
        album: album.name,
        durationMs: null,
      }),
    }),
  );
}

async function importExport(accountId: string): Promise<void> {
  const streams = TRACKS.flatMap(toStreams);
  await rig.history.addImport(accountId, anImport(streams, `export of ${accountId}`));
}

/** Questions about tracks, albums and artists so far: path and status. */
async function questions() {
  const all = await rig.control.requests({ method: 'GET' });
  return all.filter(({ path }) => /^\/v1\/(tracks|albums|artists)\//.test(path));
}

async function answeredTwice(): Promise<string[]> {
  const answered = (await questions()).filter(({ status }) => status === 200);
  const paths = answered.map(({ path }) => path);
  return paths.filter((path, i) => paths.indexOf(path) !== i);
}

/** Rings until nothing more is asked. */
async function finish(): Promise<void> {
  for (let before = -1; before !== (await questions()).length;) {
    before = (await questions()).length;
    await rig.startEnrichment().wake();
  }
}

it('finds out all there is to know about an imported history, each thing once', async () => {
  await importExport(IMPORTED_ACCOUNT_ID);
  await finish();
  expect(await answeredTwice()).toEqual([]);
  const dataset = await rig.history.load(IMPORTED_ACCOUNT_ID);
  const { dictionary, metadata } = dataset;
  const years = yearOfAlbum(metadata);
  for (const track of TRACKS) {
    const index = dictionary.uris.indexOf(`spotify:track:${track.id}`);
    const album = entryOf(catalog.albums, track.albumId);
    const place = dictionary.tracks.album[index]!;
    expect(metadata.releaseDates.get(place)).toBe(album.releaseDate);
    expect(years.get(place)).toBe(Number(album.releaseDate.slice(0, 4)));
    expect(metadata.coverUrls.get(place)).toContain(album.id);
    expect(metadata.albumUris.get(place)).toBe(`spotify:album:${album.id}`);
    expect(metadata.durationMs[index]).toBe(track.durationMs);
    expect(metadata.isrcs.get(index)).toBe(track.isrc);
    const credited = track.artistIds.map((id) => entryOf(catalog.artists, id).name);
    expect(creditsAt(metadata, index).map(({ name }) => name)).toEqual(credited);
    const artist = dictionary.tracks.artist[index]!;
    expect(metadata.imageUrls.get(artist)).toContain(album.artistId);
  }
  expect(popularityOfSong(dataset).size).toBe(0);
  expect((await rig.startEnrichment().state(IMPORTED_ACCOUNT_ID)).status).toBe('done');
});

it('knows the year and cover of every album after one question for each', async () => {
  await importExport(rig.idOf('mira'));
  await rig.startEnrichment().wake();
  const { metadata } = await rig.history.load(rig.idOf('mira'));
  expect(metadata.releaseDates.size).toBe(ALBUMS.length);
  expect((await questions()).length).toBeLessThanOrEqual(25);
});

it('takes genres and popularity where Spotify still tells them', async () => {
  await rig.control.set({ deprecatedFields: true });
  await importExport(rig.idOf('mira'));
  await finish();
  const dataset = await rig.history.load(rig.idOf('mira'));
  const popularity = [...popularityOfSong(dataset).values()];
  expect(popularity).toHaveLength(dataset.dictionary.songs.hash.length - 1);
  expect(popularity.every((value) => value >= 0 && value <= 100)).toBe(true);
  const genres = [...dataset.metadata.genres.values()];
  expect(genres.length).toBeGreaterThan(0);
  expect(genres.flat().every((genre) => genre.length > 0)).toBe(true);
});

describe('in the middle of it', () => {
  it.each([
    ['a burst limit', { retryAfterSeconds: 90, quotaExceeded: false }, 'rate-limited', 90],
    ['a spent quota', { retryAfterSeconds: 7200, quotaExceeded: true }, 'quota', 7200],
  ] as const)('%s stops it at once, until Spotify’s time', async (_, refusal, reason, seconds) => {
    await importExport(rig.idOf('mira'));
    await rig.control.fault({
      kind: 'rate-limited',
      on: '/v1/tracks/*',
      skip: 5,
      times: 1,
      ...refusal,
    });
    await rig.startEnrichment().wake();
    expect((await questions()).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(await rig.startEnrichment().state(rig.idOf('mira'))).toMatchObject({
      status: 'paused',
      reason,
    });
    await rig.startEnrichment().wake();
    expect(await questions()).toHaveLength(6);
    await rig.advance(seconds * 1000);
    await finish();
    expect(await answeredTwice()).toEqual([]);
    expect((await rig.startEnrichment().state(rig.idOf('mira'))).status).toBe('done');
  });

  it('a restart, of the background and of the browser, costs one question at most', async () => {
    await importExport(rig.idOf('mira'));
    const stuck = {
      kind: 'slow',
      on: '/v1/tracks/*',
      skip: 7,
      times: 1,
      delayMs: 3_600_000,
    } as const;
    await rig.control.fault(stuck);
    void rig.startEnrichment().wake();
    await expect.poll(async () => (await questions()).length).toBe(8);
    await finish();
    expect(await answeredTwice()).toHaveLength(0);
    expect((await questions()).filter(({ status }) => status === null)).toHaveLength(1);
    const { metadata } = await rig.history.load(rig.idOf('mira'));
    expect(metadata.releaseDates.size).toBe(ALBUMS.length);
  });

  it('a track that is gone is not asked for again, and another of its album is', async () => {
    await importExport(rig.idOf('mira'));
    const gone = `/v1/tracks/${TRACKS[0]!.id}`;
    await rig.control.fault({ kind: 'status', status: 404, on: gone });
    await finish();
    await rig.advance(24 * HOUR);
    await finish();
    const asked = (await questions()).filter(({ path }) => path === gone);
    expect(asked.map(({ status }) => status)).toEqual([404]);
    const { metadata } = await rig.history.load(rig.idOf('mira'));
    expect(metadata.releaseDates.size).toBe(ALBUMS.length);
  });
});

it('does not ask about what was just heard: the poll and the top lists have told it', async () => {
  await rig.start().syncDue();
  const { metadata, columns } = await rig.history.load(rig.idOf('mira'));
  expect(columns.rows).toBe(50);
  expect(metadata.releaseDates.size).toBeGreaterThan(0);
  expect(metadata.imageUrls.size).toBeGreaterThan(0);
  await finish();
  expect((await questions()).filter(({ path }) => !path.startsWith('/v1/artists/'))).toEqual([]);
  expect((await rig.startEnrichment().state(rig.idOf('mira'))).counts?.albums).toMatchObject({
    total: metadata.releaseDates.size,
    done: metadata.releaseDates.size,
  });
});
