/** A sync with everything it needs, over storage that outlives it: `restart` is a new background. */
import { createMemoryHistory } from './memory-history.ts';
import { createWindow } from './spotify-window.ts';
import { memoryStore } from '../spotify/memory-store.ts';
import type { SnapshotWriter } from '../../../lib/ingest/rewrite-snapshot.ts';
import type { Journal } from '../../../lib/ingest/sync-journal.ts';
import { createSync } from '../../../lib/ingest/sync-recently-played.ts';
import { createTopLists, type TopListCache } from '../../../lib/ingest/top-lists.ts';
import { createAccountClients } from '../../../lib/spotify/account-clients.ts';
import type { Gates } from '../../../lib/spotify/gate.ts';

export const START = Date.UTC(2026, 10, 21, 12);
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const MIRA = { id: 'mira', clientId: 'app-1' };
export const JO = { id: 'jo', clientId: 'app-1' };

/** The body of a 429 for a spent quota. */
export const QUOTA = { error: { status: 429, reason: 'QUOTA_EXCEEDED' } };
export const tooMany = (seconds: number, body: unknown = {}) =>
  Response.json(body, { status: 429, headers: { 'retry-after': String(seconds) } });
export const outage = () => new Response('', { status: 500 });

export function createRig() {
  const clock = { now: START };
  const now = () => clock.now;
  const windows: Record<string, ReturnType<typeof createWindow>> = {
    mira: createWindow(),
    jo: createWindow(),
  };
  const rig = {
    clock,
    windows,
    accounts: [MIRA, JO],
    online: true,
    locked: false,
    history: createMemoryHistory(),
    /** Answers instead of Spotify while set; null lets it answer. */
    fault: null as ((accountId: string) => Response | Promise<Response> | null) | null,
    tokenError: null as Error | null,
    /** What ends with a person who asks. */
    tokenBackoff: null as Error | null,
    snapshotError: null as Error | null,
    /** The day of each account's figures. */
    figuresOf: new Map<string, number>(),
    /** Account and whether something changed, of each rewriting. */
    rewritten: [] as [string, boolean][],
    asked: [] as string[],
    changes: [] as string[],
    alarms: new Map<string, { at: number; everyMinutes?: number }>(),
    gates: memoryStore<Gates>({}),
    journal: memoryStore<Journal>({}),
    topListCache: memoryStore<TopListCache>({}),
    restart,
  };

  const answer = async (input: URL | RequestInfo, init?: RequestInit) => {
    const request = new Request(input, init);
    const accountId = request.headers.get('authorization')?.replace('Bearer token-of-', '') ?? '';
    const url = new URL(request.url);
    rig.asked.push(`${accountId} ${url.pathname.replace('/v1', '')}`);
    return (
      (await rig.fault?.(accountId)) ??
      windows[accountId]?.answer(url, clock.now) ??
      new Response(null, { status: 404 })
    );
  };

  function restart() {
    const clients = createAccountClients({
      apiUrl: 'https://api.spotify.com/v1',
      fetch: answer,
      random: () => 0,
      now,
      gates: rig.gates,
      accessToken: async (accountId, { insists }) => {
        if (rig.tokenError) throw rig.tokenError;
        if (rig.tokenBackoff && !insists) throw rig.tokenBackoff;
        return `token-of-${accountId}`;
      },
    });
    const snapshots: SnapshotWriter = {
      async rewrite(accountId, _, { changed }) {
        if (rig.snapshotError) throw rig.snapshotError;
        const isNewDay = rig.figuresOf.get(accountId) !== dayOf(clock.now);
        if (!changed && !isNewDay) return false;
        rig.rewritten.push([accountId, changed]);
        rig.figuresOf.set(accountId, dayOf(clock.now));
        return true;
      },
    };
    return createSync({
      accounts: async () => rig.accounts,
      clients,
      history: rig.history,
      journal: rig.journal,
      snapshots,
      topLists: createTopLists({ store: rig.topListCache, learn: async () => undefined, now }),
      alarms: {
        set: async (name, when) => void rig.alarms.set(name, when),
        all: async () => new Map([...rig.alarms].map(([name, { at }]) => [name, at])),
      },
      locks: navigator.locks,
      keepAlive: (work) => work(),
      isOnline: () => rig.online,
      isLocked: async () => rig.locked,
      now,
      onChange: (accountId) => void rig.changes.push(accountId),
    });
  }

  return rig;
}

function dayOf(at: number): number {
  return Math.floor(at / DAY);
}
