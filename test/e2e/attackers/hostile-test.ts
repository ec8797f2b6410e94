/** What a scenario with an attacker starts from besides: a web site that is the attacker's. */
import { test as base } from '../fixtures.ts';
import { openHostileSite, type HostileSite } from './site.ts';

export { expect } from '../fixtures.ts';

/** Not the worker's own: then Playwright would start another worker for it, with another browser. */
export const test = base.extend<{ site: HostileSite }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the first parameter
  site: async ({}, use) => {
    const site = await openHostileSite();
    await use(site);
    await site.close();
  },
});
