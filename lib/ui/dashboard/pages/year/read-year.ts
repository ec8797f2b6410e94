/** The year in the URL. */
import type { DashboardRoute } from '../../dashboard-route.ts';

/** The one chosen here, or else as the range on other pages; null where neither is a year. */
export function readYear({
  params,
  range,
}: Pick<DashboardRoute, 'params' | 'range'>): number | null {
  const text = params['year'] ?? range;
  return /^\d{4}$/.test(text) ? Number(text) : null;
}
