import { beforeAll, describe, expect, test, vi } from 'vitest';
import { tableToCsv } from '../../../../../lib/ui/charts/chart-table.ts';
import type { AskView } from '../../../../../lib/ui/dashboard/page.ts';
import { nameInWords } from '../../../../../lib/ui/dashboard/name-in-words.ts';
import {
  ariaSort,
  readTopChoice,
  sortAfterClick,
} from '../../../../../lib/ui/dashboard/pages/top/top-choice.ts';
import { readWholeTop, topFileName } from '../../../../../lib/ui/dashboard/pages/top/save-top.ts';
import {
  placeChange,
  topFinding,
  topNote,
} from '../../../../../lib/ui/dashboard/pages/top/top-words.ts';
import type { TopRow, TopView } from '../../../../../lib/views/top/contract.ts';
import { speakEnglish } from '../../english.ts';

beforeAll(() => speakEnglish());

const HOUR = 3_600_000;

function row(rank: number, changes: Partial<TopRow> = {}): TopRow {
  return {
    name: `Song ${rank}`,
    artist: 'Ines Vale',
    coverUrl: null,
    uri: null,
    rank,
    rankBefore: null,
    plays: 50 - rank,
    playedMs: HOUR,
    playlist: null,
    ...changes,
  };
}

function view(changes: Partial<TopView> = {}): TopView {
  return {
    source: 'history',
    compared: true,
    comparedWhole: true,
    places: 1204,
    matching: 1204,
    plays: 1000,
    playedMs: 100 * HOUR,
    first: { name: 'Lanterns', plays: 47, playedMs: 2 * HOUR },
    rows: [row(1), row(2)],
    ...changes,
  };
}

const all = {
  list: 'songs',
  by: 'plays',
  filter: '',
  sort: 'place',
  reversed: false,
} as const;

describe('what a top list says', () => {
  test('is who leads, by how much, and of how much', () => {
    expect(topFinding(view(), all)).toBe(
      `${nameInWords('Lanterns')} leads with 47 plays, 4.7% of all`,
    );
    expect(topFinding(view(), { ...all, by: 'time' })).toBe(
      `${nameInWords('Lanterns')} leads with 2 h, 2% of all`,
    );
    expect(topFinding(view({ first: null }), all)).toBe('Nothing was played here');
    expect(topFinding(view({ matching: 2 }), { ...all, filter: ' ash ' })).toBe(
      `2 songs found for “${nameInWords('ash')}”`,
    );
    expect(topFinding(view({ source: 'spotify-year', first: null }), all)).toBe(
      'What Spotify says you hear most',
    );
  });

  test('is how much there is, of what, against what', () => {
    const shown = {
      range: '2024',
      scope: {
        days: { first: 19_723, last: 20_088 },
        recorded: 'whole' as const,
        comparedDays: { first: 19_358, last: 19_722 },
        comparedRecorded: 'whole' as const,
      },
    };
    expect(topNote(view(), all, shown)).toBe(
      '1,204 songs · 2024 · places against 1 Jan 2023 – 31 Dec 2023',
    );
    const filtered = topNote(
      view({ matching: 2, compared: false }),
      { ...all, filter: 'x' },
      shown,
    );
    expect(filtered).toBe('2 of 1,204 songs · 2024');
    const gaps = { ...shown, scope: { ...shown.scope, recorded: 'part' as const } };
    expect(topNote(view(), all, gaps)).toMatch(/ · not all of the range itself is recorded$/);
    const none = { ...shown, scope: { ...shown.scope, comparedRecorded: 'nothing' as const } };
    expect(topNote(view({ compared: false }), all, none)).toBe(
      '1,204 songs · 2024 · nothing is recorded of 1 Jan 2023 – 31 Dec 2023 to compare with',
    );
    expect(topNote(view({ source: 'spotify-year' }), all, shown)).toContain('Spotify’s own list');
  });

  test('never is as long as a stranger’s name may be', () => {
    expect(nameInWords('x'.repeat(300)).length).toBeLessThan(70);
  });
});

