/** What there is to look at on a card of the year: a cover, those of a list, and the days of the year. */
import type { DayRange } from '../../../../domain/day-range.ts';
import type { YearReview } from '../../../../views/year/contract.ts';
import { createHeatScale } from '../../../charts/heat.ts';
import { durations } from '../../../charts/measure.ts';
import { monthLetter } from '../../../charts/steps.ts';
import { placeInWeek, type Weekday } from '../../../charts/week.ts';

/** A cover with the name it belongs to, and where Spotify has it. */
export interface CardCover {
  url: string;
  name: string;
  uri: string | null;
}

/** Half a year: all of it in one line would leave a day too little room. */
export interface CardDays {
  /** A day each, in order: 0 … 5 by strength; null where nothing was recorded. */
  levels: readonly (number | null)[];
  /** Of the first day: its place in the week as the reader begins it, from 0. */
  weekday: number;
  /** Where each month begins: its letter, and the column of its first day. */
  months: readonly { letter: string; column: number }[];
}

export interface CardPictures {
  cover: CardCover | null;
  /** Beside the entries of the list, in their order; empty where the list has none. */
  covers: readonly { url: string | null; name: string }[];
  /** One half or both of the year; empty where the card is not about days. */
  days: readonly CardDays[];
}

type Entry = YearReview['topSongs'][number];
const NOTHING: CardPictures = { cover: null, covers: [], days: [] };
const DAY_MS = 86_400_000;

/** By the key of the card. */
export function cardPictures(review: YearReview, key: string, weekStart: Weekday): CardPictures {
  const { topArtists, topSongs, topAlbums, obsession, discovered, streak, bestDay } = review;
  switch (key) {
    case 'artist':
      return ofList(topArtists);
    case 'song':
      return ofList(topSongs);
    case 'album':
      return ofList(topAlbums);
    case 'discoveries': {
      const entries = [discovered.artist, discovered.song].filter((entry) => entry !== null);
      return { ...NOTHING, covers: entries.map(coverOf) };
    }
    case 'obsession':
      return { ...NOTHING, cover: obsession && largeCover(obsession) };
    case 'time':
      return { ...NOTHING, days: heatOf(review, weekStart) };
    case 'streak':
      return { ...NOTHING, days: streak ? markDays(review, streak, weekStart) : [] };
    case 'day':
      return {
        ...NOTHING,
        days: bestDay ? markDays(review, { first: bestDay.day, last: bestDay.day }, weekStart) : [],
      };
    default:
      return NOTHING;
  }
}

function ofList(entries: readonly Entry[]): CardPictures {
  const played = entries.filter(({ plays }) => plays > 0);
  const covers = played.map(coverOf);
  // Letters alone, one below the other, would only repeat the names.
  const isKnown = covers.some(({ url }) => url !== null);
  return {
    ...NOTHING,
    cover: played[0] ? largeCover(played[0]) : null,
    covers: isKnown ? covers : [],
  };
}

function coverOf({ coverUrl, name }: Entry) {
  return { url: coverUrl, name };
}

function largeCover({ coverUrl, name, uri }: Entry): CardCover | null {
  return coverUrl === null ? null : { url: coverUrl, name, uri };
}

/** Every day as strong as it was heard. */
function heatOf({ year, byDay }: YearReview, weekStart: Weekday): CardDays[] {
  const scale = createHeatScale(
    byDay.map((ms) => ms ?? 0),
    durations,
  );
  return halvesOf(
    year,
    byDay.map((ms) => (ms === null ? null : scale.levelOf(ms))),
    weekStart,
  );
}

/** These days against all others that were heard. */
function markDays(
  { year, byDay }: YearReview,
  { first, last }: DayRange,
  weekStart: Weekday,
): CardDays[] {
  const start = firstDayOf(year);
  return halvesOf(
    year,
    byDay.map((ms, i) => {
      if (start + i >= first && start + i <= last) return 4;
      return ms === null ? null : ms > 0 ? 1 : 0;
    }),
    weekStart,
  );
}

/** January to June, July to December. */
function halvesOf(year: number, levels: CardDays['levels'], weekStart: Weekday): CardDays[] {
  const start = firstDayOf(year);
  return [0, 6].flatMap((month) => {
    const first = firstDayOf(year, month);
    const half = levels.slice(first - start, firstDayOf(year, month + 6) - start);
    if (half.length === 0) return [];
    const weekday = placeInWeek(first, weekStart);
    const months = Array.from({ length: 6 }, (_, i) => firstDayOf(year, month + i) - first)
      .filter((day) => day < half.length)
      .map((day, i) => ({
        letter: monthLetter(month + i),
        column: Math.floor((day + weekday) / 7),
      }));
    return [{ levels: half, weekday, months }];
  });
}

function firstDayOf(year: number, month = 0): number {
  return Date.UTC(year, month, 1) / DAY_MS;
}
