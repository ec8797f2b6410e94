/** What a listener likes on a given day: favourites that rise, fall, return, or stay. */
import { catalog, entryOf, type CatalogTrack } from './catalog.ts';
import type { Listener } from './listeners.ts';
import { createRandom, fractionOf, type Random } from '../../lib/sample/random.ts';

/** Favourites come and go over ten years from the first day of listening. */
const HORIZON_DAYS = 3650;

interface Fondness {
  artistId: string;
  /** Day on which the listener first hears the artist. */
  discovered: number;
  base: number;
  phases: { peak: number; width: number; height: number }[];
  /** Month (0–11) around which a seasonal favourite returns, if it is one. */
  season: number | null;
}

export interface Taste {
  /** Artists and their weights on that day (counted from the first day of listening). */
  artistsOn(day: number, date: Date): { artistIds: string[]; weights: number[] };
  /** Draws a track of the artist among those released by then; undefined when there is none. */
  trackOf(artistId: string, at: number, random: Random): CatalogTrack | undefined;
  /** Draws an album to hear whole, newer ones more often. */
  albumOf(artistId: string, at: number, random: Random): readonly string[] | undefined;
}

/** The listener's taste for one seed: a pure function of the day. */
export function createTaste(seed: string, listener: Listener): Taste {
  const fondnesses = [...catalog.artists.values()].map((artist) =>
    createFondness(
      createRandom(seed, listener.key, artist.id),
      artist.id,
      listener.likes[artist.genre] ?? 0.1,
    ),
  );
  const preferences = new Map<string, { tracks: CatalogTrack[]; weights: number[] }>();

  const preferencesOf = (artistId: string) => {
    let known = preferences.get(artistId);
    if (!known) {
      const tracks = entryOf(catalog.artists, artistId)
        .albumIds.flatMap((albumId) => entryOf(catalog.albums, albumId).trackIds)
        .map((id) => entryOf(catalog.tracks, id))
        .toSorted((a, b) => rankOf(a) - rankOf(b));
      known = { tracks, weights: tracks.map((_, rank) => 1 / (1 + rank) ** 0.85) };
      preferences.set(artistId, known);
    }
    return known;
  };
  const rankOf = (track: CatalogTrack) => fractionOf(seed, listener.key, 'rank', track.id);

  return {
    artistsOn(day, date) {
      const heard = fondnesses.filter(({ discovered }) => discovered <= day);
      return {
        artistIds: heard.map(({ artistId }) => artistId),
        weights: heard.map((fondness) => weightOn(fondness, day, date)),
      };
    },
    trackOf(artistId, at, random) {
      const { tracks, weights } = preferencesOf(artistId);
      const released = weights.map((weight, index) => {
        const track = tracks[index];
        const age = track ? at - entryOf(catalog.albums, track.albumId).releasedAt : -1;
        if (age < 0) return 0;
        return age < 60 * 86_400_000 ? weight * 3 : weight;
      });
      return tracks[random.weighted(released)];
    },
    albumOf(artistId, at, random) {
      const albums = entryOf(catalog.artists, artistId)
        .albumIds.map((id) => entryOf(catalog.albums, id))
        .filter(({ type, releasedAt }) => type === 'album' && releasedAt <= at);
      const weights = albums.map(
        ({ id }, index) => (index + 1) * (0.3 + fractionOf(seed, listener.key, id)),
      );
      return albums[random.weighted(weights)]?.trackIds;
    },
  };
}

function createFondness(random: Random, artistId: string, liking: number): Fondness {
  const affinity = liking * Math.exp(0.55 * random.normal());
  const discovered = random.chance(0.5) ? 0 : random.int(0, HORIZON_DAYS);
  const phase = (height: number) => ({
    peak: discovered + random.int(-60, 900),
    width: random.int(25, 260),
    height: affinity * height,
  });
  const kind = random.next();
  const season = kind > 0.9 ? random.int(0, 11) : null;
  if (kind < 0.18) return { artistId, discovered, base: affinity, phases: [phase(1)], season };
  if (kind < 0.62)
    return { artistId, discovered, base: affinity * 0.06, phases: [phase(4)], season };
  if (kind < 0.9) {
    const back = { ...phase(2.5), peak: random.int(discovered, HORIZON_DAYS) };
    return { artistId, discovered, base: affinity * 0.04, phases: [phase(3), back], season };
  }
  return { artistId, discovered, base: affinity * 0.05, phases: [], season };
}

function weightOn({ base, phases, season }: Fondness, day: number, date: Date): number {
  let weight = base;
  for (const { peak, width, height } of phases) {
    const distance = (day - peak) / width;
    // A favourite rises fast and fades slowly.
    weight += height * Math.exp(-0.5 * (distance < 0 ? distance * 2.5 : distance) ** 2);
  }
  if (season !== null) {
    const months = Math.abs(((date.getUTCMonth() - season + 18) % 12) - 6);
    weight += base * 40 * Math.exp(-months * months);
  }
  // Even the greatest favourite leaves room for the others.
  return weight ** 0.8;
}
