/** The way to every page of the dashboard: links, so that each opens in a tab of its own, too. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../text.ts';
import type { DashboardActions } from './dashboard-actions.ts';
import { NAVIGATION, type PageKey } from './page-keys.ts';
import { PAGES } from './pages.tsx';

interface NavigationProps {
  page: PageKey;
  actions: DashboardActions;
}

export function Navigation({ page, actions }: NavigationProps) {
  const nav = useRef<HTMLElement>(null);
  useLayoutEffect(() => showCurrent(nav.current!), [page]);
  return (
    <nav ref={nav} class="dash__nav" aria-label={t('dashboard_pages')}>
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

/** Where there is room for a few only, it scrolls: the page one is on stands in the middle. */
function showCurrent(nav: HTMLElement): void {
  const link = nav.querySelector('[aria-current]')?.getBoundingClientRect();
  if (!link) return;
  const { left, width } = nav.getBoundingClientRect();
  nav.scrollBy(link.left + link.width / 2 - (left + width / 2), 0);
}
