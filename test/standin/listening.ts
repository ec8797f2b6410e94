/** What was listened to, and when: a pure function of (seed, listener, time), generated day by day. */
import { catalog, entryOf, type CatalogTrack } from './catalog.ts';
import { LISTENERS, type Listener, type ListenerKey } from './listeners.ts';
import { createRandom, hashOf, type Random } from '../../lib/sample/random.ts';
import { createTaste, type Taste } from './taste.ts';

/** One track that ran, the way Spotify's own history has it. */
export interface PlayedStream {
  listener: ListenerKey;
  trackId: string;
  /** UTC ms. */
  startedAt: number;
  /** UTC ms. */
  endedAt: number;
  /** Time with sound: less than `endedAt - startedAt` where it was paused. */
  playedMs: number;
  reasonStart: 'trackdone' | 'fwdbtn' | 'clickrow' | 'playbtn';
  reasonEnd: 'trackdone' | 'fwdbtn' | 'endplay';
  skipped: boolean;
  shuffle: boolean;
  /** The album that was played from its start, if the session was one. */
  contextAlbumId: string | null;
}

/** `usual` has a person's days and nights; `continuous` hardly stops, for somebody who watches. */
export type Manner = 'usual' | 'continuous';

export interface Listening {
  /** Streams whose end lies in [from, to), in order. UTC ms. Cached by day, otherwise pure. */
  streamsBetween(listener: ListenerKey, from: number, to: number, manner?: Manner): PlayedStream[];
}

/** Nobody listened before this. */
export const LISTENING_BEGAN = Date.UTC(2020, 10, 2);

const DAY = 86_400_000;
/** A listening day turns over at four in the morning, when almost nobody listens. */
const TURN = 4 * 3_600_000;

/** @param seed another seed is another life with the same catalogue. */
export function createListening(seed = 'ostinato'): Listening {
  const tastes = new Map<ListenerKey, Taste>();
  const days = new Map<string, PlayedStream[]>();

  const streamsOn = (listener: Listener, day: number, manner: Manner) => {
    const key = `${listener.key} ${manner} ${day}`;
    let streams = days.get(key);
    if (!streams) {
      const taste = tastes.get(listener.key) ?? createTaste(seed, listener);
      tastes.set(listener.key, taste);
      streams = listenThrough({ seed, listener, taste, day, manner });
      days.set(key, streams);
    }
    return streams;
  };

  return {
    streamsBetween(key, from, to, manner = 'usual') {
      const first = Math.max(0, Math.floor((from - LISTENING_BEGAN) / DAY) - 1);
      const last = Math.floor((to - LISTENING_BEGAN) / DAY) + 1;
      const found: PlayedStream[] = [];
      for (let day = first; day <= last; day++) {
        for (const stream of streamsOn(LISTENERS[key], day, manner)) {
          if (stream.endedAt >= from && stream.endedAt < to) found.push(stream);
        }
      }
      return found;
    },
  };
}

interface Day {
  seed: string;
  listener: Listener;
  taste: Taste;
  day: number;
  manner: Manner;
}

function listenThrough({ seed, listener, taste, day, manner }: Day): PlayedStream[] {
  const random = createRandom(seed, listener.key, manner, day);
  const begins = startOf(day, listener.timeZone);
  const ends = startOf(day + 1, listener.timeZone);
  const date = new Date(begins);
  const { artistIds, weights } = taste.artistsOn(day, date);
  const mood = { seed, listener, taste, day, artistIds, weights, random, ends };
  const streams: PlayedStream[] = [];
  for (const planned of manner === 'usual'
    ? planSessions(mood, date, begins)
    : everyTenMinutes(begins, ends)) {
    const previous = streams.at(-1)?.endedAt ?? begins;
    const pause = manner === 'usual' ? random.int(21, 45) * 60_000 : random.int(5, 90) * 1000;
    const start = Math.max(planned, streams.length > 0 ? previous + pause : begins);
    if (start < ends) playSession(mood, start, streams);
  }
  return streams;
}

