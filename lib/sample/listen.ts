/** Listens through the invented days: sessions, whole records, obsessions, skips, and days of silence. */
import type { Stream, Track } from '../domain/stream.ts';
import { bareTrack, type SampleArtist } from './catalogue.ts';
import { dateAfter } from './days.ts';
import { inventTitle } from './names.ts';
import { createRandom, fractionOf, type Random } from './random.ts';
import { createTaste, type Mood } from './taste.ts';
import { type Whereabouts, whereaboutsOn } from './whereabouts.ts';

const MINUTE_MS = 60_000;

/** How often a session begins in each hour, from midnight: out and back, quiet nights. */
const WORKDAY = [1, 0, 0, 0, 0, 0, 2, 8, 9, 4, 4, 3, 4, 4, 4, 3, 4, 9, 8, 5, 6, 7, 5, 3];
const WEEKEND = [4, 2, 1, 0, 0, 0, 0, 1, 3, 6, 8, 8, 6, 5, 5, 5, 5, 5, 6, 6, 7, 7, 7, 6];

/** Part of a year: how much is listened, from January. */
const MONTHS = [1.1, 1.05, 1, 0.95, 0.95, 0.9, 0.8, 0.85, 1, 1.1, 1.15, 1.2];

export interface ListenOptions {
  seed: string;
  artists: readonly SampleArtist[];
  /** UTC ms: the last stream ended a moment before. */
  now: number;
  days: number;
  /** Nothing is heard, or nothing is known: day from and to, the first and the last of them. */
  gaps: readonly (readonly [number, number])[];
}

/** In time order, in local time of whoever runs it. */
export function listen({ seed, artists, now, days, gaps }: ListenOptions): Stream[] {
  const taste = createTaste(seed, artists, days);
  const streams: Stream[] = [];
  for (let day = 0; day < days; day++) {
    if (gaps.some(([from, to]) => day >= from && day <= to)) continue;
    const random = createRandom(seed, 'day', day);
    const date = dateAfter(now, day - days + 1);
    const isToday = day === days - 1;
    // Silence: more often than not a person forgets the music for a day.
    if (!isToday && random.chance(0.045)) continue;
    const mood = taste.moodOn(day, date.getTime());
    const begins = isToday ? [now - 28 * MINUTE_MS] : planSessions(random, date, day / days);
    const about = { seed, day, mood, random, where: whereaboutsOn(seed, date, day / days) };
    for (const planned of begins) {
      // Somebody who still listens begins nothing new.
      const last = streams.at(-1)?.endedAt ?? 0;
      playSession(about, Math.max(planned, last + 21 * MINUTE_MS), now, streams);
    }
  }
  return streams;
}

/** UTC ms, in order. Over the years it becomes a little more. */
function planSessions(random: Random, date: Date, share: number): number[] {
  const isWeekend = date.getDay() % 6 === 0;
  const mean = (isWeekend ? 2.6 : 2.9) * (0.8 + 0.4 * share) * (MONTHS[date.getMonth()] ?? 1);
  const count = Math.max(1, Math.round(mean + 0.9 * random.normal()));
  return Array.from({ length: count }, () => {
    const hour = random.weighted(isWeekend ? WEEKEND : WORKDAY);
    const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
    return new Date(year, month, day, hour, random.int(0, 59), random.int(0, 59)).getTime();
  }).toSorted((a, b) => a - b);
}

interface Session {
  seed: string;
  day: number;
  mood: Mood;
  random: Random;
  where: Whereabouts;
}

