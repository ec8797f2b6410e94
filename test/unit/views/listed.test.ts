/** What Spotify's own lists say of what the history has not met. */
import { expect, it } from 'vitest';
import { computeListed } from '../../../lib/views/listed/compute.ts';
import { historyOf } from '../stats/a-history.ts';
import { rangeFigures, snapshotOf, topEntry } from '../ui/fixtures.ts';
import { settingOf } from './a-setting.ts';

const unmeasured = { plays: null, playedMs: null };
const album = {
  ...topEntry('Tides'),
  ...unmeasured,
  artist: 'Ines Vale',
  coverUrl: 'https://i.scdn.co/image/tides',
  uri: 'spotify:album:tides',
};
const own = { ...topEntry('Harbour'), artist: 'Ines Vale' };
const { ranges } = snapshotOf();
const snapshot = snapshotOf('ada', {
  ranges: {
    ...ranges,
    today: rangeFigures({ top: { source: 'history', artists: [], songs: [], albums: [own] } }),
    '4-weeks': rangeFigures({
      top: { source: 'spotify-4-weeks', artists: [], songs: [], albums: [album] },
    }),
  },
});
const setting = settingOf(
  historyOf(),
  {},
  { history: { readSnapshot: async (accountId) => (accountId === 'ada' ? snapshot : null) } },
);

it('are its cover, its way to Spotify, and which list names it', async () => {
  const view = await computeListed(setting, { of: 'album', name: 'Tides', artist: 'Ines Vale' });
  const { name, artist, coverUrl, uri } = album;
  expect(view).toEqual({ source: 'spotify-4-weeks', entry: { name, artist, coverUrl, uri } });
});

it('are nothing of another kind, by another artist, or in no list of theirs', async () => {
  const asked = { of: 'album', name: 'Tides', artist: 'Ines Vale' } as const;
  expect(await computeListed(setting, { ...asked, of: 'song' })).toBeNull();
  expect(await computeListed(setting, { ...asked, artist: 'Somebody' })).toBeNull();
  expect(await computeListed(setting, { ...asked, name: 'Harbour' })).toBeNull();
  expect(await computeListed({ ...setting, accountId: 'ben' }, asked)).toBeNull();
});
