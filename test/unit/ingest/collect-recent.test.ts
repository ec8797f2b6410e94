import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryHistory } from './memory-history.ts';
import { createWindow, type SpotifyWindow } from './spotify-window.ts';
import { memoryStore } from '../spotify/memory-store.ts';
import { collectRecent } from '../../../lib/ingest/collect-recent.ts';
import { createAccountClients } from '../../../lib/spotify/account-clients.ts';
import type { Gates } from '../../../lib/spotify/gate.ts';

const START = Date.UTC(2026, 10, 21);
const MINUTE = 60_000;

/** Collects from the window at any time wanted. */
function setUp(window: SpotifyWindow) {
  const clock = { now: START };
  const asked: URL[] = [];
  const faults = { failFrom: Number.POSITIVE_INFINITY };
  const history = createMemoryHistory();
  const { client } = createAccountClients({
    apiUrl: 'https://api.spotify.com/v1',
    fetch: async (input) => {
      const url = new URL(new Request(input).url);
      asked.push(url);
      if (asked.length > faults.failFrom) return new Response('', { status: 429 });
      return window.answer(url, clock.now);
    },
    random: () => 0,
    now: () => clock.now,
    gates: memoryStore<Gates>({}),
    accessToken: async () => 'token',
  }).of({ id: 'mira', clientId: 'app' });
  const collect = async (at: number, whole = false) => {
    clock.now = at;
    const now = () => clock.now;
    return collectRecent({ accountId: 'mira', client, history, now, whole });
  };
  return {
    collect,
    asked,
    faults,
    history,
    collected: () => history.urisOf('mira').toSorted(byText),
  };
}

const byText = (a: string, b: string) => (a < b ? -1 : 1);
const urisOf = ({ plays }: SpotifyWindow) => plays.map(({ uri }) => uri).toSorted(byText);

/** Play after play, with pauses, from the start on. */
const listening = (options: { maxPauseMs: number; maxLateMs: number }) =>
  fc
    .array(
      fc.record({
        pauseMs: fc.integer({ min: 31_000, max: options.maxPauseMs }),
        lateMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: options.maxLateMs })),
      }),
      { maxLength: 160, size: 'max' },
    )
    .map((steps) => {
      let playedAt = START;
      return steps.map(({ pauseMs, lateMs }) => {
        playedAt += pauseMs;
        return { playedAt, arrivesAt: playedAt + lateMs };
      });
    });

const polls = (maxPauseMs: number) =>
  fc
    .array(fc.integer({ min: MINUTE, max: maxPauseMs }), {
      minLength: 1,
      maxLength: 60,
      size: 'max',
    })
    .map((pauses) =>
      pauses.map((_, index) => START + pauses.slice(0, index + 1).reduce((a, b) => a + b)),
    );

function fill(plays: readonly { playedAt: number; arrivesAt: number }[]): SpotifyWindow {
  const window = createWindow();
  for (const { playedAt, arrivesAt } of plays) window.play(playedAt, arrivesAt);
  return window;
}

describe('against any listening', () => {
  it('collects what was played, each play once, as long as fewer than 50 come between two looks', async () => {
    await fc.assert(
      // Fewer than 50 plays fit into 15 minutes and the overlap of ten, late ones included.
      fc.asyncProperty(
        listening({ maxPauseMs: 12 * MINUTE, maxLateMs: 10 * MINUTE - 1 }),
        polls(15 * MINUTE),
        async (plays, times) => {
          const window = fill(plays);
          const { collect, collected } = setUp(window);
          const reports = [];
          for (const at of [START, ...times]) reports.push((await collect(at)).report);
          const arrived = window.plays.filter(({ arrivesAt }) => arrivesAt <= times.at(-1)!);
          expect(collected()).toEqual(arrived.map(({ uri }) => uri).toSorted(byText));
          expect(reports.some(({ possibleGap }) => possibleGap)).toBe(false);
          expect(reports.reduce((sum, { added }) => sum + added, 0)).toBe(arrived.length);
        },
      ),
    );
  });

  it('says that there may be a gap whenever a play slipped through', async () => {
    let slipped = 0;
    await fc.assert(
      fc.asyncProperty(
        listening({ maxPauseMs: 3 * MINUTE, maxLateMs: 0 }),
        polls(8 * 60 * MINUTE),
        async (plays, times) => {
          const window = fill(plays);
          const { collect, collected } = setUp(window);
          const reports = [];
          for (const at of [START, ...times]) reports.push((await collect(at)).report);
          const arrived = window.plays.filter(({ arrivesAt }) => arrivesAt <= times.at(-1)!);
          expect(new Set(collected()).size).toBe(collected().length);
          if (collected().length === arrived.length) return;
          slipped += 1;
          expect(reports.some(({ possibleGap }) => possibleGap)).toBe(true);
        },
      ),
      { numRuns: 120 },
    );
    expect(slipped).toBeGreaterThan(5);
  });

  it('finds the latest of plays by looking at all that Spotify remembers', async () => {
    await fc.assert(
      fc.asyncProperty(
        listening({ maxPauseMs: 12 * MINUTE, maxLateMs: 3 * 24 * 60 * MINUTE }),
        polls(60 * MINUTE),
        async (plays, times) => {
          const window = fill(plays.slice(0, 50));
          const { collect, collected } = setUp(window);
          for (const at of times) await collect(at);
          await collect(START + 5 * 24 * 60 * MINUTE, true);
          expect(collected()).toEqual(urisOf(window));
        },
      ),
    );
  });
});

