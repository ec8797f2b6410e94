/** The state of the whole extension as a page holds it: asked once, then again at every change. */
import { signal, type ReadonlySignal } from '@preact/signals-core';
import { toErrorRecord, type ErrorRecord } from '../domain/app-error.ts';
import type { Client } from '../messages/client.ts';
import type { Overview } from '../messages/contract.ts';

export interface OverviewStore {
  /** The last answer, kept while a newer one is on its way or fails; null before the first. */
  overview: ReadonlySignal<Overview | null>;
  loading: ReadonlySignal<boolean>;
  /** Why the last question went unanswered; null once one is answered. */
  error: ReadonlySignal<ErrorRecord | null>;
  /** Resolves when an answer asked for after this call is there, or failed. Never rejects. */
  reload(): Promise<void>;
}

interface OverviewStoreOptions {
  client: Client;
  /** Calls back at every change in the background; usually `onRevision`. */
  onRevision: (listener: (revision: number) => void) => void;
}

/** Asks nothing until the first `reload` or the first notice. */
export function createOverviewStore({ client, onRevision }: OverviewStoreOptions): OverviewStore {
  const overview = signal<Overview | null>(null);
  const loading = signal(false);
  const error = signal<ErrorRecord | null>(null);
  let running: Promise<void> | null = null;
  let queued: Promise<void> | null = null;

  async function load(): Promise<void> {
    loading.value = true;
    try {
      overview.value = await client.ask('overview.get', {});
      error.value = null;
    } catch (thrown) {
      error.value = toErrorRecord(thrown);
    }
    loading.value = false;
  }

  function start(): Promise<void> {
    const current = load().finally(() => {
      if (running === current) running = null;
    });
    running = current;
    return current;
  }

  /** An answer under way may be older than the change that is asked about: one more follows it. */
  function reload(): Promise<void> {
    if (!running) return start();
    queued ??= running.then(() => {
      queued = null;
      return start();
    });
    return queued;
  }

  async function catchUp(revision: number): Promise<void> {
    if (running) {
      await running;
      return catchUp(revision);
    }
    if (revision > (overview.value?.revision ?? 0)) await reload();
    return undefined;
  }

  onRevision((revision) => void catchUp(revision));

  return { overview, loading, error, reload };
}