describe('a change of place', () => {
  const change = (rank: number, rankBefore: number | null) =>
    placeChange({ rank, rankBefore }, { compared: true, comparedWhole: true });

  test('is told in a mark and in words', () => {
    expect(change(2, 5)).toEqual({ kind: 'up', mark: '↑ 3', words: '3 places up, from 5' });
    expect(change(2, 1)).toEqual({ kind: 'down', mark: '↓ 1', words: '1 place down, from 1' });
    expect(change(2, 2)?.kind).toBe('same');
    expect(change(2, null)).toMatchObject({ kind: 'new', mark: 'new' });
  });

  test('is not new where it may have been heard on a day that is not recorded', () => {
    const gaps = { compared: true, comparedWhole: false };
    expect(placeChange({ rank: 2, rankBefore: null }, gaps)).toBeNull();
    expect(placeChange({ rank: 2, rankBefore: 5 }, gaps)?.kind).toBe('up');
  });

  test('is none where nothing is compared', () => {
    const alone = { compared: false, comparedWhole: false };
    expect(placeChange({ rank: 2, rankBefore: null }, alone)).toBeNull();
  });
});

describe('the choice in the URL', () => {
  test('is songs by plays unless it says otherwise', () => {
    expect(readTopChoice({})).toEqual(all);
    expect(readTopChoice({ list: 'albums', by: 'time', filter: 'x' })).toEqual({
      ...all,
      list: 'albums',
      by: 'time',
      filter: 'x',
    });
    expect(readTopChoice({ list: 'cats', by: 'size', filter: 'x'.repeat(999) })).toEqual({
      ...all,
      filter: 'x'.repeat(200),
    });
  });
});

describe('the order of the rows', () => {
  const order = (sort: string) => readTopChoice({ sort });

  test('is that of a column’s head, and the other way round after the second click', () => {
    expect(sortAfterClick(all, 'name')).toBe('name');
    expect(sortAfterClick(order('name'), 'name')).toBe('-name');
    expect(sortAfterClick(order('-name'), 'name')).toBe('name');
    expect(sortAfterClick(order('-name'), 'time')).toBe('time');
    expect(sortAfterClick(all, 'place')).toBe('-place');
    expect(sortAfterClick(order('-place'), 'place')).toBe('');
    expect(order('sideways')).toMatchObject({ sort: 'place', reversed: false });
  });

  test('is told to screen readers as it runs', () => {
    expect(ariaSort(all, 'place')).toBe('ascending');
    expect(ariaSort(all, 'name')).toBeUndefined();
    expect(ariaSort(order('plays'), 'plays')).toBe('descending');
    expect(ariaSort(order('-plays'), 'plays')).toBe('ascending');
    expect(ariaSort(order('-name'), 'name')).toBe('descending');
  });
});

describe('the file of a top list', () => {
  test('has every row, asked for in pieces', async () => {
    const rows = [1, 2, 3].map((rank) => row(rank, { rankBefore: rank === 3 ? null : 9 }));
    const ask = vi.fn(async (_: string, { offset }: { offset: number }) => ({
      scope: null,
      view: view({ matching: 3, rows: rows.slice(offset, offset + 2) }),
    }));
    const table = await readWholeTop(ask as unknown as AskView, all);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(tableToCsv(table).split('\r\n').slice(0, 4)).toEqual([
      '\uFEFFSong,Place,Place before,Artist,Plays,Time heard (minutes),Share (percent),URI',
      'Song 1,1,9,Ines Vale,49,60,4.9,',
      'Song 2,2,9,Ines Vale,48,60,4.8,',
      'Song 3,3,,Ines Vale,47,60,4.7,',
    ]);
  });

  test('is named after the list and the range', () => {
    const days = { first: 0, last: 1 };
    expect(topFileName(all, '2024-02-03..2024-05', { days })).toBe(
      'ostinato-top-songs-2024-02-03-2024-05',
    );
    expect(topFileName({ ...all, filter: ' Odyssee/2 ' }, '2024', { days })).toBe(
      'ostinato-top-songs-odyssee-2-2024',
    );
    expect(topFileName(all, 'all-time', { days: null })).toBe('ostinato-top-songs-all-time');
  });
});
