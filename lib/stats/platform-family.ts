/** What kind of device a platform's name stands for, of the many names Spotify has written. */

export type PlatformFamily =
  | 'android'
  | 'ios'
  | 'windows'
  | 'mac'
  | 'linux'
  | 'web'
  | 'cast'
  | 'speaker'
  | 'tv'
  | 'console'
  | 'other'
  | 'unknown';

/**
 * By the name in lower case; the first that fits. What plays for someone else comes before the
 * system it runs on: `web_player windows 10` is the web, `Partner android_tv` is a television.
 */
const PATTERNS: readonly (readonly [RegExp, PlatformFamily])[] = [
  [/^web_?player|^partner webplayer/, 'web'],
  [/chromecast|google cast|^cast/, 'cast'],
  [/playstation|\bps[345]\b|\bscei\b|xbox/, 'console'],
  [/sonos|amazon_salmon|echo|homepod|speaker|\bbose|denon|marantz|yamaha/, 'speaker'],
  [/(^|[^a-z])tv([^a-z]|$)|tizen|webos|roku|tvos/, 'tv'],
  [/^android|^partner android/, 'android'],
  [/^ios|^partner ios|^ip(hone|ad|od)/, 'ios'],
  [/^windows/, 'windows'],
  [/^os ?x|^mac/, 'mac'],
  [/^linux/, 'linux'],
];

/** `unknown` where nothing is told (account data, live plays, `not_applicable`); else `other`. */
export function platformFamily(platform: string | null): PlatformFamily {
  const name = platform?.trim().toLowerCase() ?? '';
  if (name === '' || name === 'not_applicable' || name === 'unknown') return 'unknown';
  return PATTERNS.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
}
