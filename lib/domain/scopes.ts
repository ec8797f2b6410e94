/**
 * What is asked of Spotify at sign-in, and no more; the options page gives the reason for each. All
 * of it at once: a scope added later would make everybody sign in again.
 */
export const SCOPES = [
  'user-read-private', // who it is: the account's name and its immutable id
  'user-read-recently-played', // the last 50 plays: what the history grows from
  'user-read-currently-playing', // the song in the popup
  'user-top-read', // Spotify's own lists, while the history is too young for lists of its own
  'playlist-read-private', // which of the songs heard are in which playlist
  'playlist-read-collaborative', // the same, for playlists kept together with others
  'user-library-read', // saved songs and albums, beside how often they are really heard
] as const;

export type Scope = (typeof SCOPES)[number];
