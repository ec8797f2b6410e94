import { describe, expect, it } from 'vitest';
import {
  recallPicture,
  rememberPicture,
  type Pictures,
} from '../../../../lib/ui/popup/remembered-picture.ts';
import { forgetPopup } from '../../../../lib/ui/popup/remembered.ts';
import { DAY_MS, HOUR_MS, NOW } from '../fixtures.ts';
import { memoryStorage } from '../memory-storage.ts';

const ORIGIN = { version: '1.2.3', language: 'en-GB' };
const PICTURES: Pictures = {
  madeAt: NOW,
  dayEndsAt: NOW + 13 * HOUR_MS,
  sameDay: [['p', { class: 'now' }, 'Today']],
  later: [['p', { class: 'then' }, '21 Nov']],
};

function remembered(): Storage {
  const mirror = memoryStorage();
  rememberPicture(PICTURES, ORIGIN, mirror);
  return mirror;
}

describe('the picture of the popup', () => {
  it('is the one of the day it is shown on', () => {
    const mirror = remembered();
    expect(recallPicture(mirror, ORIGIN, NOW)).toEqual(PICTURES.sameDay);
    expect(recallPicture(mirror, ORIGIN, PICTURES.dayEndsAt - 1)).toEqual(PICTURES.sameDay);
    expect(recallPicture(mirror, ORIGIN, PICTURES.dayEndsAt)).toEqual(PICTURES.later);
    expect(recallPicture(mirror, ORIGIN, NOW + 400 * DAY_MS)).toEqual(PICTURES.later);
  });

  it('names no day after the clock was set back', () => {
    expect(recallPicture(remembered(), ORIGIN, NOW - 1)).toEqual(PICTURES.later);
  });

  it('is not shown by another build, nor in another language', () => {
    const mirror = remembered();
    expect(recallPicture(mirror, { ...ORIGIN, version: '1.2.4' }, NOW)).toBeNull();
    expect(recallPicture(mirror, { ...ORIGIN, language: 'de' }, NOW)).toBeNull();
  });

  it('is nothing at first, when damaged, and after the figures were forgotten', () => {
    expect(recallPicture(memoryStorage(), ORIGIN, NOW)).toBeNull();
    const mirror = remembered();
    mirror.setItem('ostinato/popup-picture', '{"version":"1.2.3"');
    expect(recallPicture(mirror, ORIGIN, NOW)).toBeNull();
    rememberPicture(PICTURES, ORIGIN, mirror);
    forgetPopup(mirror);
    expect(mirror.length).toBe(0);
  });

  it('costs nothing but itself where storage is full', () => {
    const full = Object.assign(memoryStorage(), {
      setItem() {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    expect(() => rememberPicture(PICTURES, ORIGIN, full)).not.toThrow();
  });
});
