/** The guided section's field: what was typed, how it looks, and whether it may be sent. */
import { computed, signal, type ReadonlySignal } from '@preact/signals-core';
import { checkClientId, type ClientIdCheck } from './client-id-check.ts';

export interface ConnectFormStore {
  text: ReadonlySignal<string>;
  check: ReadonlySignal<ClientIdCheck>;
  /** True when the field should look wrong: not while an ID is still being typed. */
  faulty: ReadonlySignal<boolean>;
  type(text: string): void;
  /** The client ID to connect with; null, and the field looks faulty, when it is not good. */
  submit(): string | null;
}

interface ConnectFormOptions {
  /** The build's own client ID; null in a release. */
  proposed: ReadonlySignal<string | null>;
  /** What the field starts with; null for nothing. */
  suggested: ReadonlySignal<string | null>;
}

export function createConnectFormStore(options: ConnectFormOptions): ConnectFormStore {
  const typed = signal<string | null>(null);
  const submitted = signal(false);
  const text = computed(() => typed.value ?? options.suggested.value ?? '');
  const check = computed(() => checkClientId(text.value, options.proposed.value));
  const faulty = computed(() => {
    const { state } = check.value;
    if (state === 'good') return false;
    return submitted.value || state === 'strange-character' || state === 'too-long';
  });

  return {
    text,
    check,
    faulty,
    type(next) {
      typed.value = next;
      submitted.value = false;
    },
    submit() {
      submitted.value = true;
      return check.value.state === 'good' ? check.value.clientId : null;
    },
  };
}
