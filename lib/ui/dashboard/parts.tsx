/** A page with a navigation of its own: each part is asked for alone, and has its place in the URL. */
import { t, type MessageKey } from '../text.ts';
import type { DashboardActions } from './dashboard-actions.ts';
import type { DashboardRoute } from './dashboard-route.ts';
import { type DashboardPage, type RangeUse, rangeUseOf } from './page.ts';

type Parts = readonly (DashboardPage & { key: string })[];

/** The part that the URL names, or the first. */
function partOf(parts: Parts, { params }: DashboardRoute): Parts[number] {
  return parts.find(({ key }) => key === params['part']) ?? parts[0]!;
}

/** @param parts at least one, in the order of the navigation. */
export function pageOfParts(title: MessageKey, parts: Parts): DashboardPage {
  return {
    title,
    uses: (route): RangeUse => rangeUseOf(partOf(parts, route), route),
    async load(ask, route) {
      const part = partOf(parts, route);
      const loaded = await part.load(ask, route);
      return {
        ...loaded,
        head: ({ actions }) => (
          <PartNavigation parts={parts} current={part.key} label={title} actions={actions} />
        ),
      };
    },
  };
}

interface PartNavigationProps {
  parts: Parts;
  current: string;
  label: MessageKey;
  actions: DashboardActions;
}

function PartNavigation({ parts, current, label, actions }: PartNavigationProps) {
  return (
    <nav class="parts" aria-label={t(label)}>
      <ul>
        {parts.map(({ key, title }) => (
          <li key={key}>
            <a
              class="parts__link"
              href={actions.hrefFor({ params: { part: key } })}
              aria-current={key === current ? 'page' : undefined}
            >
              {t(title)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
