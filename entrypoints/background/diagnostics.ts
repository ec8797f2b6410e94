/** The text behind "Copy diagnostics": what a maintainer needs to know, and no secret. */
import { toErrorRecord } from '../../lib/domain/app-error.ts';
import type { Parts } from './parts.ts';

interface Options {
  vault: Pick<Parts['vault'], 'diagnostics'>;
  sync: Pick<Parts['sync'], 'diagnostics'>;
  saved: Pick<Parts['saved'], 'state'>;
  enrichment: Pick<Parts['enrichment'], 'diagnostics'>;
  settings: Pick<Parts['settings'], 'get'>;
  faults: Pick<Parts['faults'], 'all'>;
  identity: Pick<Parts['identity'], 'redirectUri'>;
  endpoints: Parts['endpoints'];
  hostAccess: () => Promise<boolean>;
  version: () => string;
}

export function createDiagnostics(options: Options) {
  const { endpoints, faults, hostAccess, identity, version } = options;
  const { enrichment, saved, settings, sync, vault } = options;

  /**
   * JSON, indented for reading. Times are UTC ms; tokens, names of what was played and other accounts
   * are absent. Where a part fails, its error stands in its place: it is what the reader looks for.
   */
  async function get(accountId: string): Promise<string> {
    const report = {
      ostinato: version(),
      browser: navigator.userAgent,
      language: navigator.language,
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
      now: Date.now(),
      online: navigator.onLine,
      accountsUrl: endpoints.accountsUrl,
      apiUrl: endpoints.apiUrl,
      redirectUri: identity.redirectUri(),
      hostAccess: await orError(hostAccess),
      settings: await orError(() => settings.get()),
      token: await orError(() => vault.diagnostics(accountId)),
      sync: await orError(() => sync.diagnostics(accountId)),
      saved: await orError(() => saved.state(accountId)),
      details: await orError(() => enrichment.diagnostics(accountId)),
      storage: await orError(() => navigator.storage.estimate()),
      faults: await orError(() => faults.all()),
    };
    return JSON.stringify(report, null, 2);
  }

  return { get };
}

async function orError(part: () => Promise<unknown>): Promise<unknown> {
  try {
    return await part();
  } catch (thrown) {
    return { error: toErrorRecord(thrown) };
  }
}
