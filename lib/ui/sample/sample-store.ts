/** Sample listening as a page follows it: made on a click, gone on a click. */
import { signal, type ReadonlySignal } from '@preact/signals-core';
import { SAMPLE_ACCOUNT_ID } from '../../domain/account-ids.ts';
import { toErrorRecord, type ErrorRecord } from '../../domain/app-error.ts';
import type { Client } from '../../messages/client.ts';
import type { RunImportTask } from '../import/import-client.ts';

export type SamplePhase =
  | { name: 'idle' }
  | { name: 'making' }
  | { name: 'removing' }
  | { name: 'removed' }
  | { name: 'failed'; error: ErrorRecord };

/** None of these rejects, and none does anything while another is at work. */
export interface SampleStore {
  phase: ReadonlySignal<SamplePhase>;
  add(): Promise<void>;
  /** Asks nothing: there is nothing of a person's own in it. */
  remove(): Promise<void>;
}

interface SampleStoreOptions {
  client: Client;
  run: RunImportTask;
  /** IANA name of the display time zone. */
  timeZone: () => string;
  /** Fetches the overview again. */
  reload: () => Promise<void>;
  /** Called when there is something to look around in. */
  onAdded?: () => void;
  /** Called when nothing of it is left in the history. */
  onRemoved: () => void;
}

export function createSampleStore(options: SampleStoreOptions): SampleStore {
  const { client, run, timeZone, reload, onAdded, onRemoved } = options;
  const accountId = SAMPLE_ACCOUNT_ID;
  const phase = signal<SamplePhase>({ name: 'idle' });

  async function work(name: 'making' | 'removing', act: () => Promise<void>): Promise<void> {
    if (phase.value.name === 'making' || phase.value.name === 'removing') return;
    phase.value = { name };
    try {
      await act();
      phase.value = { name: name === 'making' ? 'idle' : 'removed' };
    } catch (thrown) {
      phase.value = { name: 'failed', error: toErrorRecord(thrown) };
    }
  }

  return {
    phase,
    add: () =>
      work('making', async () => {
        await run({ type: 'sample', timeZone: timeZone() });
        // The popup's figures are counted meanwhile: the dashboard waits for nobody.
        const told = client.ask('history.changed', { accountId }).catch(() => undefined);
        onAdded?.();
        await told;
        await reload();
      }),
    remove: () =>
      work('removing', async () => {
        await client.ask('listening.delete', { accountId });
        onRemoved();
        await reload();
      }),
  };
}
