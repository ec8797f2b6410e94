/** The dashboard page: builds its parts, and keeps the picture, the URL and the title up to date. */
import { computed, effect, signal } from '@preact/signals';
import { render } from 'preact';
import { SAMPLE_ACCOUNT_ID } from '../../lib/domain/account-ids.ts';
import { createClient } from '../../lib/messages/client.ts';
import { onRevision } from '../../lib/messages/revision.ts';
import { getCatalogueMessage, uiLanguage } from '../../lib/platform/i18n.ts';
import { openOptions, openOptionsAt, sendMessage } from '../../lib/platform/runtime.ts';
import { accountName } from '../../lib/ui/account-name.ts';
import { Button } from '../../lib/ui/components/button.tsx';
import { Notice } from '../../lib/ui/components/notice.tsx';
import { AccountTrouble } from '../../lib/ui/dashboard/account-trouble.tsx';
import { addressTroubles } from '../../lib/ui/dashboard/address-notice.ts';
import type { DashboardActions } from '../../lib/ui/dashboard/dashboard-actions.ts';
import { DashboardPage } from '../../lib/ui/dashboard/dashboard-page.tsx';
import {
  changeRoute,
  type DashboardRoute,
  formatRoute,
  isMove,
  parseRoute,
  placeOf,
} from '../../lib/ui/dashboard/dashboard-route.ts';
import { weekStartOf } from '../../lib/ui/charts/week.ts';
import {
  createDashboardStore,
  type DashboardModel,
} from '../../lib/ui/dashboard/dashboard-store.ts';
import { PAGES } from '../../lib/ui/dashboard/pages.tsx';
import { createViewClient } from '../../lib/ui/dashboard/view-client.ts';
import { SavedPanel } from '../../lib/ui/dashboard/saved/saved-panel.tsx';
import { createSavedStore } from '../../lib/ui/dashboard/saved/saved-store.ts';
import { createScrollMemory } from '../../lib/ui/dashboard/scroll-memory.ts';
import { SearchBox } from '../../lib/ui/dashboard/search/search-box.tsx';
import { createSearchStore } from '../../lib/ui/dashboard/search/search-store.ts';
import { createWants } from '../../lib/ui/dashboard/want-details.ts';
import { WelcomeDoors } from '../../lib/ui/dashboard/welcome-doors.tsx';
import { setDisplayZone } from '../../lib/ui/format.ts';
import { askBeforeLeaving } from '../../lib/ui/import/ask-before-leaving.ts';
import { createImportClient } from '../../lib/ui/import/import-client.ts';
import { ImportCorner } from '../../lib/ui/import/import-corner.tsx';
import { createImportModel } from '../../lib/ui/import/import-model.ts';
import { ReceiptList } from '../../lib/ui/import/receipt-list.tsx';
import { createReceiptsStore } from '../../lib/ui/import/receipts-store.ts';
import { createUnlockStore } from '../../lib/ui/passphrase/unlock-store.ts';
import { LockedNotice } from '../../lib/ui/passphrase/locked-notice.tsx';
import { onceVisible } from '../../lib/ui/once-visible.ts';
import { createOverviewStore } from '../../lib/ui/overview-store.ts';
import { forgetPopup } from '../../lib/ui/popup/remembered.ts';
import { markFiles } from '../../lib/ui/sample/file-mark.ts';
import { reconnectHash } from '../../lib/ui/reconnect-hash.ts';
import { SampleBanner } from '../../lib/ui/sample/sample-banner.tsx';
import { createSampleStore } from '../../lib/ui/sample/sample-store.ts';
import { setCatalogue, t } from '../../lib/ui/text.ts';
import { applyTheme, rememberTheme } from '../../lib/ui/theme.ts';
import { openImportJournal } from '../import/import-journal.ts';
import { startImport } from '../import/start-import.ts';
import { startHistory } from './start-history.ts';

/** How often reading is looked at while it goes on: often enough to see it move. */
const LOOK_AGAIN_MS = 1000;

setCatalogue(getCatalogueMessage, uiLanguage());

const client = createClient({ send: sendMessage });
const overview = createOverviewStore({ client, onRevision });
const store = createDashboardStore({
  overview,
  askHistory: createViewClient(startHistory(), createWants(client)),
  loadPage: (ask, route) => PAGES[route.page].load(ask, route),
  route: parseRoute(location.hash),
  firstWeekday: weekStartOf(navigator.language),
  now: Date.now,
});
const search = createSearchStore(() => store.model.peek().shown?.ask ?? null);
const runImportTask = createImportClient(startImport, navigator.locks);
const importing = createImportModel({
  client,
  overview,
  run: runImportTask,
  inView: computed(() => store.model.value.selectedId),
  now: Date.now,
  journal: openImportJournal(),
});
const saved = createSavedStore({
  client,
  wait: () => new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS)),
});
const unlocking = createUnlockStore({ client, reload: () => overview.reload() });
const receipts = createReceiptsStore({ run: runImportTask, changed: importing.changed });
const sample = createSampleStore({
  client,
  run: runImportTask,
  timeZone: () => store.model.peek().timeZone,
  reload: () => overview.reload(),
  onRemoved: () => forgetPopup(localStorage),
});
askBeforeLeaving(window, importing.imports);
onceVisible(document, () => void importing.imports.recall());

