/** The first page: what it asks, and what it shows. */
import type { DashboardPage } from '../../page.ts';
import { OverviewPage } from './overview-page.tsx';

export const OVERVIEW_PAGE: DashboardPage = {
  title: 'page_overview',
  uses: { range: true, compare: true },
  async load(ask) {
    const { scope, view } = await ask('overview', {});
    // Before the first play is kept, Spotify's own lists are better than nothing.
    const standsIn = view.top.source !== 'history';
    return { scope, standsIn, render: (props) => <OverviewPage view={view} {...props} /> };
  },
};
