import { beforeEach, expect, it } from 'vitest';
import { datedRangeOptions } from '../../../../lib/ui/popup/outdated.ts';
import { speakEnglish } from '../english.ts';
import { DAY_MS, NOW, snapshotOf } from '../fixtures.ts';

beforeEach(() => speakEnglish());

const firstLabel = (outdatedAt: number | null) =>
  datedRangeOptions({ snapshot: snapshotOf(), outdatedAt })[0];

it('calls figures of today by that word, and those of an earlier day by its date', () => {
  expect(firstLabel(null)).toEqual({ key: 'today', label: 'Today' });
  expect(firstLabel(NOW - 2 * DAY_MS)).toEqual({ key: 'today', label: '19 Nov' });
});
