/** What saved files say by themselves, once the page around them is gone. */
import { beforeEach, expect, it } from 'vitest';
import { parseRoute } from '../../../../lib/ui/dashboard/dashboard-route.ts';
import { fileNameOf } from '../../../../lib/ui/dashboard/file-name.ts';
import { imageAbout } from '../../../../lib/ui/dashboard/image-about.ts';
import { isolate } from '../../../../lib/ui/isolate.ts';
import { speakEnglish } from '../english.ts';

beforeEach(() => speakEnglish());

const days = { first: 19_723, last: 20_088 };

it('names of what, whose and when an image is', () => {
  const all = { thing: 'Ash', listener: 'Ada', route: { range: '2024' } };
  const scope = { days, today: 20_400 };
  expect(imageAbout({ ...all, scope })).toBe(`${isolate('Ash')} · ${isolate('Ada')} · 2024`);
  const today = { thing: undefined, listener: null, route: { range: 'all-time' } };
  expect(imageAbout({ ...today, scope: { days: null, today: 19_723 } })).toBe(
    'All time · 1 Jan 2024',
  );
  expect(imageAbout({ ...today, scope: null })).toBeNull();
});

it('names the artist, the album or the song in the file’s name', () => {
  const route = parseRoute('#page=artist&name=Ash %26 Élm/ 日本&range=2024');
  expect(fileNameOf('places', route)).toBe('ostinato-places-ash-élm-日本-2024');
  expect(fileNameOf('clock', parseRoute('#page=habits&range=2024'))).toBe('ostinato-clock-2024');
  const long = parseRoute(`#page=song&name=${'x'.repeat(300)}`);
  expect(fileNameOf('places', long).length).toBeLessThan(80);
});
