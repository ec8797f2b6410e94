import { beforeAll, describe, expect, it } from 'vitest';
import type { ReleasesView, SeasonKey, SeasonsView } from '../../../../lib/views/taste/contract.ts';
import {
  decadeFinding,
  decadeLayers,
  eachYear,
  knownShare,
  releaseFinding,
  unknownShareText,
} from '../../../../lib/ui/dashboard/pages/taste/release-facts.ts';
import {
  findVariety,
  seasonPanels,
} from '../../../../lib/ui/dashboard/pages/taste/season-facts.ts';
import { plays } from '../../../../lib/ui/charts/measure.ts';
import { drawPanels } from '../../../../lib/ui/charts/panels-picture.ts';
import { seenFrom } from '../../../../lib/ui/dashboard/pages/taste/seen-from.ts';
import { speakEnglish } from '../english.ts';

beforeAll(() => speakEnglish('en-GB'));

describe('release years', () => {
  const span = (year: number | null, playedMs: number) => ({ year, plays: 1, playedMs });
  const years = [span(1998, 30), span(2001, 20), span(2020, 40), span(null, 10)];

  it('have a year from which on half of what is known was released', () => {
    const known = years.slice(0, 3);
    expect(releaseFinding(known)).toBe('67% of your listening was released in 2001 or later');
    expect(knownShare(years)).toBe(0.9);
  });

  it('do not speak for what is not known', () => {
    expect(releaseFinding(years)).toBe('Of what is known, 67% was released in 2001 or later');
    expect(unknownShareText(years)).toBe('10%');
    expect(unknownShareText([span(2001, 1), span(null, 1000)])).toBe('99%');
    expect(unknownShareText([span(null, 1000)])).toBe('100%');
  });

  it('have a decade with most time, with more than any other, or with neither', () => {
    const of = (...times: number[]) =>
      decadeFinding(times.map((playedMs, i) => span(1990 + i * 10, playedMs)));
    expect(of(60, 30, 10)).toBe('Most time with the 1990s');
    expect(of(40, 30, 30)).toBe('More time with the 1990s than with any other decade');
    expect(of(40, 40, 20)).toBe('No decade has clearly more time than the next');
    expect(decadeFinding([span(2020, 60), span(null, 30)])).toBe(
      'Of what is known, most time with the 2020s',
    );
    expect(decadeFinding([span(null, 30)])).toBeNull();
  });

  it('leave no year out between the first and the last', () => {
    const every = eachYear(years);
    expect(every).toHaveLength(23);
    expect(every.filter(({ playedMs }) => playedMs > 0).map(({ year }) => year)).toEqual([
      1998, 2001, 2020,
    ]);
    expect(eachYear([span(null, 10)])).toEqual([]);
    expect(knownShare([])).toBeNull();
  });

  it('are stacked by seven decades at most, with what is older together', () => {
    const decades = [1940, 1950, 1960, 1970, 1980, 1990, 2000, 2010, null];
    const trend: ReleasesView['trend'] = {
      decades,
      years: [
        { year: 2024, playedMs: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
        { year: 2025, playedMs: [0, 0, 0, 0, 0, 0, 0, 1, 0] },
      ],
    };
    const layers = decadeLayers(trend);
    expect(layers.map(({ name, other }) => [name, other])).toEqual([
      ['before 1960', false],
      ['1960s', false],
      ['1970s', false],
      ['1980s', false],
      ['1990s', false],
      ['2000s', false],
      ['2010s', false],
      ['Year unknown', true],
    ]);
    expect(layers[0]!.playedMs).toEqual([3, 0]);
    const sum = layers.reduce((total, { playedMs }) => total + playedMs[0]!, 0);
    expect(sum).toBe(45);
  });
});

describe('seasons', () => {
  const season = (
    name: SeasonKey,
    year: number,
    artists: number,
    part: SeasonsView['seasons'][number]['part'] = null,
  ) => ({
    part,
    season: name,
    year,
    artists,
    songs: artists * 2,
    firstTimeShare: null,
    evenness: null,
  });
  const view: SeasonsView = {
    hemisphere: 'northern',
    seasons: [season('summer', 2023, 4), season('winter', 2023, 9), season('summer', 2025, 6)],
    silent: [
      { season: 'spring', year: 2023, why: 'not-in-range' },
      { season: 'autumn', year: 2024, why: 'not-heard' },
      { season: 'summer', year: 2024, why: 'not-recorded' },
      { season: 'winter', year: 2025, why: 'not-begun' },
    ],
  };

  it('stand beside each other with the same years, and gaps that are no zeros', () => {
    const panels = seasonPanels(view, 'artists');
    expect(panels.map(({ name }) => name)).toEqual(['Winter', 'Spring', 'Summer', 'Autumn']);
    expect(panels[2]!.columns.map(({ value, covered }) => [value, covered])).toEqual([
      [4, true],
      [0, false],
      [6, true],
    ]);
    // A winter has two years.
    expect(panels[0]!.columns[0]!.label).toBe('2023/24');
    expect(panels[2]!.columns[0]!.label).toBe('2023');
  });

  it('say of those that cannot be known why, and hatch only what was not recorded', () => {
    const [winter, spring, , autumn] = seasonPanels(view, 'artists');
    expect(winter!.columns[2]).toMatchObject({ covered: true, instead: 'not begun yet' });
    expect(spring!.columns[0]).toMatchObject({ covered: true, instead: 'not in this range' });
    expect(autumn!.columns[1]).toMatchObject({ covered: true, value: 0 });
    const picture = drawPanels({ panels: [winter!], measure: plays, height: 100 })({
      width: 400,
      textWidth: (text) => text.length,
    });
    expect(picture.readings.at(2).lines).toEqual([{ value: 'not begun yet' }]);
  });

  it('have one with most on average only where it is clearly above the others', () => {
    const seasons = [
      season('spring', 2023, 4),
      season('summer', 2023, 4),
      season('autumn', 2023, 4),
      season('winter', 2023, 9),
    ];
    expect(findVariety({ seasons }, 'songs')).toEqual({
      is: 'most',
      season: 'winter',
      average: 18,
    });
    expect(findVariety({ seasons }, 'evenness')).toBeNull();
    // One with a gap, one that goes on and one that is cut are no averages.
    for (const part of ['not-recorded', 'not-over', 'not-in-range'] as const) {
      const more = [...seasons, season('winter', 2024, 1, part)];
      expect(findVariety({ seasons: more }, 'artists')).toMatchObject({ is: 'most', average: 9 });
    }
    const even = seasons.map((one) => ({ ...one, artists: 10 }));
    expect(findVariety({ seasons: even }, 'artists')).toEqual({ is: 'even', average: 10 });
  });

  it('are compared only where each was whole', () => {
    const cut = [season('winter', 2023, 10), season('summer', 2023, 5)];
    expect(findVariety({ seasons: cut }, 'artists')).toEqual({ is: 'few' });
    const alone = [season('autumn', 2023, 10, 'not-in-range')];
    expect(findVariety({ seasons: alone }, 'artists')).toEqual({ is: 'alone', season: 'autumn' });
  });

  it('are marked where they are not whole', () => {
    const seasons = [
      season('spring', 2020, 9, 'not-recorded'),
      season('winter', 2020, 1, 'not-over'),
    ];
    const [winter, spring] = seasonPanels({ ...view, seasons, silent: [] }, 'artists');
    expect(spring!.columns[0]).toMatchObject({ covered: true, partly: true });
    const picture = drawPanels({ panels: [winter!], measure: plays, height: 100 })({
      width: 400,
      textWidth: (text) => text.length,
    });
    expect(picture.readings.at(0).lines).toEqual([{ value: '1 play, not over yet' }]);
  });
});

it('says from when it is seen only where that is not today', () => {
  expect(seenFrom(20_000, { today: 20_000 })).toEqual([]);
  expect(seenFrom(20_000, { today: 20_778 })).toEqual(['Seen from 4 Oct 2024.']);
});
