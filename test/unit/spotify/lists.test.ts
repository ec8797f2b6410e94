/** What a listener keeps, page by page, as the Web API client reads it. */
import { describe, expect, it } from 'vitest';
import { apiTrack } from './api-samples.ts';
import { setUp } from './client-rig.ts';
import { json, pathOf, scriptFetch } from './scripted-fetch.ts';

const ADDED = '2026-02-03T04:05:06Z';

function page(items: unknown[], changes: Record<string, unknown> = {}) {
  return { items, total: items.length, next: null, limit: 50, offset: 0, ...changes };
}

describe('lists of the Web API', () => {
  it('are asked for from an offset on, fifty at a time', async () => {
    const script = scriptFetch(json(page([])), json(page([])), json(page([])));
    const { client } = setUp(script);
    await client.playlists(0);
    await client.playlistItems('a?b', 50);
    await client.savedTracks(100);
    expect(script.requests.map(pathOf)).toEqual([
      '/v1/me/playlists?offset=0&limit=50',
      '/v1/playlists/a?b/items?offset=50&limit=50',
      '/v1/me/tracks?offset=100&limit=50',
    ]);
    expect(script.requests[1]?.url).toContain('/playlists/a%3Fb/items?');
  });

  it('say which playlists there are, whatever is missing of one', async () => {
    const whole = {
      id: 'one',
      name: 'Evenings',
      uri: 'spotify:playlist:one',
      description: 'Quiet',
      collaborative: true,
      snapshot_id: 'AAA',
      owner: { id: 'somebody' },
      items: { total: 3 },
    };
    const script = scriptFetch(
      json(page([whole, { id: 'two', name: '', description: '' }, { name: 'without id' }, null])),
    );
    const { items, entries, hasMore } = await setUp(script).client.playlists(0);
    expect(items).toEqual([
      {
        id: 'one',
        name: 'Evenings',
        uri: 'spotify:playlist:one',
        description: 'Quiet',
        collaborative: true,
        snapshotId: 'AAA',
      },
      {
        id: 'two',
        name: '',
        uri: null,
        description: null,
        collaborative: false,
        snapshotId: null,
      },
    ]);
    expect([entries, hasMore]).toEqual([4, false]);
  });

  it('hold tracks, files of one’s own, episodes and chapters, and gaps where one was removed', async () => {
    const show = { name: 'Talk' };
    const entries = [
      { added_at: ADDED, item: apiTrack() },
      {
        added_at: null,
        item: apiTrack({ is_local: true, uri: 'spotify:local:::x:1', album: null }),
      },
      { added_at: 'today', item: { type: 'episode', name: 'One', uri: 'spotify:episode:1', show } },
      { added_at: ADDED, item: { type: 'chapter', name: 'I', uri: 'spotify:chapter:1' } },
      { added_at: ADDED, item: null },
      { added_at: ADDED, item: { type: 'track', name: '', uri: null } },
      'nonsense',
    ];
    const script = scriptFetch(json(page(entries, { next: 'https://…', total: 99 })));
    const read = await setUp(script).client.playlistItems('one', 0);
    expect(read.items).toEqual([
      {
        type: 'track',
        uri: 'spotify:track:6kt2c0VCy3v1rYt5pKz1aa',
        name: 'Amber Harbour',
        by: 'Halcyon Ferry',
        album: 'Second Season',
        addedOn: '2026-02-03',
      },
      {
        type: 'local',
        uri: 'spotify:local:::x:1',
        name: 'Amber Harbour',
        by: 'Halcyon Ferry',
        album: null,
        addedOn: null,
      },
      {
        type: 'episode',
        uri: 'spotify:episode:1',
        name: 'One',
        by: 'Talk',
        album: null,
        addedOn: null,
      },
      {
        type: 'audiobook',
        uri: 'spotify:chapter:1',
        name: 'I',
        by: null,
        album: null,
        addedOn: '2026-02-03',
      },
    ]);
    expect([read.entries, read.total, read.hasMore]).toEqual([7, 99, true]);
  });

  it('hold liked songs under another name', async () => {
    const script = scriptFetch(json(page([{ added_at: ADDED, track: apiTrack() }])));
    const { items } = await setUp(script).client.savedTracks(0);
    expect(items).toMatchObject([{ name: 'Amber Harbour', addedOn: '2026-02-03' }]);
  });

  it('end where a page is empty, whatever Spotify says of a next one', async () => {
    const script = scriptFetch(json(page([], { next: 'https://…', total: null })));
    expect(await setUp(script).client.savedTracks(50)).toMatchObject({
      total: null,
      hasMore: false,
    });
  });
});
