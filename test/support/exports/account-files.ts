/** The other files of an export: account data, playlists, the library, and what must stay unread. */
import type { ExportTextFile } from './write-export.ts';
import { formatRows } from './write-export.ts';

/** What an account-data zip holds beside histories. `TRIPWIRE` stands in every file never to be read. */
export const TRIPWIRE = 'private-and-of-no-use';

export const MUSIC_ROWS = [
  { endTime: '2026-03-29 01:59', artistName: 'Sigur Rós', trackName: 'Glósóli', msPlayed: 376_000 },
  {
    endTime: '2026-03-29 02:03',
    artistName: 'Unknown Artist',
    trackName: 'Unknown Track',
    msPlayed: 0,
  },
];
export const PODCAST_ROWS = [
  { endTime: '2026-04-01 23:59', podcastName: 'Talk', episodeName: 'One', msPlayed: 1_800_000 },
];
export const AUDIOBOOK_ROWS = [
  {
    endTime: '2026-05-05 05:05',
    audiobookName: 'The Book',
    chapterName: 'Chapter 1',
    authorName: 'A. Writer',
    msPlayed: 60_000,
  },
];

export const PLAYLISTS = {
  playlists: [
    {
      name: 'Evenings',
      lastModifiedDate: '2026-02-03',
      description: 'slow',
      numberOfFollowers: 2,
      collaborators: ['someone-else'],
      items: [
        {
          track: {
            trackName: 'Glósóli',
            artistName: 'Sigur Rós',
            albumName: 'Takk...',
            trackUri: 'spotify:track:0000000000000000000001',
          },
          episode: null,
          audiobook: null,
          localTrack: null,
          addedDate: '2026-01-02',
        },
        {
          track: null,
          episode: { episodeName: 'One', showName: 'Talk', episodeUri: 'spotify:episode:1' },
          audiobook: null,
          localTrack: null,
        },
        {
          track: null,
          episode: null,
          audiobook: null,
          localTrack: { uri: 'spotify:local:The+Band:Live%3A+One:A+Song:245' },
          addedDate: '2025-12-31',
        },
        { track: null, episode: null, audiobook: null, localTrack: null },
      ],
    },
    { name: 7, items: [] },
    null,
  ],
};

export const LIBRARY = {
  tracks: [
    { artist: 'Sigur Rós', album: 'Takk...', track: 'Glósóli', uri: 'spotify:track:1' },
    { artist: {}, album: 'x', track: 'y', uri: 'spotify:track:2' },
  ],
  albums: [{ artist: 'Sigur Rós', album: 'Takk...', uri: 'spotify:album:1' }],
  shows: [{ name: 'Talk', publisher: 'House', uri: 'spotify:show:1' }],
  episodes: [{ name: 'One', show: 'Talk', uri: 'spotify:episode:1' }],
  bannedTracks: [],
  artists: [{ name: 'Sigur Rós', uri: 'spotify:artist:1' }],
  bannedArtists: [{ name: 'Noise', uri: 'spotify:artist:2' }],
  other: ['spotify:something:else'],
};

/** The account-data zip's files, with the private ones among them. */
export function createAccountFiles(): ExportTextFile[] {
  return [
    { path: 'MyData/StreamingHistory_music_0.json', text: formatRows(MUSIC_ROWS) },
    { path: 'MyData/StreamingHistory_podcast_0.json', text: formatRows(PODCAST_ROWS) },
    { path: 'MyData/StreamingHistory_audiobook_0.json', text: formatRows(AUDIOBOOK_ROWS) },
    { path: 'MyData/Playlist1.json', text: JSON.stringify(PLAYLISTS) },
    { path: 'MyData/YourLibrary.json', text: JSON.stringify(LIBRARY) },
    { path: 'MyData/Userdata.json', text: TRIPWIRE },
    { path: 'MyData/Payments.json', text: TRIPWIRE },
    { path: 'MyData/SearchQueries.json', text: TRIPWIRE },
    { path: 'MyData/Inferences.json', text: TRIPWIRE },
    { path: '__MACOSX/MyData/._StreamingHistory_music_0.json', text: TRIPWIRE },
    { path: 'MyData/._Playlist1.json', text: TRIPWIRE },
  ];
}
