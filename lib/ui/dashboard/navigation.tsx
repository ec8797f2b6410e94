/** The way to every page of the dashboard: links, so that each opens in a tab of its own, too. */
import { t } from '../text.ts';
import type { DashboardActions } from './dashboard-actions.ts';
import { NAVIGATION, type PageKey } from './page-keys.ts';
import { PAGES } from './pages.tsx';

interface NavigationProps {
  page: PageKey;
  actions: DashboardActions;
}

export function Navigation({ page, actions }: NavigationProps) {
  return (
    <nav class="dash__nav" aria-label={t('dashboard_pages')}>
      <ul>
        {NAVIGATION.map((key) => (
          <li key={key}>
            <a
              class="dash__link"
              href={actions.hrefFor({ page: key })}
              aria-current={key === page ? 'page' : undefined}
            >
              {t(PAGES[key].title)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
