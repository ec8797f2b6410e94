/** What the changes on a page are changes against. */
import { COMPARE_PRESETS, type CompareChoice } from '../../domain/range-choice.ts';
import type { ViewScope } from '../../views/protocol.ts';
import { t } from '../text.ts';
import { daysText } from './range-words.ts';

type ChangesScope = Pick<
  ViewScope,
  'today' | 'days' | 'recorded' | 'comparedDays' | 'comparedRecorded'
>;

interface ChangesLineProps {
  scope: ChangesScope;
  compare: CompareChoice;
}

/** Nothing where nothing is compared. */
export function ChangesLine({ scope, compare }: ChangesLineProps) {
  const words = changesText(scope, compare);
  return words === null ? null : <p class="muted small">{words}</p>;
}

/** With what is not known of either side: a change from or to days with gaps is none to rely on. */
export function changesText(scope: ChangesScope, compare: CompareChoice): string | null {
  const { today, days, recorded, comparedDays, comparedRecorded } = scope;
  if (!comparedDays) return null;
  if (comparedRecorded === 'nothing') return t('changes_nothing', daysText(comparedDays));
  // A range that goes on is held against as much of the other as there is of it.
  const isByCalendar = COMPARE_PRESETS.some((key) => key === compare);
  const goesOn = isByCalendar && days !== null && days.first <= today && days.last >= today;
  const words = goesOn ? 'changes_until_now' : 'changes_against';
  const gaps =
    recorded === 'whole'
      ? comparedRecorded === 'whole'
        ? []
        : [t('changes_part_then')]
      : [t(comparedRecorded === 'whole' ? 'changes_part_now' : 'changes_part_both')];
  return [t(words, daysText(comparedDays)), ...gaps].join(' ');
}
