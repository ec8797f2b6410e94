/** AES-GCM as the vault uses it: a text in, base64 out, bound to what it belongs to. */
import type { SealedToken } from './token-row.ts';

const IV_BYTES = 12;

/** `vouched` is not kept, but must be the same for opening. */
export async function encrypt(
  key: CryptoKey,
  text: string,
  vouched: readonly (string | number)[],
): Promise<SealedToken> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const ciphertext = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: bytesOf(vouched) },
    key,
    new TextEncoder().encode(text),
  );
  return { iv: toBase64(iv), ciphertext: toBase64(new Uint8Array(ciphertext)) };
}

/** Null when it does not open: another key, another owner, or damage. */
export async function decrypt(
  key: CryptoKey,
  { iv, ciphertext }: SealedToken,
  vouched: readonly (string | number)[],
): Promise<string | null> {
  try {
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64(iv), additionalData: bytesOf(vouched) },
      key,
      fromBase64(ciphertext),
    );
    return new TextDecoder().decode(opened);
  } catch {
    return null;
  }
}

export function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** @throws when the text is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function bytesOf(vouched: readonly (string | number)[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(vouched));
}
