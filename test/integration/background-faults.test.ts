/**
 * Whatever goes wrong on the network or at Spotify: the state it leads to, the sentence a person
 * reads, and that all is well again afterwards, with every play that Spotify still remembered.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TroubleText } from '../../lib/ui/popup/trouble.ts';
import type { FaultInput } from '../standin/faults.ts';
import { createBackgroundRig, DAY, HOUR, MINUTE, type BackgroundRig } from './background-rig.ts';

let rig: BackgroundRig;
let id: string;
beforeEach(async () => {
  rig = await createBackgroundRig({ live: ['mira', 'tomas'] });
  id = await rig.signIn();
});
afterEach(() => rig.close());

const FAILING = {
  title: 'Spotify is not answering properly at the moment.',
  action: 'retry',
} as const;
const LIMITED = { title: 'Spotify asked to slow down.', action: 'none' } as const;
const UNREADABLE = {
  title: 'Spotify sent an answer that could not be read.',
  text: expect.stringContaining('sign in to the network first') as string,
  action: 'retry',
} as const;
const NOT_REFRESHED = {
  title: 'The sign-in could not be refreshed just now.',
  text: expect.stringMatching(/^Your sign-in is kept, .* It is tried again by itself\./) as string,
  action: 'retry',
} as const;
const ENDED = {
  title: 'The connection was ended at Spotify, by you or by Spotify.',
  text: 'Everything kept so far is safe. One click renews the connection.',
  action: 'reconnect',
} as const;
const ALL_WELL = null;

async function expectTrouble(trouble: Partial<TroubleText> | null): Promise<void> {
  const found = await rig.readTrouble(id);
  if (trouble === null) expect(found).toBeNull();
  else expect(found).toMatchObject(trouble);
}

/** What waits so long in earnest waits a hundredth of it. */
function inHaste(): void {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout(ms / 100));
}

const syncNow = () => rig.ask('sync.now', { accountId: id }).catch(() => null);
const refreshNow = () => rig.ask('token.refresh', { accountId: id }).catch(() => null);
const stateOf = (accountId = id) => rig.ask('token.state', { accountId });

/** Connected, nothing to read, and all that was played since is there. */
async function expectAllWell(accountId = id, key: 'mira' | 'tomas' = 'mira') {
  expect(await rig.readTrouble(accountId)).toBeNull();
  expect(await stateOf(accountId)).toMatchObject({ status: 'connected', lastError: null });
  await rig.ask('sync.now', { accountId });
  await expectCollected(0, accountId, key);
}

/** All that was played, but for the last few minutes: an alarm may be just about to ring. */
async function expectCollected(
  butForMs = 6 * MINUTE,
  accountId = id,
  key: 'mira' | 'tomas' = 'mira',
): Promise<void> {
  const streams = await rig.kept(accountId);
  const [from, to] = [streams[0]!.endedAt, (await rig.control.now()) - butForMs];
  const played = await rig.control.streams({ listener: key, from, to: to + 1 });
  expect(
    streams
      .filter(({ endedAt }) => endedAt <= to)
      .map(({ track, endedAt }) => `${track.uri}@${endedAt}`),
  ).toEqual(
    played
      .filter(({ playedMs }) => playedMs >= 30_000)
      .map(({ trackId, endedAt }) => `spotify:track:${trackId}@${endedAt}`),
  );
}

/** What is read while the fault lasts, and that nothing of it is left soon afterwards. */
async function expectPassing(trouble: Partial<TroubleText> | null): Promise<void> {
  await expectTrouble(trouble);
  await rig.control.clearFaults();
  await rig.passTime(20 * MINUTE);
  await expectAllWell();
}

/** More was played meanwhile than Spotify remembers; the history knows that gap. */
async function expectGoesOn(): Promise<void> {
  await expectTrouble(ALL_WELL);
  expect(await stateOf()).toMatchObject({ status: 'connected', lastError: null });
}

const onApi = (fault: FaultInput) => rig.control.fault({ on: 'api', ...fault });
const onToken = (fault: FaultInput) => rig.control.fault({ on: 'token', ...fault });

const SAFE = 'Everything kept so far is safe.';

describe('the Web API', () => {
  it.each<[string, FaultInput, Partial<TroubleText> | null]>([
    ['fails (500)', { kind: 'server-error', status: 500 }, FAILING],
    ['is overloaded (503)', { kind: 'server-error', status: 503, body: 'none' }, FAILING],
    [
      'limits, with a time',
      { kind: 'rate-limited', retryAfterSeconds: 90 },
      { ...LIMITED, text: `${SAFE} Collecting goes on by itself. Not before 13:06.` },
    ],
    ['limits, in plain text', { kind: 'rate-limited', body: 'text' }, LIMITED],
    ['limits, bare', { kind: 'rate-limited', retryAfterSeconds: null, body: 'none' }, LIMITED],
    ['is behind a captive portal', { kind: 'captive-portal' }, UNREADABLE],
    ['sends half a body', { kind: 'truncated' }, UNREADABLE],
    // The state line says that there is no connection; there is nothing to mend.
    ['drops the connection', { kind: 'dropped' }, ALL_WELL],
    ['never answers', { kind: 'answer-lost' }, ALL_WELL],
  ])('%s', async (_, fault, trouble) => {
    await onApi(fault);
    await rig.passTime(5 * MINUTE);
    await syncNow();
    await expectPassing(trouble);
  });

  it('takes longer to answer than anybody waits', async () => {
    inHaste();
    await onApi({ kind: 'slow', delayMs: 40_000, times: 3 });
    await syncNow();
    await expectPassing(FAILING);
  });

  it('has spent the quota of its app for a day: nothing is asked before it is over', async () => {
    await onApi({ kind: 'rate-limited', quotaExceeded: true, retryAfterSeconds: 86_400, times: 1 });
    await syncNow();
    const before = await rig.control.count({ path: '/v1/*' });
    await expectTrouble({
      title: 'Your request quota at Spotify is spent.',
      text: `${SAFE} Collecting goes on by itself. Other apps of yours share this quota. Not before 5 Nov 2020, 13:00.`,
      action: 'none',
    });
    await rig.passTime(23 * HOUR);
    await syncNow();
    expect(await rig.control.count({ path: '/v1/*' })).toBe(before);
    await rig.passTime(2 * HOUR);
    await expectGoesOn();
  });
});

