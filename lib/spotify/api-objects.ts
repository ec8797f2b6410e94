/**
 * The Web API's answers as far as they are used. Spotify takes fields away from time to time, so
 * whatever is not indispensable may be absent or odd, and what is not named here is ignored.
 */
import { z } from '../domain/schema.ts';

/** Null instead of an error for what is absent or not as expected. */
function lenient<T extends z.ZodMiniType>(schema: T) {
  // oxlint-disable-next-line promise/valid-params -- zod's `catch`, not a promise's
  return z.catch(z.nullish(schema), null);
}

/** A list in which a damaged entry is left out instead of spoiling the rest. */
function lenientList<T extends z.ZodMiniType>(entry: T) {
  return z.pipe(
    lenient(z.array(z.unknown())),
    z.transform((entries: unknown[] | null | undefined) => readEach(entries ?? [], entry)),
  );
}

/** Entry by entry: those that fit the schema, in order. */
export function readEach<T extends z.ZodMiniType>(
  candidates: readonly unknown[],
  entry: T,
): z.infer<T>[] {
  return candidates.flatMap((candidate) => {
    const parsed = z.safeParse(entry, candidate);
    return parsed.success ? [parsed.data] : [];
  });
}

const Text = lenient(z.string());

/** A cover or portrait; sizes are in px and may be unknown. */
export const ApiImage = z.object({
  url: z.string().check(z.minLength(1)),
  width: lenient(z.number()),
  height: lenient(z.number()),
});
export type ApiImage = z.infer<typeof ApiImage>;

/** An artist as credited on a track or an album. */
export const ApiArtistCredit = z.object({ name: z.string(), uri: Text });
export type ApiArtistCredit = z.infer<typeof ApiArtistCredit>;

/** An artist of the listener's top list, or asked for by id. */
export const ApiArtist = z.object({
  name: z.string().check(z.minLength(1)),
  uri: Text,
  images: lenientList(ApiImage),
  /** Mostly empty these days. */
  genres: lenientList(z.string()),
});
export type ApiArtist = z.infer<typeof ApiArtist>;

export const ApiAlbum = z.object({
  name: Text,
  uri: Text,
  artists: lenientList(ApiArtistCredit),
  images: lenientList(ApiImage),
  /** `2019`, `2019-05` or `2019-05-12`. */
  release_date: Text,
});
export type ApiAlbum = z.infer<typeof ApiAlbum>;

/** A track as it stands inside an album. */
export const ApiAlbumTrack = z.object({
  uri: z.string().check(z.minLength(1)),
  duration_ms: lenient(z.number().check(z.nonnegative())),
  artists: lenientList(ApiArtistCredit),
});
export type ApiAlbumTrack = z.infer<typeof ApiAlbumTrack>;

/** An album asked for by id: with its first 50 tracks. */
export const ApiWholeAlbum = z.extend(ApiAlbum, {
  name: z.string(),
  tracks: lenient(z.object({ items: lenientList(ApiAlbumTrack) })),
});
export type ApiWholeAlbum = z.infer<typeof ApiWholeAlbum>;

/** A track with enough to count it: a name or a URI, and how long it is. */
export const ApiTrack = z
  .object({
    type: z.nullish(z.literal('track')),
    name: z.string(),
    uri: Text,
    duration_ms: z.number().check(z.nonnegative()),
    artists: lenientList(ApiArtistCredit),
    album: lenient(ApiAlbum),
    external_ids: lenient(z.object({ isrc: Text })),
    /** 0 to 100; apps in Development Mode are not told. */
    popularity: lenient(z.number()),
    is_local: lenient(z.boolean()),
  })
  .check(
    z.refine(({ is_local }) => is_local !== true, 'is a local file'),
    z.refine(({ name, uri }) => name !== '' || Boolean(uri), 'has neither name nor URI'),
  );
export type ApiTrack = z.infer<typeof ApiTrack>;

/** One entry of recently played. `played_at` becomes UTC ms. */
export const ApiPlay = z.object({
  played_at: z.pipe(
    z.string(),
    z.pipe(
      z.transform((text: string) => Date.parse(text)),
      z.int(),
    ),
  ),
  track: ApiTrack,
});
export type ApiPlay = z.infer<typeof ApiPlay>;

/** A playlist as `/me/playlists` lists it. */
export const ApiPlaylist = z.object({
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  uri: Text,
  description: Text,
  collaborative: lenient(z.boolean()),
  snapshot_id: Text,
});
export type ApiPlaylist = z.infer<typeof ApiPlaylist>;

/** What a playlist or the library holds: a track, an episode, a chapter, a file of one's own. */
export const ApiListedItem = z
  .object({
    type: Text,
    name: Text,
    uri: Text,
    artists: lenientList(ApiArtistCredit),
    album: lenient(z.object({ name: Text })),
    show: lenient(z.object({ name: Text })),
    is_local: lenient(z.boolean()),
  })
  .check(z.refine(({ name, uri }) => Boolean(name || uri), 'has neither name nor URI'));

/** Playlists call it `item` (once `track`), the library `track`; null for what was removed. */
export const ApiListEntry = z
  .object({
    added_at: Text,
    item: lenient(ApiListedItem),
    track: lenient(ApiListedItem),
  })
  .check(z.refine(({ item, track }) => Boolean(item ?? track), 'holds nothing'));
export type ApiListEntry = z.infer<typeof ApiListEntry>;

/** The listener. `account_id` never changes, unlike `id`. */
export const ApiMe = z.object({
  account_id: z.string().check(z.minLength(1)),
  display_name: Text,
});

/** What any list answer must have; the entries are judged one by one. */
export const ApiList = z.object({ items: z.array(z.unknown()) });

/** How long the whole list is, and whether there is more of it. */
export const ApiListEnd = z.object({ total: lenient(z.int()), next: Text });

/** Position of a page of recently played, as text in Unix ms. */
export const ApiCursors = z.object({
  cursors: lenient(z.object({ before: Text })),
});

/** What plays now; `item` is absent for advertisements and for podcasts. */
export const ApiPlaying = z.object({
  is_playing: lenient(z.boolean()),
  item: z.optional(z.unknown()),
});

/** The body of a refused request. */
export const ApiRefusal = z.object({
  error: z.object({ reason: Text }),
});
