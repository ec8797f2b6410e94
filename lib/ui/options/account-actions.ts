/** What the buttons of one account card do, one at a time, and what came of the last one. */
import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { AccountId } from '../../domain/account.ts';
import { toErrorRecord, type ErrorRecord } from '../../domain/app-error.ts';
import type { SyncReport } from '../../domain/sync-state.ts';
import type { Client } from '../../messages/client.ts';

export type ActionName = 'refresh' | 'sync' | 'diagnostics' | 'select';

export type ActionOutcome =
  | { name: 'refreshed' }
  | { name: 'synced'; report: SyncReport }
  | { name: 'selected' }
  | { name: 'diagnostics-copied' }
  /** The clipboard refused: the page shows the text, to be copied by hand. */
  | { name: 'diagnostics-shown'; text: string }
  | { name: 'failed'; action: ActionName; error: ErrorRecord };

export interface AccountActions {
  running: ReadonlySignal<ActionName | null>;
  /** Null before the first action, and while one runs. */
  outcome: ReadonlySignal<ActionOutcome | null>;
  /** Never rejects; ignored while another action runs. */
  run(action: ActionName): Promise<void>;
}

interface AccountActionsOptions {
  accountId: AccountId;
  client: Client;
  writeClipboard: (text: string) => Promise<void>;
  /** Fetches the overview again. */
  reload: () => Promise<void>;
}

export function createAccountActions(options: AccountActionsOptions): AccountActions {
  const { accountId, client, writeClipboard, reload } = options;
  const running = signal<ActionName | null>(null);
  const outcome = signal<ActionOutcome | null>(null);

  const perform: Record<ActionName, () => Promise<ActionOutcome>> = {
    async refresh() {
      await client.ask('token.refresh', { accountId });
      return { name: 'refreshed' };
    },
    async sync() {
      return { name: 'synced', report: await client.ask('sync.now', { accountId }) };
    },
    async select() {
      await client.ask('account.select', { accountId });
      return { name: 'selected' };
    },
    async diagnostics() {
      const text = await client.ask('diagnostics.get', { accountId });
      try {
        await writeClipboard(text);
        return { name: 'diagnostics-copied' };
      } catch {
        return { name: 'diagnostics-shown', text };
      }
    },
  };

  async function run(action: ActionName): Promise<void> {
    if (running.value !== null) return;
    running.value = action;
    outcome.value = null;
    let next: ActionOutcome;
    try {
      next = await perform[action]();
    } catch (thrown) {
      next = { name: 'failed', action, error: toErrorRecord(thrown) };
    }
    // A failure too leaves traces in the account's state: the last error, the time to wait until.
    await reload();
    outcome.value = next;
    running.value = null;
  }

  return { running, outcome, run };
}
