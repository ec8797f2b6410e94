/** How many questions about music a day may cost: the quota is the sync's first. Pure. */
import { hasElapsed } from './elapsed.ts';
import { z } from '../domain/schema.ts';

/** Of one client ID, since Spotify counts by developer. */
export const Allowance = z.object({
  /** UTC ms: when this day began, with its first question. */
  since: z.number(),
  /** Questions asked since. */
  calls: z.int(),
  /** Most questions a day. */
  ceiling: z.int(),
  /** Spotify's quota was spent in this day. */
  exceeded: z.boolean(),
});
export type Allowance = z.infer<typeof Allowance>;

const DAY_MS = 86_400_000;
/** Spotify says nowhere how large its quota is: a careful beginning, more while it goes well. */
const FIRST_DAY = 600;
const MOST_A_DAY = 1200;
const LEAST_A_DAY = 100;
const GROWTH = 1.25;

/** The allowance as it stands now: a new day begins a day after the first question of the last. */
export function allowanceAt(allowance: Allowance | undefined, now: number): Allowance {
  if (!allowance) return { since: now, calls: 0, ceiling: FIRST_DAY, exceeded: false };
  if (!hasElapsed(allowance.since, DAY_MS, now)) return allowance;
  const { ceiling, exceeded } = allowance;
  const grown = exceeded ? ceiling : Math.min(MOST_A_DAY, Math.ceil(ceiling * GROWTH));
  return { since: now, calls: 0, ceiling: grown, exceeded: false };
}

/** UTC ms until when nothing more may be asked; null while something may. */
export function spentUntil({ since, calls, ceiling }: Allowance): number | null {
  return calls >= ceiling ? since + DAY_MS : null;
}

export function withCall(allowance: Allowance): Allowance {
  return { ...allowance, calls: allowance.calls + 1 };
}

/** Spotify's quota is spent: on the days to come half as much is asked, growing slowly again. */
export function withSpentQuota(allowance: Allowance): Allowance {
  if (allowance.exceeded) return allowance;
  const ceiling = Math.max(LEAST_A_DAY, Math.floor(allowance.calls / 2));
  return { ...allowance, exceeded: true, ceiling: Math.min(allowance.ceiling, ceiling) };
}
