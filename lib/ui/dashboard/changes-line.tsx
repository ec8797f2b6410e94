/** What the changes on a page are changes against. */
import { COMPARE_PRESETS, type CompareChoice } from '../../domain/range-choice.ts';
import type { ViewScope } from '../../views/protocol.ts';
import { t } from '../text.ts';
import { daysText } from './range-words.ts';

interface ChangesLineProps {
  scope: Pick<ViewScope, 'today' | 'days' | 'comparedDays'>;
  compare: CompareChoice;
  /** Said after it. */
  more?: string | null;
}

/** Nothing where nothing is compared. */
export function ChangesLine({ scope, compare, more = null }: ChangesLineProps) {
  const { today, days, comparedDays } = scope;
  if (!comparedDays) return null;
  // A range that goes on is held against as much of the other as there is of it.
  const isByCalendar = COMPARE_PRESETS.some((key) => key === compare);
  const goesOn = isByCalendar && days !== null && days.first <= today && days.last >= today;
  const words = goesOn ? 'changes_until_now' : 'changes_against';
  return (
    <p class="muted small">
      {t(words, daysText(comparedDays))} {more}
    </p>
  );
}
