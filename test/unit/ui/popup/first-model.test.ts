import { beforeEach, describe, expect, it } from 'vitest';
import { deriveFirst, endOfDay, laterThan } from '../../../../lib/ui/popup/first-model.ts';
import { createPopupStore } from '../../../../lib/ui/popup/popup-store.ts';
import type { Remembered } from '../../../../lib/ui/popup/remembered.ts';
import { createOverviewStore } from '../../../../lib/ui/overview-store.ts';
import { speakEnglish } from '../english.ts';
import { DAY_MS, NOW, snapshotOf } from '../fixtures.ts';

beforeEach(() => speakEnglish());

const remembered: Remembered = {
  version: 1,
  accounts: [{ id: 'ada', name: 'Ada' }],
  selectedId: 'ada',
  lastSyncAt: NOW,
  trouble: null,
  range: '4-weeks',
  snapshot: snapshotOf(),
};

/** What the popup itself shows before anybody has answered. */
function firstOfStore(known: Remembered, now: number) {
  const client = { ask: () => new Promise<never>(() => undefined) };
  const overview = createOverviewStore({ client, onRevision: () => undefined });
  const options = { client, overview, remembered: known, online: true, now: () => now };
  return createPopupStore(options).model.value;
}

describe('the popup in the picture', () => {
  it('is what the popup itself shows first', () => {
    for (const now of [NOW, NOW + 3 * DAY_MS]) {
      expect(deriveFirst(remembered, now)).toEqual(firstOfStore(remembered, now));
      const bare = { ...remembered, snapshot: null };
      expect(deriveFirst(bare, now)).toEqual(firstOfStore(bare, now));
    }
  });

  it('goes by its date from the end of its day on, in its time zone', () => {
    const berlin = endOfDay(NOW, 'Europe/Berlin');
    expect(berlin).toBe(Date.UTC(2026, 10, 21, 23));
    const tokyo = endOfDay(NOW, 'Asia/Tokyo');
    expect(tokyo).toBe(Date.UTC(2026, 10, 21, 15));
    // A day of 25 hours, from its first moment.
    const longDay = endOfDay(Date.UTC(2026, 9, 24, 22), 'Europe/Berlin');
    expect(longDay).toBe(Date.UTC(2026, 9, 25, 23));
    expect(laterThan(NOW)).toBeGreaterThan(berlin);
  });
});
