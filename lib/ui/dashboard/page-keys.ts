/** The dashboard's pages by the names its URL gives them. */

/** Those with a place in the navigation, in its order. */
export const NAVIGATION = [
  'overview',
  'top',
  'timeline',
  'taste',
  'habits',
  'playlists',
  'library',
  'year',
  'history',
] as const;

/** Those of one thing, which links lead to. */
const DETAILS = ['artist', 'album', 'song'] as const;

export type PageKey = (typeof NAVIGATION)[number] | (typeof DETAILS)[number];

const KEYS = new Set<string>([...NAVIGATION, ...DETAILS]);

export function isPageKey(text: string): text is PageKey {
  return KEYS.has(text);
}
