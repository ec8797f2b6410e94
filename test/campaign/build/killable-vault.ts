/** Stands in for `lib/vault/create-vault.ts` in the campaign's build. */
import { createVault as createRealVault } from '../../../lib/vault/create-vault.ts';
import type { Vault, VaultDeps } from '../../../lib/vault/create-vault.ts';
import { withKillPoints } from './kill-points.ts';

export type { Vault, VaultDeps };

export function createVault(deps: VaultDeps): Vault {
  return createRealVault(withKillPoints(deps));
}
