import { describe, expect, test } from 'vitest';
import { snapshotOf, rangeFigures, topEntry } from '../ui/fixtures.ts';
import { historyOf, play, times } from '../stats/a-history.ts';
import { NOON } from './a-setting.ts';
import { viewOf } from './ask-view.ts';

const ines = { by: 'Ines Vale' };

// The week of the question (15 to 21 November 2026), noon in Berlin being 11:00 UTC.
const dataset = historyOf(
  times(4, play('2025-11-21', 'Old', ines)),
  play('2025-11-21', 'Older'),
  play('2026-11-12', 'Old', ines),
  play('2026-11-14T10:00Z', 'Gone'),
  play('2026-11-14T18:00Z', 'Gone'),
  play('2026-11-18', 'Old', ines),
  play('2026-11-19', 'New', ines),
  times(3, play('2026-11-20', 'Newest')),
  play('2026-11-21T09:00Z', 'Newest'),
);

const overviewOf = (range = '7-days', compare = 'before') =>
  viewOf('overview', dataset, { range, compare });

describe('the overview', () => {
  test('holds the amounts of the range against those before, up to the same time of day', async () => {
    const { amounts, before, stepsBefore } = await overviewOf();
    expect(amounts).toEqual({
      plays: 6,
      playedMs: 1_200_000,
      songs: 3,
      artists: 2,
      playedSongs: 3,
      playedArtists: 2,
      firstTimeShare: 2 / 3,
    });
    // Of 14 November, what ended by noon.
    expect(before).toMatchObject({ plays: 2, songs: 2, firstTimeShare: 0.5 });
    expect(stepsBefore).toEqual([0, 0, 0, 0, 200_000, 0, 200_000]);
  });

  test('holds months against the same months of a year, and against no others', async () => {
    const days = ['2025-01-02', '2025-11-20', '2025-11-22', '2026-02-02'];
    const years = historyOf(days.map((day) => play(day, 'Ode')));
    const coverage = [{ from: Date.parse('2024-12-31T12:00Z'), to: NOON }];
    const against = async (compare: string) =>
      (await viewOf('overview', years, { range: 'this-year', compare, coverage })).stepsBefore;
    // Of November, up to the 21st.
    const untilToday = [200_000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 200_000];
    expect(await against('year-before')).toEqual(untilToday);
    expect(await against('before')).toBeNull();
  });

  test('counts what is in the range alone, though its months reach beyond it', async () => {
    const { steps, stepUnit } = await overviewOf('2026-09-30..2026-12-12');
    expect(stepUnit).toBe('month');
    expect(steps.map(({ plays }) => plays)).toEqual([0, 0, 9]);
    const late = await overviewOf('2025-11-20..2026-11-12');
    expect(late.steps.at(-1)).toMatchObject({ plays: 1 });
  });

  test('compares nothing where nothing is asked for', async () => {
    expect(await overviewOf('7-days', 'none')).toMatchObject({ before: null, stepsBefore: null });
    expect(await overviewOf('all-time')).toMatchObject({ before: null });
  });

  test('leaves out the steps before of which nothing is known', async () => {
    const coverage = [
      { from: Date.parse('2026-11-10T00:00Z'), to: Date.parse('2026-11-21T11:00Z') },
    ];
    const view = await viewOf('overview', dataset, { range: '7-days', coverage });
    expect(view.stepsBefore?.slice(0, 4)).toEqual([null, null, null, 0]);
    expect(view.coverage).toEqual({ since: coverage[0]!.from, until: coverage[0]!.to, gaps: 0 });
  });

  test('tells steps recorded in part from whole ones, and not because they are not over', async () => {
    const at = (date: string) => Date.parse(date);
    const coverage = [
      { from: at('2025-11-20T12:00Z'), to: at('2026-03-09T12:30Z') },
      { from: at('2026-07-02T12:00Z'), to: at('2026-11-21T09:00Z') },
    ];
    const partly = async (range: string) => {
      const { steps } = await viewOf('overview', dataset, { range, coverage });
      return steps.flatMap((step, i) => (step.partly ? [i] : []));
    };
    // March and July; November goes on.
    expect(await partly('this-year')).toEqual([2, 6]);
    expect(await partly('2026-03-08..2026-03-10')).toEqual([1]);
    expect(await partly('2026-03-09')).toEqual([13]);
    // Of March, what the range has is whole.
    expect(await partly('2025-12-01..2026-03-08')).toEqual([]);
    expect(await partly('7-days')).toEqual([]);
  });

  test('is compared with nothing where nothing of the days before is known', async () => {
    const coverage = [
      { from: Date.parse('2026-11-15T00:00Z'), to: Date.parse('2026-11-21T11:00Z') },
    ];
    const young = historyOf(play('2026-11-18', 'Old', ines));
    const view = await viewOf('overview', young, { range: '7-days', coverage });
    expect(view).toMatchObject({ before: null, stepsBefore: null });
    // What was heard in a gap is not nothing.
    const known = await viewOf('overview', dataset, { range: '7-days', coverage });
    expect(known.before).toMatchObject({ plays: 2 });
  });

  test('has the first of each ranking, with their share', async () => {
    const { top } = await overviewOf();
    expect(top.songs.entries.map(({ name, plays }) => [name, plays])).toEqual([
      ['Newest', 4],
      ['New', 1],
      ['Old', 1],
    ]);
    expect(top).toMatchObject({ source: 'history', artists: { share: 1 } });
  });

  test('shows Spotify’s own lists while the history has none', async () => {
    const artists = [topEntry('From Spotify', { plays: null, playedMs: null })];
    const top = { source: 'spotify-4-weeks' as const, artists, songs: [], albums: [] };
    const { ranges } = snapshotOf();
    const snapshot = snapshotOf('ada', { ranges: { ...ranges, '4-weeks': rangeFigures({ top }) } });
    const view = await viewOf('overview', dataset, { range: '4-weeks', snapshot });
    expect(view.top).toEqual({
      source: 'spotify-4-weeks',
      artists: { entries: artists, share: null },
      songs: { entries: [], share: null },
      albums: { entries: [], share: null },
    });
  });

  test('tells what is new in a short range, and lately in a long one', async () => {
    const week = await overviewOf();
    expect(week.news).toMatchObject({ artists: 1, songs: 2, top: [{ entry: { name: 'Newest' } }] });
    const { news } = await overviewOf('all-time');
    expect(news.days.last - news.days.first).toBe(27);
    expect(news).toMatchObject({ artists: 2, songs: 3 });
  });

  test('names new songs where no artist is new', async () => {
    const known = historyOf(
      play('2026-03-01', 'Known', ines),
      play('2026-11-18', 'Once', ines),
      times(2, play('2026-11-19', 'Twice', ines)),
    );
    const { news } = await viewOf('overview', known, { range: '7-days', compare: 'none' });
    expect(news).toMatchObject({
      artists: 0,
      songs: 2,
      kind: 'songs',
      top: [
        { entry: { name: 'Twice', artist: 'Ines Vale' }, plays: 2 },
        { entry: { name: 'Once', artist: 'Ines Vale' }, plays: 1 },
      ],
    });
  });

  test('looks back on this day, and at the present streak, whatever the range', async () => {
    const { onThisDay, streaks } = await overviewOf('2025-11');
    expect(onThisDay).toMatchObject([{ plays: 5, song: { entry: { name: 'Old' }, plays: 4 } }]);
    expect(streaks).toMatchObject({ current: { days: 4 }, longest: { days: 4 } });
  });

  test('knows that no streak goes on only where the day before was seen', async () => {
    const old = historyOf(play('2026-11-18', 'Old', ines));
    const knownUntil = async (to: string) => {
      const coverage = [{ from: Date.parse('2026-11-17T12:00Z'), to: Date.parse(to) }];
      const { streaks } = await viewOf('overview', old, { coverage });
      const habits = await viewOf('streaks', old, { coverage, range: '2026-11-15..2026-11-21' });
      expect(habits.current).not.toBeNull();
      return [streaks.current, streaks.currentKnown];
    };
    expect(await knownUntil('2026-11-21T10:00Z')).toEqual([null, true]);
    expect(await knownUntil('2026-11-19T10:00Z')).toEqual([null, false]);
  });

  test('begins the list of streams, newest first', async () => {
    const { streams } = await overviewOf();
    expect(streams.total).toBe(6);
    expect(streams.streams[0]).toMatchObject({ title: 'Newest', isPlay: true });
  });

  test('is by the hour while all there is is a day', async () => {
    const young = historyOf(play('2026-11-21T09:00Z', 'Old'));
    const { stepUnit, steps } = await viewOf('overview', young);
    expect(stepUnit).toBe('hour');
    expect(steps.findIndex(({ plays }) => plays > 0)).toBe(10);
    // Then by a week, whose first days nobody recorded.
    const older = await viewOf('overview', historyOf(play('2026-11-20T09:00Z', 'Old')));
    expect(older.stepUnit).toBe('day');
    expect(older.steps.map(({ covered }) => covered)).toEqual([
      ...Array(5).fill(false),
      true,
      true,
    ]);
  });

  test('counts the days that an average is over', async () => {
    expect((await overviewOf('all-time')).days).toBe(366);
    expect((await overviewOf('2025')).days).toBe(41);
    expect(await overviewOf('all-time')).toMatchObject({ recordedDays: 366 });
  });

  test('leaves out of them those that nobody recorded', async () => {
    const at = (date: string) => Date.parse(date);
    const coverage = [
      { from: at('2025-11-21T12:00Z'), to: at('2025-11-30T12:00Z') },
      { from: at('2026-11-14T00:00Z'), to: at('2026-11-20T12:00Z') },
    ];
    const view = await viewOf('overview', dataset, { coverage });
    // Ten days and seven; two days in the gaps of which some music is known.
    expect(view).toMatchObject({ days: 366, recordedDays: 19 });
    const day = historyOf(play('2026-11-20', 'Old'));
    const one = [{ from: at('2026-11-20T08:00Z'), to: at('2026-11-20T12:00Z') }];
    const young = await viewOf('overview', day, { coverage: one });
    expect(young).toMatchObject({ days: 2, recordedDays: 1 });
  });

  test('tells what was played from what was only begun', async () => {
    const skipped = play('2026-11-20', 'Left', { playedMs: 2000, reasonEnd: 'fwdbtn' });
    const { amounts } = await viewOf('overview', historyOf(play('2026-11-20', 'Old'), skipped));
    expect(amounts).toMatchObject({ songs: 2, artists: 2, playedSongs: 1, playedArtists: 1 });
  });
});
