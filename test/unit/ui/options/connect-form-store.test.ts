import { signal } from '@preact/signals-core';
import { describe, expect, test } from 'vitest';
import { createConnectFormStore } from '../../../../lib/ui/options/connect-form-store.ts';

const GOOD = '0123456789abcdef0123456789abcdef';

function setUp(suggestion: string | null = null) {
  const suggested = signal(suggestion);
  const form = createConnectFormStore({ proposed: signal(null), suggested });
  return { form, suggested };
}

describe('the client ID field', () => {
  test('starts with the suggestion, also one that arrives late, until something is typed', () => {
    const { form, suggested } = setUp();
    expect(form.text.value).toBe('');
    suggested.value = GOOD;
    expect(form.text.value).toBe(GOOD);
    form.type('');
    expect(form.text.value).toBe('');
  });

  test('does not look wrong while an ID is still being typed', () => {
    const { form } = setUp();
    form.type('0123');
    expect(form.faulty.value).toBe(false);
    form.type('0123-');
    expect(form.faulty.value).toBe(true);
  });

  test('looks wrong after Connect was pressed too early, until it is changed', () => {
    const { form } = setUp();
    expect(form.submit()).toBeNull();
    expect(form.faulty.value).toBe(true);
    form.type('0');
    expect(form.faulty.value).toBe(false);
  });

  test('hands over the trimmed ID, and keeps what was typed', () => {
    const { form } = setUp();
    form.type(` ${GOOD} `);
    expect(form.submit()).toBe(GOOD);
    expect(form.text.value).toBe(` ${GOOD} `);
  });
});
