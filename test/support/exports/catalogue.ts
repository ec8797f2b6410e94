/** Invented music for the generated exports: artists, albums, tracks, shows, with real-looking ids. */
import type { Random } from './random.ts';

export interface CatalogueTrack {
  uri: string;
  title: string;
  artist: string;
  album: string;
  durationMs: number;
}

export interface CatalogueEpisode {
  uri: string;
  title: string;
  show: string;
  durationMs: number;
}

export interface Catalogue {
  /** The most played first: pick low places more often. */
  tracks: CatalogueTrack[];
  episodes: CatalogueEpisode[];
}

const BASE_62 = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SYLLABLES = 'la mo ri ta ne so ku vel dar min or ash tru bea nov ele zir pho'.split(' ');
const ODDITIES = [
  'Sigur Rós',
  '椎名林檎',
  'Motörhead',
  'AC/DC',
  'P!nk',
  '!!!',
  'Беларускі',
  '🎧 Lo-Fi',
];

export function createId(random: Random): string {
  return Array.from({ length: 22 }, () => BASE_62[random.below(62)]).join('');
}

/** About one song in a hundred carries a quote or a backslash, which JSON must escape. */
export function createCatalogue(random: Random, trackCount: number): Catalogue {
  const artists = Array.from({ length: Math.ceil(trackCount / 12) }, (_, place) =>
    place % 40 === 7 ? random.pick(ODDITIES) : createName(random, 2),
  );
  const tracks: CatalogueTrack[] = [];
  while (tracks.length < trackCount) {
    const artist = artists[skewed(random, artists.length)]!;
    const album = random.chance(0.002) ? '1989' : createName(random, 3);
    const songs = 1 + random.below(12);
    for (let song = 0; song < songs && tracks.length < trackCount; song++) {
      tracks.push({
        uri: `spotify:track:${createId(random)}`,
        title: createTitle(random),
        artist,
        album,
        durationMs: 90_000 + random.below(240_000),
      });
    }
  }
  const episodes = Array.from({ length: 200 }, () => ({
    uri: `spotify:episode:${createId(random)}`,
    title: `#${random.below(900)} – ${createName(random, 4)}`,
    show: createName(random, 2),
    durationMs: 1_200_000 + random.below(3_600_000),
  }));
  return { tracks, episodes };
}

/** A place below `bound`, low ones far more often, as people listen. */
export function skewed(random: Random, bound: number): number {
  return Math.floor(bound * random.next() ** 2.5);
}

function createTitle(random: Random): string {
  const title = createName(random, 1 + random.below(4));
  if (random.chance(0.01)) return `"${title}" \\ ${title}`;
  return random.chance(0.1) ? `${title} - Remastered ${1990 + random.below(30)}` : title;
}

function createName(random: Random, words: number): string {
  return Array.from({ length: words }, () => {
    const word = Array.from({ length: 1 + random.below(3) }, () => random.pick(SYLLABLES)).join('');
    return word[0]!.toUpperCase() + word.slice(1);
  }).join(' ');
}
