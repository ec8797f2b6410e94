import { expect, test } from 'vitest';
import { coverLetter } from '../../../lib/ui/components/cover-letter.ts';

test('stands for a name with its first character that can be seen', () => {
  expect(coverLetter(' song')).toBe('S');
  expect(coverLetter('\u202Eesrever')).toBe('E');
  expect(coverLetter('\u200B\u3164\u2066Élan')).toBe('É');
  expect(coverLetter('🎉 Emoji')).toBe('🎉');
  expect(coverLetter('עברית')).toBe('ע');
  expect(coverLetter('\u202E')).toBe('♪');
});
