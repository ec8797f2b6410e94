/** Stands in for `lib/vault/create-vault.ts` in the campaign's build. */
import { createVault as createRealVault } from '../../../lib/vault/create-vault.ts';
import type { Vault, VaultDeps } from '../../../lib/vault/create-vault.ts';
import { createReach, withKillPoints } from './kill-points.ts';

export type { Vault, VaultDeps };

export function createVault(deps: VaultDeps): Vault {
  const vault = createRealVault(withKillPoints(deps));
  const reach = createReach(deps.endpoints.apiUrl);
  return {
    ...vault,
    async start(): Promise<void> {
      await vault.start();
      await reach('started');
    },
  };
}
