import { describe, expect, test } from 'vitest';
import { AppError } from '../../../../lib/domain/app-error.ts';
import { createPassphraseStore } from '../../../../lib/ui/passphrase/passphrase-store.ts';
import { createFakeClient } from '../options/fake-client.ts';

const OLD = 'correct horse battery';
const NEW = 'staple of another kind';

function setUp() {
  const trouble = { error: null as Error | null };
  const answer = () => {
    if (trouble.error) throw trouble.error;
    return null;
  };
  const { client, asked } = createFakeClient({
    'passphrase.turn-on': answer,
    'passphrase.change': answer,
    'passphrase.turn-off': answer,
  });
  let reloads = 0;
  const store = createPassphraseStore({ client, reload: async () => void (reloads += 1) });
  return { store, asked, trouble, reloads: () => reloads };
}

const entry = (current: string, next = '', again = next) => ({ current, next, again });

describe('the form for the passphrase', () => {
  test('does nothing while none stands open', async () => {
    const { store, asked } = setUp();
    await store.submit(entry('', NEW));
    expect(asked).toEqual([]);
  });

  test.each([
    ['turn-on', entry('', NEW), { name: 'passphrase.turn-on', request: { passphrase: NEW } }],
    [
      'change',
      entry(OLD, NEW),
      { name: 'passphrase.change', request: { current: OLD, next: NEW } },
    ],
    ['turn-off', entry(OLD), { name: 'passphrase.turn-off', request: { current: OLD } }],
  ] as const)('sends what is to %s, once, and closes', async (form, typed, message) => {
    const { store, asked, reloads } = setUp();
    store.open(form);
    const done = store.submit(typed);
    void store.submit(typed);
    expect(store.busy.value).toBe(true);
    await done;
    expect(asked).toEqual([message]);
    expect(reloads()).toBe(1);
    expect(store.form.value).toBeNull();
    expect(store.busy.value).toBe(false);
    expect(store.done.value).toBe(form);
    store.open('change');
    expect(store.done.value).toBeNull();
  });

  test.each([
    ['too-short', entry('', 'short'), 'next'],
    ['different', entry('', NEW, `${NEW}s`), 'again'],
  ] as const)('says what is %s before it asks anybody', async (name, typed, field) => {
    const { store, asked } = setUp();
    store.open('turn-on');
    await store.submit(typed);
    expect(store.problem.value).toEqual({ field, name });
    expect(asked).toEqual([]);
    await store.submit(entry('', NEW));
    expect(store.problem.value).toBeNull();
    expect(asked).toHaveLength(1);
  });

  test('says that the passphrase is the wrong one, and stays open', async () => {
    const { store, trouble } = setUp();
    trouble.error = new AppError('token/wrong-passphrase');
    store.open('turn-off');
    await store.submit(entry('no'));
    expect(store.problem.value).toEqual({ field: 'current', name: 'wrong' });
    expect(store.form.value).toBe('turn-off');
    store.close();
    expect(store.problem.value).toBeNull();
    expect(store.form.value).toBeNull();
  });

  test('says what the disk refused', async () => {
    const { store, trouble } = setUp();
    trouble.error = new AppError('token/passphrase-not-stored');
    store.open('turn-on');
    await store.submit(entry('', NEW));
    expect(store.error.value).toMatchObject({ code: 'token/passphrase-not-stored' });
    expect(store.busy.value).toBe(false);
    expect(store.done.value).toBeNull();
  });
});
