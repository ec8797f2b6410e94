/** An invented page of the dashboard, as the worker's answer makes one. */
import type { LoadedPage } from '../../../../lib/ui/dashboard/page.ts';

export function loadedPage(text: string): LoadedPage {
  const kept = { streams: 3, firstAt: null, lastAt: null };
  const scope = {
    today: 20_778,
    days: null,
    comparedDays: null,
    streams: 3,
    recorded: 'whole',
    comparedRecorded: null,
    kept,
  } as const;
  return { scope, render: () => text };
}
