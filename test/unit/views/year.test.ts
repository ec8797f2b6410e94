import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildDataset, streamAt } from '../../../lib/dataset/dataset.ts';
import { z } from '../../../lib/domain/schema.ts';
import { cardMarks, CARD } from '../../../lib/ui/dashboard/pages/year/card-marks.ts';
import { yearCards } from '../../../lib/ui/dashboard/pages/year/year-cards.ts';
import { yearTime } from '../../../lib/ui/dashboard/pages/year/year-page.tsx';
import { computeYear } from '../../../lib/views/year/compute.ts';
import { YearContract, type YearReview } from '../../../lib/views/year/contract.ts';
import { day, historyOf, play, times } from '../stats/a-history.ts';
import { speakEnglish } from '../ui/english.ts';
import { NOON, settingOf } from './a-setting.ts';

const HISTORY = historyOf(
  play('2023-06-01', 'Ferry', { by: 'Tidewater' }),
  // Still 2024 in UTC, 2025 in Berlin.
  play('2024-12-31T23:30Z', 'Ferry', { by: 'Tidewater', playedMs: 60_000 }),
  times(12, play('2025-03-10', 'Salt', { by: 'Anchor', playedMs: 100_000 })),
  play('2025-03-11', 'Ferry', { by: 'Tidewater', playedMs: 400_000 }),
  play('2026-11-20', 'Lanterns', { by: 'Quay' }),
);

function reviewOf(year: number | null): YearReview | null {
  const view = computeYear(settingOf(HISTORY), { year });
  return z.parse(YearContract.view, view).review;
}

beforeAll(() => speakEnglish('en-GB'));

