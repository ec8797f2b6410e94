/** What the popup shows while all it has is what it remembers, for the pictures of it. */
import { isSameDay } from '../format.ts';
import { derivePopup, type PopupModel } from './popup-model.ts';
import type { Remembered } from './remembered.ts';

/** `now` in UTC ms. */
export function deriveFirst(remembered: Remembered, now: number): PopupModel {
  const { selectedId, range, snapshot } = remembered;
  return derivePopup({
    overview: null,
    remembered,
    selectedId,
    snapshot: snapshot ?? undefined,
    playing: null,
    range,
    online: true,
    busy: false,
    failure: null,
    unlock: { name: 'idle' },
    now,
  });
}

/** Longer than any day. */
const TWO_DAYS_MS = 48 * 3_600_000;

/** A moment on a day after that of `at`, both UTC ms. */
export function laterThan(at: number): number {
  return at + TWO_DAYS_MS;
}

/** When the day of `at` ends in `timeZone` (IANA); both UTC ms. */
export function endOfDay(at: number, timeZone: string): number {
  let [within, beyond] = [at, laterThan(at)];
  while (beyond - within > 1) {
    const middle = Math.floor((within + beyond) / 2);
    if (isSameDay(at, middle, timeZone)) within = middle;
    else beyond = middle;
  }
  return beyond;
}