// The URL is what chooses: an action changes it, and the page follows, as it does on “back”.
const followUrl = () => store.setRoute(parseRoute(location.hash));
const scrollMemory = createScrollMemory({
  readState: () => history.state,
  writeState: (state) => history.replaceState(state, ''),
  scrolled: () => window.scrollY,
  session: String(Date.now()),
});
window.addEventListener('scroll', scrollMemory.note, { passive: true });
/** Where a step back stood, until the page is there again. */
let returnTo: number | null = null;
window.addEventListener('hashchange', () => {
  const before = store.model.peek().route;
  returnTo = scrollMemory.arrive();
  followUrl();
  if (returnTo === null && isMove(before, store.model.peek().route)) window.scrollTo(0, 0);
});
const hrefFor = (change: Partial<DashboardRoute>) =>
  formatRoute(changeRoute(parseRoute(location.hash), change));
const actions: DashboardActions = {
  hrefFor,
  go(change, { replace = false } = {}) {
    if (!replace) {
      location.hash = hrefFor(change);
      return;
    }
    history.replaceState(history.state, '', hrefFor(change));
    followUrl();
  },
  retry: () => void store.retry(),
  openOptions: () => void openOptions(),
  reconnect() {
    const { selectedId } = store.model.peek();
    if (selectedId !== null) void openOptionsAt(reconnectHash(selectedId));
  },
};

const online = signal(navigator.onLine);
for (const type of ['online', 'offline']) {
  window.addEventListener(type, () => void (online.value = navigator.onLine));
}

/** Whether the account in view is one that something can be asked for at Spotify. */
function isConnected({ overview: known, selectedId }: DashboardModel): boolean {
  return known?.accounts.some(({ account }) => account.id === selectedId) ?? false;
}

/** The account in view, as the pages name it. */
function named({ accounts, selectedId }: DashboardModel) {
  const found = accounts.find(({ id }) => id === selectedId);
  return { id: selectedId ?? '', displayName: found?.name ?? null };
}

const root = document.getElementById('app')!;
effect(() => {
  const model = store.model.value;
  setDisplayZone(model.timeZone);
  const finder = <SearchBox store={search} actions={actions} now={model.now} />;
  const corner = <ImportCorner model={importing} now={model.now} place={placeOf(model.route)} />;
  const isLocked = model.overview?.passphrase === 'locked';
  const bar =
    model.selectedId === SAMPLE_ACCOUNT_ID ? (
      <SampleBanner store={sample} now={model.now} returnId="main" />
    ) : isLocked ? (
      <LockedNotice
        phase={unlocking.phase.value}
        onUnlock={(passphrase) => void unlocking.unlock(passphrase)}
        now={model.now}
      />
    ) : (
      <AccountTrouble model={model} online={online.value} actions={actions} />
    );
  const troubles = addressTroubles(location.hash, {
    accountIds: model.accounts.map(({ id }) => id),
    accountName: accountName(named(model)),
  });
  const notice =
    model.stage === 'account' && troubles.length > 0 ? (
      <Notice
        tone="info"
        title={troubles.join(' ')}
        actions={
          <Button
            small
            onClick={() => actions.go({ accountId: model.selectedId }, { replace: true })}
          >
            {t('address_mend')}
          </Button>
        }
      />
    ) : null;
  const lists = isConnected(model) ? (
    <SavedPanel
      store={saved}
      now={model.now}
      timeZone={model.timeZone}
      onReconnect={actions.reconnect}
    />
  ) : null;
  const list = (
    <ReceiptList
      model={importing}
      receipts={receipts}
      now={model.now}
      returnId="imports"
      empty={t('history_no_imports')}
    />
  );
  render(
    <DashboardPage
      {...{ model, actions, corner }}
      search={finder}
      receipts={list}
      saved={lists}
      banner={
        <>
          {notice}
          {bar}
        </>
      }
      welcome={
        <WelcomeDoors
          importing={importing}
          sample={sample}
          onConnect={actions.openOptions}
          now={model.now}
        />
      }
    />,
    root,
  );
});
effect(() => {
  if (store.model.value.stale || returnTo === null) return;
  const position = returnTo;
  returnTo = null;
  requestAnimationFrame(() => window.scrollTo(0, position));
});
effect(() => markFiles(store.model.value.selectedId === SAMPLE_ACCOUNT_ID));
effect(() => {
  // Only one page lists them; whatever has changed may have been an import, here or in another tab.
  const { route, selectedId, overview: known } = store.model.value;
  if (route.page === 'history' && selectedId !== null && known) void receipts.load([selectedId]);
});
effect(() => {
  // Two pages show them; every change in the background may have been a reading that began or ended.
  const { model } = store;
  const { page } = model.value.route;
  const isShown = (page === 'playlists' || page === 'library') && isConnected(model.value);
  void saved.follow(isShown ? model.value.selectedId : null);
});
effect(() => {
  const { route } = store.model.value;
  const page = PAGES[route.page];
  document.title = t('dashboard_page_title', page.nameOf?.(route) ?? t(page.title));
});
effect(() => {
  const theme = overview.overview.value?.settings.theme;
  if (!theme) return;
  applyTheme(theme, document.documentElement);
  rememberTheme(theme, localStorage);
});

void store.start();
