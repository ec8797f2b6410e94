/** What a saved image must say by itself, because the page around it is gone: of what, whose, when. */
import { isPreset } from '../../domain/range-choice.ts';
import type { ViewScope } from '../../views/protocol.ts';
import { isolate } from '../isolate.ts';
import type { DashboardRoute } from './dashboard-route.ts';
import { daysText, formatDay, rangeText } from './range-words.ts';

type Days = Pick<ViewScope, 'days' | 'today'>;

/** With its days, where its name alone says other days tomorrow. */
export function datedRange(
  { range }: Pick<DashboardRoute, 'range'>,
  { days, today }: Days,
): string {
  const name = rangeText(range, days);
  if (days && isPreset(range)) return `${name} · ${daysText(days)}`;
  return days ? name : `${name} · ${formatDay(today, 'date')}`;
}

interface About {
  /** The artist, album or song the page is about. */
  thing: string | undefined;
  /** What Spotify calls the account; null where nobody knows. */
  listener: string | null;
  route: Pick<DashboardRoute, 'range'>;
  /** Null on pages without a range. */
  scope: Days | null;
}

/** “Ines Vale · Ada · 2024”; null where there is nothing to say. */
export function imageAbout({ thing, listener, route, scope }: About): string | null {
  const parts = [
    ...(thing === undefined ? [] : [isolate(thing)]),
    ...(listener === null ? [] : [isolate(listener)]),
    ...(scope ? [datedRange(route, scope)] : []),
  ];
  return parts.length > 0 ? parts.join(' · ') : null;
}
