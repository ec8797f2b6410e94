/**
 * The whole background, against the stand-in, with time in a test's hands: both its clock and the
 * server's are the same invented `Date`, alarms ring as time passes, and a browser can be closed.
 */
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../lib/domain/settings.ts';
import { fromErrorRecord } from '../../lib/domain/app-error.ts';
import type { History } from '../../lib/history/history.ts';
import { openHistory } from '../../lib/history/open-history.ts';
import type { MessageName, RequestOf, ResponseOf } from '../../lib/messages/contract.ts';
import { REQUEST_TYPE, type Reply } from '../../lib/messages/request.ts';
import { findTrouble, troubleText } from '../../lib/ui/popup/trouble.ts';
import { LISTENING_BEGAN } from '../standin/listening.ts';
import { startStandin, type StandinOptions } from '../standin/index.ts';
import { createPerson, passSignIn } from '../standin/person.ts';
import { speakEnglish } from '../unit/ui/english.ts';
import {
  createBrowserDouble,
  enterBrowser,
  EXTENSION_ID,
  EXTENSION_ORIGIN,
  importInBrowser,
} from './browser-double.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Early in the listeners' lives: the stand-in's lists, made of all before, cost little then. */
const START = LISTENING_BEGAN + 2.5 * DAY;

export type BackgroundRig = Awaited<ReturnType<typeof createBackgroundRig>>;

