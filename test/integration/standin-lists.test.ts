/** The stand-in's Web API: how lists are paged, what is in them, and each item by itself. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { catalog } from '../standin/catalog.ts';
import { openSession, type Session } from './standin-session.ts';

let standin: Session['standin'];
let ask: Session['ask'];

beforeAll(async () => {
  ({ standin, ask } = await openSession());
});
beforeEach(() => standin.control.quiet({ listener: 'mira' }));
afterEach(() => standin.control.reset());
afterAll(() => standin.close());

const Page = z.object({
  items: z.array(z.looseObject({ id: z.string().optional() })),
  next: z.string().nullable(),
  previous: z.string().nullable(),
  total: z.number(),
});

const askPage = async (path: string) => Page.parse((await ask(path)).body);

describe('lists', () => {
  it.each(['artists', 'tracks'])('pages through the top %s of each range', async (kind) => {
    const firsts = new Set<string | undefined>();
    for (const range of ['short_term', 'medium_term', 'long_term']) {
      const ids: (string | undefined)[] = [];
      let path: string | null = `/me/top/${kind}?time_range=${range}&limit=20`;
      let total = 0;
      while (path !== null) {
        const page = await askPage(path);
        ids.push(...page.items.map(({ id }) => id));
        ({ next: path, total } = page);
      }
      expect(new Set(ids).size).toBe(total);
      firsts.add(ids.slice(0, 5).join());
    }
    expect(firsts.size).toBe(3);
    expect((await ask(`/me/top/${kind}?time_range=forever`)).status).toBe(400);
    expect((await ask(`/me/top/${kind}?limit=51`)).status).toBe(400);
  });

  it('ranks the top tracks by the plays of the last four weeks', async () => {
    const now = await standin.control.now();
    const streams = await standin.control.streams({
      listener: 'mira',
      from: now - 28 * 86_400_000,
    });
    const plays = new Map<string, number>();
    for (const { trackId, playedMs } of streams) {
      if (playedMs >= 30_000) plays.set(trackId, (plays.get(trackId) ?? 0) + 1);
    }
    const { items, total } = await askPage('/me/top/tracks?time_range=short_term&limit=50');
    expect(total).toBe(plays.size);
    const counts = items.map(({ id = '' }) => plays.get(id) ?? 0);
    expect(counts).toEqual([...plays.values()].toSorted((a, b) => b - a).slice(0, 50));
  });

  it('knows saved tracks and albums, newest first', async () => {
    for (const kind of ['tracks', 'albums']) {
      const { items, total, previous } = await askPage(`/me/${kind}?limit=50`);
      expect(total).toBeGreaterThan(20);
      expect(previous).toBeNull();
      const times = items.map((item) => String(item['added_at']));
      expect(times).toEqual(times.toSorted().toReversed());
    }
  });

  it('lets in to own and shared playlists only, removed and local entries included', async () => {
    const { items: playlists } = await askPage('/me/playlists?limit=50');
    const Playlist = z.object({
      id: z.string(),
      collaborative: z.boolean(),
      items: z.object({ total: z.number() }),
      owner: z.object({ id: z.string() }),
    });
    const entries: { item: { is_local: boolean } | null }[] = [];
    let refused = 0;
    for (const playlist of playlists.map((value) => Playlist.parse(value))) {
      const { status, body } = await ask(`/playlists/${playlist.id}/items?limit=50`);
      const isOwn = playlist.owner.id === standin.listeners.mira.userId;
      expect(status).toBe(isOwn || playlist.collaborative ? 200 : 403);
      if (status === 403) refused += 1;
      else {
        const page = body as { items: typeof entries; total: number };
        expect(page.total).toBe(playlist.items.total);
        entries.push(...page.items);
      }
    }
    expect(refused).toBeGreaterThanOrEqual(2);
    expect(entries.some(({ item }) => item === null)).toBe(true);
    expect(entries.some(({ item }) => item?.is_local)).toBe(true);
    expect((await ask('/playlists/0000000000000000000000/items')).status).toBe(404);
  });
});

describe('single items', () => {
  it('serves every kind by its id, and their cover', async () => {
    const [track] = [...catalog.tracks.values()];
    if (!track) throw new Error('an empty catalogue');
    const { body } = await ask(`/tracks/${track.id}`);
    expect(body).toMatchObject({
      id: track.id,
      uri: `spotify:track:${track.id}`,
      duration_ms: track.durationMs,
      external_ids: { isrc: track.isrc },
      is_local: false,
    });
    expect((await ask(`/albums/${track.albumId}`)).body).toMatchObject({ id: track.albumId });
    expect((await ask(`/artists/${track.artistIds[0]}`)).body).toMatchObject({ type: 'artist' });
    const { album } = body as { album: { images: { url: string }[] } };
    const cover = await fetch(album.images[0]?.url ?? '');
    expect(cover.headers.get('content-type')).toBe('image/svg+xml');
    expect(await cover.text()).toMatch(/^<svg /);
  });

  it('knows no batch form, no unknown id, no malformed id', async () => {
    const [id] = [...catalog.tracks.keys()];
    expect((await ask(`/tracks?ids=${id}`)).status).toBe(404);
    expect((await ask('/tracks/0000000000000000000000')).status).toBe(404);
    expect((await ask('/tracks/short')).status).toBe(400);
  });

  it('has the deprecated fields only when they are switched on', async () => {
    const [track] = [...catalog.tracks.values()];
    const paths = [`/tracks/${track?.id}`, `/artists/${track?.artistIds[0]}`, '/me'];
    const fields = [
      'popularity',
      'preview_url',
      'available_markets',
      'genres',
      'followers',
      'product',
    ];
    const present = async () => {
      const bodies = await Promise.all(paths.map((path) => ask(path)));
      return fields.filter((name) => bodies.some(({ body }) => name in (body as object)));
    };
    expect(await present()).toEqual([]);
    await standin.control.set({ deprecatedFields: true });
    expect(await present()).toEqual(fields);
  });
});