describe('the token endpoint', () => {
  it.each<[string, FaultInput, Partial<TroubleText> | null]>([
    ['fails (500)', { kind: 'server-error', status: 500 }, NOT_REFRESHED],
    ['is overloaded (503)', { kind: 'server-error', status: 503, body: 'none' }, NOT_REFRESHED],
    ['limits, with a time', { kind: 'rate-limited', retryAfterSeconds: 90 }, LIMITED],
    ['limits, bare', { kind: 'rate-limited', retryAfterSeconds: null, body: 'none' }, LIMITED],
    ['is behind a captive portal', { kind: 'captive-portal' }, NOT_REFRESHED],
    ['sends half a body', { kind: 'truncated' }, NOT_REFRESHED],
    ['drops the connection', { kind: 'dropped' }, ALL_WELL],
    ['loses its answer', { kind: 'answer-lost' }, ALL_WELL],
  ])('%s', async (_, fault, trouble) => {
    await rig.passTime(54 * MINUTE);
    await onToken(fault);
    await refreshNow();
    await expectPassing(trouble);
  });

  it('takes longer to answer than anybody waits', async () => {
    inHaste();
    await onToken({ kind: 'slow', delayMs: 40_000, times: 1 });
    await refreshNow();
    await expectPassing(NOT_REFRESHED);
  });

  it('calls a good refresh token bad: healed without a person', async () => {
    await onToken({ kind: 'invalid-grant', times: 1 });
    await refreshNow();
    await expectAllWell();
    expect(rig.windows).toEqual({ opened: 1, silent: 1 });
  });

  it('calls it bad for an hour, with nobody signed in to Spotify: healed without a person', async () => {
    rig.person.forgetCookies();
    await onToken({ kind: 'invalid-grant' });
    await refreshNow();
    await expectTrouble(ENDED);
    await rig.passTime(30 * MINUTE);
    await rig.control.clearFaults();
    await rig.passTime(35 * MINUTE);
    await expectAllWell();
    expect(rig.windows.opened).toBe(1);
  });

  it('knows the grant no more: one click mends it', async () => {
    await rig.control.revoke({ listener: 'mira' });
    await refreshNow();
    await expectTrouble(ENDED);
    expect(rig.double.badge.text).toBe('!');
    expect(await rig.signIn('Mira', id)).toBe(id);
    await expectAllWell();
  });

  it('does not know the client: the token is kept', async () => {
    await rig.control.set({ clientIds: ['f'.repeat(32)] });
    await refreshNow();
    await expectTrouble({
      title: 'Spotify refuses the client ID of your app.',
      action: 'open-options',
    });
    await rig.control.set({ clientIds: [rig.standin.clientId] });
    await rig.passTime(65 * MINUTE);
    await expectAllWell();
    expect(rig.windows).toEqual({ opened: 1, silent: 0 });
  });

  it.each([true, false])(
    'sends no refresh token (%s), and the old one goes on',
    async (omitted) => {
      await rig.control.set({ omitRefreshToken: omitted });
      await refreshNow();
      await refreshNow();
      await expectAllWell();
    },
  );
});

describe('the computer', () => {
  it('is offline for a day: nothing is asked, and nothing is lost that Spotify remembers', async () => {
    rig.double.online = false;
    await onApi({ kind: 'dropped' });
    await onToken({ kind: 'dropped' });
    await rig.passTime(DAY);
    await expectTrouble(null);
    rig.double.online = true;
    await rig.control.clearFaults();
    await rig.passTime(20 * MINUTE);
    await expectGoesOn();
  });

  it.each([
    ['two hours ahead', 2 * HOUR],
    ['two hours behind', -2 * HOUR],
    ['a year back', -365 * DAY],
  ])('has a clock that is suddenly %s', async (_, jump) => {
    await rig.moveClock(jump);
    // An alarm may be a year away now: opening the popup is what sets it anew.
    await rig.wake();
    await rig.passTime(70 * MINUTE);
    await expectCollected();
    await expectAllWell();
    await rig.moveClock(-jump);
    await rig.wake();
    await rig.passTime(70 * MINUTE);
    await expectCollected();
    await expectAllWell();
  });

  it('was asleep past the end of the token', async () => {
    await rig.sleep(2 * HOUR);
    await rig.wake();
    await expectAllWell();
  });
});

describe('of two accounts', () => {
  it('one is revoked: the other goes on', async () => {
    const tomas = await rig.signIn('Tomás');
    await rig.control.revoke({ listener: 'mira' });
    await refreshNow();
    await expectTrouble(ENDED);
    await rig.passTime(70 * MINUTE);
    await expectAllWell(tomas, 'tomas');
  });

  it('the wrong one answers a silent renewal: it is not taken', async () => {
    rig.person.forgetCookies();
    await rig.signIn('Tomás');
    await rig.control.revoke({ listener: 'mira', keepApproval: true });
    await refreshNow();
    await expectTrouble(ENDED);
    expect(rig.windows.silent).toBe(1);
  });
});
