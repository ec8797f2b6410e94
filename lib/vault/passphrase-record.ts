/** What is kept of a passphrase: how its key is derived, and a seal that tells whether it was right. */
import { z } from '../domain/schema.ts';
import { SealedToken } from './token-row.ts';
import { decrypt, encrypt, fromBase64, toBase64 } from './cipher.ts';

/**
 * PBKDF2, which both browsers have built in: Argon2id exists as WebAssembly only, and letting that in
 * ("wasm-unsafe-eval") would loosen the policy that keeps foreign code out of every page. The recipe
 * stands with each record, so that a better one can follow.
 */
export const PassphraseRecord = z.object({
  version: z.literal(1),
  kdf: z.object({
    name: z.literal('PBKDF2'),
    hash: z.literal('SHA-256'),
    /** An altered record must not keep the background busy for ever. */
    iterations: z.int().check(z.minimum(1), z.maximum(10_000_000)),
  }),
  /** 16 random bytes as base64; a new one for each passphrase, so that it also names the key. */
  salt: z.string(),
  /** Opens under the right key only. */
  check: SealedToken,
});
export type PassphraseRecord = z.infer<typeof PassphraseRecord>;

/** What OWASP asks of PBKDF2 with SHA-256 as of 2026; a quarter of a second on a common computer. */
export const ITERATIONS = 600_000;

const SALT_BYTES = 16;
const KEY_BITS = 256;
const CHECKED = 'ostinato';

/** The key's bytes, for storage.session alone: nothing else may see them. */
export type KeyBytes = Uint8Array<ArrayBuffer>;

/** A record for a new passphrase, and the key it stands for. */
export async function createPassphraseRecord(
  passphrase: string,
  iterations: number,
): Promise<{ record: PassphraseRecord; bytes: KeyBytes }> {
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
  const kdf = { name: 'PBKDF2', hash: 'SHA-256', iterations } as const;
  const bytes = await derive(passphrase, { kdf, salt });
  const check = await encrypt(await importKey(bytes), CHECKED, [salt, iterations]);
  return { record: { version: 1, kdf, salt, check }, bytes };
}

/** The key's bytes when the passphrase is the right one; otherwise null. */
export async function openPassphraseRecord(
  passphrase: string,
  record: PassphraseRecord,
): Promise<KeyBytes | null> {
  const bytes = await derive(passphrase, record);
  const { salt, check, kdf } = record;
  const opened = await decrypt(await importKey(bytes), check, [salt, kdf.iterations]);
  return opened === CHECKED ? bytes : null;
}

/** Not extractable: from here on, the key can be used but not read. */
export function importKey(bytes: KeyBytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

async function derive(
  passphrase: string,
  { kdf, salt }: Pick<PassphraseRecord, 'kdf' | 'salt'>,
): Promise<KeyBytes> {
  // Two keyboards may write the same letter in two ways.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const material = await crypto.subtle.importKey('raw', typed, kdf.name, false, ['deriveBits']);
  return new Uint8Array(
    await crypto.subtle.deriveBits({ ...kdf, salt: fromBase64(salt) }, material, KEY_BITS),
  );
}