function playSession(session: Session, start: number, until: number, streams: Stream[]): void {
  const { random, where } = session;
  const { tracks, shuffle, skipChance } = chooseTracks(session, start);
  const circumstances = {
    quality: 'measured' as const,
    offline: where.isAway && random.chance(0.35),
    incognito: random.chance(0.01),
    platform: where.pickPlatform(new Date(start).getHours(), random),
    country: where.country,
  };
  let endedAt = start;
  let reasonStart = random.chance(0.7) ? 'clickrow' : 'playbtn';
  for (const [place, track] of tracks.entries()) {
    const isLast = place === tracks.length - 1;
    const skipped = random.chance(skipChance(track));
    const cut = isLast && random.chance(0.3);
    const whole = track.durationMs ?? 0;
    const playedMs = Math.round(
      whole * (skipped ? random.next() ** 2 * 0.5 : cut ? random.next() : 1),
    );
    endedAt += playedMs + random.int(0, 900);
    if (endedAt >= until) return;
    const reasonEnd = skipped ? 'fwdbtn' : cut ? 'endplay' : 'trackdone';
    streams.push({
      ...circumstances,
      endedAt,
      playedMs,
      track,
      reasonStart,
      reasonEnd,
      shuffle,
      skipped,
    });
    reasonStart = skipped ? 'fwdbtn' : 'trackdone';
  }
}

interface Choice {
  tracks: readonly Track[];
  shuffle: boolean;
  skipChance: (track: Track) => number;
}

const never = () => 0;

function chooseTracks({ seed, day, mood, random, where }: Session, at: number): Choice {
  const form = random.next();
  if (form < 0.02)
    return { tracks: [episodeOf(seed, random, day)], shuffle: false, skipChance: never };
  if (form < 0.035) return { tracks: [chapterOf(day)], shuffle: false, skipChance: never };
  if (form < 0.2) {
    const { artist } = mood.pickArtist(random);
    const albums = artist.albums.filter(({ releasedAt }) => releasedAt <= at);
    const album = albums[random.int(0, albums.length - 1)];
    if (album) return { tracks: album.songs, shuffle: false, skipChance: () => 0.03 };
  }
  const obsession = obsessionOf(seed, day, mood);
  const stayWith = form < 0.3 ? mood.pickArtist(random) : null;
  const chances = new Map<Track, number>();
  const tracks: Track[] = [];
  const length = Math.max(3, Math.round(10.5 * Math.exp(0.5 * random.normal())));
  // Where there is but one song to draw from, the music ends early.
  for (let draws = 0; tracks.length < length && draws < 2 * length; draws++) {
    const fondness = stayWith ?? mood.pickArtist(random);
    const isMeant = obsession !== null && random.chance(0.34);
    const track = isMeant ? obsession : mood.pickSong(fondness, random);
    // Who has heard everything there is puts the music away.
    if (!track || (stayWith && tracks.length > 8)) break;
    if (track === tracks.at(-1)) continue;
    tracks.push(track);
    chances.set(track, isMeant ? 0 : fondness.skipChance);
  }
  const more = where.isAway ? 0.5 : 1;
  return {
    tracks,
    shuffle: stayWith !== null || random.chance(0.6),
    skipChance: (track) => (chances.get(track) ?? 0) * more,
  };
}

/** In one stretch of four days out of eight there is a song that will not let go. */
function obsessionOf(seed: string, day: number, mood: Mood): Track | null {
  const stretch = Math.floor(day / 4);
  if (fractionOf(seed, 'obsession', stretch) > 0.12) return null;
  const random = createRandom(seed, 'obsession song', stretch);
  return mood.pickSong(mood.pickArtist(random), random) ?? null;
}

const SHOWS = ['Notes From the Stairwell', 'The Long Lunch', 'Small Machines'] as const;

function episodeOf(seed: string, random: Random, day: number): Track {
  const show = random.pick(SHOWS);
  const week = Math.floor(day / 7);
  const title = inventTitle(createRandom(seed, show, week));
  const durationMs = random.int(22, 58) * MINUTE_MS;
  return bareTrack({
    kind: 'podcast',
    title: `${week + 1}: ${title}`,
    artist: show,
    album: null,
    durationMs,
  });
}

function chapterOf(day: number): Track {
  const title = `Chapter ${1 + (Math.floor(day / 20) % 40)}`;
  const durationMs = 27 * MINUTE_MS;
  return bareTrack({
    kind: 'audiobook',
    title,
    artist: null,
    album: 'The Ferryman’s Atlas',
    durationMs,
  });
}
