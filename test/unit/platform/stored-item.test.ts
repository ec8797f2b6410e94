import { beforeEach, describe, expect, it } from 'vitest';
import { z } from '../../../lib/domain/schema.ts';
import type { KeyValueArea } from '../../../lib/platform/key-value.ts';
import { createStoredItem } from '../../../lib/platform/stored-item.ts';

let values: Map<string, unknown>;
let area: KeyValueArea;

beforeEach(() => {
  values = new Map();
  area = {
    get: (key) => Promise.resolve(values.get(key)),
    set: (key, value) => Promise.resolve(void values.set(key, structuredClone(value))),
    remove: (key) => Promise.resolve(void values.delete(key)),
    keys: () => Promise.resolve([...values.keys()]),
  };
});

function counter(version = 1, migrate?: (value: unknown, from: number) => unknown) {
  return createStoredItem({
    area,
    key: 'counter',
    version,
    schema: z.object({ n: z.number() }),
    fallback: { n: 0 },
    ...(migrate ? { migrate } : {}),
  });
}

describe('a stored item', () => {
  it('is its fallback until it is set', async () => {
    expect(await counter().get()).toEqual({ n: 0 });
    await counter().set({ n: 4 });
    expect(await counter().get()).toEqual({ n: 4 });
  });

  it('loses no update when several come at once', async () => {
    const item = counter();
    await Promise.all(Array.from({ length: 20 }, () => item.update(({ n }) => ({ n: n + 1 }))));
    expect(await item.get()).toEqual({ n: 20 });
  });

  it('goes on after an update that failed', async () => {
    const item = counter();
    const failing = item.update(() => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await item.update(({ n }) => ({ n: n + 1 }))).toEqual({ n: 1 });
  });

  it('lifts an older version', async () => {
    values.set('counter', { version: 1, value: 7 });
    const item = counter(2, (value, from) => (from === 1 ? { n: value } : value));
    expect(await item.get()).toEqual({ n: 7 });
  });

  it('refuses a newer version and leaves it as it is', async () => {
    values.set('counter', { version: 9, value: { n: 7 } });
    await expect(counter().get()).rejects.toMatchObject({ code: 'storage/newer-version' });
    await expect(counter().update((value) => value)).rejects.toMatchObject({
      code: 'storage/newer-version',
    });
    expect(values.get('counter')).toEqual({ version: 9, value: { n: 7 } });
  });

  it.each(['nonsense', 5, null, { version: 'x' }, { version: 1, value: { n: 'seven' } }])(
    'reads damage (%j) as the fallback',
    async (damage) => {
      values.set('counter', damage);
      expect(await counter().get()).toEqual({ n: 0 });
    },
  );
});
