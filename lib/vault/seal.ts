/** Seals refresh tokens, so that none stands in the browser's profile as plain text. */
import type { KeyProvider } from './sealing-key.ts';
import type { SealedToken, TokenRow } from './token-row.ts';

/** What the seal vouches for beside the token: it opens in no other row, and in no later one. */
type SealedFor = Pick<TokenRow, 'accountId' | 'generation'>;

export interface Seal {
  seal(refreshToken: string, row: SealedFor): Promise<SealedToken>;
  /** Null when there is nothing to open, or when the seal does not fit this row or this key. */
  open(row: SealedFor & Pick<TokenRow, 'sealed'>): Promise<string | null>;
}

const IV_BYTES = 12;

/** Both reject as the key provider does. */
export function createSeal(provideKey: KeyProvider): Seal {
  return {
    async seal(refreshToken, row) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const ciphertext = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: vouchedFor(row) },
        await provideKey(),
        new TextEncoder().encode(refreshToken),
      );
      return { iv: toBase64(iv), ciphertext: toBase64(new Uint8Array(ciphertext)) };
    },

    async open(row) {
      if (!row.sealed) return null;
      const key = await provideKey();
      try {
        const opened = await crypto.subtle.decrypt(
          {
            name: 'AES-GCM',
            iv: fromBase64(row.sealed.iv),
            additionalData: vouchedFor(row),
          },
          key,
          fromBase64(row.sealed.ciphertext),
        );
        return new TextDecoder().decode(opened);
      } catch {
        return null;
      }
    },
  };
}

function vouchedFor({ accountId, generation }: SealedFor): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([accountId, generation]));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
