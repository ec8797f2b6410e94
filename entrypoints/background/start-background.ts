/** The background itself: builds the parts, begins what every start begins, and says what each event does. */
import type { Self } from '../../lib/messages/request.ts';
import { createRouter } from '../../lib/messages/router.ts';
import { keepAlive } from '../../lib/platform/keep-alive.ts';
import { keepStorage } from '../../lib/platform/keep-storage.ts';
import { createHandlers } from './handlers.ts';
import { createParts } from './parts.ts';

export type Background = ReturnType<typeof startBackground>;

declare global {
  /** How the second script hands this over to the first. */
  var startBackground: ((self: Self) => Background) | undefined;
}

export function startBackground(self: Self) {
  const parts = createParts();
  const { vault, sync, saved, enrichment, settings, faults, losses, welcome, changed } = parts;
  const watch = (where: string, work: () => Promise<void>) =>
    void faults.watch(where, () => keepAlive(work));

  // Alarms may be gone after a browser restart: armed anew at every start of the background.
  watch('start', async () => {
    await faults.watch('losses', () => losses.check());
    await sync.schedule((await settings.get()).syncIntervalMinutes);
    await enrichment.start();
    await vault.start();
    changed();
    await keepStorage();
  });

  return {
    route: createRouter({
      handlers: createHandlers(parts),
      self,
      keepAlive,
      onUnexpected: faults.note,
    }),
    onRing: (name: string) =>
      watch(`alarm ${name}`, async () => {
        if (await vault.handleAlarm(name)) return;
        if (await enrichment.handleAlarm(name)) return;
        if (await sync.handleAlarm(name)) await saved.refreshDue();
      }),
    onBrowserStart: () => watch('browser start', () => sync.syncDue()),
    onFirstInstall: () => watch('first install', welcome),
    onHostAccessChanged: changed,
  };
}
