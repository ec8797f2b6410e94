import { beforeEach, expect, it } from 'vitest';
import type { ListedPlaylist } from '../../../../lib/views/playlists/contract.ts';
import { title } from '../../../../lib/ui/dashboard/pages/library/library-page.tsx';
import {
  heardRows,
  lifeRows,
  lifeTitle,
} from '../../../../lib/ui/dashboard/pages/playlists/playlist-facts.ts';
import { speakEnglish } from '../english.ts';

beforeEach(() => speakEnglish());

function playlist(name: string, figures: Partial<ListedPlaylist>): ListedPlaylist {
  const none = { plays: 0, playedMs: 0, songs: 0, songsPlayed: 0, dead: 0, neverPlayed: 0 };
  return { name, ...none, lastHeardAt: null, ...figures };
}

const hrefOf = (name: string) => `#${name}`;

const LISTS = [
  playlist('Loud', { plays: 9, playedMs: 90, songs: 10, dead: 8, neverPlayed: 5 }),
  playlist('Alive', { plays: 3, playedMs: 99, songs: 4, dead: 1 }),
  playlist('Empty', {}),
];

it('draws what was heard in the order given, by plays or by time', () => {
  expect(heardRows(LISTS, 'plays', hrefOf)).toEqual([
    { name: 'Loud', value: 9, href: '#Loud' },
    { name: 'Alive', value: 3, href: '#Alive' },
  ]);
  expect(heardRows(LISTS, 'time', hrefOf).map(({ value }) => value)).toEqual([90, 99]);
});

it('divides each list into what is heard, no longer heard, never played; the most alive first', () => {
  expect(lifeRows(LISTS, hrefOf)).toEqual([
    { name: 'Alive', href: '#Alive', values: [3, 1, 0] },
    { name: 'Loud', href: '#Loud', values: [2, 3, 5] },
  ]);
});

it('names the list that is heard most of all, and none where nothing is', () => {
  expect(lifeTitle(LISTS)).toContain('Alive');
  expect(lifeTitle(LISTS)).toContain('75%');
  expect(lifeTitle([...LISTS, playlist('Too', { songs: 8, dead: 2 })])).toBe(
    '2 playlists are alive most of all: 75% of each heard within a year',
  );
  expect(lifeTitle([playlist('Dead', { songs: 2, dead: 2 })])).toBe(
    'Nothing on them was heard within a year',
  );
  expect(lifeTitle([playlist('Empty', {})])).toBeNull();
});

it('says what an empty list means, never that there are 0 of something', () => {
  expect(title(0, 'library_never')).toBe('You have played every song you like');
  expect(title(1, 'library_never')).toBe('1 liked song you have never played');
});
