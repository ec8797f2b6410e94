/** Listening as the charts' gallery shows it: invented, the same at every run, with gaps and oddities. */
import { dayStep, monthStep, yearStep } from '../../lib/ui/charts/steps.ts';
import { createRandom } from '../support/exports/random.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const LONG_NAME = `${'The Ballad of a Title That Does Not Know When to Stop, '.repeat(5)}Live at the Harbour (Remastered)`;

const ARTISTS = [
  'Nocturne Avenue',
  'The Paper Lanterns',
  'أم كلثوم',
  '<img src=x>',
  'Björk & Félix Übermäßig',
  'להקת הגשם (בהופעה)',
  LONG_NAME,
  '坂本龍一',
  'Kilo Tango 🇩🇪👩‍👩‍👧',
  'Ash',
];

export const rankedArtists = ARTISTS.map((name, i) => ({
  name,
  value: Math.round((412 * HOUR_MS) / (i + 1.6)),
  href: `#artist=${i}`,
}));

export const rankedSongs = Array.from({ length: 60 }, (_, i) => ({
  name: i === 2 ? LONG_NAME : `Song number ${i + 1}`,
  detail: ARTISTS[i % ARTISTS.length]!,
  value: Math.max(0, Math.round(900 / (i + 2) - 16)),
}));

/** Months from January 1970; the second year of three is missing for five months. */
export function months(first: number, count: number) {
  const random = createRandom(7);
  return Array.from({ length: count }, (_, i) => {
    const covered = !(i >= 16 && i < 21);
    const wave = 1 + 0.5 * Math.sin(i / 2);
    const value = covered ? (8 + 40 * random.next()) * wave * HOUR_MS : 0;
    return { ...monthStep(first + i), value: i === 20 ? 6 * HOUR_MS : value, covered };
  });
}

export function days(first: number, count: number) {
  const random = createRandom(11);
  return Array.from({ length: count }, (_, i) => {
    const value = random.chance(0.15) ? 0 : random.next() ** 2 * 6 * HOUR_MS;
    return { ...dayStep(first + i), value, covered: i !== 9 && i !== 10 };
  });
}

export function releaseYears() {
  const random = createRandom(3);
  return Array.from({ length: 58 }, (_, i) => {
    const value = Math.round(40 * 1.075 ** i * (0.4 + random.next()));
    return { ...yearStep(1968 + i), value, covered: true };
  });
}

/** Months by artist, the last series the rest. */
export function stacks(first: number, count: number, series: number) {
  const random = createRandom(5);
  const columns = Array.from({ length: count }, (_, i) => {
    const covered = !(count > 40 && i >= 30 && i < 34);
    const values = Array.from({ length: series }, (_value, s) => {
      const peak = (count / series) * (s + 0.5);
      const near = Math.exp(-(((i - peak) / (count / 4)) ** 2));
      const rest = s === series - 1 ? 14 : 3;
      return covered ? (22 * near + rest) * random.next() * HOUR_MS : 0;
    });
    return { ...monthStep(first + i), covered, values };
  });
  const names = Array.from({ length: series }, (_, s) =>
    s === series - 1 ? { name: 'Everything else', other: true } : { name: ARTISTS[s]! },
  );
  return { columns, series: names };
}

export function cumulative(first: number, count: number) {
  let sum = 0;
  const columns = months(first, count);
  const values = columns.map(({ value }) => (sum += value));
  const steps = columns.map(({ label, tick, level, covered }) => ({
    label,
    ...(tick ? { tick } : {}),
    ...(level ? { level } : {}),
    covered,
  }));
  return { steps, series: [{ name: 'Heard', values }] };
}

export function ranks(first: number, count: number, lines: number) {
  const random = createRandom(13);
  const series = Array.from({ length: lines }, (_, s) => {
    let rank = 1 + s * 2;
    const values = Array.from({ length: count }, (_value, i) => {
      rank = Math.max(1, Math.min(24, rank + random.below(7) - 3));
      return i >= 8 && i < 11 && s === 1 ? null : rank;
    });
    return { name: ARTISTS[s]!, values };
  });
  const steps = Array.from({ length: count }, (_, i) => ({
    ...monthStep(first + i),
    covered: true,
  }));
  return { steps, series };
}

/** From a local day on: more at weekends, louder years, two holes. */
export function calendar(firstDay: number, count: number) {
  const random = createRandom(17);
  const values = new Float64Array(count);
  const covered = new Uint8Array(count).fill(1);
  for (let i = 0; i < count; i++) {
    const isHole = (i > 400 && i < 470) || (i > 900 && i < 912);
    if (isHole) covered[i] = 0;
    const season = 1 + 0.6 * Math.sin((i / 365) * 2 * Math.PI);
    if (!isHole && !random.chance(0.12)) values[i] = random.next() ** 1.8 * 5 * season * HOUR_MS;
  }
  return { firstDay, values, covered };
}

export function hourWeek() {
  const random = createRandom(19);
  return Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 24 }, (_hour, hour) => {
      const evening = Math.exp(-(((hour - 20) / 3) ** 2)) * (day >= 4 ? 1.6 : 1);
      const morning = day < 5 ? 0.8 * Math.exp(-(((hour - 8) / 1.5) ** 2)) : 0;
      return hour < 5 && day !== 5 ? 0 : Math.round((evening + morning) * 160 * random.next());
    }),
  );
}

export function seasons() {
  const random = createRandom(23);
  return ['Winter', 'Spring', 'Summer', 'Autumn'].map((name) => ({
    name,
    columns: Array.from({ length: 9 }, (_, i) => ({
      ...yearStep(2017 + i),
      covered: i !== 3 || name !== 'Summer',
      value: i === 3 && name === 'Summer' ? 0 : 20 + random.below(160),
    })),
  }));
}

export const TODAY = Math.floor(Date.UTC(2026, 10, 21) / DAY_MS);
