/** Tells the page which stretches of time the history has seen whole. */
import type { ViewSetting } from '../view-setting.ts';
import type { CoverageView } from './contract.ts';

export function computeCoverage({ coverage }: ViewSetting): CoverageView {
  return { coverage: [...coverage] };
}
