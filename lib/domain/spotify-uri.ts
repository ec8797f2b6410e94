/** Spotify's URIs of what can be asked for by its id. */

const URI = /^spotify:(track|album|artist):([0-9A-Za-z]{22})$/;

export interface ItemUri {
  kind: 'track' | 'album' | 'artist';
  /** 22 digits and letters. */
  id: string;
}

/** Null for everything else: podcasts, local files, nonsense. */
export function parseItemUri(uri: string): ItemUri | null {
  const [, kind, id] = URI.exec(uri) ?? [];
  return (kind === 'track' || kind === 'album' || kind === 'artist') && id !== undefined
    ? { kind, id }
    : null;
}
