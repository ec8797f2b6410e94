import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../../lib/domain/app-error.ts';
import type { RangeKey } from '../../../../lib/domain/snapshot.ts';
import type { Client } from '../../../../lib/messages/client.ts';
import type { Overview } from '../../../../lib/messages/contract.ts';
import type { DashboardRoute } from '../../../../lib/ui/dashboard/dashboard-route.ts';
import { createDashboardStore } from '../../../../lib/ui/dashboard/dashboard-store.ts';
import type { HistoryView } from '../../../../lib/ui/dashboard/history-protocol.ts';
import { createOverviewStore } from '../../../../lib/ui/overview-store.ts';
import { accountView, NOW, overviewOf } from '../fixtures.ts';
import { historyView } from './history-view.ts';

const ALL_TIME: DashboardRoute = { accountId: null, range: 'all-time' };

const settle = () => new Promise((resolve) => setImmediate(resolve));

function setUp(overview: Overview, route = ALL_TIME) {
  const state = { overview };
  const listeners: ((revision: number) => void)[] = [];
  const askHistory = vi.fn(
    async (request: { accountId: string; range: RangeKey }): Promise<HistoryView> =>
      historyView({ plays: request.range === 'today' ? 1 : 100 }),
  );
  const store = createDashboardStore({
    overview: createOverviewStore({
      client: { ask: async () => state.overview } as unknown as Client,
      onRevision: (listener) => void listeners.push(listener),
    }),
    askHistory,
    route,
    timeZone: 'Europe/Berlin',
    now: () => NOW,
  });
  const notify = (revision: number) => listeners.forEach((listener) => listener(revision));
  return { store, askHistory, state, notify };
}

describe('the dashboard', () => {
  it('welcomes when there is no account', async () => {
    const { store, askHistory } = setUp(overviewOf([]));
    expect(store.model.value.stage).toBe('loading');
    await store.start();
    expect(store.model.value.stage).toBe('welcome');
    expect(askHistory).not.toHaveBeenCalled();
  });

  it('shows the account and range that the URL names', async () => {
    const overview = overviewOf([accountView('ada'), accountView('ben')]);
    const { store, askHistory } = setUp(overview, { accountId: 'ben', range: 'today' });
    await store.start();
    await settle();
    expect(store.model.value).toMatchObject({ selectedId: 'ben', range: 'today', stale: false });
    expect(askHistory).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ accountId: 'ben', range: 'today', timeZone: 'Europe/Berlin' }),
    );
  });

  it('shows listening that outlived its account, after the connected ones', async () => {
    const { account } = accountView('gone');
    const former = [{ account, streams: 12, since: NOW }];
    const { store } = setUp(overviewOf([accountView('ada')], { former }));
    await store.start();
    expect(store.model.value.accounts).toMatchObject([
      { id: 'ada', former: false },
      { id: 'gone', former: true },
    ]);
    expect(store.model.value.selectedId).toBe('ada');
  });

  it('needs no connected account to show what is kept', async () => {
    const { account } = accountView('gone');
    const { store } = setUp(overviewOf([], { former: [{ account, streams: 1, since: NOW }] }));
    await store.start();
    expect(store.model.value).toMatchObject({ stage: 'account', selectedId: 'gone' });
  });

  it('shows imported listening last, and by itself where there is no account', async () => {
    const imported = { accountId: 'ostinato:imported', streams: 3, since: NOW };
    const beside = setUp(overviewOf([accountView('ada')], { imported }));
    await beside.store.start();
    expect(beside.store.model.value.accounts).toMatchObject([
      { id: 'ada', former: false },
      { id: 'ostinato:imported', imported: true },
    ]);
    expect(beside.store.model.value.selectedId).toBe('ada');

    const alone = setUp(overviewOf([], { imported }));
    await alone.store.start();
    expect(alone.store.model.value).toMatchObject({
      stage: 'account',
      selectedId: 'ostinato:imported',
    });
  });

  it('shows the account in the popup when the URL names one that is gone', async () => {
    const { store } = setUp(overviewOf([accountView()]), { accountId: 'gone', range: 'today' });
    await store.start();
    expect(store.model.value.selectedId).toBe('ada');
  });

  it('keeps the old figures, marked, until those of a new range are there', async () => {
    const { store } = setUp(overviewOf([accountView()]));
    await store.start();
    await settle();
    store.setRoute({ accountId: null, range: 'today' });
    expect(store.model.value).toMatchObject({ range: 'today', stale: true, view: { plays: 100 } });
    await settle();
    expect(store.model.value).toMatchObject({ range: 'today', stale: false, view: { plays: 1 } });
  });

  it('drops the figures of another account at once', async () => {
    const { store } = setUp(overviewOf([accountView('ada'), accountView('ben')]));
    await store.start();
    await settle();
    store.setRoute({ accountId: 'ben', range: 'all-time' });
    expect(store.model.value).toMatchObject({ selectedId: 'ben', view: null });
  });

  it('keeps to the last question when answers come late', async () => {
    const { store, askHistory } = setUp(overviewOf([accountView()]));
    const late = Promise.withResolvers<HistoryView>();
    askHistory.mockReturnValueOnce(late.promise);
    await store.start();
    store.setRoute({ accountId: null, range: 'today' });
    await settle();
    late.resolve(historyView({ plays: 100 }));
    await settle();
    expect(store.model.value).toMatchObject({ stale: false, view: { plays: 1 } });
  });

  it('asks again when the background has something new', async () => {
    const { store, askHistory, state, notify } = setUp(overviewOf([accountView()]));
    await store.start();
    state.overview = overviewOf([accountView()], { revision: 2 });
    notify(2);
    await settle();
    expect(askHistory).toHaveBeenCalledTimes(2);
  });

  it('says why there are no figures, and can try again', async () => {
    const { store, askHistory } = setUp(overviewOf([accountView()]));
    askHistory.mockRejectedValueOnce(new AppError('history/unavailable'));
    await store.start();
    await settle();
    expect(store.model.value.error?.code).toBe('history/unavailable');
    await store.retry();
    expect(store.model.value).toMatchObject({ error: null, view: { plays: 100 } });
  });
});
