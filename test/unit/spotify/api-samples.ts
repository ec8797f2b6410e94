/** Objects as the Web API sends them to an app in Development Mode, late in 2026. */

export function apiTrack(changes: Record<string, unknown> = {}) {
  return {
    type: 'track',
    id: '6kt2c0VCy3v1rYt5pKz1aa',
    uri: 'spotify:track:6kt2c0VCy3v1rYt5pKz1aa',
    name: 'Amber Harbour',
    duration_ms: 201_333,
    explicit: false,
    is_local: false,
    artists: [
      { name: 'Halcyon Ferry', uri: 'spotify:artist:halcyon', type: 'artist' },
      { name: 'Wren Holloway', uri: 'spotify:artist:wren', type: 'artist' },
    ],
    album: {
      name: 'Second Season',
      uri: 'spotify:album:second',
      artists: [{ name: 'Halcyon Ferry', uri: 'spotify:artist:halcyon' }],
      images: [640, 300, 64].map((side) => ({
        url: `https://i.scdn.co/image/${side}`,
        width: side,
        height: side,
      })),
    },
    external_ids: { isrc: 'XX0000000001' },
    ...changes,
  };
}

export function apiPlay(playedAt: number, track: unknown = apiTrack()) {
  return { track, played_at: new Date(playedAt).toISOString(), context: null };
}

export function recentPage(items: unknown[], changes: Record<string, unknown> = {}) {
  return {
    href: 'https://api.spotify.com/v1/me',
    items,
    limit: 50,
    next: null,
    cursors: null,
    ...changes,
  };
}

export function apiArtist(name: string) {
  return {
    type: 'artist',
    name,
    uri: `spotify:artist:${name}`,
    images: [{ url: `https://i.scdn.co/image/${name}`, width: 160, height: 160 }],
  };
}
