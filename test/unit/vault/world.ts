/**
 * A browser for the vault without a browser: stores that outlive a background, a clock that moves when
 * told, and backgrounds that can be killed between any two steps.
 */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { Account } from '../../../lib/domain/account.ts';
import { readEndpoints } from '../../../lib/domain/endpoints.ts';
import { z } from '../../../lib/domain/schema.ts';
import type { Identity } from '../../../lib/platform/identity.ts';
import type { KeyValueArea } from '../../../lib/platform/key-value.ts';
import { createStoredItem } from '../../../lib/platform/stored-item.ts';
import type { Locks } from '../../../lib/vault/account-lock.ts';
import { createVault, type Vault } from '../../../lib/vault/create-vault.ts';
import { createVaultDatabase, type VaultDatabase } from '../../../lib/vault/database.ts';
import { createDiskRows } from '../../../lib/vault/disk-rows.ts';
import type { RowStore, TokenRow } from '../../../lib/vault/token-row.ts';
import { createFakeSpotify, type Clock, type FakeSpotify, type User } from './fake-spotify.ts';

/** Called before and after each step of a background; `true` kills it there. */
export type Fate = (step: string, moment: 'before' | 'after') => boolean;

export interface Life {
  vault: Vault;
  /** Every step that touched the world, in order. */
  steps: string[];
  changes: () => number;
  kill(): void;
}

export interface World {
  clock: Clock;
  spotify: FakeSpotify;
  session: Map<string, unknown>;
  local: Map<string, unknown>;
  alarms: Map<string, number>;
  windows: Set<number>;
  settings: { memoryOnly: boolean };
  /** The browser lets the extension reach Spotify. */
  hostAccess: boolean;
  disk: { full: boolean; rows: RowStore };
  /** Steps that fail, whoever takes them. */
  broken: (step: string) => boolean;
  /** A background may also die between two looks at the vault's database. */
  databaseSteps: boolean;
  /** Session storage takes no more rows. */
  sessionFull: boolean;
  /** Starts a background over what the last one left; with the locks of another one, beside it. */
  live(fate?: Fate, locks?: Locks): Life;
  /** The browser closes: session storage, alarms and windows are gone. */
  restartBrowser(): void;
  /** The row as it stands on disk. */
  row(user?: User): Promise<TokenRow | null>;
}

export const CLIENT = '0'.repeat(31) + '1';
export const idOf = (user: User): string => `id-of-${user}`;
export const MIRA = idOf('mira');
export const TOMAS = idOf('tomas');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const START = Date.UTC(2026, 10, 21, 9);

