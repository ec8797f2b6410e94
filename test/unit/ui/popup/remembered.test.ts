import { describe, expect, it } from 'vitest';
import {
  forgetPopup,
  recallPopup,
  rememberPopup,
  type Remembered,
} from '../../../../lib/ui/popup/remembered.ts';
import { NOW, snapshotOf } from '../fixtures.ts';
import { memoryStorage } from '../memory-storage.ts';

const KEY = 'ostinato/popup';

function whole(): Remembered {
  return {
    version: 1,
    accounts: [
      { id: 'ada', name: 'Ada' },
      { id: 'ben', name: null },
    ],
    selectedId: 'ada',
    lastSyncAt: NOW,
    trouble: { name: 'error', error: { code: 'api/offline', data: { retryAt: 5 } }, at: null },
    range: '4-weeks',
    snapshot: snapshotOf(),
  };
}

/** Every path to a leaf or a branch of a value. */
function paths(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, item]) => paths(item, [...path, key]));
  return path.length > 0 ? [path, ...inner] : inner;
}

function withChanged(path: string[], replacement: unknown): unknown {
  const copy: unknown = structuredClone(whole());
  let target = copy as Record<string, unknown>;
  for (const key of path.slice(0, -1)) target = target[key] as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  if (replacement === undefined) delete target[last];
  else target[last] = replacement;
  return copy;
}

/** Facts of an error are optional and only shown through `errorText`. */
const checked = paths(whole()).filter((path) => !path.includes('data') || path.at(-1) === 'data');

const inArray = (path: string[]) => /^\d+$/.test(path.at(-1) ?? '');

describe('what the popup remembers', () => {
  it('comes back as it was', () => {
    const mirror = memoryStorage();
    rememberPopup(whole(), mirror);
    expect(recallPopup(mirror)).toEqual(whole());
  });

  it('is nothing at first, and nothing after forgetting', () => {
    const mirror = memoryStorage();
    expect(recallPopup(mirror)).toBeNull();
    rememberPopup(whole(), mirror);
    forgetPopup(mirror);
    expect(recallPopup(mirror)).toBeNull();
  });

  it.each(['', '{', 'null', '[]', '"text"', '{"version":1}'])(
    'is nothing when it reads %j',
    (text) => {
      const mirror = memoryStorage();
      mirror.setItem(KEY, text);
      expect(recallPopup(mirror)).toBeNull();
    },
  );

  it('is nothing when another version wrote it', () => {
    const mirror = memoryStorage();
    mirror.setItem(KEY, JSON.stringify({ ...whole(), version: 2 }));
    expect(recallPopup(mirror)).toBeNull();
  });

  it('is nothing when it tells of an error that this version has no words for', () => {
    const mirror = memoryStorage();
    const changed = withChanged(['trouble', 'error', 'code'], 'api/from-the-future');
    mirror.setItem(KEY, JSON.stringify(changed));
    expect(recallPopup(mirror)).toBeNull();
  });

  it('is nothing when any part is missing or of another kind', () => {
    const mirror = memoryStorage();
    const isTaken = (remembered: unknown) => {
      mirror.setItem(KEY, JSON.stringify(remembered));
      return recallPopup(mirror) !== null;
    };
    expect(
      checked.filter(
        (path) => isTaken(withChanged(path, { wrong: true })) && path.at(-1) !== 'data',
      ),
    ).toEqual([]);
    expect(
      checked.filter((path) => !inArray(path) && isTaken(withChanged(path, undefined))),
    ).toEqual([]);
  });

  it('does not mind a storage that refuses', () => {
    const full = memoryStorage();
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    full.getItem = () => {
      throw new DOMException('forbidden', 'SecurityError');
    };
    expect(() => rememberPopup(whole(), full)).not.toThrow();
    expect(recallPopup(full)).toBeNull();
  });
});
