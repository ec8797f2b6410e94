/** The background: builds the parts and registers the listeners, before anything is awaited. */
import { defineBackground } from 'wxt/utils/define-background';
import { createRouter } from '../../lib/messages/router.ts';
import { keepAlive } from '../../lib/platform/keep-alive.ts';
import { onHostAccessChanged } from '../../lib/platform/permissions.ts';
import {
  extensionId,
  extensionOrigin,
  onBrowserStart,
  onFirstInstall,
  onMessage,
  openOptions,
} from '../../lib/platform/runtime.ts';
import { createHandlers } from './handlers.ts';
import { createParts } from './parts.ts';

export default defineBackground({
  type: 'module',
  main() {
    const parts = createParts();
    const { alarms, vault, sync, saved, enrichment, settings, faults, changed } = parts;
    const watch = (where: string, work: () => Promise<void>) =>
      faults.watch(where, () => keepAlive(work));

    onMessage(
      createRouter({
        handlers: createHandlers(parts),
        self: { id: extensionId(), origin: extensionOrigin() },
        keepAlive,
        onUnexpected: faults.note,
      }),
    );
    alarms.onRing((name) => {
      void watch(`alarm ${name}`, async () => {
        if (await vault.handleAlarm(name)) return;
        if (await enrichment.handleAlarm(name)) return;
        if (await sync.handleAlarm(name)) await saved.refreshDue();
      });
    });
    onBrowserStart(() => void watch('browser start', () => sync.syncDue()));
    onFirstInstall(() => void watch('first install', openOptions));
    onHostAccessChanged(changed);

    // Alarms may be gone after a browser restart: armed anew at every start of the background.
    void watch('start', async () => {
      await sync.schedule((await settings.get()).syncIntervalMinutes);
      await enrichment.start();
      await vault.start();
      changed();
    });
  },
});
