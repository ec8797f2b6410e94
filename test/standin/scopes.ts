/** The scopes of Spotify that this stand-in knows, in the words of its consent page. */

export const SCOPES: Record<string, string> = {
  'user-read-private': 'View your account details',
  'user-read-recently-played': 'View your listening history',
  'user-read-currently-playing': 'View what you are playing',
  'user-read-playback-state': 'View what is playing on which device',
  'user-top-read': 'View your top artists and songs',
  'user-library-read': 'View your saved songs and albums',
  'playlist-read-private': 'View your private playlists',
  'playlist-read-collaborative': 'View your collaborative playlists',
};
