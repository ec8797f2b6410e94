import { describe, expect, test } from 'vitest';
import { buildDataset } from '../../../lib/dataset/dataset.ts';
import { selectAll } from '../../../lib/dataset/selection.ts';
import { platformFamily } from '../../../lib/stats/platform-family.ts';
import { countries, platformFamilies, platforms } from '../../../lib/stats/platforms.ts';
import { aStream } from '../dataset/streams.ts';

describe('the family of a platform', () => {
  test.each([
    ['Android OS 13 API 33 (samsung, SM-G991B)', 'android'],
    ['Android-tablet OS 4.4.2 API 19 (asus, K00E)', 'android'],
    ['android', 'android'],
    ['iOS 17.5.1 (iPhone14,2)', 'ios'],
    ['Partner ios_sdk;Apple', 'ios'],
    ['Windows 10 (10.0.19045; x64)', 'windows'],
    ['windows', 'windows'],
    ['OS X 12.6.3 [arm 2]', 'mac'],
    ['osx', 'mac'],
    ['macOS', 'mac'],
    ['Linux [x86-64 0]', 'linux'],
    ['web_player windows 10;chrome 120.0.0.0;desktop', 'web'],
    ['web_player osx 12', 'web'],
    ['WebPlayer (websocket RFC6455)', 'web'],
    ['Partner google cast_tv;Chromecast;;', 'cast'],
    ['Partner google cast_voice;Google_Home;;', 'cast'],
    ['cast', 'cast'],
    ['Partner sonos_ppc Sonos;Play1', 'speaker'],
    ['Partner amazon_salmon Amazon;Echo_Dot;x', 'speaker'],
    ['Partner android_tv Sony;Bravia', 'tv'],
    ['Partner webos_tv LG;x', 'tv'],
    ['Partner samsung_2014_tv_v7a8 Samsung 2012 TV', 'tv'],
    ['Partner SCEI sony_tv;ps4;;', 'console'],
    ['Partner microsoft xbox_one', 'console'],
    ['Garmin fenix', 'other'],
    ['not_applicable', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
  ] as const)('%j is %s', (platform, family) => {
    expect(platformFamily(platform)).toBe(family);
  });
});

test('sums music by name, by family and by country, the most played first', () => {
  const dataset = buildDataset([
    aStream({ endedAt: 1, platform: 'ios', country: 'DE' }),
    aStream({ endedAt: 2, platform: 'iOS 17.5.1 (iPhone14,2)', country: 'ZZ', playedMs: 10 }),
    aStream({ endedAt: 3, platform: 'linux', country: 'DE' }),
    aStream({ endedAt: 4, platform: null, country: null, playedMs: 300_000 }),
  ]);
  const all = selectAll(dataset.columns);
  expect(platforms(dataset, all)).toEqual([
    { name: null, streams: 1, plays: 1, playedMs: 300_000 },
    { name: 'ios', streams: 1, plays: 1, playedMs: 200_000 },
    { name: 'linux', streams: 1, plays: 1, playedMs: 200_000 },
    { name: 'iOS 17.5.1 (iPhone14,2)', streams: 1, plays: 0, playedMs: 10 },
  ]);
  expect(platformFamilies(dataset, all)).toEqual([
    { name: 'unknown', streams: 1, plays: 1, playedMs: 300_000 },
    { name: 'ios', streams: 2, plays: 1, playedMs: 200_010 },
    { name: 'linux', streams: 1, plays: 1, playedMs: 200_000 },
  ]);
  expect(countries(dataset, all)).toEqual([
    { name: 'DE', streams: 2, plays: 2, playedMs: 400_000 },
    { name: null, streams: 1, plays: 1, playedMs: 300_000 },
    { name: 'ZZ', streams: 1, plays: 0, playedMs: 10 },
  ]);
});
