/** A connected extension that can be killed anywhere, and what the campaign can see of it from outside. */
import type { MessageName, RequestOf, ResponseOf } from '../../lib/messages/contract.ts';
import type { Reply } from '../../lib/messages/request.ts';
import { parseRow, type TokenRow } from '../../lib/vault/token-row.ts';
import type { Standin } from '../standin/index.ts';
import type { DrivenPage } from '../support/driven-page.ts';
import type { ExtensionBrowser } from '../support/extension-browser.ts';
import { inTime } from '../support/in-time.ts';
import { waitUntil } from '../support/wait-until.ts';
import { QUIET_PAGE } from './build-killable.ts';
import { KILL_POINT_PATH } from './kill-point.ts';
import type { Point } from './points.ts';
import { readAlarms, readSignInWindow, readStreams, readTokenRows } from './page-probes.ts';

export type Rig = Awaited<ReturnType<typeof createRig>>;

/** What stands in the stores, read without waking the background. */
export interface Standing {
  /** Null when there is none. */
  row: TokenRow | null;
  /** A row that no schema fits: written in part, or by nobody we know. */
  isTorn: boolean;
  /** Streams kept of the account. */
  streams: number;
}

/** Long enough for a loaded machine; nothing here is meant to come near it. */
const PATIENCE_MS = 30_000;

