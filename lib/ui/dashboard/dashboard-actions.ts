/** What can be done in the dashboard. */
import type { DashboardRoute } from './dashboard-route.ts';

export interface DashboardActions {
  /**
   * Changes the URL, and the page with it. `replace` leaves no step for “back”: for what changes
   * with every key.
   */
  go: (change: Partial<DashboardRoute>, how?: { replace?: boolean }) => void;
  /** The URL's hash for a change, for a link that can be opened in another tab. */
  hrefFor: (change: Partial<DashboardRoute>) => string;
  retry: () => void;
  openOptions: () => void;
  /** Opens the sign-in for the account in view. */
  reconnect: () => void;
}
