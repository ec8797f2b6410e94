/** Identifiers in Spotify's form that belong to words for ever. */
import { createRandom } from '../../lib/sample/random.ts';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Base 62, 22 characters unless told. */
export function base62Of(parts: readonly (string | number)[], length = 22): string {
  const random = createRandom(...parts);
  return Array.from({ length }, () => BASE62[random.int(0, 61)]).join('');
}
