/** What is asked of Spotify at sign-in, and no more; the options page gives the reason for each. */
export const SCOPES = [
  'user-read-private', // who it is: the account's name and its immutable id
  'user-read-recently-played',
  'user-read-currently-playing',
  'user-top-read', // Spotify's own lists, while the history is too young for lists of its own
] as const;

export type Scope = (typeof SCOPES)[number];
