/** Where the invented listener is, and on what the music plays: devices change, journeys come round. */
import { dayOfYear } from './days.ts';
import { createRandom, type Random } from './random.ts';

export interface Whereabouts {
  /** ISO 3166, two letters. */
  country: string;
  /** Days without a network now and then. */
  isAway: boolean;
  /** As Spotify writes it. */
  pickPlatform: (hour: number, random: Random) => string;
}

const HOME = 'NL';
const JOURNEYS = ['PT', 'IS', 'JP', 'IT', 'GB', 'MX'] as const;
/** Two weeks of the year, from its 190th day on. */
const JOURNEY = { from: 190, days: 14 };

const PHONES = [
  'Android OS 10 API 29 (samsung, SM-G973F)',
  'iOS 15.6 (iPhone13,2)',
  'ios',
] as const;

/** `share` of all days has passed, 0 … 1. */
export function whereaboutsOn(seed: string, date: Date, share: number): Whereabouts {
  const place = dayOfYear(date) - JOURNEY.from;
  const isAway = place >= 0 && place < JOURNEY.days;
  const phone = PHONES[Math.min(PHONES.length - 1, Math.floor(share * PHONES.length))]!;
  return {
    country: isAway ? createRandom(seed, 'journey', date.getFullYear()).pick(JOURNEYS) : HOME,
    isAway,
    pickPlatform(hour, random) {
      if (isAway || random.chance(0.1)) return phone;
      if (hour >= 9 && hour < 17)
        return random.chance(0.8) ? 'windows' : 'web_player windows 10;chrome';
      if (hour >= 19) return random.chance(share) ? 'Sonos S1' : phone;
      return phone;
    },
  };
}
