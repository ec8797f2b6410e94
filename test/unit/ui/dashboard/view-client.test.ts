import { describe, expect, it } from 'vitest';
import { createViewClient } from '../../../../lib/ui/dashboard/view-client.ts';
import type { ViewBase, ViewQuestion } from '../../../../lib/views/protocol.ts';
import { loadedPage } from './loaded-page.ts';

function setUp() {
  const sent: ViewQuestion[] = [];
  const listeners = new Map<string, (event: { data: unknown }) => void>();
  const wanted: string[] = [];
  const worker = {
    postMessage: (request: ViewQuestion) => void sent.push(request),
    addEventListener: (type: string, listener: (event: { data: unknown }) => void) =>
      void listeners.set(type, listener),
  };
  const askHistory = createViewClient(
    worker,
    (accountId, uris) => void wanted.push(`${accountId}: ${uris.join()}`),
  );
  const ask = (base: ViewBase) => askHistory(base, 'coverage', {});
  const receive = (data: unknown) => listeners.get('message')?.({ data });
  const breakDown = () => listeners.get('error')?.({ data: null });
  return { ask, sent, receive, breakDown, wanted };
}

const QUESTION = {
  accountId: 'ada',
  range: 'today',
  compare: 'none',
  timeZone: 'UTC',
  firstWeekday: 1,
  hemisphere: null,
  now: 1,
};

/** Tells by its end which answer it is. */
function answer(to: number) {
  const view = { coverage: [{ from: 0, to }], days: null };
  return { scope: loadedPage('').scope, view, wanted: [`cover ${to}`] };
}

describe('questions to the worker', () => {
  it('get each its own answer, in whatever order they come', async () => {
    const { ask, sent, receive } = setUp();
    const [first, second] = [ask(QUESTION), ask(QUESTION)];
    receive({ id: sent[1]?.id, ok: true, ...answer(2) });
    receive({ id: sent[0]?.id, ok: true, ...answer(1) });
    expect((await first).view).toEqual(answer(1).view);
    expect((await second).view).toEqual(answer(2).view);
  });

  it('tell what their answers show without a cover, and of whose listening', async () => {
    const { ask, sent, receive, wanted } = setUp();
    const question = ask(QUESTION);
    receive({ id: sent[0]?.id, ok: true, ...answer(1) });
    await question;
    expect(wanted).toEqual(['ada: cover 1']);
  });

  it('fail with the history’s own error', async () => {
    const { ask, sent, receive } = setUp();
    const question = ask(QUESTION);
    receive({ id: sent[0]?.id, ok: false, error: { code: 'history/damaged', data: {} } });
    await expect(question).rejects.toMatchObject({ code: 'history/damaged' });
  });

  it('fail when the worker breaks or talks nonsense', async () => {
    const { ask, receive, breakDown } = setUp();
    const first = ask(QUESTION);
    receive({ id: 1, ok: true, ...answer(1), view: { coverage: 'all' } });
    await expect(first).rejects.toMatchObject({ code: 'internal' });
    const second = ask(QUESTION);
    breakDown();
    await expect(second).rejects.toMatchObject({ code: 'internal' });
  });

  it('go on after an error of a worker that has answered before', async () => {
    const { ask, sent, receive, breakDown } = setUp();
    const first = ask(QUESTION);
    receive({ id: sent[0]?.id, ok: true, ...answer(1) });
    await first;
    breakDown();
    const second = ask(QUESTION);
    receive({ id: sent[1]?.id, ok: true, ...answer(2) });
    expect((await second).view).toEqual(answer(2).view);
  });

  it('all fail at once when the worker never started', async () => {
    const { ask, sent, breakDown } = setUp();
    const first = ask(QUESTION);
    breakDown();
    await expect(first).rejects.toMatchObject({ code: 'internal' });
    await expect(ask(QUESTION)).rejects.toMatchObject({ code: 'internal' });
    expect(sent).toHaveLength(1);
  });
});
