/** All pages of the dashboard by their key. */
import type { DashboardPage, PageProps } from './page.ts';
import type { PageKey } from './page-keys.ts';
import { ALBUM_PAGE, ARTIST_PAGE, SONG_PAGE } from './pages/detail/page.tsx';
import { HABITS_PAGE } from './pages/habits/habits-page.tsx';
import { HistoryPage } from './pages/history/history-page.tsx';
import { OVERVIEW_PAGE } from './pages/overview/page.tsx';
import { FIRST_SONGS, LibraryPage } from './pages/library/library-page.tsx';
import { PlaylistsPage } from './pages/playlists/playlists-page.tsx';
import { readOrder } from './pages/playlists/read-order.ts';
import { TOP_PAGE } from './pages/top/page.tsx';
import { TIMELINE_PAGE } from './pages/timeline/timeline-page.tsx';
import { TASTE_PAGE } from './pages/taste/taste-page.tsx';
import { readYear } from './pages/year/read-year.ts';
import { YearPage } from './pages/year/year-page.tsx';

/** Of what is read from Spotify: when it was, and reading it again. */
const head = ({ saved }: PageProps) => saved;

export const PAGES: Readonly<Record<PageKey, DashboardPage>> = {
  overview: OVERVIEW_PAGE,
  top: TOP_PAGE,
  timeline: TIMELINE_PAGE,
  taste: TASTE_PAGE,
  habits: HABITS_PAGE,
  playlists: {
    title: 'page_playlists',
    uses: { range: true, compare: false },
    async load(ask, { params }) {
      const open = params['list'] || null;
      const { scope, view } = await ask('playlists', { by: readOrder(params['by']), open });
      return { scope, head, render: (props) => <PlaylistsPage view={view} {...props} /> };
    },
  },
  library: {
    title: 'page_library',
    uses: { range: false, compare: false },
    async load(ask) {
      const { scope, view } = await ask('library', { limit: FIRST_SONGS });
      return { scope, head, render: (props) => <LibraryPage view={view} {...props} /> };
    },
  },
  year: {
    title: 'page_year',
    uses: { range: false, compare: false },
    async load(ask, route) {
      const { scope, view } = await ask('year', { year: readYear(route) });
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
  artist: ARTIST_PAGE,
  album: ALBUM_PAGE,
  song: SONG_PAGE,
};
