/**
 * What the background asks of a browser, where there is none: storage areas, alarms that ring when a
 * test says so, a sign-in window, a badge. Everything else of the background is the real thing.
 */
import { lookUpEnglish } from '../unit/ui/english.ts';

type Listener = (...args: never[]) => unknown;

interface Alarm {
  at: number;
  everyMinutes: number | undefined;
}

export interface BrowserDouble {
  local: Map<string, unknown>;
  session: Map<string, unknown>;
  alarms: Map<string, Alarm>;
  badge: { text: string; title: string };
  hostAccess: boolean;
  online: boolean;
  /** Opens a sign-in page; resolves with the redirect, rejects as the browser does. */
  launch: (url: string, interactive: boolean) => Promise<string>;
  /** Every call so far: grows while the background does something. */
  calls(): number;
  /** Hands an event to whoever listens in the present background; gives the answers. */
  fire(event: BrowserEvent, ...args: unknown[]): unknown[];
  /** The background stops: nobody listens any more. */
  forgetListeners(): void;
}

export type BrowserEvent =
  'alarm' | 'message' | 'installed' | 'startup' | 'accessAdded' | 'accessRemoved' | 'window';

export const EXTENSION_ID = 'abcdefghijklmnopabcdefghijklmnop';
/** Node gives an origin to no scheme of a browser's own. */
export const EXTENSION_ORIGIN = `https://${EXTENSION_ID}`;
const REDIRECT_URI = `https://${EXTENSION_ID}.chromiumapp.org/`;

/** Of the running test. Kept by the world: a test file that resets the modules resets this one too. */
const world = globalThis as { presentBrowser?: BrowserApi };

/**
 * The module that the product imports is made once for all test files of a worker: it is this, which
 * passes everything on to the double of the running test.
 */
const facade = new Proxy({} as BrowserApi, {
  get: (_, name) => world.presentBrowser && Reflect.get(world.presentBrowser, name),
});

export function createBrowserDouble(): BrowserDouble {
  const listeners = new Map<BrowserEvent, Set<Listener>>();
  let calls = 0;
  const double: BrowserDouble = {
    local: new Map(),
    session: new Map(),
    alarms: new Map(),
    badge: { text: '', title: '' },
    hostAccess: true,
    online: true,
    launch: () => Promise.reject(new Error('The user did not approve access.')),
    calls: () => calls,
    fire: (event, ...args) =>
      [...(listeners.get(event) ?? [])].map((listener) => listener(...(args as never[]))),
    forgetListeners: () => listeners.clear(),
  };
  const count = () => void (calls += 1);
  world.presentBrowser = createApi(double, listeners, count);
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => double.online });
  return double;
}

/** Imports something of the product that reaches for the browser when it is imported. */
export async function importInBrowser<T>(load: () => Promise<T>): Promise<T> {
  const leave = enterBrowser();
  try {
    return await load();
  } finally {
    leave();
  }
}

/** For what asks the browser itself, without the module that knows it from its import on. */
export function enterBrowser(): () => void {
  const names = globalThis as { chrome?: unknown; browser?: unknown };
  names.chrome = facade;
  names.browser = facade;
  return () => {
    delete names.chrome;
    delete names.browser;
  };
}

type BrowserApi = ReturnType<typeof createApi>;

function createApi(
  double: BrowserDouble,
  listeners: Map<BrowserEvent, Set<Listener>>,
  count: () => void,
) {
  const eventOf = (event: BrowserEvent) => ({
    addListener(listener: Listener) {
      const known = listeners.get(event) ?? new Set();
      listeners.set(event, known.add(listener));
    },
    removeListener: (listener: Listener) => void listeners.get(event)?.delete(listener),
  });
  const area = (values: Map<string, unknown>) => ({
    async get(key: string | null) {
      count();
      const keys = key === null ? [...values.keys()] : [key].filter((name) => values.has(name));
      return Object.fromEntries(keys.map((name) => [name, structuredClone(values.get(name))]));
    },
    async set(entries: Record<string, unknown>) {
      count();
      for (const [key, value] of Object.entries(entries)) values.set(key, structuredClone(value));
    },
    async remove(key: string) {
      count();
      values.delete(key);
    },
  });
  const hosts = ['http://127.0.0.1/*'];

  return {
    runtime: {
      id: EXTENSION_ID,
      getURL: (path: string) => EXTENSION_ORIGIN + path,
      getManifest: () => ({ version: '0.0.0', host_permissions: hosts }),
      getPlatformInfo: async () => ({}),
      openOptionsPage: async () => undefined,
      sendMessage: async () => undefined,
      onMessage: eventOf('message'),
      onInstalled: eventOf('installed'),
      onStartup: eventOf('startup'),
    },
    alarms: {
      async create(name: string, { when, periodInMinutes }: AlarmInfo) {
        count();
        double.alarms.set(name, { at: when, everyMinutes: periodInMinutes });
      },
      async clear(name: string) {
        count();
        return double.alarms.delete(name);
      },
      getAll: async () => [...double.alarms].map(([name, { at }]) => ({ name, scheduledTime: at })),
      onAlarm: eventOf('alarm'),
    },
    storage: { local: area(double.local), session: area(double.session) },
    identity: {
      getRedirectURL: () => REDIRECT_URI,
      launchWebAuthFlow: ({ url, interactive }: { url: string; interactive: boolean }) =>
        double.launch(url, interactive),
    },
    windows: { onCreated: eventOf('window'), remove: async () => undefined },
    tabs: { create: async () => undefined },
    action: {
      async setBadgeText({ text }: { text: string }) {
        double.badge.text = text;
      },
      setBadgeBackgroundColor: async () => undefined,
      async setTitle({ title }: { title: string }) {
        double.badge.title = title;
      },
    },
    i18n: {
      getMessage: (key: string, substitutions: string[] = []) => lookUpEnglish(key, substitutions),
      getUILanguage: () => 'en-GB',
    },
    permissions: {
      contains: async () => double.hostAccess,
      onAdded: eventOf('accessAdded'),
      onRemoved: eventOf('accessRemoved'),
    },
  };
}

interface AlarmInfo {
  when: number;
  periodInMinutes?: number;
}
