/** What is kept, and how complete it is. */
import type { CoverageView } from '../../../../views/coverage/contract.ts';
import type { PageProps } from '../../page.ts';
import { CoveragePanel } from './coverage-panel.tsx';

export function HistoryPage({ view, scope, timeZone }: PageProps & { view: CoverageView }) {
  return <CoveragePanel coverage={view.coverage} kept={scope.kept} timeZone={timeZone} />;
}
