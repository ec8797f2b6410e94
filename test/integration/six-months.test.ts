/** Half a year and more of simulated use: nobody signs in again unless Spotify itself demands it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackgroundRig, DAY, HOUR, MINUTE, type BackgroundRig } from './background-rig.ts';

let rig: BackgroundRig;
let signedInAt: number;
beforeEach(async () => {
  rig = await createBackgroundRig();
  // What is asked here is who stays signed in; without plays the days pass faster.
  await rig.control.quiet({ listener: 'mira' });
});
afterEach(() => rig.close());

async function signIn() {
  const id = await rig.signIn();
  signedInAt = Date.now();
  return id;
}

/** The computer is off until this time of day `day` after the sign-in, then on for ten minutes. */
async function useOn(day: number): Promise<void> {
  const off = signedInAt + day * DAY + HOUR - Date.now();
  await rig.sleep(off);
  await rig.restartBrowser();
  await rig.passTime(10 * MINUTE);
}

const stateOf = (accountId: string) => rig.ask('token.state', { accountId });

// Here on every eighth day; `npm run soak` is a year of all its days.
test(
  'a year of restarts ends connected, with the one window of its first day',
  { timeout: 60_000 },
  async () => {
    const id = await signIn();
    for (let day = 1; day <= 369; day += 8) await useOn(day);
    expect(await stateOf(id)).toMatchObject({ status: 'connected', lastError: null });
    expect(await rig.readTrouble(id)).toBeNull();
    expect(rig.double.badge.text).toBe('');
    expect(rig.windows.opened).toBe(1);
    // Twice in a year: 150 days after the sign-in, and 150 days after that.
    expect((await stateOf(id)).authorizedAt).toBeGreaterThan(signedInAt + 299 * DAY);
    expect(rig.windows.silent).toBe(2);
  },
);

test(
  'where Spotify is not signed in, a person is told in time, and one click mends it',
  { timeout: 60_000 },
  async () => {
    const id = await signIn();
    await useOn(149);
    rig.person.forgetCookies();
    expect(rig.windows.silent).toBe(0);

    for (let day = 150; day < 165; day += 1) {
      await useOn(day);
      // Once a day, on as many days as the computer was on.
      expect(rig.windows.silent).toBe(day - 149);
      expect(await rig.readTrouble(id), `day ${day}`).toBeNull();
      expect(rig.double.badge.text).toBe('');
    }

    await useOn(165);
    expect(rig.double.badge).toEqual({ text: '!', title: 'Ostinato: renew a sign-in soon' });
    expect(await rig.readTrouble(id)).toEqual({
      tone: 'info',
      title: 'Spotify ends this connection on 4 May',
      text: 'Spotify asks for a new sign-in every six months. One click renews it.',
      action: 'reconnect',
    });
    expect(await stateOf(id)).toMatchObject({ status: 'connected', renewalDue: true });

    await useOn(184);
    expect(await stateOf(id)).toMatchObject({
      status: 'reauthorize',
      reason: 'expired-after-six-months',
    });
    expect(rig.double.badge).toEqual({
      text: '!',
      title: 'Ostinato: an account needs you to sign in again',
    });
    expect(await rig.readTrouble(id)).toMatchObject({
      title: 'Spotify ends every connection after six months. Yours is over.',
      action: 'reconnect',
    });
    expect(rig.windows.opened).toBe(1);

    expect(await rig.signIn('Mira', id)).toBe(id);
    expect(await rig.readTrouble(id)).toBeNull();
    expect(rig.double.badge.text).toBe('');
  },
);
