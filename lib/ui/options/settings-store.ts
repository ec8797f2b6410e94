/** The settings as the form shows them: what is stored, with what is just being changed on top. */
import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import { toErrorRecord, type ErrorRecord } from '../../domain/app-error.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Client } from '../../messages/client.ts';

export const INTERVAL_MINUTES = { least: 1, most: 60 } as const;

export type IntervalProblem = 'not-a-whole-number' | 'out-of-range';

/** What became of the last change, for the line that announces it. */
export type SettingsOutcome =
  | { field: keyof Settings; name: 'saved' }
  /** Saved, but sign-ins could not be moved to where it wants them. */
  | { field: keyof Settings; name: 'half-done'; error: ErrorRecord }
  | { field: keyof Settings; name: 'failed'; error: ErrorRecord };

export interface SettingsStore {
  /** Stored values, overlaid with those on their way; null until the overview is there. */
  values: ReadonlySignal<Settings | null>;
  /** The text in the interval's field. */
  intervalText: ReadonlySignal<string>;
  intervalProblem: ReadonlySignal<IntervalProblem | null>;
  outcome: ReadonlySignal<SettingsOutcome | null>;
  typeInterval(text: string): void;
  /** Saves the typed interval when it is good and new. */
  commitInterval(): Promise<void>;
  /** Shows the change at once and takes it back when saving fails. Never rejects. */
  save(field: keyof Settings, change: Partial<Settings>): Promise<void>;
}

interface SettingsOptions {
  client: Client;
  stored: ReadonlySignal<Settings | null>;
  /** Fetches the overview again, so that `stored` is fresh. */
  reload: () => Promise<void>;
}

export function createSettingsStore({ client, stored, reload }: SettingsOptions): SettingsStore {
  const pending = signal<Partial<Settings>>({});
  const typed = signal<string | null>(null);
  const outcome = signal<SettingsOutcome | null>(null);

  const values = computed(() => stored.value && { ...stored.value, ...pending.value });
  const intervalText = computed(
    () => typed.value ?? values.value?.syncIntervalMinutes.toString() ?? '',
  );
  const intervalProblem = computed(() =>
    typed.value === null ? null : findIntervalProblem(typed.value),
  );

  async function save(field: keyof Settings, change: Partial<Settings>): Promise<void> {
    outcome.value = null;
    pending.value = { ...pending.value, ...change };
    let next: SettingsOutcome;
    try {
      await client.ask('settings.set', change);
      await reload();
      next = { field, name: 'saved' };
    } catch (thrown) {
      const error = toErrorRecord(thrown);
      const name = error.code.startsWith('token/') ? 'half-done' : 'failed';
      // It is stored as it is shown, so that taking the change back must not show the old value.
      if (name === 'half-done') await reload();
      next = { field, name, error };
    }
    const { [field]: settled, ...others } = pending.value;
    // A newer change of the same field may be on its way; it stays on top.
    if (settled === change[field]) pending.value = others;
    outcome.value = next;
  }

  async function commitInterval(): Promise<void> {
    const text = typed.value;
    if (text === null || findIntervalProblem(text) !== null) return;
    typed.value = null;
    const syncIntervalMinutes = Number(text.trim());
    if (syncIntervalMinutes === values.value?.syncIntervalMinutes) return;
    await save('syncIntervalMinutes', { syncIntervalMinutes });
  }

  return {
    values,
    intervalText,
    intervalProblem,
    outcome,
    typeInterval: (text) => {
      typed.value = text;
      outcome.value = null;
    },
    commitInterval,
    save,
  };
}

/** Null when the text is a whole number of minutes from 1 to 60. */
function findIntervalProblem(text: string): IntervalProblem | null {
  if (!/^\s*\d+\s*$/.test(text)) return 'not-a-whole-number';
  const minutes = Number(text);
  const inRange = minutes >= INTERVAL_MINUTES.least && minutes <= INTERVAL_MINUTES.most;
  return inRange ? null : 'out-of-range';
}