describe('one look', () => {
  it('begins ten minutes before the newest known play, or at the beginning', async () => {
    const window = createWindow();
    window.play(START);
    const { collect, asked } = setUp(window);
    await collect(START + MINUTE);
    await collect(START + 2 * MINUTE);
    await collect(START + 3 * MINUTE, true);
    expect(asked.map(({ searchParams }) => searchParams.get('after'))).toEqual([
      null,
      String(START - 10 * MINUTE),
      null,
    ]);
  });

  it('goes back as far as Spotify gives, should it ever give more than 50', async () => {
    const window = createWindow(170);
    for (let index = 0; index < 170; index += 1) window.play(START + index * MINUTE);
    const { collect, collected, asked } = setUp(window);
    await collect(START + 200 * MINUTE);
    expect(collected()).toEqual(urisOf(window));
    expect(asked).toHaveLength(4);
  });

  it('does not go back further than what is known', async () => {
    const window = createWindow(500);
    for (let index = 0; index < 60; index += 1) window.play(START + index * MINUTE);
    const { collect, asked } = setUp(window);
    await collect(START + 60 * MINUTE);
    asked.length = 0;
    for (let index = 60; index < 130; index += 1) window.play(START + index * MINUTE);
    const { report } = await collect(START + 130 * MINUTE);
    expect(report).toMatchObject({ added: 70, possibleGap: false });
    expect(asked).toHaveLength(2);
  });

  it('may have missed some when even the furthest page shows nothing known', async () => {
    const window = createWindow(60);
    window.play(START);
    const { collect } = setUp(window);
    await collect(START);
    for (let index = 1; index <= 80; index += 1) window.play(START + index * MINUTE);
    const { report } = await collect(START + 90 * MINUTE);
    expect(report).toEqual({
      at: START + 90 * MINUTE,
      received: 60,
      added: 60,
      possibleGap: true,
    });
  });

  it('counts what cannot be read as part of a full page', async () => {
    const window = createWindow();
    window.play(START);
    const { collect } = setUp(window);
    await collect(START);
    for (let index = 1; index <= 50; index += 1) window.play(START + index * MINUTE);
    window.plays[7]!.uri = '';
    const looked = await collect(START + 90 * MINUTE);
    expect(looked).toMatchObject({ unreadable: 1, report: { received: 49, possibleGap: true } });
  });

  it('keeps the page in hand when an older one fails', async () => {
    const window = createWindow(170);
    for (let index = 0; index < 170; index += 1) window.play(START + index * MINUTE);
    const { collect, collected, faults } = setUp(window);
    await collect(START - MINUTE);
    faults.failFrom = 2;
    const { report } = await collect(START + 200 * MINUTE);
    expect(report).toMatchObject({ received: 50, added: 50, possibleGap: true });
    expect(collected()).toHaveLength(50);
  });

  it('adds nothing and says so when the first page fails', async () => {
    const { collect, collected, faults } = setUp(createWindow());
    faults.failFrom = 0;
    await expect(collect(START)).rejects.toMatchObject({ code: 'api/rate-limited' });
    expect(collected()).toEqual([]);
  });
});
