/** The levers of the stand-in, each defined once: for a test in this process and, over HTTP, for any other. */
import { z } from 'zod';
import type { Accounts, IssuedTokens } from './accounts.ts';
import type { Clock } from './clock.ts';
import { Fault, type Faults } from './faults.ts';
import type { Holds } from './holds.ts';
import { LISTENER_KEYS, LISTENERS } from './listeners.ts';
import type { PlayedStream } from './listening.ts';
import { RequestFilter, type LoggedRequest, type RequestLog } from './request-log.ts';
import { Settings } from './settings.ts';
import type { Timeline } from './timeline.ts';

export interface ControlParts {
  accounts: Accounts;
  clock: Clock;
  faults: Faults;
  holds: Holds;
  log: RequestLog;
  settings: Settings;
  /** What `reset` goes back to. */
  initial: Settings;
  timeline: Timeline;
}

const ListenerKey = z.enum(LISTENER_KEYS);

const lever = <Schema extends z.ZodType, Output>(
  input: Schema,
  run: (parts: ControlParts, input: z.output<Schema>) => Output,
) => ({ input, run });

const Nothing = z.strictObject({}).default({});

/** Every lever: what it takes and what it does. */
const levers = {
  /** Changes settings; answers all of them. */
  set: lever(Settings.partial().default({}), ({ settings }, changes): Settings => {
    const given = Object.entries(changes).filter(([, value]) => value !== undefined);
    return Object.assign(settings, Object.fromEntries(given));
  }),
  /** Moves the server's clock by so much from where it is; answers its new time (UTC ms). */
  advance: lever(
    z.strictObject({
      days: z.number().default(0),
      seconds: z.number().default(0),
      ms: z.number().default(0),
    }),
    ({ settings, clock }, { days, seconds, ms }): number => {
      settings.clockOffsetMs += days * 86_400_000 + seconds * 1000 + ms;
      return clock.now();
    },
  ),
  /** UTC ms on the server's clock. */
  now: lever(Nothing, ({ clock }): number => clock.now()),
  /** Adds a fault, behind those already waiting. */
  fault: lever(Fault, ({ faults }, fault): void => faults.add(fault)),
  /** Answers with the path of a request that a `held` fault keeps, as soon as there is one. */
  whenHeld: lever(Nothing, ({ holds }): Promise<string> => holds.whenHeld()),
  /** Lets all that are held go on, or drops their connections; answers how many there were. */
  release: lever(
    z.strictObject({ drop: z.boolean().default(false) }).default({ drop: false }),
    ({ holds }, { drop }): number => holds.release(drop),
  ),
  clearFaults: lever(Nothing, ({ faults }): void => faults.clear()),
  /** A whole play that ended just now, or at `endedAt` (UTC ms); any track unless one is named. */
  play: lever(
    z.strictObject({
      listener: ListenerKey,
      trackId: z.string().optional(),
      endedAt: z.number().optional(),
    }),
    ({ timeline, clock }, { listener, trackId, endedAt }): PlayedStream =>
      timeline.play(listener, endedAt ?? clock.now(), trackId),
  ),
  /** Starts a track, which plays on with the clock and becomes a play when it is over. */
  startPlaying: lever(
    z.strictObject({
      listener: ListenerKey,
      trackId: z.string().optional(),
      remainingMs: z.number().positive().default(120_000),
    }),
    ({ timeline, clock }, { listener, trackId, remainingMs }): PlayedStream =>
      timeline.play(listener, clock.now() + remainingMs, trackId),
  ),
  /** Silence (or no longer) for the generated listening; what plays now stops and leaves no trace. */
  quiet: lever(
    z.strictObject({ listener: ListenerKey, quiet: z.boolean().default(true) }),
    ({ timeline }, { listener, quiet }): void => timeline.setQuiet(listener, quiet),
  ),
  /** Music day and night from now on, or as usual again. */
  live: lever(
    z.strictObject({ listener: ListenerKey, live: z.boolean().default(true) }),
    ({ timeline }, { listener, live }): void => timeline.setLive(listener, live),
  ),
  /** What was really played, to compare with what was collected: ends in [from, to), up to now by default. */
  streams: lever(
    z.strictObject({
      listener: ListenerKey,
      from: z.number().default(0),
      to: z.number().optional(),
    }),
    ({ timeline, clock }, { listener, from, to }): PlayedStream[] =>
      timeline.streams(listener, from, to ?? clock.now() + 1),
  ),
  /** The person removes the app (or, keeping the approval, only its tokens die). */
  revoke: lever(
    z.strictObject({ listener: ListenerKey, keepApproval: z.boolean().default(false) }),
    ({ accounts }, { listener, keepApproval }): void =>
      accounts.revoke(LISTENERS[listener].accountId, keepApproval),
  ),
  /** The next use of an access token is answered with 401; refresh tokens stay good. */
  expireAccessTokens: lever(
    z.strictObject({ listener: ListenerKey.optional() }).default({}),
    ({ accounts }, { listener }): void =>
      accounts.expireAccessTokens(listener && LISTENERS[listener].accountId),
  ),
  /** Signs the browser out of the accounts service: the next authorization shows the sign-in page. */
  endSessions: lever(Nothing, ({ accounts }): void => accounts.endSessions()),
  /** Every token ever issued, in plain text, to look for leaks with. */
  issuedTokens: lever(Nothing, ({ accounts }): IssuedTokens => structuredClone(accounts.issued)),
  /** The requests so far that match, oldest first. */
  requests: lever(RequestFilter.default({}), ({ log }, filter): LoggedRequest[] =>
    log.find(filter),
  ),
  /** How many there were. */
  count: lever(RequestFilter.default({}), ({ log }, filter): number => log.find(filter).length),
  clearRequests: lever(Nothing, ({ log }): void => log.clear()),
  /** Back to the start: settings, faults, log and added plays; with `accounts`, sessions, approvals and tokens too. */
  reset: lever(
    z.strictObject({ accounts: z.boolean().default(false) }).default({ accounts: false }),
    ({ settings, initial, faults, holds, log, timeline, accounts }, input): void => {
      Object.assign(settings, structuredClone(initial));
      faults.clear();
      holds.release(true);
      log.clear();
      timeline.reset();
      if (input.accounts) accounts.clear();
    },
  ),
};

