/** All pages of the dashboard by their key. */
import type { DashboardPage } from './page.ts';
import type { PageKey } from './page-keys.ts';
import { HistoryPage } from './pages/history/history-page.tsx';
import { OverviewPage } from './pages/overview/overview-page.tsx';
import { readYear } from './pages/year/read-year.ts';
import { YearPage } from './pages/year/year-page.tsx';

export const PAGES: Readonly<Record<PageKey, DashboardPage>> = {
  overview: {
    title: 'page_overview',
    uses: { range: true, compare: false },
    async load(ask) {
      const { scope, view } = await ask('overview', {});
      return { scope, render: (props) => <OverviewPage view={view} {...props} /> };
    },
  },
  year: {
    title: 'page_year',
    uses: { range: false, compare: false },
    async load(ask, { params }) {
      const { scope, view } = await ask('year', { year: readYear(params['year']) });
      return { scope, render: (props) => <YearPage view={view} {...props} /> };
    },
  },
  history: {
    title: 'page_history',
    uses: { range: false, compare: false },
    async load(ask) {
      const { scope, view } = await ask('coverage', {});
      return { scope, render: (props) => <HistoryPage view={view} {...props} /> };
    },
  },
};