describe('a year in review', () => {
  it('lists every year, silent ones too, and shows the latest', () => {
    const { years, review } = computeYear(settingOf(HISTORY), { year: null });
    expect(years.map(({ year, plays }) => [year, plays])).toEqual([
      [2023, 1],
      [2024, 0],
      [2025, 14],
      [2026, 1],
    ]);
    expect(review).toMatchObject({ year: 2026, running: true, days: 325, months: { length: 11 } });
  });

  it('tells a silent year from one that nobody recorded', () => {
    const streams = historyOf(play('2021-06-01', 'Ferry'), play('2024-06-01', 'Ferry'));
    const coverage = [
      { from: Date.parse('2021-06-01'), to: Date.parse('2022-06-01') },
      { from: Date.parse('2024-01-01'), to: NOON },
    ];
    const { years } = computeYear(settingOf(streams, {}, { coverage }), { year: 2023 });
    expect(years.map((year) => [year.year, yearTime(year)])).toEqual([
      [2021, '3 min'],
      [2022, '0 min'],
      [2023, 'not recorded'],
      [2024, '3 min'],
    ]);
  });

  it('names no hour of the week where several are the same', () => {
    const keysOf = (...streams: Parameters<typeof historyOf>) =>
      yearCards(
        computeYear(settingOf(historyOf(...streams)), { year: 2026 }).review!,
        'UTC',
        1,
      ).map(({ key }) => key);
    const [one, other] = [play('2026-03-01', 'Ferry'), play('2026-03-02', 'Ferry')];
    expect(keysOf(one, other)).not.toContain('clock');
    expect(keysOf(one, other, play('2026-03-09', 'Ferry'))).toContain('clock');
  });

  it('takes an average over the days that were recorded', () => {
    const streams = historyOf(times(2, play('2024-06-01', 'Ferry', { playedMs: 600_000 })));
    const [from, to] = [Date.parse('2024-06-01'), Date.parse('2024-06-10T20:00Z')];
    const setting = settingOf(streams, {}, { coverage: [{ from, to }] });
    const { review } = computeYear(setting, { year: 2024 });
    expect(review).toMatchObject({ days: 366, daysRecorded: 10 });
    const [time] = yearCards(review!, 'Europe/Berlin', 1);
    expect(time!.text).toContain('on 1 of 10 recorded days');
    expect(time!.list[0]).toMatchObject({
      name: 'Average day, of those recorded',
      amount: '2 min',
    });
  });

  it('knows what was most, what was new and what was on repeat', () => {
    expect(reviewOf(2025)).toMatchObject({
      running: false,
      days: 365,
      plays: 14,
      playedMs: 1_660_000,
      daysHeard: 3,
      songs: 2,
      artists: 2,
      before: null,
      topArtists: [
        { name: 'Anchor', plays: 12 },
        { name: 'Tidewater', plays: 2 },
      ],
      topSongs: [{ name: 'Salt', artist: 'Anchor' }, { name: 'Ferry' }],
      bestDay: { day: day('2025-03-10'), plays: 12, playedMs: 1_200_000 },
      discovered: { artists: 1, songs: 1, artist: { name: 'Anchor' }, song: { name: 'Salt' } },
      obsession: { name: 'Salt', plays: 12, firstDay: day('2025-03-10') },
      streak: { days: 2, first: day('2025-03-10') },
    });
    const { months } = reviewOf(2025)!;
    expect(months).toHaveLength(12);
    expect(months[0]).toMatchObject({ plays: 1, artist: 'Tidewater' });
    expect(months[1]).toMatchObject({ plays: 0, artist: null, covered: true });
    expect(months[2]).toMatchObject({ plays: 13, artist: 'Anchor' });
  });

  it('compares a running year with the same days a year earlier', () => {
    expect(reviewOf(2026)?.before).toEqual({ plays: 14, playedMs: 1_660_000 });
    const early = settingOf(HISTORY, { now: Date.UTC(2026, 1, 1) });
    expect(computeYear(early, { year: 2026 }).review?.before ?? null).toEqual({
      plays: 1,
      playedMs: 60_000,
    });
  });

  it('compares years only where both are recorded whole', () => {
    const beforeWith = (...coverage: { from: number; to: number }[]) =>
      computeYear(settingOf(HISTORY, {}, { coverage }), { year: 2026 }).review!.before;
    const [begin, spring, autumn] = [Date.UTC(2024, 11), Date.UTC(2025, 2), Date.UTC(2026, 8)];
    expect(beforeWith({ from: begin, to: NOON })).not.toBeNull();
    // A gap a year earlier, and one in the year itself.
    expect(beforeWith({ from: spring, to: NOON })).toBeNull();
    expect(beforeWith({ from: begin, to: autumn }, { from: autumn + 1, to: NOON })).toBeNull();
  });

  it('is nothing for a year without music, and for an empty history', () => {
    expect(reviewOf(2024)).toBeNull();
    expect(reviewOf(1999)).toBeNull();
    expect(computeYear(settingOf(historyOf()), { year: null })).toEqual({
      years: [],
      review: null,
    });
  });

  it('sums up to the rows of the year', () => {
    const dates = fc.date({
      min: new Date('2019-12-01Z'),
      max: new Date(NOON),
      noInvalidDate: true,
    });
    const streams = fc.array(
      fc.record({ at: dates, song: fc.constantFrom('A', 'B', 'C'), ms: fc.nat(400_000) }),
      { minLength: 1, maxLength: 60 },
    );
    const yearIn = new Intl.DateTimeFormat('en', { year: 'numeric', timeZone: 'Europe/Berlin' });
    fc.assert(
      fc.property(streams, (entries) => {
        const dataset = buildDataset(
          entries.map(({ at, song, ms }) => play(at.toISOString(), song, { playedMs: ms })),
        );
        const sums = new Map<number, number>();
        for (let row = 0; row < dataset.columns.rows; row++) {
          const { endedAt, playedMs } = streamAt(dataset, row);
          const year = Number(yearIn.format(endedAt));
          sums.set(year, (sums.get(year) ?? 0) + playedMs);
        }
        const setting = settingOf(dataset);
        for (const { year, playedMs } of computeYear(setting, { year: null }).years) {
          expect(playedMs).toBe(sums.get(year) ?? 0);
          const { review } = computeYear(setting, { year });
          expect(review?.playedMs ?? 0).toBe(playedMs);
          const inMonths = review?.months.reduce((sum, month) => sum + month.playedMs, 0) ?? 0;
          expect(inMonths).toBe(playedMs);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('the cards of a year', () => {
  it('state a finding each, and leave out what there is not', () => {
    const cards = yearCards(reviewOf(2025)!, 'Europe/Berlin', 1);
    const said = Object.fromEntries(cards.map(({ key, hero, text }) => [key, `${hero} | ${text}`]));
    expect(said['time']).toBe('28 min | 14 plays of 2 songs by 2 artists, on 3 of 365 days.');
    expect(said['song']).toBe('Salt | by Anchor · 12 plays, 20 min');
    expect(said['clock']).toMatch(/^Monday.* 13 \|/);
    expect(said['obsession']).toBe('Salt | by Anchor · 12 plays between 10 Mar and 10 Mar');
    expect(yearCards(reviewOf(2026)!, 'Europe/Berlin', 1).map(({ key }) => key)).not.toContain(
      'streak',
    );
  });

  it('claim no fullest month, and no longest day, where there are several or one alone', () => {
    const keysOf = (...streams: Parameters<typeof historyOf>) => {
      const view = computeYear(settingOf(historyOf(...streams)), { year: 2025 });
      return yearCards(view.review!, 'Europe/Berlin', 1).map(({ key }) => key);
    };
    const [march, may] = [play('2025-03-10', 'Salt'), play('2025-05-10', 'Salt')];
    expect(keysOf(march, may)).not.toEqual(expect.arrayContaining(['months']));
    expect(keysOf(march, may)).not.toEqual(expect.arrayContaining(['day']));
    expect(keysOf(march, times(2, may))).toEqual(expect.arrayContaining(['months', 'day']));
  });

  it('say what their claims rest on: a record that begins in that year, or has gaps', () => {
    const textOf = (key: string, year: number) =>
      yearCards(reviewOf(year)!, 'Europe/Berlin', 1).find((card) => card.key === key)?.text;
    expect(textOf('discoveries', 2023)).toContain('since your record began');
    expect(textOf('discoveries', 2025)).toContain('that you had never played before');
    const salt = times(2, play('2025-03-10', 'Salt'));
    const setting = settingOf(
      historyOf(play('2025-02-20', 'Salt'), salt),
      {},
      {
        coverage: [{ from: Date.UTC(2025, 1, 15), to: NOON }],
      },
    );
    const cards = yearCards(computeYear(setting, { year: 2025 }).review!, 'Europe/Berlin', 1);
    expect(cards.find(({ key }) => key === 'months')?.text).toContain('is recorded of any other');
  });

  it('show covers where they are known, and the days of the year', () => {
    const review = reviewOf(2025)!;
    const coverUrl = 'https://i.scdn.co/image/salt';
    const uri = 'spotify:track:salt';
    const [salt, ...others] = review.topSongs;
    const topSongs = [{ ...salt!, coverUrl, uri }, ...others];
    const cards = new Map(
      yearCards({ ...review, topSongs }, 'Europe/Berlin', 1).map((card) => [card.key, card]),
    );
    expect(cards.get('song')).toMatchObject({
      cover: { url: coverUrl, name: 'Salt', uri },
      covers: [{ url: coverUrl }, { url: null, name: 'Ferry' }],
    });
    expect(cards.get('artist')).toMatchObject({ cover: null, covers: [] });
    // 1 January 2025 was a Wednesday, 10 March its 69th day.
    const halves = cards.get('time')!.days;
    expect(halves.map(({ levels, weekday }) => [levels.length, weekday])).toEqual([
      [181, 2],
      [184, 1],
    ]);
    // 2025 began on a Wednesday: its February is in the fifth week from there.
    const begins = ({ months }: (typeof halves)[number]) =>
      months.map(({ letter, column }) => `${letter}${column}`);
    expect(halves.map(begins)).toEqual([
      ['J0', 'F4', 'M8', 'A13', 'M17', 'J21'],
      ['J0', 'A4', 'S9', 'O13', 'N17', 'D22'],
    ]);
    // Where weeks begin with Sunday.
    const [american] = yearCards(review, 'Europe/Berlin', 7);
    expect(american!.days.map(({ weekday }) => weekday)).toEqual([3, 2]);
    expect([halves[0]!.levels[68], halves[0]!.levels[100]]).toEqual([4, 0]);
    expect(cards.get('day')!.days[0]!.levels.indexOf(4)).toBe(68);
    expect(cards.get('streak')!.days[0]!.levels.slice(67, 71)).toEqual([0, 4, 4, 0]);
  });

  it('have no silent day where nothing was recorded', () => {
    const from = Date.UTC(2025, 1, 1, 12);
    const setting = settingOf(HISTORY, {}, { coverage: [{ from, to: NOON }] });
    const { byDay } = computeYear(setting, { year: 2025 }).review!;
    expect(byDay.slice(29, 33)).toEqual([null, null, 0, 0]);
  });

  it('keep within their image, whatever the names are', () => {
    const name = 'لا '.repeat(100) + '<img src=x>'.repeat(30);
    const review = reviewOf(2025)!;
    const coverUrl = 'https://i.scdn.co/image/a';
    const entry = { name, artist: name, coverUrl, uri: null, plays: 1, playedMs: 1 };
    const long = { ...review, topSongs: Array.from({ length: 5 }, () => entry) };
    // But for the two invisible letters that hold a name together.
    const textWidth = (text: string, size: number) =>
      text.replaceAll(/[\u2068\u2069]/g, '').length * size * 0.6;
    for (const card of yearCards(long, 'Europe/Berlin', 1)) {
      for (const mark of cardMarks(card, `${'Whoever '.repeat(20)} · 2025`, textWidth)) {
        if (mark.kind !== 'text') continue;
        const width = textWidth(mark.text, mark.size);
        const left = mark.anchor === 'end' ? mark.x - width : mark.x;
        expect(left).toBeGreaterThan(0);
        expect(left + width).toBeLessThan(CARD.width);
        expect(mark.y).toBeLessThan(CARD.height);
      }
    }
  });
});
