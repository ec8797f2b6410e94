import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../../lib/domain/app-error.ts';
import type { Client } from '../../../../lib/messages/client.ts';
import type { Overview } from '../../../../lib/messages/contract.ts';
import type { DashboardRoute } from '../../../../lib/ui/dashboard/dashboard-route.ts';
import { createDashboardStore } from '../../../../lib/ui/dashboard/dashboard-store.ts';
import type { AskView, LoadedPage, PageProps } from '../../../../lib/ui/dashboard/page.ts';
import type { AskHistory } from '../../../../lib/ui/dashboard/view-client.ts';
import { createOverviewStore } from '../../../../lib/ui/overview-store.ts';
import { accountView, NOW, overviewOf } from '../fixtures.ts';
import { loadedPage } from './loaded-page.ts';

const ALL_TIME: DashboardRoute = {
  page: 'overview',
  accountId: null,
  range: 'all-time',
  compare: 'before',
  params: {},
};

const settle = () => new Promise((resolve) => setImmediate(resolve));

function setUp(overview: Overview, route = ALL_TIME) {
  const state = { overview };
  const listeners: ((revision: number) => void)[] = [];
  const askHistory = vi.fn<AskHistory>();
  const loadPage = vi.fn(async (ask: AskView, { range }: DashboardRoute): Promise<LoadedPage> => {
    await ask('overview', {});
    return loadedPage(range);
  });
  const store = createDashboardStore({
    overview: createOverviewStore({
      client: { ask: async () => state.overview } as unknown as Client,
      onRevision: (listener) => void listeners.push(listener),
    }),
    askHistory,
    loadPage,
    route,
    firstWeekday: 1,
    now: () => NOW,
  });
  const notify = (revision: number) => listeners.forEach((listener) => listener(revision));
  /** What the page shows, in words. */
  const shown = () => store.model.value.shown?.render({} as PageProps) ?? null;
  return { store, askHistory, loadPage, state, notify, shown };
}

describe('the dashboard', () => {
  it('asks and shows by the clock and calendar that are chosen, from the moment they are', async () => {
    const overview = overviewOf([accountView('ada')]);
    const { store, askHistory, state, notify } = setUp(overview);
    await store.start();
    await settle();
    const usual = { timeZone: 'Europe/Berlin', firstWeekday: 1 } as const;
    expect(store.model.value).toMatchObject(usual);
    const chosen = { timeZone: 'Asia/Tokyo', firstWeekday: 7, hemisphere: 'southern' } as const;
    state.overview = { ...overview, revision: 2, settings: { ...overview.settings, ...chosen } };
    notify(2);
    await settle();
    const last = askHistory.mock.lastCall!;
    expect(askHistory.mock.calls[0]![0]).toMatchObject({ ...usual, hemisphere: null });
    expect(last[0]).toMatchObject(chosen);
    expect(store.model.value).toMatchObject({ timeZone: 'Asia/Tokyo', firstWeekday: 7 });
  });

  it('welcomes when there is no account', async () => {
    const { store, askHistory } = setUp(overviewOf([]));
    expect(store.model.value.stage).toBe('loading');
    await store.start();
    expect(store.model.value.stage).toBe('welcome');
    expect(askHistory).not.toHaveBeenCalled();
  });

  it('shows the account and range that the URL names', async () => {
    const overview = overviewOf([accountView('ada'), accountView('ben')]);
    const { store, askHistory } = setUp(overview, {
      ...ALL_TIME,
      accountId: 'ben',
      range: 'today',
    });
    await store.start();
    await settle();
    expect(store.model.value).toMatchObject({ selectedId: 'ben', stale: false });
    expect(askHistory).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ accountId: 'ben', range: 'today', timeZone: 'Europe/Berlin' }),
      'overview',
      {},
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

  it('shows imported listening and samples last, and by themselves where there is no account', async () => {
    const imported = { accountId: 'ostinato:imported', streams: 3, since: NOW };
    const sample = { accountId: 'ostinato:sample', streams: 5, since: NOW };
    const beside = setUp(overviewOf([accountView('ada')], { imported, sample }));
    await beside.store.start();
    expect(beside.store.model.value.accounts).toMatchObject([
      { id: 'ada', former: false },
      { id: 'ostinato:imported' },
      { id: 'ostinato:sample' },
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
    const { store } = setUp(overviewOf([accountView()]), { ...ALL_TIME, accountId: 'gone' });
    await store.start();
    expect(store.model.value.selectedId).toBe('ada');
  });

  it('keeps the old figures, marked, until those of a new range are there', async () => {
    const { store, shown } = setUp(overviewOf([accountView()]));
    await store.start();
    await settle();
    store.setRoute({ ...ALL_TIME, range: 'today' });
    expect(store.model.value.stale).toBe(true);
    expect(shown()).toBe('all-time');
    await settle();
    expect(store.model.value.stale).toBe(false);
    expect(shown()).toBe('today');
  });

  it('drops the figures of another account at once', async () => {
    const { store } = setUp(overviewOf([accountView('ada'), accountView('ben')]));
    await store.start();
    await settle();
    store.setRoute({ ...ALL_TIME, accountId: 'ben' });
    expect(store.model.value).toMatchObject({ selectedId: 'ben', shown: null });
  });

  it('keeps to the last question when answers come late', async () => {
    const { store, loadPage, shown } = setUp(overviewOf([accountView()]));
    const late = Promise.withResolvers<LoadedPage>();
    loadPage.mockReturnValueOnce(late.promise);
    await store.start();
    store.setRoute({ ...ALL_TIME, range: 'today' });
    await settle();
    late.resolve(loadedPage('all-time'));
    await settle();
    expect(store.model.value.stale).toBe(false);
    expect(shown()).toBe('today');
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
    const { store, askHistory, shown } = setUp(overviewOf([accountView()]));
    askHistory.mockRejectedValueOnce(new AppError('history/unavailable'));
    await store.start();
    await settle();
    expect(store.model.value.error?.code).toBe('history/unavailable');
    await store.retry();
    expect(store.model.value.error).toBeNull();
    expect(shown()).toBe('all-time');
  });
});
