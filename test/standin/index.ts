/** Spotify's stand-in: accounts service, Web API, covers and control on one loopback port. */
import { createServer } from 'node:http';
import { createAccounts } from './accounts.ts';
import { createApi } from './api.ts';
import { createClock } from './clock.ts';
import { createControl, type Control, type ControlParts } from './control.ts';
import { createFaults } from './faults.ts';
import { createFront } from './front.ts';
import { createHolds } from './holds.ts';
import { createLibrary } from './library.ts';
import { LISTENERS, type Listener, type ListenerKey } from './listeners.ts';
import { createListening, LISTENING_BEGAN } from './listening.ts';
import { personalData, type PersonalDataFile } from './personal-data.ts';
import { createRequestLog } from './request-log.ts';
import { DEFAULT_CLIENT_ID, DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { createTimeline } from './timeline.ts';

export interface StandinOptions extends Partial<Settings> {
  /** 0 (the default) takes a free port. */
  port?: number;
  /** Another seed is another life of listening. */
  seed?: string;
  /** The clock to start from, UTC ms; the machine's unless told. */
  now?: () => number;
  /** Who has music on day and night from the start. Nobody listens all the time where this is empty. */
  live?: readonly ListenerKey[];
}

export interface Standin {
  url: string;
  /** For `WXT_SPOTIFY_ACCOUNTS_URL`. */
  accountsUrl: string;
  /** For `WXT_SPOTIFY_API_URL`. */
  apiUrl: string;
  controlUrl: string;
  /** For `WXT_SPOTIFY_CLIENT_ID`. */
  clientId: string;
  listeners: Record<ListenerKey, Listener>;
  control: Control;
  /** The files a listener gets who asks for their data: all streams up to `until`, UTC ms. */
  personalData(listener: ListenerKey, until: number): PersonalDataFile[];
  /** Drops open connections and frees the port. */
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Starts the server and answers when it listens. */
export async function startStandin(options: StandinOptions = {}): Promise<Standin> {
  const { port = 0, seed, now = Date.now, live = ['mira'], ...changes } = options;
  const initial: Settings = { ...DEFAULT_SETTINGS, ...changes };
  const server = createServer();
  server.keepAliveTimeout = 1000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port to listen on');
  const url = `http://${HOST}:${address.port}`;

  const settings = structuredClone(initial);
  const clock = createClock(now, () => settings.clockOffsetMs);
  const listening = createListening(seed);
  const accounts = createAccounts(`${url}/accounts`, settings, clock);
  const timeline = createTimeline(listening, clock, live);
  const library = createLibrary(listening);
  const [faults, holds, log] = [createFaults(), createHolds(), createRequestLog()];
  const parts: ControlParts = { accounts, clock, faults, holds, log, settings, initial, timeline };
  const api = createApi({
    apiUrl: `${url}/v1`,
    coversUrl: `${url}/covers`,
    accounts,
    settings,
    timeline,
    library,
    clock,
  });
  const serve = createFront(parts, { accounts: accounts.handle, api });
  server.on('request', (request, response) => void serve(request, response));

  return {
    url,
    accountsUrl: `${url}/accounts`,
    apiUrl: `${url}/v1`,
    controlUrl: `${url}/control`,
    clientId: settings.clientIds[0] ?? DEFAULT_CLIENT_ID,
    listeners: LISTENERS,
    control: createControl(parts),
    personalData(listener, until) {
      const streams = timeline.streams(listener, LISTENING_BEGAN, until);
      return personalData(listener, streams, library, until);
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
