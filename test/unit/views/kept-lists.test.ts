import { describe, expect, it } from 'vitest';
import {
  type Library,
  NOTHING_KEPT,
  type Playlist,
  type SavedItem,
} from '../../../lib/domain/library.ts';
import { computeLibrary } from '../../../lib/views/library/compute.ts';
import { computePlaylists } from '../../../lib/views/playlists/compute.ts';
import { historyOf, play, times } from '../stats/a-history.ts';
import { settingOf } from './a-setting.ts';

const DATASET = historyOf(
  play('2024-03-01', 'Ferry', { by: 'Tidewater' }),
  times(11, play('2026-11-01', 'Salt', { by: 'Anchor' })),
  times(12, play('2026-11-02', 'Lanterns', { by: 'Quay', playedMs: 240_000 })),
);

function track(name: string, by: string): SavedItem {
  return { type: 'track', uri: null, name, by, album: null };
}

function settingWith(library: Library | null, playlists: Playlist[] = [], range = 'all-time') {
  const saved = async () => ({ ...NOTHING_KEPT, playlists, library });
  return settingOf(DATASET, { range }, { history: { saved } });
}

describe('the library', () => {
  it('is held against everything ever heard', async () => {
    const saved = [
      track('SALT', 'anchor'),
      track('Ferry', 'Tidewater'),
      track('Unheard', 'Nobody'),
      { ...track('An album', 'Anchor'), type: 'album' as const },
    ];
    const view = await computeLibrary(settingWith({ saved, banned: [] }), { limit: 10 });
    expect(view).toMatchObject({
      liked: 3,
      neverPlayed: { total: 1, songs: [{ name: 'Unheard', known: false, lastHeardAt: null }] },
      unheardForAYear: { total: 1, songs: [{ name: 'Ferry', known: true, plays: 1 }] },
      lovedNotLiked: {
        total: 1,
        songs: [{ name: 'Lanterns', artist: 'Quay', plays: 12, playedMs: 2_880_000 }],
      },
    });
  });

  it('tells how many there are beyond the songs asked for', async () => {
    const view = await computeLibrary(settingWith({ saved: [], banned: [] }), { limit: 1 });
    expect(view?.lovedNotLiked).toMatchObject({ total: 2, songs: [{ name: 'Lanterns' }] });
  });

  it('says where it comes from', async () => {
    const library = { saved: [], banned: [] };
    const exported = await computeLibrary(settingWith(library), { limit: 1 });
    expect(exported?.fromExport).toBe(true);
    const saved = async () => ({ ...NOTHING_KEPT, library, libraryAt: 5 });
    const read = settingOf(DATASET, { range: 'all-time' }, { history: { saved } });
    expect((await computeLibrary(read, { limit: 1 }))?.fromExport).toBe(false);
  });

  it('is unknown until an import or a sync brought it', async () => {
    expect(await computeLibrary(settingWith(null), { limit: 10 })).toBeNull();
  });
});

describe('the playlists', () => {
  const list = (name: string, items: SavedItem[]): Playlist => ({
    name,
    description: null,
    modifiedOn: null,
    followers: null,
    uri: null,
    items: items.map((item) => ({ ...item, addedOn: null })),
  });
  const playlists = [
    list('Old', [track('Ferry', 'Tidewater'), track('Unheard', 'Nobody')]),
    list('New', [track('Salt', 'Anchor')]),
    list('Empty', []),
  ];

  it('are ranked, with what is dead on them', async () => {
    const setting = settingWith(null, playlists, '2024');
    const view = await computePlaylists(setting, { by: 'plays', open: null });
    // None is asked for: the first that has dead songs.
    expect(view.open).toMatchObject({ name: 'Old' });
    expect(view.playlists).toMatchObject([
      { name: 'Old', plays: 1, songs: 2, songsPlayed: 1, dead: 2, neverPlayed: 1 },
      { name: 'Empty', plays: 0, songs: 0, dead: 0, lastHeardAt: null },
      { name: 'New', plays: 0, songsPlayed: 1, dead: 0 },
    ]);
  });

  it('open one by one', async () => {
    const setting = settingWith(null, playlists);
    const { open } = await computePlaylists(setting, { by: 'time', open: 'Old' });
    expect(open).toMatchObject({
      name: 'Old',
      neverPlayed: [{ name: 'Unheard' }],
      unheardForAYear: [{ name: 'Ferry' }],
    });
    expect((await computePlaylists(setting, { by: 'time', open: 'Gone' })).open).toBeNull();
  });
});
