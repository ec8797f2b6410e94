/** Names that no layout likes, in an export where they stand at the top of every list. */
import { formatRows } from '../support/exports/write-export.ts';

/** Longer than any line, from right to left. */
export const HEBREW = 'ממעמקים ובחזרה '.repeat(20).trim();
/** Nowhere may a line be broken in it. */
export const ENDLESS = 'Bahn'.repeat(75);
/** Played most of all, and on a playlist: by its name it stands at the top of every list. */
export const HOSTILE_FILES = [
  {
    path: 'Spotify Extended Streaming History/Streaming_History_Audio_hostile.json',
    text: formatRows(
      [ENDLESS, HEBREW].flatMap((name, place) =>
        Array.from({ length: 300 - place }, (_, play) => ({
          ts: new Date(Date.UTC(2024, 0, 1 + play, place)).toISOString().replace('.000', ''),
          ms_played: 200_000,
          master_metadata_track_name: name,
          master_metadata_album_artist_name: name,
          master_metadata_album_album_name: name,
          spotify_track_uri: `spotify:track:${String(place).repeat(22)}`,
          reason_start: 'clickrow',
          reason_end: 'trackdone',
        })),
      ),
    ),
  },
  {
    path: 'Spotify Account Data/Playlist1.json',
    text: JSON.stringify({
      playlists: [
        {
          name: ENDLESS,
          lastModifiedDate: '2024-01-01',
          items: [
            {
              track: {
                trackName: ENDLESS,
                artistName: ENDLESS,
                albumName: ENDLESS,
                trackUri: `spotify:track:${'0'.repeat(22)}`,
              },
              episode: null,
              localTrack: null,
              addedDate: '2024-01-01',
            },
          ],
        },
      ],
    }),
  },
];
