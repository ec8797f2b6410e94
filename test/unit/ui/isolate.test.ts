import { describe, expect, it } from 'vitest';
import { isolate, isolateTurning, joinParts } from '../../../lib/ui/isolate.ts';
import { t } from '../../../lib/ui/text.ts';
import { speakEnglish } from './english.ts';

/** How many isolates are open at the end; null where one was closed that was not open. */
function openAtTheEnd(text: string): number | null {
  let open = 0;
  for (const letter of text) {
    if ('\u2066\u2067\u2068'.includes(letter)) open += 1;
    if (letter === '\u2069') open -= 1;
    if (open < 0) return null;
  }
  return open;
}

describe('a name among our words', () => {
  it.each(['plain', 'נועה', 'a\u2069\u202Eb', '\u2067\u2067a', '\u2069\u2067\u2069\u2069', ''])(
    'ends its own isolation neither early nor late: %j',
    (name) => {
      expect(openAtTheEnd(isolate(name))).toBe(0);
      expect(isolate(name).slice(1, -1)).not.toMatch(/^\u2069/);
      // Never closed before the very end.
      expect(openAtTheEnd(isolate(name).slice(0, -1))).toBeGreaterThan(0);
    },
  );

  it('is isolated only where it could turn what stands beside it', () => {
    expect(isolateTurning('Ann')).toBe('Ann');
    expect(isolateTurning('نجوم')).toBe('\u2068نجوم\u2069');
    expect(isolateTurning('a\u202Eb')).toBe('\u2068a\u202Eb\u2069');
    expect(isolateTurning(`${isolate('نجوم')} leads`)).toBe(`${isolate('نجوم')} leads`);
  });

  it('turns nothing that it is joined with', () => {
    expect(joinParts(['Ann', '3 of 4'])).toBe('Ann · 3 of 4');
    expect(joinParts(['نجوم', '3 of 4'])).toBe('\u2068نجوم\u2069 · 3 of 4');
    expect(joinParts(['a\u202Eb', '3 of 4'])).toBe('\u2068a\u202Eb\u2069 · 3 of 4');
    expect(joinParts(['a\u2067b', '3 of 4'])).toBe('\u2068a\u2067b\u2069\u2069 · 3 of 4');
  });

  it('is isolated in every sentence it stands in', () => {
    speakEnglish();
    expect(t('spotify_open_name', 'x\u2069\u202Ey')).toContain('\u2068x\u202Ey\u2069');
  });
});
