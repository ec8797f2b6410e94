/** The passphrase that sign-ins can be locked with: its states, and what is asked of a new one. */
import { z } from './schema.ts';

/** `locked`: the sign-ins are here, but nobody can use them before the passphrase is entered. */
export const PassphraseState = z.enum(['off', 'locked', 'unlocked']);
export type PassphraseState = z.infer<typeof PassphraseState>;

/** In characters. Whoever has a copy of the profile can try many a second, so short ones fall. */
export const PASSPHRASE_LENGTH = { least: 12, most: 1000 } as const;

/** As it comes with a message: what is typed into a field, whatever it is. */
export const Passphrase = z.string().check(z.maxLength(10_000));

/** Whether it may be set; one that is entered to unlock may be anything. */
export function isLongEnough(passphrase: string): boolean {
  const { length } = passphrase.normalize('NFKC').trim();
  return length >= PASSPHRASE_LENGTH.least && length <= PASSPHRASE_LENGTH.most;
}
