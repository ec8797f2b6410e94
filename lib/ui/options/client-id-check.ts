/** Judges the client ID while it is being typed, so that the words beside the field can say more than "wrong". */
import { parseClientId } from '../../domain/account.ts';

/** Digits of a client ID at Spotify. */
export const CLIENT_ID_LENGTH = 32;

export type ClientIdCheck =
  | { state: 'empty' }
  | { state: 'good'; clientId: string }
  /** `character` is the first one that no client ID has. */
  | { state: 'strange-character'; character: string }
  | { state: 'too-short'; length: number }
  | { state: 'too-long'; length: number };

/**
 * Blanks around the text do not count. `proposed` is the build's own client ID, which is accepted
 * as it is; null in a release.
 */
export function checkClientId(text: string, proposed: string | null): ClientIdCheck {
  const trimmed = text.trim();
  if (trimmed === '') return { state: 'empty' };
  if (trimmed === proposed) return { state: 'good', clientId: trimmed };

  const clientId = parseClientId(trimmed);
  if (clientId !== null) return { state: 'good', clientId };

  const characters = Array.from(trimmed);
  const strange = characters.find((character) => !/^[0-9a-f]$/i.test(character));
  if (strange !== undefined) return { state: 'strange-character', character: strange };
  const { length } = characters;
  return length < CLIENT_ID_LENGTH ? { state: 'too-short', length } : { state: 'too-long', length };
}
