/**
 * The popup's only script, loaded by `popup/index.html`: shows the remembered figures in its first
 * breath, then keeps the same picture up to date.
 */
import { effect } from '@preact/signals-core';
import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createClient } from '../lib/messages/client.ts';
import { onRevision } from '../lib/messages/revision.ts';
import { getCatalogueMessage, uiLanguage } from '../lib/platform/i18n.ts';
import { openDashboard, openOptions, openOptionsAt, sendMessage } from '../lib/platform/runtime.ts';
import { createOverviewStore } from '../lib/ui/overview-store.ts';
import { createPopupStore } from '../lib/ui/popup/popup-store.ts';
import type { PopupActions } from '../lib/ui/popup/popup-actions.ts';
import { Popup } from '../lib/ui/popup/popup.tsx';
import { forgetPopup, recallPopup, rememberPopup } from '../lib/ui/popup/remembered.ts';
import { reconnectHash } from '../lib/ui/reconnect-hash.ts';
import { setCatalogue } from '../lib/ui/text.ts';
import { applyTheme, recallTheme, rememberTheme } from '../lib/ui/theme.ts';

const TICK_MS = 15_000;

export default defineUnlistedScript(() => {
  const root = document.getElementById('app');
  if (!root) return;
  applyTheme(recallTheme(localStorage), document.documentElement);
  setCatalogue(getCatalogueMessage, uiLanguage());

  const client = createClient({ send: sendMessage });
  const overview = createOverviewStore({ client, onRevision });
  const store = createPopupStore({
    client,
    overview,
    remembered: recallPopup(localStorage),
    online: navigator.onLine,
    now: Date.now,
  });

  const actions: PopupActions = {
    selectAccount: (id) => void store.selectAccount(id),
    selectRange: store.selectRange,
    syncNow: () => void store.syncNow(),
    retry: () => void store.syncNow(),
    reconnect() {
      const { selectedId } = store.model.value;
      if (selectedId === null) return;
      void openOptionsAt(reconnectHash(selectedId)).then(() => window.close());
    },
    unlock: (passphrase) => void store.unlock(passphrase),
    removeSample: () => void store.removeSample(),
    openDashboard: () => void openDashboard().then(() => window.close()),
    openOptions: () => void openOptions().then(() => window.close()),
  };
  effect(() => render(<Popup model={store.model.value} actions={actions} />, root));

  effect(() => {
    const remembered = store.toRemember.value;
    if (remembered) rememberPopup(remembered, localStorage);
    else if (remembered === null) forgetPopup(localStorage);
  });
  effect(() => {
    const theme = overview.overview.value?.settings.theme;
    if (!theme) return;
    applyTheme(theme, document.documentElement);
    rememberTheme(theme, localStorage);
  });

  window.addEventListener('online', () => store.setOnline(true));
  window.addEventListener('offline', () => store.setOnline(false));
  setInterval(store.tick, TICK_MS);
  afterPaint(() => void store.start());
});

/** Fresh figures are worked on when the remembered ones are painted; at once where nobody looks. */
function afterPaint(work: () => void): void {
  if (document.visibilityState === 'hidden') work();
  else requestAnimationFrame(() => setTimeout(work));
}
