/** A Web API client over a scripted fetch, and the ways in which that fetch can fail. */
import { expect } from 'vitest';
import { createAccountClients } from '../../../lib/spotify/account-clients.ts';
import type { Gates } from '../../../lib/spotify/gate.ts';
import { memoryStore } from './memory-store.ts';
import { networkError, type ScriptedFetch } from './scripted-fetch.ts';

/** The time on the client’s clock. */
export const NOW = Date.UTC(2026, 10, 21, 12);
const ACCOUNT = { id: 'mira', clientId: 'c'.repeat(32) };
const API_URL = 'https://api.spotify.com/v1';

/** A client with one account; it gets these tokens in turn, then the first one again. */
export function setUp(
  script: ScriptedFetch,
  tokens: (string | Error)[] = ['first-token', 'second-token'],
  dice = 0,
) {
  const rejected: (string | undefined)[] = [];
  const { client, gate } = createAccountClients({
    apiUrl: API_URL,
    fetch: script.fetch,
    random: () => dice,
    now: () => NOW,
    gates: memoryStore<Gates>({}),
    accessToken: async (_, options) => {
      rejected.push(options.rejected);
      const token = tokens[rejected.length - 1] ?? tokens[0]!;
      if (token instanceof Error) throw token;
      return token;
    },
  }).of(ACCOUNT);
  return { client, gate, rejected };
}

/** What the work failed with. */
export async function failureOf(work: Promise<unknown>) {
  return work.then(
    () => expect.fail('should have failed'),
    (error: unknown) => error,
  );
}

/** A server in trouble. */
export const failing = () => new Response('secret-body', { status: 500 });
/** No network. */
export const dropped = () => Promise.reject(networkError());
/** A server that never answers. */
export const silent = ({ signal }: Request) =>
  new Promise<Response>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
/** An answer that ends in the middle. */
export const brokenOff = () =>
  new Response(
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"items": ['));
        controller.error(new TypeError('terminated'));
      },
    }),
  );
