/** A person signs in: one window at a time, and nothing is stored before everything is known. */
import { AppError, toErrorRecord } from '../domain/app-error.ts';
import type { Endpoints } from '../domain/endpoints.ts';
import { z } from '../domain/schema.ts';
import type { Identity } from '../platform/identity.ts';
import type { KeepAlive } from '../platform/keep-alive.ts';
import type { KeyValueArea } from '../platform/key-value.ts';
import { accountLock, type Locks } from './account-lock.ts';
import type { AccountList } from './account-list.ts';
import type { Authorize, Authorized } from './authorize.ts';
import type { Commit } from './commit.ts';
import type { Disconnect } from './disconnect.ts';
import type { FlowGate } from './flow-gate.ts';
import type { RowHome } from './row-home.ts';

export interface SignInRequest {
  clientId: string;
  /** Accept this account only; null accepts any. */
  renew: string | null;
}

export interface SignIn {
  signIn(request: SignInRequest): Promise<string>;
  cancel(): Promise<void>;
  isRunning(): boolean;
  /** Closes the window of a sign-in whose background died; does so once in a background's life. */
  closeOrphan(): Promise<void>;
}

interface SignInDeps {
  endpoints: Endpoints;
  authorize: Authorize;
  gate: FlowGate;
  identity: Identity;
  session: KeyValueArea;
  accounts: AccountList;
  rows: RowHome;
  commit: Commit;
  disconnect: Pick<Disconnect, 'withdraw'>;
  locks: Locks;
  keepAlive: KeepAlive;
  /** True before the passphrase is entered: what is signed in could not be kept. */
  isLocked: () => Promise<boolean>;
  now: () => number;
  onChange: () => void;
}

interface OpenSignIn {
  controller: AbortController;
  windowId: number | null;
  /** The note for a background that comes after this one. */
  noted: Promise<void>;
}

const NOTE_KEY = 'vault.sign-in';
/** Null as long as there is no window yet. */
const Note = z.object({ windowId: z.nullable(z.number()) });

export function createSignIn(deps: SignInDeps): SignIn {
  const { identity, session, accounts, onChange } = deps;
  let open: OpenSignIn | null = null;
  let orphan: Promise<void> | null = null;
  /** A background died before its window was there: it comes all the same, whenever its page does. */
  let isOrphanLate = false;
  /** After somebody else's answer, the consent page is where the person can change the user. */
  let showDialogNext = false;

  async function signIn({ clientId, renew }: SignInRequest): Promise<string> {
    if (open) throw new AppError('oauth/in-progress');
    const current = { controller: new AbortController(), windowId: null, noted: Promise.resolve() };
    open = current;
    onChange();
    try {
      if (await deps.isLocked()) throw new AppError('token/locked');
      await closeOrphan();
      if (isOrphanLate) await identity.closeWindowsAt(deps.endpoints.accountsUrl);
      const grant = await askPerson(current, clientId, renew);
      await keep(grant);
      return grant.accountId;
    } finally {
      // A note that stays names a window that is gone: no reason to fail, or to stay open for ever.
      await current.noted.then(() => session.remove(NOTE_KEY)).catch(() => undefined);
      open = null;
      onChange();
    }
  }

  async function askPerson(
    current: OpenSignIn,
    clientId: string,
    renew: string | null,
  ): Promise<Authorized> {
    const known = await accounts.all();
    if (renew !== null && !known.some(({ id }) => id === renew)) {
      throw new AppError('token/unknown-account');
    }
    // Without the dialog, Spotify answers for whoever is signed in there: never a second account.
    const showDialog = showDialogNext || (renew === null ? known.length > 0 : known.length > 1);
    const { signal } = current.controller;
    current.noted = session.set(NOTE_KEY, { windowId: null });
    await current.noted.catch(() => undefined);
    const grant = await deps.gate.run(() =>
      deps.authorize({
        clientId,
        interactive: true,
        showDialog,
        signal,
        onWindow: (windowId) => noteWindow(current, windowId),
      }),
    );
    showDialogNext = renew !== null && grant.accountId !== renew;
    if (showDialogNext) throw new AppError('oauth/other-account');
    return grant;
  }

  function noteWindow(current: OpenSignIn, windowId: number): void {
    if (current.controller.signal.aborted) {
      void identity.closeWindow(windowId);
      return;
    }
    current.windowId = windowId;
    current.noted = session.set(NOTE_KEY, { windowId });
  }

  /** A refresh on its way ends first, and finds a newer generation than it may overwrite. */
  async function keep(grant: Authorized): Promise<void> {
    const { accountId, displayName, clientId } = grant;
    await deps.keepAlive(() =>
      deps.locks.request(accountLock(accountId), {}, async () => {
        await deps.disconnect.withdraw(accountId);
        await commit(grant);
        await accounts.put({ id: accountId, displayName, clientId, addedAt: deps.now() });
      }),
    );
  }

  /** Without a store for the key that seals tokens there is nothing a token could be kept as. */
  async function commit(grant: Authorized): Promise<void> {
    try {
      await deps.commit.authorized(await deps.rows.read(grant.accountId), grant);
    } catch (cause) {
      const { code, data } = toErrorRecord(cause);
      if (code !== 'token/unavailable') throw cause;
      throw new AppError('oauth/not-stored', data, { cause });
    }
  }

  async function cancel(): Promise<void> {
    if (!open) return;
    const { controller, windowId } = open;
    controller.abort();
    if (windowId !== null) await identity.closeWindow(windowId);
  }

  function closeOrphan(): Promise<void> {
    orphan ??= closeNoted().catch((thrown: unknown) => {
      orphan = null;
      throw thrown;
    });
    return orphan;
  }

  async function closeNoted(): Promise<void> {
    const note = z.safeParse(Note, await session.get(NOTE_KEY));
    if (!note.success) return;
    const { windowId } = note.data;
    isOrphanLate = windowId === null;
    if (windowId === null) {
      // The note stays, for as long as nobody has signed in anew: the window may not be there yet.
      await identity.closeWindowsAt(deps.endpoints.accountsUrl);
    } else {
      await identity.closeWindow(windowId);
      await session.remove(NOTE_KEY);
    }
  }

  return { signIn, cancel, isRunning: () => open !== null, closeOrphan };
}
