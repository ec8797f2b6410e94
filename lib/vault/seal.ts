/** Seals refresh tokens, so that none stands in the browser's profile as plain text. */
import { decrypt, encrypt } from './cipher.ts';
import type { KeyProvider } from './key-ring.ts';
import type { SealedToken, TokenRow } from './token-row.ts';

/** What the seal vouches for beside the token: it opens in no other row, and in no later one. */
type SealedFor = Pick<TokenRow, 'accountId' | 'generation'>;

export interface Seal {
  seal(refreshToken: string, row: SealedFor): Promise<SealedToken>;
  /** Null when there is nothing to open, or when the seal does not fit this row or this key. */
  open(row: SealedFor & Pick<TokenRow, 'sealed'>): Promise<string | null>;
}

/** Both reject as the key provider does. */
export function createSeal(provideKey: KeyProvider): Seal {
  return {
    seal: async (refreshToken, row) => encrypt(await provideKey(), refreshToken, vouchedFor(row)),
    open: async (row) => row.sealed && decrypt(await provideKey(), row.sealed, vouchedFor(row)),
  };
}

function vouchedFor({ accountId, generation }: SealedFor): [string, number] {
  return [accountId, generation];
}
