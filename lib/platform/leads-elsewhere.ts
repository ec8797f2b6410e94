/** Whose sign-in a page of the accounts host belongs to, as far as its address says. */

/** A login page carries the address of the authorization in its own, which carries the redirect URI. */
const MOST_LAYERS = 4;

/**
 * True when the address names a redirect URI, and another one than this: a sign-in of somebody else.
 * An address that names none may be anybody's.
 */
export function leadsElsewhere(address: string, redirectUri: string): boolean {
  let text = address;
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const named = /[?&]redirect_uri=([^&#]*)/.exec(text)?.[1];
    if (named !== undefined) return decoded(named) !== redirectUri;
    text = decoded(text);
  }
  return false;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
