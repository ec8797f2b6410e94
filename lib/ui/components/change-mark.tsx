/** A change against an earlier amount: an arrow for the eye, and the same in words. */
import type { Change } from '../format.ts';
import { t, type MessageKey } from '../text.ts';

const MARKS: Readonly<Record<Change['direction'], { glyph: string; words: MessageKey }>> = {
  up: { glyph: '↑', words: 'change_up' },
  down: { glyph: '↓', words: 'change_down' },
  same: { glyph: '→', words: 'change_same' },
};

/** Nothing where there is nothing to compare with. */
export function ChangeMark({ change }: { change: Change | null }) {
  if (!change) return null;
  const { glyph, words } = MARKS[change.direction];
  return (
    <span class={`change change--${change.direction}`}>
      <span class="change__glyph" aria-hidden="true">
        {glyph}
      </span>{' '}
      {t(words, change.text)}
    </span>
  );
}