export function createWorld(): World {
  globalThis.indexedDB = new IDBFactory();
  const clock = { now: START };
  const spotify = createFakeSpotify(clock);
  const [session, local] = [new Map<string, unknown>(), new Map<string, unknown>()];
  const alarms = new Map<string, number>();
  const windows = new Set<number>();
  const settings = { memoryOnly: false };
  const disk = { full: false, rows: createDiskRows(createVaultDatabase()) };
  let windowCount = 0;

  function live(fate: Fate = () => false, locks: Locks = createLocks()): Life {
    let isDead = false;
    let changes = 0;
    const steps: string[] = [];

    async function step<T>(name: string, work: () => T | Promise<T>): Promise<T> {
      if (isDead) return never();
      steps.push(name);
      if (fate(name, 'before')) isDead = true;
      if (isDead) return never();
      if (world.broken(name)) throw new Error(`broken: ${name}`);
      const result = await work();
      if (fate(name, 'after')) isDead = true;
      return isDead ? never() : result;
    }

    function area(name: string, values: Map<string, unknown>): KeyValueArea {
      return {
        get: (key) => step(`${name}.get ${key}`, () => structuredClone(values.get(key))),
        set: (key, value) =>
          step(`${name}.set ${key}`, () => {
            if (world.sessionFull && key.startsWith('vault.row:')) throw new Error('quota');
            values.set(key, structuredClone(value));
          }),
        remove: (key) => step(`${name}.remove ${key}`, () => void values.delete(key)),
        keys: () => step(`${name}.keys`, () => [...values.keys()]),
      };
    }

    const rows: RowStore = {
      get: (id) => step(`row.get ${id}`, () => disk.rows.get(id)),
      all: () => step('row.all', () => disk.rows.all()),
      replace: (row, expected) =>
        step(row.intent ? 'row.intent' : 'row.commit', () => {
          if (disk.full) throw new DOMException('', 'QuotaExceededError');
          return disk.rows.replace(row, expected);
        }),
      delete: (id) => step(`row.delete ${id}`, () => disk.rows.delete(id)),
    };

    const identity: Identity = {
      redirectUri: () => 'https://ostinato.chromiumapp.org/',
      launch: (url, { interactive, onWindow }) => {
        const windowId = (windowCount += 1);
        if (interactive) {
          windows.add(windowId);
          onWindow?.(windowId);
        }
        const closed = new Promise<never>((_, reject) => {
          onClose.set(windowId, () => reject(new Error('The user did not approve access.')));
        });
        closed.catch(() => undefined);
        return step('launch', async () => {
          const redirect = await Promise.race([spotify.launch(url, interactive), closed]);
          windows.delete(windowId);
          return redirect;
        });
      },
      closeWindow: async (windowId) => closeWindow(windowId),
      closeWindowsAt: async () => [...windows].forEach(closeWindow),
    };

    function stepped(database: VaultDatabase): VaultDatabase {
      if (!world.databaseSteps) return database;
      return { ...database, run: (work) => step('database', () => database.run(work)) };
    }

    const vault = createVault({
      endpoints: readEndpoints({}),
      rows,
      database: stepped(fillable(createVaultDatabase(), disk)),
      iterations: 1000,
      session: area('session', session),
      local: area('local', local),
      accounts: createStoredItem({
        area: area('local', local),
        key: 'accounts',
        version: 1,
        schema: z.array(Account),
        fallback: [],
      }),
      identity,
      identify: (accessToken) => step('identify', () => spotify.identify(accessToken)),
      alarms: {
        set: (name, { at }) => step('alarm.set', () => void alarms.set(name, at)),
        clear: (name) => step('alarm.clear', () => void alarms.delete(name)),
        all: () => step('alarm.all', () => new Map(alarms)),
      },
      keepAlive: (work) => work(),
      locks,
      fetch: (url, init) =>
        step(url.includes('/authorize') ? 'look' : 'post', () => spotify.fetch(url, init)),
      hasHostAccess: async () => world.hostAccess,
      memoryOnly: async () => settings.memoryOnly,
      onChange: () => (changes += 1),
      now: () => clock.now,
      random: () => 0.5,
      wait: (ms) => step(`wait ${ms}`, () => void (clock.now += ms)),
      timeout: () => new AbortController().signal,
    });
    return { vault, steps, changes: () => changes, kill: () => (isDead = true) };
  }

  const onClose = new Map<number, () => void>();

  function closeWindow(windowId: number): void {
    windows.delete(windowId);
    onClose.get(windowId)?.();
  }

  const world: World = {
    clock,
    spotify,
    session,
    local,
    alarms,
    windows,
    settings,
    disk,
    hostAccess: true,
    broken: () => false,
    databaseSteps: false,
    sessionFull: false,
    live,
    restartBrowser() {
      session.clear();
      alarms.clear();
      windows.clear();
    },
    row: (user = 'mira') => disk.rows.get(idOf(user)),
  };
  return world;
}

/** Signs in a user in a background of its own, with nothing left running. */
export async function signIn(world: World, user: User = 'mira'): Promise<void> {
  world.spotify.visitor = user;
  await world.live().vault.signIn({ clientId: CLIENT, renew: null });
  world.spotify.visitor = 'mira';
}

/** A database that takes nothing new while the disk is full. */
function fillable(database: VaultDatabase, disk: { full: boolean }): VaultDatabase {
  return {
    ...database,
    run: (work) =>
      database.run((connection) => {
        if (!disk.full) return work(connection);
        const transaction = (...parameters: unknown[]): unknown => {
          if (parameters[1] === 'readwrite') throw new DOMException('', 'QuotaExceededError');
          return Reflect.apply(Reflect.get(connection, 'transaction'), connection, parameters);
        };
        return work(
          new Proxy(connection, {
            get: (target, name) =>
              name === 'transaction' ? transaction : Reflect.get(target, name, target),
          }),
        );
      }),
  };
}

/** Web Locks: those of a background are released when it dies, so each has its own unless told. */
export function createLocks(): Locks {
  const queues = new Map<string, { alone: Promise<unknown>; together: Promise<unknown>[] }>();
  return {
    async request(name, { signal, mode = 'exclusive' }, work) {
      const queue = queues.get(name) ?? { alone: Promise.resolve(), together: [] };
      queues.set(name, queue);
      const before = mode === 'shared' ? [queue.alone] : [queue.alone, ...queue.together];
      const run = Promise.all(before).then(() => {
        signal?.throwIfAborted();
        return work();
      });
      const ended = run.catch(() => undefined);
      if (mode === 'shared') queue.together.push(ended);
      else Object.assign(queue, { alone: ended, together: [] });
      return run;
    },
  };
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}
