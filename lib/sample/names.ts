/** Names of artists, albums and songs that nobody has, put together from syllables and plain words. */
import type { Random } from './random.ts';

const words = (text: string): readonly string[] => text.split(' ');

const BEGINNINGS = words(
  'Ma Ve Lo Si Ta Or Ki Bre Du Es Fa Hal Io Ju Né Pel Ru Sø Tri Um Va Wil Ya Zé Cal',
);
const MIDDLES = words('ra li no se va me di lo ri ka te nu vo ba');
const ENDINGS = words('l n ra ne th vik dan mor sen la ro wen rik ta lis ël');

const QUALITIES = words(
  'Amber Borrowed Quiet Second Paper Winter Hollow Electric Slow Golden Half Midnight Lost Tender Burning Distant Crooked Glass Silver Sunday Restless Salt Velvet Wild Last Open Copper Plain Early Northern',
);
const THINGS = words(
  'Harbour Letter Machine Season Kitchen Hour Signal Garden Stairwell Radio Island River Photograph Engine Morning Orchard Telephone Window Parade Satellite Ladder Holiday Lantern Avenue Tide Sparrow Ferry Meadow Cottage Weather',
);
const TURNS = words('Before After Without Under Beyond Behind Between Against');

/** One made-up word: “Velora”, “Søkanth”. */
export function inventWord(random: Random): string {
  const middle = random.chance(0.6) ? random.pick(MIDDLES) : '';
  return random.pick(BEGINNINGS) + middle + random.pick(ENDINGS);
}

export function inventArtist(random: Random): string {
  const form = random.next();
  if (form < 0.4) return `${inventWord(random)} ${inventWord(random)}`;
  if (form < 0.62) return `The ${random.pick(QUALITIES)} ${random.pick(THINGS)}s`;
  if (form < 0.8) return inventWord(random);
  if (form < 0.92) return `${inventWord(random)} & ${inventWord(random)}`;
  return `${inventWord(random)} and the ${random.pick(THINGS)}s`;
}

export function inventTitle(random: Random): string {
  const form = random.next();
  if (form < 0.45) return `${random.pick(QUALITIES)} ${random.pick(THINGS)}`;
  if (form < 0.6) return `${random.pick(THINGS)} ${random.pick(TURNS)} the ${random.pick(THINGS)}`;
  if (form < 0.72) return random.pick(THINGS);
  if (form < 0.84) return inventWord(random);
  if (form < 0.93) return `${random.pick(TURNS)} ${random.pick(QUALITIES)} ${random.pick(THINGS)}s`;
  return `${inventWord(random)} (${random.pick(QUALITIES)} Version)`;
}

/** Draws until a name comes that was not there yet. */
export function distinct(invent: () => string, taken: Set<string>): string {
  for (;;) {
    const name = invent();
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
