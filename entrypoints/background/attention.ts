/** Marks the toolbar icon while an account needs a person. */
import type { TokenState } from '../../lib/domain/token-state.ts';
import { setBadge } from '../../lib/platform/badge.ts';
import { getCatalogueMessage } from '../../lib/platform/i18n.ts';
import type { Vault } from '../../lib/vault/create-vault.ts';

export function createAttention(vault: Pick<Vault, 'states'>) {
  return {
    async update(): Promise<void> {
      const states = await vault.states();
      if (states.some(({ status }) => status === 'locked')) {
        await setBadge('attention', getCatalogueMessage('badge_locked'));
      } else if (states.some(needsSignIn)) {
        await setBadge('attention', getCatalogueMessage('badge_signInAgain'));
      } else if (states.some(({ renewalDue }) => renewalDue)) {
        await setBadge('attention', getCatalogueMessage('badge_renewSoon'));
      } else {
        await setBadge('none', getCatalogueMessage('badge_calm'));
      }
    },
  };
}

function needsSignIn({ status }: TokenState): boolean {
  return status === 'reauthorize' || status === 'misconfigured';
}
