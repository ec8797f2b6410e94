/** What a saved chart is called: what it shows, and of which range. */
import type { DashboardRoute } from './dashboard-route.ts';

/** Without what follows the dot: `ostinato-clock-2019`. */
export function fileNameOf(what: string, { range }: DashboardRoute): string {
  return `ostinato-${what}-${range}`;
}
