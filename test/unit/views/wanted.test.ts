/** What is shown without cover or picture is asked for; what has one is not. */
import { expect, it } from 'vitest';
import { applyDetails } from '../../../lib/dataset/apply-details.ts';
import { describeAlbum, describeArtist, describeSong } from '../../../lib/views/describe-entry.ts';
import { takeWanted } from '../../../lib/views/wanted.ts';
import { details } from '../dataset/details.ts';
import { aTrack } from '../dataset/streams.ts';
import { uriOf } from '../ingest/music.ts';
import { historyOf, play } from '../stats/a-history.ts';

const uri = uriOf('track', 'ode');
const exported = historyOf(play('2024-05-01', 'Ode', { track: aTrack({ uri, title: 'Ode' }) }));
const FIRST = 1;

it('asks by a track where an export tells no other URI', () => {
  describeAlbum(exported, FIRST);
  expect(takeWanted(exported)).toEqual([uri]);
  describeArtist(exported, FIRST);
  describeSong(exported, FIRST);
  expect(takeWanted(exported)).toEqual([uri]);
  expect(takeWanted(exported)).toEqual([]);
});

it('asks for what is itself known by URI, and for nothing that has its cover', () => {
  const [album, artist] = [uriOf('album', 'tides'), uriOf('artist', 'ines')];
  const said = details({
    tracks: { [uri]: { albumUri: album, artistUris: [artist] } },
    albums: { [album]: { name: 'Tides', coverUrl: 'https://i.scdn.co/image/1' } },
    artists: { [artist]: { name: 'Ines Vale', askedAt: null } },
  });
  const { dictionary, metadata } = exported;
  const known = { ...exported, metadata: applyDetails(dictionary, metadata, said) };
  expect(describeAlbum(known, FIRST).coverUrl).toBe('https://i.scdn.co/image/1');
  expect(describeSong(known, FIRST).coverUrl).toBe('https://i.scdn.co/image/1');
  expect(takeWanted(known)).toEqual([]);
  expect(describeArtist(known, FIRST)).toMatchObject({ uri: artist, coverUrl: null });
  expect(takeWanted(known)).toEqual([artist]);
});

it('asks for no more than fits a screen, and not for what Spotify does not know', () => {
  const tracks = Array.from({ length: 80 }, (_, i) =>
    aTrack({ uri: uriOf('track', `t${i}`), title: `Song ${i}`, album: `Album ${i}` }),
  );
  const odd = aTrack({ uri: 'spotify:local:a', title: 'Mine', album: 'Mine' });
  const dataset = historyOf(
    ...[odd, ...tracks].map((track) => play('2024-05-01', track.title ?? '', { track })),
  );
  for (let song = 1; song < dataset.dictionary.songs.hash.length; song++)
    describeSong(dataset, song);
  const wanted = takeWanted(dataset);
  expect(wanted).toHaveLength(50);
  expect(wanted).not.toContain('spotify:local:a');
});
