/** The page of top lists: what it asks, and what it shows. */
import type { DashboardPage } from '../../page.ts';
import { readTopChoice } from './top-choice.ts';
import { TOP_ROWS, TopPage } from './top-page.tsx';

export const TOP_PAGE: DashboardPage = {
  title: 'page_top',
  uses: { range: true, compare: true },
  async load(ask, { params }) {
    const choice = readTopChoice(params);
    const { scope, view } = await ask('top', { ...choice, offset: 0, limit: TOP_ROWS });
    const standsIn = view.source !== 'history';
    // Spotify ranks, and says neither how often nor for how long; nor what stood there before.
    const beyondCompare = standsIn;
    return {
      scope,
      standsIn,
      beyondCompare,
      render: (props) => <TopPage view={view} {...props} />,
    };
  },
};
