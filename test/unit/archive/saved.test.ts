import { describe, expect, it } from 'vitest';
import { z } from '../../../lib/domain/schema.ts';
import { Library, Playlist } from '../../../lib/domain/library.ts';
import { parseLibrary } from '../../../lib/archive/parse-library.ts';
import { parsePlaylists } from '../../../lib/archive/parse-playlists.ts';
import { recogniseName } from '../../../lib/archive/recognise-name.ts';
import { LIBRARY, PLAYLISTS } from '../../support/exports/account-files.ts';

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

describe('playlists and library', () => {
  it('come out as the domain knows them, and count what is unreadable', () => {
    const { playlists, unreadable } = parsePlaylists(encode(PLAYLISTS));
    expect(unreadable).toBe(2);
    expect(playlists).toEqual(z.parse(z.array(Playlist), playlists));
    expect(playlists.map(({ name }) => name)).toEqual(['Evenings', '7']);
    expect(
      playlists[0]!.items.map((item) => [item.type, item.by, item.name, item.addedOn]),
    ).toEqual([
      ['track', 'Sigur Rós', 'Glósóli', '2026-01-02'],
      ['episode', 'Talk', 'One', null],
      ['local', 'The Band', 'A Song', '2025-12-31'],
    ]);
    expect(JSON.stringify(playlists)).not.toContain('someone-else');
  });

  it('keep what is banned apart', () => {
    const { library, unreadable } = parseLibrary(encode(LIBRARY));
    expect(unreadable).toBe(1);
    expect(library).toEqual(z.parse(Library, library));
    expect(library.saved.map(({ type }) => type)).toEqual([
      'track',
      'album',
      'artist',
      'show',
      'episode',
    ]);
    expect(library.banned).toMatchObject([{ type: 'artist', name: 'Noise' }]);
  });
});

describe('names of files', () => {
  it.each([
    ['MyData/StreamingHistory0.json', 'streams'],
    ['StreamingHistory_music_12.json', 'streams'],
    ['Spotify Account Data\\StreamingHistory_podcast_0.json', 'streams'],
    ['streaming_history_audio_2019-2021_3.JSON', 'streams'],
    ['Streaming_History_Video_2018-2023.json', 'streams'],
    ['Streaming_History_Audio_2020_3 (2).json', 'streams'],
    ['endsong.json', 'streams'],
    ['endvideo_1 - Copy.json', 'streams'],
    ['deep/er/Playlist1.json.json', 'playlists'],
    ['Playlist.json', 'playlists'],
    ['YourLibrary.json', 'library'],
    ['Userdata.json', null],
    ['SearchQueries.json', null],
    ['StreamingHistory0.json.txt', null],
    ['endsongs.json', null],
    ['Playlists of mine.json', null],
    ['__MACOSX/MyData/endsong_0.json', null],
    ['MyData/._endsong_0.json', null],
    ['endsong_0', null],
    ['', null],
  ])('%s is %s', (path, kind) => {
    expect(recogniseName(path)).toBe(kind);
  });
});
