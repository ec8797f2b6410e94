import { beforeAll, describe, expect, it } from 'vitest';
import { drawBars } from '../../../../lib/ui/charts/bar-picture.ts';
import { shares } from '../../../../lib/ui/charts/measure.ts';
import { skipDetail } from '../../../../lib/ui/dashboard/pages/habits/skips-part.tsx';
import { speakEnglish } from '../english.ts';

beforeAll(() => speakEnglish('en-GB'));

/** What stands outside of every isolate: there the order of the letters is ours. */
function outside(text: string): string {
  let depth = 0;
  let kept = '';
  for (const letter of text) {
    if ('\u2066\u2067\u2068'.includes(letter)) depth += 1;
    else if (letter === '\u2069') depth -= 1;
    else if (depth === 0) kept += letter;
  }
  return kept;
}

describe('how often a song was skipped', () => {
  it.each(['נועה לבנון', 'live \u202E289A', '\u2067\u202E'])(
    'is read in its order beside %j, in the chart and in the image of it',
    (artist) => {
      const detail = skipDetail({ artist, skips: 77, streams: 555 });
      expect(outside(detail)).toBe('77 of 555 · ');
      const rows = [{ name: 'Ferry', detail, value: 0.14 }];
      const { marks } = drawBars({ rows, measure: shares, most: 5 })({
        width: 900,
        textWidth: (text, size) => text.length * size * 0.5,
      });
      const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []));
      const shown = texts.find((text) => text.includes('77'))!;
      // The mark as a whole is isolated, with the artist isolated within.
      expect(outside(shown.slice(1, -1))).toBe('77 of 555 · ');
    },
  );

  it('stands alone where there is no artist to name', () => {
    expect(skipDetail({ artist: null, skips: 77, streams: 555 })).toBe('77 of 555');
  });
});
