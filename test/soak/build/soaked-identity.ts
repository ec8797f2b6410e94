/** Stands in for `lib/platform/identity.ts` in the soak's build: counts what a person may have seen. */
import { browser } from 'wxt/browser';
import {
  browserIdentity as createRealIdentity,
  type Identity,
} from '../../../lib/platform/identity.ts';
import { WINDOWS_KEY, type Windows } from './soak-messages.ts';

export function browserIdentity(): Identity {
  const identity = createRealIdentity();
  return {
    ...identity,
    async launch(url, options) {
      const { local } = browser.storage;
      const { [WINDOWS_KEY]: stored } = await local.get(WINDOWS_KEY);
      const { opened, silent } = (stored ?? { opened: 0, silent: 0 }) as Windows;
      const windows: Windows = options.interactive
        ? { opened: opened + 1, silent }
        : { opened, silent: silent + 1 };
      await local.set({ [WINDOWS_KEY]: windows });
      return identity.launch(url, options);
    },
  };
}
