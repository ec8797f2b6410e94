import { afterEach, beforeAll, expect, test } from 'vitest';
import { markedName, markedSignature, markFiles } from '../../../../lib/ui/sample/file-mark.ts';
import { speakEnglish } from '../english.ts';

beforeAll(() => speakEnglish());
afterEach(() => markFiles(false));

test('files and pictures of the sample say so, and those of one’s own do not', () => {
  expect(markedName('ostinato-months.csv')).toBe('ostinato-months.csv');
  expect(markedSignature('Ostinato')).toBe('Ostinato');
  markFiles(true);
  expect(markedName('ostinato-months.csv')).toBe('sample-ostinato-months.csv');
  expect(markedSignature('Ostinato')).toBe('Ostinato · Sample listening');
});
