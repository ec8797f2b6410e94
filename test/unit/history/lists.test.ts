/** Playlists and library as exports and the Web API tell them, side by side. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Library, Playlist, PlaylistHead, PlaylistItem } from '../../../lib/domain/library.ts';
import type { History } from '../../../lib/history/history.ts';
import { aStream } from '../dataset/streams.ts';
import { aSong } from '../ingest/spotify-lists.ts';
import { anImport, ME, newHistory } from './rig.ts';

const NOW = Date.UTC(2026, 10, 21);
const DAY = 86_400_000;
const OTHER = 'account-2';

let history: History;
beforeEach(() => {
  ({ history } = newHistory());
});

function head(name: string): PlaylistHead {
  const uri = `spotify:playlist:${name}`;
  return { id: name, uri, name, description: null, collaborative: false, snapshotId: 'A' };
}

function exported(name: string, ...songs: string[]): Playlist {
  const facts = { description: null, modifiedOn: '2026-01-01', followers: 3, uri: null };
  return { name, ...facts, items: songs.map(aSong) };
}

/** An export whose last stream ended at a time. */
function importAt(endedAt: number, importId: string, playlists: Playlist[], library?: Library) {
  return history.addImport(
    ME,
    anImport([aStream({ endedAt })], importId, { playlists, library: library ?? null }),
  );
}

async function tell(playlists: Record<string, string[] | null>, at = NOW, accountId = ME) {
  await history.lists.keepPlaylists(accountId, Object.keys(playlists).map(head), at);
  for (const [id, songs] of Object.entries(playlists)) {
    if (!songs) continue;
    const read = { items: songs.map(aSong), readAt: at, mark: 'A' };
    await history.lists.finishPlaylist(accountId, id, read);
  }
}

async function like(songs: PlaylistItem[], readAt = NOW, accountId = ME) {
  await history.lists.finishLibrary(accountId, songs, { readAt, unreadable: 0, wholeAt: readAt });
}

async function seen(accountId = ME) {
  const { playlists, playlistsAt, library, libraryAt } = await history.saved(accountId);
  return {
    playlists: playlists.map(({ name, items }) => [name, ...items.map((item) => item.name)]),
    playlistsAt,
    songs: library?.saved.map(({ name }) => name),
    libraryAt,
  };
}

describe('playlists', () => {
  it('are the export’s while the Web API has told nothing', async () => {
    await importAt(NOW, 'one', [exported('Old', 'a')]);
    expect(await seen()).toMatchObject({ playlists: [['Old', 'a']], playlistsAt: null });
  });

  it('are the Web API’s when an export is older, and the export’s when it is newer', async () => {
    await importAt(NOW - DAY, 'one', [exported('Old', 'a'), exported('Gone', 'b')]);
    await tell({ Old: ['c'], New: ['d'] });
    const fetched = {
      playlists: [
        ['Old', 'c'],
        ['New', 'd'],
      ],
      playlistsAt: NOW,
    };
    expect(await seen()).toMatchObject(fetched);
    await importAt(NOW + DAY, 'two', [exported('Newer', 'e')]);
    expect(await seen()).toMatchObject({ playlists: [['Newer', 'e']], playlistsAt: null });
    await history.undoImport(ME, 'two');
    expect(await seen()).toMatchObject(fetched);
  });

  it('are the export’s, by name, until their songs were read; the refused ones are left out', async () => {
    await importAt(NOW - DAY, 'one', [
      exported('Two', 'a'),
      exported('Twice'),
      exported('Twice', 'z'),
    ]);
    await tell({ One: ['b'], Two: null, Three: null, Twice: null });
    expect((await seen()).playlists).toEqual([['One', 'b'], ['Two', 'a'], ['Twice']]);
    await history.lists.refuse(ME, 'Three', NOW);
    const { playlists } = await history.saved(ME);
    expect(playlists.map(({ name, uri, followers }) => [name, uri, followers])).toEqual([
      ['One', 'spotify:playlist:One', null],
      ['Two', 'spotify:playlist:Two', 3],
      ['Twice', 'spotify:playlist:Twice', 3],
    ]);
  });

  it('keep what was read of them, and lose it with their place in the list', async () => {
    await tell({ One: ['a'], Two: ['b'] });
    await history.lists.addPage(ME, 'playlist:Two', {
      offset: 0,
      entries: 1,
      items: [],
      total: 9,
      mark: 'B',
    });
    await history.lists.keepPlaylists(ME, [head('One')], NOW + 1);
    await history.lists.keepPlaylists(ME, [head('Two'), head('One')], NOW + 2);
    expect((await seen()).playlists).toEqual([['One', 'a']]);
    expect(await history.lists.pages(ME, 'playlist:Two', 'B')).toEqual([]);
  });
});

