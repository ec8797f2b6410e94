/** Everything the popup shows, derived from what is known: the state of the page as one value. */
import { IMPORTED_ACCOUNT_ID, SAMPLE_ACCOUNT_ID } from '../../domain/account-ids.ts';
import type { AccountId } from '../../domain/account.ts';
import type { ErrorRecord } from '../../domain/app-error.ts';
import type { PlayedSong, RangeKey, Snapshot } from '../../domain/snapshot.ts';
import type { AccountView, Overview } from '../../messages/contract.ts';
import { findCondition } from '../account-condition.ts';
import { isSameDay } from '../format.ts';
import type { AccountName, Remembered } from './remembered.ts';
import type { UnlockPhase } from '../passphrase/unlock-store.ts';
import { findTrouble, type Trouble } from './trouble.ts';

/** Times are UTC ms. */
export interface PopupModel {
  /** `failed`: nothing is known, and the background does not answer. */
  stage: 'loading' | 'failed' | 'welcome' | 'account';
  accounts: readonly AccountName[];
  selectedId: AccountId | null;
  /** Whether there is somebody to collect for, or only figures to look at. */
  kind: 'connected' | 'imported' | 'sample';
  online: boolean;
  syncing: boolean;
  lastSyncAt: number | null;
  trouble: Trouble | null;
  /** Null when there is none yet; `undefined` while nobody has said. */
  snapshot: Snapshot | null | undefined;
  /** When the figures were made, if that was on an earlier day: theirs is not today. Else null. */
  outdatedAt: number | null;
  /** An account is there, but nothing of its listening yet. */
  empty: boolean;
  /** What plays now, else what was played last. */
  song: PlayedSong | null;
  playing: boolean;
  range: RangeKey;
  /** Of the form that enters the passphrase. */
  unlock: UnlockPhase;
  now: number;
}

/** What is known so far. */
export interface PopupFacts {
  overview: Overview | null;
  /** Stands in for the overview until that is there. */
  remembered: Remembered | null;
  selectedId: AccountId | null;
  snapshot: Snapshot | null | undefined;
  playing: PlayedSong | null;
  range: RangeKey;
  online: boolean;
  /** An action of the popup itself is under way, or the last one failed. */
  busy: boolean;
  failure: ErrorRecord | null;
  unlock: UnlockPhase;
  now: number;
}

export function derivePopup(facts: PopupFacts): PopupModel {
  const { overview, remembered, selectedId, snapshot, playing, failure, now } = facts;
  const view = findView(overview, selectedId);
  const old = overview ? null : remembered;
  return {
    stage: findStage(facts),
    accounts: overview ? namesOf(overview) : (old?.accounts ?? []),
    selectedId,
    kind: kindOf(selectedId),
    online: !isOffline(facts, view),
    syncing: facts.busy || (view?.syncing ?? false),
    lastSyncAt: view ? (view.sync.last?.at ?? null) : (old?.lastSyncAt ?? null),
    trouble:
      failure && view?.token.status !== 'locked'
        ? { name: 'error', error: failure, at: null }
        : overview && view
          ? findTrouble(overview, view, facts)
          : (old?.trouble ?? null),
    snapshot,
    outdatedAt: findOutdatedAt(snapshot, now),
    empty: snapshot === null || snapshot?.streams === 0,
    song: playing ?? snapshot?.lastPlayed ?? null,
    playing: playing !== null,
    range: facts.range,
    unlock: facts.unlock,
    now,
  };
}

function findOutdatedAt(snapshot: Snapshot | null | undefined, now: number): number | null {
  if (!snapshot) return null;
  const { computedAt, timeZone } = snapshot;
  return isSameDay(computedAt, now, timeZone) ? null : computedAt;
}

function isOffline({ overview, online, now }: PopupFacts, view: AccountView | null): boolean {
  if (!online || !overview || !view) return !online;
  const { hostAccess } = overview;
  return findCondition(view, { now, online, hostAccess }).name === 'offline';
}

function findStage({ overview, selectedId, failure }: PopupFacts): PopupModel['stage'] {
  if (selectedId !== null) return 'account';
  if (overview) return 'welcome';
  return failure ? 'failed' : 'loading';
}

export function findView(overview: Overview | null, id: AccountId | null): AccountView | null {
  return overview?.accounts.find(({ account }) => account.id === id) ?? null;
}

/**
 * Which account to show: the one just chosen, else the background's choice, else the remembered one;
 * each only if it is still there. Null when there is none, or nobody has said.
 */
export function findSelectedId(
  overview: Overview | null,
  chosenId: AccountId | null,
  remembered: Remembered | null,
): AccountId | null {
  if (!overview) return chosenId ?? remembered?.selectedId ?? null;
  const ids = namesOf(overview).map(({ id }) => id);
  const wanted = [chosenId, overview.selectedId].find((id) => id !== null && ids.includes(id));
  return wanted ?? ids[0] ?? null;
}

/**
 * What the next popup should show first: null when there is nothing to show, `undefined` while
 * nobody has said.
 */
export function deriveRemembered(facts: PopupFacts): Remembered | null | undefined {
  const { overview, selectedId, snapshot, range } = facts;
  const view = findView(overview, selectedId);
  if (!overview) return undefined;
  if (selectedId === null) return null;
  if (snapshot === undefined) return undefined;
  return {
    version: 1,
    accounts: namesOf(overview),
    selectedId,
    lastSyncAt: view?.sync.last?.at ?? null,
    trouble: view && findTrouble(overview, view, facts),
    range,
    snapshot,
  };
}

function namesOf({ accounts, imported, sample }: Overview): AccountName[] {
  return [
    ...accounts.map(({ account }) => ({ id: account.id, name: account.displayName })),
    ...[imported, sample].flatMap((loose) => (loose ? { id: loose.accountId, name: null } : [])),
  ];
}

function kindOf(id: AccountId | null): PopupModel['kind'] {
  if (id === IMPORTED_ACCOUNT_ID) return 'imported';
  return id === SAMPLE_ACCOUNT_ID ? 'sample' : 'connected';
}
