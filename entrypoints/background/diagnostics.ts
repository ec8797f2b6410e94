/** The text behind "Copy diagnostics": what a maintainer needs to know, and no secret. */
import { hasHostAccess } from '../../lib/platform/permissions.ts';
import { extensionVersion } from '../../lib/platform/runtime.ts';
import type { Parts } from './parts.ts';

export function createDiagnostics(parts: Parts) {
  const { alarms, endpoints, faults, identity, settings, sync, vault } = parts;

  /** JSON, indented for reading. Times are UTC ms; tokens and names of what was played are absent. */
  async function get(accountId: string): Promise<string> {
    const report = {
      ostinato: extensionVersion(),
      browser: navigator.userAgent,
      language: navigator.language,
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      now: Date.now(),
      online: navigator.onLine,
      accountsUrl: endpoints.accountsUrl,
      apiUrl: endpoints.apiUrl,
      redirectUri: identity.redirectUri(),
      hostAccess: await hasHostAccess(),
      settings: await settings.get(),
      alarms: Object.fromEntries(await alarms.all()),
      token: await vault.diagnostics(accountId),
      sync: await sync.diagnostics(accountId),
      storage: await navigator.storage.estimate(),
      faults: await faults.all(),
    };
    return JSON.stringify(report, null, 2);
  }

  return { get };
}