function planSessions({ listener, seed, day, random }: Mood, date: Date, begins: number): number[] {
  const weekday = (date.getUTCDay() + 6) % 7;
  const mean = listener.sessionsByWeekday[weekday] ?? 0;
  // Holidays: one fortnight in twelve is nearly silent.
  const away = hashOf(seed, listener.key, 'away', Math.floor(day / 14)) % 12 === 0;
  const count = Math.max(0, Math.round((away ? 0.25 : 1) * (mean + random.normal() * 1.2)));
  const hours = weekday >= 5 ? listener.hours.weekend : listener.hours.weekday;
  return Array.from({ length: count }, () => {
    const hour = random.weighted(hours);
    // The listening day begins at four.
    return begins + ((hour + 20) % 24) * 3_600_000 + random.int(0, 3_599_999);
  }).toSorted((a, b) => a - b);
}

function everyTenMinutes(begins: number, ends: number): number[] {
  return Array.from(
    { length: Math.ceil((ends - begins) / 600_000) },
    (_, at) => begins + at * 600_000,
  );
}

interface Mood {
  seed: string;
  listener: Listener;
  taste: Taste;
  day: number;
  artistIds: string[];
  weights: number[];
  random: Random;
  ends: number;
}

function playSession(mood: Mood, start: number, streams: PlayedStream[]) {
  const { random, listener } = mood;
  const { tracks, contextAlbumId, shuffle } = chooseTracks(mood, start);
  let cursor = start;
  let reasonStart: PlayedStream['reasonStart'] = random.chance(0.7) ? 'clickrow' : 'playbtn';
  for (const [index, track] of tracks.entries()) {
    const skipped = random.chance(contextAlbumId ? listener.skipChance / 4 : listener.skipChance);
    const last = index === tracks.length - 1;
    const cut = last && random.chance(0.3);
    const part = skipped ? random.next() ** 2 * 0.6 : cut ? random.next() : 1;
    const playedMs = Math.max(900, Math.round(track.durationMs * part));
    const paused = random.chance(0.015) ? random.int(10_000, 420_000) : 0;
    const endedAt = cursor + playedMs + paused;
    if (endedAt >= mood.ends) return;
    const reasonEnd = skipped ? 'fwdbtn' : cut ? 'endplay' : 'trackdone';
    streams.push({
      listener: listener.key,
      trackId: track.id,
      startedAt: cursor,
      endedAt,
      playedMs,
      reasonStart,
      reasonEnd,
      skipped,
      shuffle,
      contextAlbumId,
    });
    reasonStart = skipped ? 'fwdbtn' : 'trackdone';
    cursor = endedAt + random.int(0, 900);
  }
}

function chooseTracks(mood: Mood, at: number) {
  const { random, taste, listener, artistIds, weights } = mood;
  const drawArtist = () => artistIds[random.weighted(weights)] ?? '';
  if (random.chance(listener.albumShare)) {
    const album = taste.albumOf(drawArtist(), at, random);
    if (album) {
      const tracks = album.map((id) => entryOf(catalog.tracks, id));
      const enough = random.chance(0.6) ? tracks.length : random.int(3, tracks.length);
      const heard = tracks.slice(0, enough);
      return { tracks: heard, contextAlbumId: heard[0]?.albumId ?? null, shuffle: false };
    }
  }
  const length = Math.max(2, Math.round(listener.sessionLength * Math.exp(0.55 * random.normal())));
  const stayWith = random.chance(0.25) ? drawArtist() : null;
  const obsession = obsessionOf(mood, at);
  const tracks: CatalogTrack[] = [];
  for (let attempt = 0; tracks.length < length && attempt < length * 3; attempt++) {
    const track =
      obsession && random.chance(0.12)
        ? obsession
        : taste.trackOf(stayWith ?? drawArtist(), at, random);
    if (track && track.id !== tracks.at(-1)?.id) tracks.push(track);
  }
  return { tracks, contextAlbumId: null, shuffle: stayWith !== null || random.chance(0.4) };
}

/** In one week of three there is a song that will not let go. */
function obsessionOf({ seed, listener, taste, day, artistIds, weights }: Mood, at: number) {
  const week = createRandom(seed, listener.key, 'obsession', Math.floor(day / 7));
  if (!week.chance(0.33)) return undefined;
  // The artist is the week's, even though the weights move a little from day to day.
  return taste.trackOf(artistIds[week.weighted(weights)] ?? '', at, week);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** UTC ms of four in the morning, local time, on that day. */
function startOf(day: number, timeZone: string): number {
  const asUtc = LISTENING_BEGAN + day * DAY + TURN;
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    formats.set(timeZone, format);
  }
  const name = format.formatToParts(asUtc).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d+):(\d+)/.exec(name) ?? [];
  return asUtc - (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
