import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createImportClient, type ImportWorker } from '../../../../lib/ui/import/import-client.ts';
import type { ImportRequest } from '../../../../lib/ui/import/import-protocol.ts';
import { progressOf, receiptOf } from './scripted-run.ts';

function setUp() {
  const listeners = new Map<string, (event: { data: unknown }) => void>();
  const sent: ImportRequest[] = [];
  const terminate = vi.fn();
  const worker: ImportWorker = {
    terminate,
    postMessage: (message) => void sent.push(message),
    addEventListener: (type: string, listener: (event: { data: unknown }) => void) =>
      void listeners.set(type, listener),
  };
  const start = vi.fn(() => ({ ...worker }));
  const free = new Map<string, () => void>();
  // The lock of a worker comes free when the worker is gone.
  const locks = {
    request: (name: string, granted: () => void) =>
      new Promise<void>((resolve) => {
        free.set(name, () => resolve(granted()));
      }),
  } as Pick<LockManager, 'request'>;
  const say = (data: unknown, type = 'message') => listeners.get(type)?.({ data });
  const end = (lock: string) => free.get(lock)?.();
  return { run: createImportClient(start, locks), start, sent, say, end, terminate };
}

const task = { type: 'import', accountId: 'ada', inputs: [], timeZone: 'UTC' } as const;
const undo = { type: 'undo', accountId: 'ada', importId: 'one' } as const;

test('starts the worker with the first task, and gives each its answer and its progress', async () => {
  const { run, start, sent, say } = setUp();
  expect(start).not.toHaveBeenCalled();
  const onProgress = vi.fn();
  const imported = run({ ...task, inputs: [] }, { onProgress });
  const undone = run(undo);
  expect(start).toHaveBeenCalledOnce();
  expect(sent.map(({ id }) => id)).toEqual([1, 2]);
  say({ type: 'done', id: 2, value: null });
  say({ type: 'progress', id: 1, progress: progressOf({ rows: 4 }) });
  say({ type: 'done', id: 1, value: receiptOf('one') });
  expect(await undone).toBeNull();
  expect(await imported).toEqual(receiptOf('one'));
  expect(onProgress).toHaveBeenCalledExactlyOnceWith(progressOf({ rows: 4 }));
});

test('passes on a wish to stop, and the failure that follows', async () => {
  const { run, sent, say } = setUp();
  const wish = new AbortController();
  const imported = run({ ...task, inputs: [] }, { signal: wish.signal });
  wish.abort();
  expect(sent[1]).toEqual({ type: 'cancel', id: 1 });
  say({ type: 'failed', id: 1, error: { code: 'archive/cancelled', data: {} } });
  await expect(imported).rejects.toMatchObject({ code: 'archive/cancelled' });
});

describe('a wish to stop that the worker does not hear', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function wishToStop(rig: ReturnType<typeof setUp>) {
    const wish = new AbortController();
    const imported = rig.run({ ...task, inputs: [] }, { signal: wish.signal });
    imported.catch(() => undefined);
    return { imported, stop: () => wish.abort() };
  }

  test('ends it while it reads, and the next task has another', async () => {
    const rig = setUp();
    const { imported, stop } = wishToStop(rig);
    rig.say({ type: 'progress', id: 1, progress: progressOf({ stage: 'reading' }) });
    stop();
    vi.advanceTimersByTime(900);
    expect(rig.terminate).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    await expect(imported).rejects.toMatchObject({ code: 'archive/cancelled' });
    expect(rig.terminate).toHaveBeenCalledOnce();
    void rig.run(undo);
    expect(rig.start).toHaveBeenCalledTimes(2);
  });

  test('waits for its answer while it writes, or where another task is under way', () => {
    const writing = setUp();
    const first = wishToStop(writing);
    writing.say({ type: 'progress', id: 1, progress: progressOf({ stage: 'writing' }) });
    const busy = setUp();
    const second = wishToStop(busy);
    void busy.run(undo);
    first.stop();
    second.stop();
    vi.advanceTimersByTime(60_000);
    expect(writing.terminate).not.toHaveBeenCalled();
    expect(busy.terminate).not.toHaveBeenCalled();
  });
});

test.each([
  ['dies', undefined, 'error'],
  ['answers with nonsense', { type: 'done' }, 'message'],
  ['answers another question', { type: 'done', id: 1, value: 'x' }, 'message'],
])('fails every task when the worker %s', async (_, data, type) => {
  const { run, say } = setUp();
  const undone = run(undo);
  say(data, type);
  await expect(undone).rejects.toMatchObject({ code: 'internal' });
});

test('notices that the worker is gone, and starts another with the next task', async () => {
  const { run, start, say, end, terminate } = setUp();
  const imported = run({ ...task, inputs: [] });
  const undone = run(undo);
  say({ type: 'alive', lock: 'first' });
  end('first');
  await expect(imported).rejects.toMatchObject({ code: 'archive/interrupted' });
  await expect(undone).rejects.toMatchObject({ code: 'internal' });
  expect(terminate).toHaveBeenCalledOnce();

  const again = run(undo);
  expect(start).toHaveBeenCalledTimes(2);
  say({ type: 'alive', lock: 'second' });
  // What is heard of the first one late does not concern the second.
  end('first');
  say({ type: 'done', id: 3, value: null });
  expect(await again).toBeNull();
});