/** The extension must be the killable build, the stand-in reset. */
export async function createRig(extension: ExtensionBrowser, standin: Standin) {
  const { control } = standin;
  const { accountId } = standin.listeners.mira;
  const signInWindow = `${standin.accountsUrl}/interaction`;
  let page = await openQuietly();

  async function openQuietly(): Promise<DrivenPage> {
    // A browser that was killed may still be busy with the tabs it had.
    const quiet = await waitUntil('a page', () => extension.open(QUIET_PAGE), PATIENCE_MS);
    await quiet.page.evaluate(() => void (document.title = 'Campaign'));
    return quiet;
  }

  /** Rejects with the code of what went wrong. */
  async function ask<N extends MessageName>(
    name: N,
    request: RequestOf<N>,
  ): Promise<ResponseOf<N>> {
    const reply = await inTime(`an answer to ${name}`, send(name, request), PATIENCE_MS);
    if (reply?.ok) return reply.value as ResponseOf<N>;
    throw new Error(`${name}: ${reply ? reply.error.code : 'no answer'}`);
  }

  function send(name: MessageName, request: object): Promise<Reply | undefined> {
    return page.page.evaluate(
      (message) => chrome.runtime.sendMessage<unknown, Reply | undefined>(message),
      { type: 'ostinato/request', name, request },
    );
  }

  /** Sends what will get no answer, because the background is killed over it. */
  function tell<N extends MessageName>(name: N, request: RequestOf<N>): void {
    send(name, request).catch(() => undefined);
  }

  async function look(): Promise<Standing> {
    const [rows, streams] = await Promise.all([
      page.page.evaluate(readTokenRows),
      page.page.evaluate(readStreams, accountId),
    ]);
    const found = rows.find((row) => (row as { accountId?: unknown }).accountId === accountId);
    const row = parseRow(found);
    return { row, isTorn: rows.some((each) => parseRow(each) === null), streams };
  }

  /** Whether a request that uses the access token is answered as for this account. */
  async function isGood(accessToken: string): Promise<boolean> {
    const answer = await fetch(`${standin.apiUrl}/me`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    const body = (await answer.json()) as { account_id?: unknown; id?: unknown };
    return answer.ok && [body.account_id, body.id].includes(accountId);
  }

  /** Until what an earlier background left has been resolved, one way or the other. */
  function untilSettled(): Promise<TokenRow | null> {
    return waitUntil(
      'the row to be settled',
      async () => {
        const { row } = await look();
        return (row === null || row.intent === null) && { row };
      },
      PATIENCE_MS,
    ).then(({ row }) => row);
  }

  /** How many backgrounds have done all that a start does. */
  async function starts(): Promise<number> {
    const all = await control.requests({ path: `*${KILL_POINT_PATH}started` });
    return all.filter(({ endedAt }) => endedAt !== null).length;
  }

  /** As a person does it, whatever an earlier attempt left behind. */
  async function signIn(renew: string | null = null): Promise<void> {
    let isDone = false;
    const signingIn = ask('sign-in.start', { clientId: standin.clientId, renew }).finally(() => {
      isDone = true;
    });
    signingIn.catch(() => undefined);
    // A window that an earlier attempt left behind is closed before another one opens.
    await waitUntil(
      'the end of the sign-in, or its window',
      async () => isDone || (await page.page.evaluate(readSignInWindow)),
      PATIENCE_MS,
    );
    const isAsked = (button: string) =>
      waitUntil(
        `the end of the sign-in, or "${button}"`,
        async () => {
          if (isDone) return 'done';
          if (!(await extension.hasPage(signInWindow))) return null;
          const window = await extension.waitForPage(signInWindow);
          return (await window.has('button', button)) && window;
        },
        PATIENCE_MS,
      );
    // Where session and approval are there, Spotify asks nobody; where only one is, the other.
    for (const button of [`Sign in as ${standin.listeners.mira.displayName}`, 'Agree']) {
      const window = await Promise.race([isAsked(button), isAsked('Agree')]);
      if (window === 'done') break;
      if (await window.has('button', button)) await window.clickButton(button);
    }
    await signingIn;
  }

  /** A new account with its first plays, in a browser that may have any past. */
  async function connect(): Promise<void> {
    await signIn();
    await waitUntil(
      'the first plays',
      async () => {
        await ask('sync.now', { accountId });
        return (await look()).streams > 0;
      },
      PATIENCE_MS,
    );
  }

  return {
    standin,
    control,
    accountId,
    browser: extension.name,
    ask,
    tell,
    look,
    isGood,
    untilSettled,
    signIn,
    connect,
    alarms: () => page.page.evaluate(readAlarms),

    page: () => page,
    open: (path: string) => extension.open(path),

    /** After a run that went wrong: nothing of it is left, and the account is connected. */
    async mend(): Promise<void> {
      // What went wrong may be that a killed browser was long in coming back.
      await page.page.close().catch(() => undefined);
      page = await openQuietly();
      await control.clearFaults();
      await control.release({ drop: true });
      await ask('sign-in.cancel', {}).catch(() => null);
      await waitUntil(
        'a connected account',
        async () => {
          const { accounts } = await ask('overview.get', {});
          if (accounts[0]?.token.status === 'connected') return true;
          await signIn(accounts[0] ? accountId : null);
          return false;
        },
        3 * PATIENCE_MS,
      );
    },

    /** Before something is begun that is to be killed at this point. */
    async lieInWait({ fault }: Point): Promise<void> {
      if (fault) await control.fault(fault);
      // With a session there may be no window at all.
      else await control.endSessions();
    },
    /** The background stands where it is to die. */
    async whenThere({ name, fault }: Point): Promise<void> {
      if (fault) await inTime(`"${name}"`, control.whenHeld(), PATIENCE_MS);
      else await extension.waitForPage(signInWindow, PATIENCE_MS);
    },
    killBackground: () => extension.stopBackground(),
    /**
     * Until the dead one's connections are closed, too: on one that drops before, browsers send the
     * request again by themselves.
     */
    untilHungUp: () =>
      waitUntil(
        'the connections to close',
        async () => {
          const requests = await control.requests({ status: null });
          return requests.every(({ path, endedAt }) => endedAt !== null || isOfWindow(path));
        },
        PATIENCE_MS,
      ),
    starts,
    /** Until a background that came after so many has done all that a start does. */
    untilStarted: (before: number) =>
      waitUntil('the end of the start', async () => (await starts()) > before, PATIENCE_MS),
    /** Closes the browser as a person does, which keeps its cookies. */
    async restartBrowser(): Promise<void> {
      await extension.restart();
      page = await openQuietly();
    },
    async killBrowser(): Promise<void> {
      await extension.die();
      page = await openQuietly();
    },
  };
}

/** The sign-in window is the browser's: it outlives the background. */
function isOfWindow(path: string): boolean {
  return path.endsWith('/authorize');
}
