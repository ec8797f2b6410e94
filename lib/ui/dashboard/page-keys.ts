/** The dashboard's pages by the names its URL gives them. */

/** Those with a place in the navigation, in its order. */
export const NAVIGATION = [
  'overview',
  'top',
  'taste',
  'habits',
  'playlists',
  'library',
  'year',
  'history',
] as const;

export type PageKey = (typeof NAVIGATION)[number];

const KEYS: readonly string[] = NAVIGATION;

export function isPageKey(text: string): text is PageKey {
  return KEYS.includes(text);
}