describe('the library', () => {
  const banned = [{ ...aSong('banned'), type: 'artist' as const }];
  const album = { ...aSong('album'), type: 'album' as const };
  const local = { ...aSong('local'), type: 'local' as const };

  it('is the Web API’s as far as songs go, and the export’s beside', async () => {
    await importAt(NOW - DAY, 'one', [], { saved: [aSong('a'), album, local], banned });
    expect(await seen()).toMatchObject({ songs: ['a', 'album', 'local'], libraryAt: null });
    await like([aSong('b')]);
    expect(await seen()).toMatchObject({ songs: ['b', 'album', 'local'], libraryAt: NOW });
    expect((await history.saved(ME)).library?.banned).toMatchObject([{ name: 'banned' }]);
    await importAt(NOW + DAY, 'two', [], { saved: [aSong('c')], banned: [] });
    expect(await seen()).toMatchObject({ songs: ['c'], libraryAt: null });
  });

  it('may be known before the playlists, and they without it', async () => {
    await like([aSong('a')]);
    expect(await seen()).toEqual({
      playlists: [],
      playlistsAt: null,
      songs: ['a'],
      libraryAt: NOW,
    });
    await tell({ One: ['b'] }, NOW, OTHER);
    expect(await seen(OTHER)).toMatchObject({ playlists: [['One', 'b']], libraryAt: null });
  });
});

it('has another mark after every change', async () => {
  const marks = new Set<string>();
  const note = async () => marks.add(await history.savedMark(ME));
  await note();
  await importAt(NOW - DAY, 'one', [exported('Old', 'a')]);
  await note();
  await history.lists.keepPlaylists(ME, [head('One')], NOW);
  await note();
  const read = { items: [aSong('a')], readAt: NOW + 1, mark: 'A' };
  await history.lists.finishPlaylist(ME, 'One', read);
  await note();
  await like([aSong('b')]);
  await note();
  await history.undoImport(ME, 'one');
  await note();
  expect(marks.size).toBe(6);
  await note();
  await tell({ Theirs: ['c'] }, NOW, OTHER);
  await note();
  expect(marks.size).toBe(6);
});

describe('what the Web API told', () => {
  beforeEach(async () => {
    await tell({ One: ['a'] });
    await like([aSong('b')]);
  });

  it('stays when the only import is undone, and goes with the account', async () => {
    await importAt(NOW - DAY, 'one', []);
    const before = await seen();
    await history.undoImport(ME, 'one');
    expect(await seen()).toEqual(before);
    expect(await history.accounts()).toEqual([ME]);
    await history.deleteAccount(ME);
    expect(await seen()).toMatchObject({ playlists: [], songs: undefined });
    expect(await history.accounts()).toEqual([]);
  });

  it('is joined with another account’s, the later of each', async () => {
    await tell({ One: ['c'], Two: ['d'] }, NOW + DAY, OTHER);
    await like([aSong('e')], NOW - DAY, OTHER);
    await history.joinAccount(OTHER, ME);
    expect(await seen()).toEqual({
      playlists: [
        ['One', 'c'],
        ['Two', 'd'],
      ],
      playlistsAt: NOW + DAY,
      songs: ['b'],
      libraryAt: NOW,
    });
    expect(await history.lists.heads(OTHER)).toMatchObject({ listedAt: null, library: null });
  });

  it('of another account is not touched', async () => {
    await tell({ Theirs: ['x'] }, NOW, OTHER);
    await history.deleteAccount(ME);
    expect(await seen(OTHER)).toMatchObject({ playlists: [['Theirs', 'x']] });
  });
});
