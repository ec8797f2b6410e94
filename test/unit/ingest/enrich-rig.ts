/** Asking about music with everything it needs, over storage that outlives it: `start` is a new background. */
import { createEnrichment } from '../../../lib/ingest/enrich.ts';
import type { DetailMemory } from '../../../lib/ingest/detail-memory.ts';
import { createAccountClients } from '../../../lib/spotify/account-clients.ts';
import type { Gates } from '../../../lib/spotify/gate.ts';
import { anImport, newHistory } from '../history/rig.ts';
import { memoryStore } from '../spotify/memory-store.ts';
import type { Stream } from '../../../lib/domain/stream.ts';
import { answerAbout, type Song } from './music.ts';

export const START = Date.UTC(2026, 10, 21, 12);
export const MIRA = { id: 'mira', clientId: 'app-1' };
export const JO = { id: 'jo', clientId: 'app-1' };

export interface Question {
  /** Whose access token it came with. */
  by: string;
  /** Below the API's address. */
  path: string;
  /** UTC ms. */
  at: number;
}

export function createEnrichRig(songs: readonly Song[]) {
  const { history } = newHistory();
  const clock = { now: START };
  const now = () => clock.now;
  const gates = memoryStore<Gates>({});
  const memory = memoryStore<DetailMemory>({ allowances: {}, pauses: {} });
  let imports = 0;

  const rig = {
    history,
    clock,
    memory,
    signedIn: [MIRA],
    online: true,
    enabled: true,
    asked: [] as Question[],
    changes: 0,
    learned: [] as string[],
    troubles: [] as unknown[],
    alarms: new Map<string, number>(),
    /** Answers instead of Spotify; null lets it answer. */
    fault: null as ((question: Question) => Response | Promise<Response> | null) | null,
    tokenError: null as Error | null,
    /** Resolves when no sync is running. */
    untilIdle: () => Promise.resolve(),

    /** Takes in listening as an export tells of it. */
    async hear(accountId: string, streams: readonly Stream[]): Promise<void> {
      await history.addImport(accountId, anImport(streams, `import-${imports++}`));
    },

    start() {
      const clients = createAccountClients({
        apiUrl: 'https://api.spotify.com/v1',
        fetch: answer,
        random: () => 0,
        now,
        gates,
        accessToken: async (accountId) => {
          if (rig.tokenError) throw rig.tokenError;
          return `token-of-${accountId}`;
        },
      });
      return createEnrichment({
        signedIn: async () => rig.signedIn,
        clients,
        history,
        memory,
        isEnabled: async () => rig.enabled,
        untilIdle: () => rig.untilIdle(),
        alarms: {
          set: async (name, { at }) => void rig.alarms.set(name, at),
          all: async () => rig.alarms,
        },
        keepAlive: (work) => work(),
        isOnline: () => rig.online,
        now,
        wait: async (ms) => void (clock.now += ms),
        onChange: () => void (rig.changes += 1),
        onLearned: async (accountId) => void rig.learned.push(accountId),
        onTrouble: (thrown) => void rig.troubles.push(thrown),
      });
    },

    paths: () => rig.asked.map(({ path }) => path),

    /** Rings the alarm, at its time, until it asks nothing more. */
    async finish(): Promise<void> {
      for (let asked = -1; asked !== rig.asked.length;) {
        asked = rig.asked.length;
        clock.now = Math.max(clock.now, rig.alarms.get('details') ?? 0);
        await rig.start().wake();
      }
    },
  };

  async function answer(input: URL | RequestInfo, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    const question: Question = {
      by: request.headers.get('authorization')?.replace('Bearer token-of-', '') ?? '',
      path: new URL(request.url).pathname.replace('/v1', ''),
      at: clock.now,
    };
    rig.asked.push(question);
    const faulty = await rig.fault?.(question);
    if (faulty) return faulty;
    const body = answerAbout(songs, question.path);
    return body === null
      ? Response.json({ error: { status: 404 } }, { status: 404 })
      : Response.json(body);
  }

  return rig;
}

export type EnrichRig = ReturnType<typeof createEnrichRig>;
