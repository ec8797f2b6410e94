/** From which day a view looks back, where that is not today. */
import type { ViewScope } from '../../../../views/protocol.ts';
import { t } from '../../../text.ts';
import { formatDay } from '../../range-words.ts';

/** One sentence, or none. */
export function seenFrom(asOf: number, { today }: Pick<ViewScope, 'today'>): string[] {
  return asOf === today ? [] : [t('taste_as_of', formatDay(asOf, 'date'))];
}
