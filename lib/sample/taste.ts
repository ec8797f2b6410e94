/** What the invented listener likes on a given day: favourites that stay, rise, fall, return, are forgotten. */
import type { Track } from '../domain/stream.ts';
import type { SampleArtist } from './catalogue.ts';
import { dayOfYear } from './days.ts';
import { createRandom, drawFrom, type Random, sumUp } from './random.ts';

/** How one artist is liked. */
interface Fondness {
  artist: SampleArtist;
  /** The listener's own order of the songs, the dearest first. */
  songs: readonly { song: Track; releasedAt: number; weight: number }[];
  /** 0 … 1, as far as it is the artist's. */
  skipChance: number;
  on: Course;
}

/** Bound to a day. */
export interface Mood {
  pickArtist: (random: Random) => Fondness;
  /** Released by then; undefined when nothing was. */
  pickSong: (fondness: Fondness, random: Random) => Track | undefined;
}

/** By place in the catalogue: every kind has its share, whatever the seed. */
type Kind = 'faithful' | 'fallen' | 'forgotten' | 'rising' | 'seasonal' | 'gem' | 'passing';
const KINDS: readonly (readonly [kind: Kind, artists: number])[] = [
  ['faithful', 10],
  ['fallen', 10],
  ['forgotten', 14],
  ['rising', 8],
  ['seasonal', 8],
  ['gem', 26],
  ['passing', 64],
];

export const ARTISTS = KINDS.reduce((sum, [, artists]) => sum + artists, 0);

/** `days` is how many there are; the last is today. */
export function createTaste(seed: string, artists: readonly SampleArtist[], days: number) {
  const kinds = KINDS.flatMap(([kind, count]) => Array.from({ length: count }, () => kind));
  const fondnesses = artists.map((artist, place) =>
    createFondness(seed, artist, kinds[place] ?? 'passing', days),
  );

  /** Some weeks belong to an artist, some do not. */
  const weekly = { week: -1, factors: [] as number[] };
  function factorsOf(week: number): number[] {
    if (weekly.week === week) return weekly.factors;
    const random = createRandom(seed, 'week', week);
    weekly.week = week;
    weekly.factors = fondnesses.map(() => Math.exp(1.3 * (random.next() - 0.5)));
    return weekly.factors;
  }

  return {
    /** `at` is UTC ms of that day. */
    moodOn(day: number, at: number): Mood {
      const ofYear = dayOfYear(new Date(at));
      const factors = factorsOf(Math.floor(day / 7));
      const sums = sumUp(fondnesses.map(({ on }, place) => on(day, ofYear) * factors[place]!));
      const drawn = new Map<Fondness, Float64Array>();
      const songSums = (fondness: Fondness) => {
        let known = drawn.get(fondness);
        if (!known) {
          const { songs } = fondness;
          known = sumUp(songs.map(({ releasedAt, weight }) => (releasedAt <= at ? weight : 0)));
          drawn.set(fondness, known);
        }
        return known;
      };
      return {
        pickArtist: (random) => fondnesses[drawFrom(sums, random)] ?? fondnesses[0]!,
        pickSong: (fondness, random) => fondness.songs[drawFrom(songSums(fondness), random)]?.song,
      };
    },
  };
}

function createFondness(seed: string, artist: SampleArtist, kind: Kind, days: number): Fondness {
  const random = createRandom(seed, 'fondness', artist.name);
  const isGem = kind === 'gem';
  const songs = artist.albums
    .flatMap(({ songs: own, releasedAt }) =>
      own.map((song) => ({ song, releasedAt, order: random.next() })),
    )
    .toSorted((a, b) => a.order - b.order)
    // Of those at the edge only two or three songs are known, and these are loved.
    .slice(0, isGem ? 3 : Infinity)
    .map(({ song, releasedAt }, rank) => ({ song, releasedAt, weight: 1 / (1 + rank) ** 0.9 }));
  const skipChance = isGem ? 0.01 : random.chance(0.15) ? 0.4 : random.int(2, 14) / 100;
  return { artist, songs, skipChance, on: COURSES[kind](random, days) };
}

/** Counted from the first day, of so many; `ofYear` is the day's place in its year. */
type Course = (day: number, ofYear: number) => number;

const COURSES: Readonly<Record<Kind, (random: Random, days: number) => Course>> = {
  faithful(random) {
    const height = random.int(12, 26) / 10;
    const swing = random.int(200, 500);
    return (day) => height * (1 + 0.35 * Math.sin(day / swing));
  },
  fallen(random, days) {
    const end = days - random.int(95, 170);
    const begin = random.int(0, days - 800);
    const height = random.int(18, 32) / 10;
    return (day) => (day < begin ? 0 : day < end ? height : 0.02);
  },
  forgotten(random, days) {
    const end = days - random.int(400, 900);
    const course = bell(random.int(60, end - 120), random.int(80, 200), random.int(35, 70) / 10);
    return (day) => (day < end ? course(day) : 0);
  },
  rising(random, days) {
    const begin = days - random.int(40, 85);
    const height = random.int(20, 40) / 10;
    const before = random.chance(0.5) ? 0.03 : 0;
    return (day) => (day < begin ? before : height);
  },
  seasonal(random) {
    const half = 182;
    const course = bell(half, 32, random.int(15, 30) / 10);
    const shift = random.chance(0.5) ? 0 : half;
    return (_, ofYear) => course((ofYear + shift) % 365);
  },
  gem(random, days) {
    const first = random.int(0, Math.floor(days / 2));
    const height = random.int(6, 14) / 100;
    return (day) => (day < first ? 0 : height);
  },
  passing(random, days) {
    const first = random.int(0, Math.floor(days * 0.96));
    const width = random.int(30, 170);
    const course = bell(first + random.int(10, 200), width, random.int(6, 34) / 10);
    return (day) => (day < first ? 0 : course(day) + 0.03);
  },
};

function bell(peak: number, width: number, height: number): (day: number) => number {
  return (day) => height * Math.exp(-(((day - peak) / width) ** 2));
}
