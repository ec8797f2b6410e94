import { expect, it } from 'vitest';
import { createPassphraseActions } from '../../../entrypoints/background/passphrase-actions.ts';
import type { PassphraseState } from '../../../lib/domain/passphrase.ts';
import { AppError } from '../../../lib/domain/app-error.ts';

function setUp() {
  const done: string[] = [];
  const trouble = {
    passphrase: null as Error | null,
    resume: null as Error | null,
    state: 'unlocked' as PassphraseState,
  };
  const step = (name: string, failure: () => Error | null = () => null) => {
    return async (...words: string[]) => {
      const thrown = failure();
      if (thrown) throw thrown;
      done.push([name, ...words].join(' '));
    };
  };
  const failing = () => trouble.passphrase;
  const ended = Promise.withResolvers<void>();
  const handlers = createPassphraseActions({
    vault: {
      passphrase: {
        unlock: step('unlock', failing),
        turnOn: step('turn on', failing),
        change: step('change', failing),
        turnOff: step('turn off', failing),
        forget: step('forget', failing),
      },
      passphraseState: async () => trouble.state,
      resume: step('resume', () => trouble.resume),
    },
    losses: {
      notePassphrase: async (isOn) => void done.push(`noted ${isOn ? 'on' : 'off'}`),
    },
    sync: { syncDue: step('sync') },
    saved: { refreshDue: step('lists') },
    enrichment: { wake: step('details') },
    faults: {
      watch: async (where, work) => {
        await work().catch((thrown: unknown) => done.push(`${where}: ${String(thrown)}`));
        ended.resolve();
      },
    },
    keepAlive: (work) => work(),
  });
  return { handlers, done, trouble, ended: ended.promise };
}

const GOES_ON = ['resume', 'details', 'sync', 'lists'];

it('takes up everything that waited, once the passphrase is entered', async () => {
  const { handlers, done, ended } = setUp();
  expect(await handlers['passphrase.unlock']({ passphrase: 'a b c' })).toBeNull();
  await ended;
  expect(done).toEqual(['unlock a b c', ...GOES_ON]);
});

it('goes on after a change, and after forgetting; turning it on has interrupted nothing', async () => {
  for (const [name, request, words] of [
    ['passphrase.change', { current: 'a', next: 'b' }, ['change a b']],
    ['passphrase.turn-off', { current: 'a' }, ['noted off', 'turn off a']],
    ['passphrase.forget', {}, ['noted off', 'forget']],
  ] as const) {
    const { handlers, done, ended } = setUp();
    await handlers[name](request as never);
    await ended;
    expect(done).toEqual([...words, ...GOES_ON]);
  }
  const { handlers, done } = setUp();
  await handlers['passphrase.turn-on']({ passphrase: 'a' });
  expect(done).toEqual(['turn on a', 'noted on']);
});

it('does nothing after a wrong passphrase', async () => {
  const { handlers, done, trouble } = setUp();
  trouble.passphrase = new AppError('token/wrong-passphrase');
  await expect(handlers['passphrase.unlock']({ passphrase: 'x' })).rejects.toThrow('wrong');
  expect(done).toEqual([]);
  await expect(handlers['passphrase.turn-off']({ current: 'x' })).rejects.toThrow('wrong');
  expect(done).toEqual(['noted off', 'noted on']);
  trouble.state = 'off';
  await expect(handlers['passphrase.turn-off']({ current: 'x' })).rejects.toThrow('wrong');
  expect(done.slice(2)).toEqual(['noted off', 'noted off']);
});

it('answers that it is unlocked even where going on fails, and notes that', async () => {
  const { handlers, done, trouble, ended } = setUp();
  trouble.resume = new Error('no');
  expect(await handlers['passphrase.unlock']({ passphrase: 'x' })).toBeNull();
  await ended;
  expect(done).toEqual(['unlock x', 'unlocked: Error: no']);
});
