/** What each listener really played up to now: the generated listening, and what a test added or silenced. */
import { catalog, entryOf } from './catalog.ts';
import type { Clock } from './clock.ts';
import { LISTENER_KEYS, type ListenerKey } from './listeners.ts';
import type { Listening, PlayedStream } from './listening.ts';
import { hashOf } from '../../lib/sample/random.ts';

export interface Timeline {
  /** Streams whose end lies in [from, to), in order of their end; with those still to come, if `to` is in the future. */
  streams(listener: ListenerKey, from: number, to: number): PlayedStream[];
  /** What plays at this moment. */
  current(listener: ListenerKey): PlayedStream | undefined;
  /** Adds a play that ended at `endedAt`; a future end means that it plays now. */
  play(listener: ListenerKey, endedAt: number, trackId?: string): PlayedStream;
  /** Ends what plays now, and keeps the generated listening out until told otherwise. */
  setQuiet(listener: ListenerKey, quiet: boolean): void;
  /** From now on somebody listens day and night, or as usual again. */
  setLive(listener: ListenerKey, live: boolean): void;
  /** Forgets everything that was added. */
  reset(): void;
}

interface Switch {
  from: number;
  to: number;
}

interface Life {
  added: PlayedStream[];
  quiet: Switch[];
  live: Switch[];
}

/** @param live who has music on all day from the start, so that there is something to see at any hour. */
export function createTimeline(
  listening: Listening,
  clock: Clock,
  live: readonly ListenerKey[],
): Timeline {
  const lives = new Map<ListenerKey, Life>();

  const lifeOf = (listener: ListenerKey) => {
    const life = lives.get(listener);
    if (!life) throw new RangeError(`no such listener: ${listener}`);
    return life;
  };

  const reset = () => {
    for (const listener of LISTENER_KEYS) {
      const alive = live.includes(listener) ? [{ from: clock.now(), to: Infinity }] : [];
      lives.set(listener, { added: [], quiet: [], live: alive });
    }
  };

  /** The usual day outside the live stretches, the continuous one inside; the seams never overlap. */
  const generated = (listener: ListenerKey, from: number, to: number) => {
    let streams = listening.streamsBetween(listener, from, to);
    for (const stretch of lifeOf(listener).live) {
      if (stretch.from >= to || stretch.to <= from) continue;
      const within = listening
        .streamsBetween(
          listener,
          Math.max(from, stretch.from),
          Math.min(to, stretch.to),
          'continuous',
        )
        .filter(({ endedAt }) => endedAt > stretch.from);
      const begins = Math.min(within[0]?.startedAt ?? stretch.from, stretch.from);
      streams = streams
        .filter((stream) => stream.endedAt <= begins || stream.startedAt >= stretch.to)
        .concat(within);
    }
    return streams;
  };

  const streams = (listener: ListenerKey, from: number, to: number) => {
    const { added, quiet } = lifeOf(listener);
    return generated(listener, from, to)
      .filter((stream) => !quiet.some((silence) => overlaps(stream, silence)))
      .concat(added.filter(({ endedAt }) => endedAt >= from && endedAt < to))
      .toSorted((a, b) => a.endedAt - b.endedAt || a.startedAt - b.startedAt);
  };

  const flip = (switches: Switch[], on: boolean) => {
    const last = switches.at(-1);
    const isOn = last?.to === Infinity;
    if (on && !isOn) switches.push({ from: clock.now(), to: Infinity });
    if (!on && isOn) last.to = clock.now();
  };

  reset();
  return {
    streams,
    current(listener) {
      const now = clock.now();
      const running = ({ startedAt, endedAt }: PlayedStream) => startedAt <= now && now < endedAt;
      return (
        lifeOf(listener).added.findLast(running) ??
        streams(listener, now, now + 3_600_000).find(running)
      );
    },
    play(listener, end, trackId) {
      const { added } = lifeOf(listener);
      let endedAt = end;
      // Nobody's plays end in the same millisecond, however fast a test adds them.
      while (added.some((stream) => stream.endedAt === endedAt)) endedAt -= 1;
      const track = entryOf(catalog.tracks, trackId ?? anyTrack(listener, added.length));
      const stream: PlayedStream = {
        listener,
        trackId: track.id,
        startedAt: endedAt - track.durationMs,
        endedAt,
        playedMs: track.durationMs,
        reasonStart: 'clickrow',
        reasonEnd: 'trackdone',
        skipped: false,
        shuffle: false,
        contextAlbumId: null,
      };
      added.push(stream);
      return stream;
    },
    setQuiet: (listener, quiet) => flip(lifeOf(listener).quiet, quiet),
    setLive: (listener, on) => flip(lifeOf(listener).live, on),
    reset,
  };
}

const overlaps = (stream: PlayedStream, { from, to }: Switch) =>
  stream.endedAt > from && stream.startedAt < to;

function anyTrack(listener: ListenerKey, count: number): string {
  const ids = [...catalog.tracks.keys()];
  return ids[hashOf('added', listener, count) % ids.length] ?? '';
}