type Levers = typeof levers;
type LeverName = keyof Levers;
type Arguments<Input> = undefined extends Input ? [input?: Input] : [input: Input];

/** The same methods in this process and over HTTP; see `levers` for what each does. */
export type Control = {
  [Name in LeverName]: (
    ...input: Arguments<z.input<Levers[Name]['input']>>
  ) => Promise<Awaited<ReturnType<Levers[Name]['run']>>>;
};

type AnyLever = { input: z.ZodType; run: (parts: ControlParts, input: unknown) => unknown };

const leverNames = Object.keys(levers) as LeverName[];

/** Runs one lever by name. @throws ZodError for an input that does not fit, RangeError for an unknown name. */
export function pullLever(parts: ControlParts, name: string, input: unknown): unknown {
  if (!Object.hasOwn(levers, name)) throw new RangeError(`no such lever: ${name}`);
  const { input: schema, run } = levers[name as LeverName] as unknown as AnyLever;
  return run(parts, schema.parse(input));
}

/** The control of a stand-in in this process. */
export function createControl(parts: ControlParts): Control {
  return collectLevers(async (name, input) => pullLever(parts, name, input));
}

/** The control of a stand-in in another process, through its control endpoint. */
export function createControlClient(controlUrl: string): Control {
  return collectLevers(async (name, input) => {
    const body = input === undefined ? null : JSON.stringify(input);
    const response = await fetch(`${controlUrl}/${name}`, { method: 'POST', body });
    const { value, error } = (await response.json()) as { value?: unknown; error?: string };
    if (!response.ok) throw new Error(error ?? `control answered ${response.status}`);
    return value;
  });
}

function collectLevers(pull: (name: LeverName, input: unknown) => Promise<unknown>): Control {
  const entries = leverNames.map((name) => [name, (input: unknown) => pull(name, input)]);
  return Object.fromEntries(entries) as Control;
}