export async function createBackgroundRig(options: StandinOptions = {}) {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  globalThis.indexedDB = new IDBFactory();
  speakEnglish();
  const standin = await startStandin(options);
  const person = createPerson();
  const double = createBrowserDouble();
  const { control } = standin;
  const world = globalThis as { ENDPOINTS?: unknown };
  world.ENDPOINTS = {
    accountsUrl: standin.accountsUrl,
    apiUrl: standin.apiUrl,
    plainHttp: true,
    clientId: null,
  };
  // Covers and dates are fetched at a walking pace, in the time of this world.
  double.local.set('settings', { version: 1, value: { ...DEFAULT_SETTINGS, fetchDetails: false } });
  const [{ default: background }, { startBackground }] = await importInBrowser(() =>
    Promise.all([
      import('../../entrypoints/background/index.ts'),
      import('../../entrypoints/background/start-background.ts'),
    ]),
  );
  // As in Firefox, where the second script of the background has run before the first.
  globalThis.startBackground = startBackground;
  const leaveBrowser = enterBrowser();
  const busy = watchWork();

  /** What the person does with the pages of the sign-in window. */
  let buttons: string[] = [];
  /** Attempts of the background to get through the authorization, with a window and without. */
  const windows = { opened: 0, silent: 0 };

  double.launch = (url, interactive) => {
    windows[interactive ? 'opened' : 'silent'] += 1;
    return passSignIn(person, url, { buttons, interactive });
  };

  /** Resolves when the background has nothing more to do by itself. */
  async function settle(): Promise<void> {
    let before = -1;
    while (before !== double.calls() + busy.count() || busy.now() > 0) {
      before = double.calls() + busy.count();
      for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** The browser stops the background, and something starts it again. */
  async function wake(): Promise<void> {
    double.forgetListeners();
    background.main();
    // Any message does: this one has no other effect.
    await send({ type: REQUEST_TYPE, name: 'wake', request: {} });
    await settle();
  }

  function send(message: unknown): Promise<Reply> {
    const sender = {
      id: EXTENSION_ID,
      origin: EXTENSION_ORIGIN,
      url: `${EXTENSION_ORIGIN}/popup.html`,
      frameId: 0,
    };
    return new Promise((respond) => void double.fire('message', message, sender, respond));
  }

  async function ask<N extends MessageName>(name: N, request: RequestOf<N>) {
    const reply = await send({ type: REQUEST_TYPE, name, request });
    await settle();
    if (!reply.ok) throw fromErrorRecord(reply.error);
    return reply.value as ResponseOf<N>;
  }

  async function ring(name: string): Promise<void> {
    double.fire('alarm', { name });
    await settle();
  }

  /** Time goes by, and every alarm rings when it is due, those it sets among them. */
  async function passTime(ms: number, onRing: (name: string) => void | Promise<void> = () => {}) {
    const until = Date.now() + ms;
    for (;;) {
      const [next] = [...double.alarms]
        .filter(([, { at }]) => at <= until)
        .toSorted(([, a], [, b]) => a.at - b.at);
      if (!next) break;
      const [name, { at, everyMinutes }] = next;
      vi.setSystemTime(Math.max(at, Date.now()));
      if (everyMinutes === undefined) double.alarms.delete(name);
      else double.alarms.set(name, { at: Date.now() + everyMinutes * MINUTE, everyMinutes });
      await ring(name);
      await onRing(name);
    }
    vi.setSystemTime(until);
  }

  /** The one thing a person reads in the popup, and the button it has; null when all is well. */
  async function readTrouble(accountId: string) {
    const overview = await ask('overview.get', {});
    const view = overview.accounts.find(({ account }) => account.id === accountId)!;
    const trouble = findTrouble(overview, view, { now: Date.now(), online: double.online });
    return trouble && troubleText(trouble, Date.now());
  }

  await wake();
  return {
    control,
    standin,
    person,
    double,
    windows,
    settle,
    wake,
    ask,
    passTime,
    readTrouble,

    async signIn(name = 'Mira', renew: string | null = null): Promise<string> {
      buttons = [`Sign in as ${name}`, 'Agree'];
      const { accountId } = await ask('sign-in.start', { clientId: standin.clientId, renew });
      await settle();
      return accountId;
    },

    /** The browser is closed, and opened again. */
    async restartBrowser(): Promise<void> {
      double.session.clear();
      double.alarms.clear();
      double.forgetListeners();
      background.main();
      double.fire('startup');
      await settle();
    },

    /** The computer is off, or asleep: nothing rings before `wake`. */
    async sleep(ms: number): Promise<void> {
      vi.setSystemTime(Date.now() + ms);
    },

    /** The computer's clock jumps, and the world's does not. */
    async moveClock(ms: number): Promise<void> {
      busy.jump(ms);
      vi.setSystemTime(Date.now() + ms);
      await control.advance({ ms: -ms });
    },

    /** What is kept of an account's listening, oldest first. */
    kept: async (accountId: string) =>
      (await readHistory((history) => history.recent(accountId, 1_000_000))).toReversed(),

    /** The stretches of time that are seen whole. */
    coverage: (accountId: string) => readHistory((history) => history.coverage(accountId)),

    async close(): Promise<void> {
      await settle();
      double.forgetListeners();
      busy.restore();
      delete world.ENDPOINTS;
      leaveBrowser();
      await standin.close();
      vi.useRealTimers();
    },
  };
}

async function readHistory<T>(read: (history: History) => Promise<T>): Promise<T> {
  const history = openHistory();
  try {
    return await read(history);
  } finally {
    history.close();
  }
}

/**
 * Work that would keep a real background alive: its pings, and requests without an answer yet. Pauses
 * between requests, which it makes out of politeness, pass in no time.
 */
function watchWork() {
  let count = 0;
  let jumpedMs = 0;
  let isOver = false;
  const open = new Set<unknown>();
  const { setInterval, clearInterval, setTimeout, fetch } = globalThis;
  globalThis.setTimeout = ((run: () => void, ms = 0, ...rest: never[]) => {
    if (ms <= 100) return setTimeout(run, ms, ...rest);
    const until = Date.now() - jumpedMs + ms;
    return setTimeout(() => {
      if (!isOver) vi.setSystemTime(Math.max(until + jumpedMs, Date.now()));
      run();
    }, ms / 100);
  }) as unknown as typeof setTimeout;
  globalThis.setInterval = ((...args: Parameters<typeof setInterval>) => {
    const timer = setInterval(...args);
    count += 1;
    open.add(timer);
    return timer;
  }) as typeof setInterval;
  globalThis.clearInterval = (timer) => {
    count += 1;
    open.delete(timer);
    clearInterval(timer);
  };
  globalThis.fetch = async (...args) => {
    const key = {};
    count += 1;
    open.add(key);
    try {
      return await fetch(...args);
    } finally {
      count += 1;
      open.delete(key);
    }
  };
  return {
    count: () => count,
    now: () => open.size,
    /** The clock was set; what waits, waits as long as before. */
    jump: (ms: number) => void (jumpedMs += ms),
    restore() {
      isOver = true;
      Object.assign(globalThis, { setInterval, clearInterval, setTimeout, fetch });
    },
  };
}
