/** The extension in a real browser whose days the soak makes pass, and the stand-in's with them. */
import { createRandom } from '../../lib/sample/random.ts';
import { createRig } from '../campaign/rig.ts';
import type { FaultInput } from '../standin/faults.ts';
import type { Standin } from '../standin/index.ts';
import type { ExtensionBrowser } from '../support/extension-browser.ts';
import { inTime } from '../support/in-time.ts';
import { beginRing, measureInPage, readSoakAlarms } from './browser-probes.ts';
import {
  ALARM_PREFIX,
  CLOCK_KEY,
  SOAK,
  WINDOWS_KEY,
  type Rest,
  type SoakHistory,
  type SoakMessage,
  type Windows,
} from './build/soak-messages.ts';
import type { World } from './days.ts';
import type { SoakClock } from './soak-clock.ts';

export type BrowserWorld = Awaited<ReturnType<typeof createBrowserWorld>>;

interface Options {
  extension: ExtensionBrowser;
  standin: Standin;
  clock: SoakClock;
  seed: string;
  /** Stop the background in the middle of its work, too, and now and then the browser. */
  kills: boolean;
}

const KEYS = { clock: CLOCK_KEY, alarms: ALARM_PREFIX };
const MINUTE = 60_000;
/** Long enough for a loaded machine; only a background that hangs comes near it. */
const PATIENCE_MS = 60_000;
/** Of all rings, those the background does not live through. */
const SHARE_OF_DEATHS = 0.05;
/** Of all nights, those before which the browser is killed instead of closed. */
const SHARE_OF_CRASHES = 0.2;

/** Where a request stands still when the background dies over it. */
const HELD: readonly FaultInput[] = (['request', 'answer'] as const).flatMap((at) =>
  [{ on: '/v1/me/player/recently-played' }, { on: 'token' }].map(({ on }) => ({
    kind: 'held' as const,
    at,
    on,
    times: 1,
  })),
);

export async function createBrowserWorld(options: Options) {
  const { extension, standin, clock, seed, kills } = options;
  const random = createRandom('soak', 'browser', seed);
  const rig = await createRig(extension, standin);
  // It would ask the background whenever it likes.
  const welcome = await extension.open('options.html').catch(() => null);
  await welcome?.close();
  const counts = { diedWorking: 0, crashes: 0, lives: 0 };
  let life = '';

  function send<T>(message: SoakMessage): Promise<T> {
    return rig
      .page()
      .page.evaluate((sent) => chrome.runtime.sendMessage<unknown, T>(sent), message);
  }

  /** Counts the backgrounds that have lived. */
  function note(rest: Rest | undefined): void {
    if (!rest || rest.life === life) return;
    ({ life } = rest);
    counts.lives += 1;
  }

  const rest = async () =>
    note(await inTime('the background to rest', send({ type: SOAK, name: 'rest' }), PATIENCE_MS));

  /** Moves both clocks; the background looks at its own before it does anything. */
  async function setClock(ms: number): Promise<void> {
    clock.advance(ms);
    const moved = { [CLOCK_KEY]: clock.aheadMs() };
    await rig.page().page.evaluate((entry) => chrome.storage.local.set(entry), moved);
  }

  async function wake(): Promise<void> {
    await rig.killBackground();
    await rest();
  }

  /** The background dies when the request stands at the server, or at once. */
  async function ringAndDie(ringing: Promise<Rest | undefined>, fault: FaultInput | null) {
    counts.diedWorking += 1;
    // Nobody answers any more.
    const over = ringing.catch(() => undefined);
    if (fault) await Promise.race([rig.control.whenHeld(), over]);
    await rig.killBackground();
    await over;
    if (!fault) return;
    await rig.control.clearFaults();
    await rig.control.release({ drop: random.chance(0.5) });
  }

  /** The next alarm that rings until then, if there is one. */
  async function ringNext(until: number): Promise<boolean> {
    const alarms = await rig.page().page.evaluate(readSoakAlarms, KEYS);
    const [next] = alarms
      .filter(([, { at }]) => at <= until)
      .toSorted(([, a], [, b]) => a.at - b.at);
    if (!next) return false;
    const [name, { at, everyMinutes }] = next;
    clock.advance(Math.max(0, at - clock.now()));
    const again = everyMinutes ? { at: clock.now() + everyMinutes * MINUTE, everyMinutes } : null;
    await rig.page().page.evaluate(beginRing, KEYS, clock.aheadMs(), name, again);
    const dies = kills && random.chance(SHARE_OF_DEATHS);
    const fault = dies && random.chance(0.75) ? random.pick(HELD) : null;
    if (fault) await rig.control.fault(fault);
    const ringing = send<Rest | undefined>({ type: SOAK, name: 'ring', alarm: name });
    if (dies) await inTime(`the death over ${name}`, ringAndDie(ringing, fault), PATIENCE_MS);
    else note(await inTime(`the end of ${name}`, ringing, PATIENCE_MS));
    return true;
  }

  const world: World = {
    control: rig.control,
    wake,
    async passTime(ms, onRing) {
      const until = clock.now() + ms;
      while (await ringNext(until)) await onRing();
      await setClock(Math.max(0, until - clock.now()));
    },
    sleep: setClock,
    async restartBrowser() {
      if (random.chance(SHARE_OF_CRASHES)) {
        counts.crashes += 1;
        await rig.killBrowser();
      } else await rig.restartBrowser();
      await rest();
    },
  };

  return {
    ...world,
    counts,
    accountId: rig.accountId,
    ask: rig.ask,
    /** As a person does it, once. */
    async signIn(): Promise<void> {
      await rig.connect();
      await rest();
    },
    async readListening(): Promise<SoakHistory> {
      const message = { type: SOAK, name: 'history', accountId: rig.accountId } as const;
      return inTime('the history', send(message), PATIENCE_MS);
    },
    async readWindows(): Promise<Windows> {
      const stored = await rig
        .page()
        .page.evaluate(async (key) => (await chrome.storage.local.get(key))[key], WINDOWS_KEY);
      return (stored ?? { opened: 0, silent: 0 }) as Windows;
    },
    measureStored: () => rig.page().page.evaluate(measureInPage, SOAK),
    measureBackground: () => extension.measureBackground(),
  };
}
