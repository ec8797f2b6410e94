/** What every piece of the first page is drawn with. */
import type { OverviewView } from '../../../../views/overview/contract.ts';
import type { PageProps } from '../../page.ts';

export interface OverviewPageProps extends PageProps {
  view: OverviewView;
}
