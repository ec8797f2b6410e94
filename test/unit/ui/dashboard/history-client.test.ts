import { describe, expect, it } from 'vitest';
import { createHistoryClient } from '../../../../lib/ui/dashboard/history-client.ts';
import type { HistoryRequest } from '../../../../lib/ui/dashboard/history-protocol.ts';
import { historyView } from './history-view.ts';

function setUp() {
  const sent: HistoryRequest[] = [];
  const listeners = new Map<string, (event: { data: unknown }) => void>();
  const ask = createHistoryClient({
    postMessage: (request) => void sent.push(request),
    addEventListener: (type: string, listener: (event: { data: unknown }) => void) =>
      void listeners.set(type, listener),
  });
  const receive = (data: unknown) => listeners.get('message')?.({ data });
  const breakDown = () => listeners.get('error')?.({ data: null });
  return { ask, sent, receive, breakDown };
}

const QUESTION = { accountId: 'ada', range: 'today', timeZone: 'UTC', now: 1 } as const;

describe('questions to the worker', () => {
  it('get each its own answer, in whatever order they come', async () => {
    const { ask, sent, receive } = setUp();
    const [first, second] = [ask(QUESTION), ask(QUESTION)];
    receive({ id: sent[1]?.id, ok: true, view: historyView({ plays: 2 }) });
    receive({ id: sent[0]?.id, ok: true, view: historyView({ plays: 1 }) });
    expect((await first).plays).toBe(1);
    expect((await second).plays).toBe(2);
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
    receive({ id: 1, ok: true, view: { plays: 'many' } });
    await expect(first).rejects.toMatchObject({ code: 'internal' });
    const second = ask(QUESTION);
    breakDown();
    await expect(second).rejects.toMatchObject({ code: 'internal' });
  });

  it('go on after an error of a worker that has answered before', async () => {
    const { ask, sent, receive, breakDown } = setUp();
    const first = ask(QUESTION);
    receive({ id: sent[0]?.id, ok: true, view: historyView() });
    await first;
    breakDown();
    const second = ask(QUESTION);
    receive({ id: sent[1]?.id, ok: true, view: historyView({ plays: 2 }) });
    expect((await second).plays).toBe(2);
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
