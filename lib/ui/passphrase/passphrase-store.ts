/** Setting, changing and turning off the passphrase: one form at a time, checked before it is sent. */
import { signal, type ReadonlySignal } from '@preact/signals-core';
import { toErrorRecord, type ErrorRecord } from '../../domain/app-error.ts';
import { isLongEnough } from '../../domain/passphrase.ts';
import type { Client } from '../../messages/client.ts';

export type PassphraseForm = 'turn-on' | 'change' | 'turn-off';

/** What was typed. It passes through and is not kept here. */
export interface PassphraseEntry {
  current: string;
  next: string;
  again: string;
}

export interface PassphraseProblem {
  field: keyof PassphraseEntry;
  name: 'wrong' | 'too-short' | 'different';
}

export interface PassphraseStore {
  /** The form that stands open. */
  form: ReadonlySignal<PassphraseForm | null>;
  busy: ReadonlySignal<boolean>;
  /** What is to be mended in the form. */
  problem: ReadonlySignal<PassphraseProblem | null>;
  error: ReadonlySignal<ErrorRecord | null>;
  /** What was done last. */
  done: ReadonlySignal<PassphraseForm | null>;
  open(form: PassphraseForm): void;
  close(): void;
  /** Never rejects. */
  submit(entry: PassphraseEntry): Promise<void>;
}

interface PassphraseOptions {
  client: Client;
  reload: () => Promise<void>;
}

export function createPassphraseStore({ client, reload }: PassphraseOptions): PassphraseStore {
  const form = signal<PassphraseForm | null>(null);
  const busy = signal(false);
  const problem = signal<PassphraseProblem | null>(null);
  const error = signal<ErrorRecord | null>(null);
  const done = signal<PassphraseForm | null>(null);

  function show(next: PassphraseForm | null): void {
    form.value = next;
    problem.value = null;
    error.value = null;
    done.value = null;
  }

  function send(open: PassphraseForm, { current, next }: PassphraseEntry): Promise<null> {
    if (open === 'turn-on') return client.ask('passphrase.turn-on', { passphrase: next });
    if (open === 'change') return client.ask('passphrase.change', { current, next });
    return client.ask('passphrase.turn-off', { current });
  }

  async function submit(entry: PassphraseEntry): Promise<void> {
    const open = form.value;
    if (open === null || busy.value) return;
    error.value = null;
    problem.value = findProblem(open, entry);
    if (problem.value) return;
    busy.value = true;
    try {
      await send(open, entry);
      await reload();
      show(null);
      done.value = open;
    } catch (thrown) {
      const record = toErrorRecord(thrown);
      if (record.code === 'token/wrong-passphrase') {
        problem.value = { field: 'current', name: 'wrong' };
      } else {
        error.value = record;
      }
    }
    busy.value = false;
  }

  return { form, busy, problem, error, done, open: show, close: () => show(null), submit };
}

function findProblem(
  form: PassphraseForm,
  { next, again }: PassphraseEntry,
): PassphraseProblem | null {
  if (form === 'turn-off') return null;
  if (!isLongEnough(next)) return { field: 'next', name: 'too-short' };
  return next === again ? null : { field: 'again', name: 'different' };
}
