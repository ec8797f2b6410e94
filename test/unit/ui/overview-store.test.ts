import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../lib/domain/app-error.ts';
import type { Client } from '../../../lib/messages/client.ts';
import type { Overview } from '../../../lib/messages/contract.ts';
import { createOverviewStore } from '../../../lib/ui/overview-store.ts';
import { overviewOf } from './fixtures.ts';

/** A background whose answers the test gives by hand. */
function setUp() {
  const questions: PromiseWithResolvers<Overview>[] = [];
  const ask = vi.fn(() => {
    const question = Promise.withResolvers<Overview>();
    questions.push(question);
    return question.promise;
  });
  const listeners: ((revision: number) => void)[] = [];
  const store = createOverviewStore({
    client: { ask } as unknown as Client,
    onRevision: (listener) => void listeners.push(listener),
  });
  const answer = async (at: number, revision: number) => {
    questions[at]?.resolve(overviewOf([], { revision }));
    await settle();
  };
  const notify = (revision: number) => listeners.forEach((listener) => listener(revision));
  return { store, ask, questions, answer, notify };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the overview store', () => {
  it('says that it is loading until the answer is there', async () => {
    const { store, answer } = setUp();
    const done = store.reload();
    expect(store.loading.value).toBe(true);
    await answer(0, 1);
    await done;
    expect(store.loading.value).toBe(false);
    expect(store.overview.value?.revision).toBe(1);
  });

  it('asks again when a notice tells of a newer revision', async () => {
    const { store, ask, answer, notify } = setUp();
    void store.reload();
    await answer(0, 1);
    notify(2);
    await settle();
    expect(ask).toHaveBeenCalledTimes(2);
    await answer(1, 2);
    expect(store.overview.value?.revision).toBe(2);
  });

  it('does not ask again for a revision that it has', async () => {
    const { store, ask, answer, notify } = setUp();
    void store.reload();
    await answer(0, 5);
    notify(5);
    await settle();
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('asks once more, not five times, after five notices during one question', async () => {
    const { store, ask, answer, notify } = setUp();
    void store.reload();
    for (const revision of [2, 3, 4, 5, 6]) notify(revision);
    await answer(0, 1);
    expect(ask).toHaveBeenCalledTimes(2);
    await answer(1, 6);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(store.overview.value?.revision).toBe(6);
  });

  it('answers a reload during a question with a newer answer than that question gets', async () => {
    const { store, ask, answer } = setUp();
    void store.reload();
    const again = store.reload();
    await answer(0, 1);
    expect(ask).toHaveBeenCalledTimes(2);
    await answer(1, 2);
    await again;
    expect(store.overview.value?.revision).toBe(2);
  });

  it('keeps what it has when a question fails, and says why', async () => {
    const { store, answer, questions } = setUp();
    void store.reload();
    await answer(0, 1);
    const failing = store.reload();
    questions[1]?.reject(new AppError('message/unreachable'));
    await failing;
    expect(store.overview.value?.revision).toBe(1);
    expect(store.error.value?.code).toBe('message/unreachable');
    expect(store.loading.value).toBe(false);
  });

  it('forgets the failure with the next answer', async () => {
    const { store, answer, questions } = setUp();
    const failing = store.reload();
    questions[0]?.reject(new AppError('message/unreachable'));
    await failing;
    void store.reload();
    await answer(1, 1);
    expect(store.error.value).toBeNull();
  });
});
