/**
 * The popup itself, loaded by `popup-first.ts`: makes the remembered picture live, keeps it up to
 * date, and leaves one for the next time.
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
import { rememberPicture } from '../lib/ui/popup/remembered-picture.ts';
import { takePictures } from '../lib/ui/popup/take-pictures.tsx';
import { reconnectHash } from '../lib/ui/reconnect-hash.ts';
import { setCatalogue } from '../lib/ui/text.ts';
import { applyTheme, rememberTheme } from '../lib/ui/theme.ts';

declare const VERSION: string;

const TICK_MS = 15_000;
const REMEMBER_AFTER_MS = 50;

export default defineUnlistedScript(() => {
  const root = document.getElementById('app');
  if (!root) return;
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
  // Over the picture, whose elements become the popup's own where they are what they should be.
  root.inert = false;
  effect(() => render(<Popup model={store.model.value} actions={actions} />, root));

  const origin = { version: VERSION, language: navigator.language };
  let remembering: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const remembered = store.toRemember.value;
    clearTimeout(remembering);
    if (remembered === null) forgetPopup(localStorage);
    if (!remembered) return;
    // Together, so that no picture of older figures is left; and not before the new ones are painted.
    remembering = setTimeout(() => {
      rememberPopup(remembered, localStorage);
      rememberPicture(takePictures(remembered, Date.now()), origin, localStorage);
    }, REMEMBER_AFTER_MS);
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
  void store.start();
});
