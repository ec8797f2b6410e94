/**
 * Stands in for `lib/platform/first-script.ts` in the soak's build: every event waits until the clock is
 * where the soak has put it, and alarms ring when the soak says so.
 */
import { isRequest } from '../../../lib/messages/request.ts';
import * as real from '../../../lib/platform/first-script.ts';
import type { Sender } from '../../../lib/platform/runtime.ts';
import { SOAK, type SoakMessage } from './soak-messages.ts';
import { readClock, soakWorld, untilAtRest } from './soak-world.ts';

export { onFirstInstall, ownIdentity, readSession } from '../../../lib/platform/first-script.ts';

let ring: (name: string) => void = () => undefined;

holdTimersBack();

export function answerMessages(
  listener: (message: unknown, sender: Sender) => Promise<unknown> | undefined,
): void {
  real.answerMessages((message, sender) => {
    if (isOfSoak(message)) return readClock().then(() => answer(message));
    return isRequest(message) ? readClock().then(() => listener(message, sender)) : undefined;
  });
}

export function onAlarm(listener: (name: string) => void): void {
  ring = listener;
}

export function onBrowserStart(listener: () => void): void {
  real.onBrowserStart(() => void readClock().then(listener));
}

export function onHostAccessChanged(listener: () => void): void {
  real.onHostAccessChanged(() => void readClock().then(listener));
}

async function answer(message: SoakMessage): Promise<unknown> {
  const world = soakWorld();
  if (message.name === 'history') return (await world.readHistory?.(message.accountId)) ?? null;
  // The rest of the background starts by itself a moment after its first script.
  while (!world.readHistory) await untilAtRest();
  if (message.name === 'ring') ring(message.alarm);
  await untilAtRest();
  return { life: world.life };
}

function isOfSoak(message: unknown): message is SoakMessage {
  return (message as { type?: unknown } | null)?.type === SOAK;
}

/** Nothing may begin by the machine's clock, which stands months before what is stored. */
function holdTimersBack(): void {
  soakWorld();
  const known = readClock();
  const { setTimeout } = globalThis;
  const held = (run: () => void, ms?: number) => setTimeout(() => void known.then(run), ms);
  globalThis.setTimeout = held as unknown as typeof setTimeout;
  void known.then(() => (globalThis.setTimeout = setTimeout));
}
