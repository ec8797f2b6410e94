import { describe, expect, test, vi } from 'vitest';
import { AppError } from '../../../../lib/domain/app-error.ts';
import { createAccountActions } from '../../../../lib/ui/options/account-actions.ts';
import { NOW } from '../fixtures.ts';
import { makeView } from './account-view.ts';
import { createFakeClient } from './fake-client.ts';

const REPORT = { at: NOW, received: 5, added: 2, possibleGap: false };

function setUp(options: { clipboard?: 'refuses'; fails?: AppError } = {}) {
  const copied: string[] = [];
  const { client, asked } = createFakeClient({
    'token.refresh': () => makeView().token,
    'sync.now': () => {
      if (options.fails) throw options.fails;
      return REPORT;
    },
    'account.select': () => null,
    'diagnostics.get': () => '{"version":"0.1.0"}',
  });
  const reload = vi.fn(async () => undefined);
  const actions = createAccountActions({
    accountId: 'ada',
    client,
    reload,
    async writeClipboard(text) {
      if (options.clipboard === 'refuses') throw new Error('NotAllowedError');
      copied.push(text);
    },
  });
  return { actions, asked, copied, reload };
}

describe('the buttons of an account', () => {
  test('ask for this account and fetch its new state', async () => {
    const { actions, asked, reload } = setUp();
    await actions.run('refresh');
    await actions.run('select');
    expect(asked).toEqual([
      { name: 'token.refresh', request: { accountId: 'ada' } },
      { name: 'account.select', request: { accountId: 'ada' } },
    ]);
    expect(reload).toHaveBeenCalledTimes(2);
    expect(actions.outcome.value).toEqual({ name: 'selected' });
  });

  test('tell what a sync found', async () => {
    const { actions } = setUp();
    await actions.run('sync');
    expect(actions.outcome.value).toEqual({ name: 'synced', report: REPORT });
  });

  test('keep the error of a failure, and still fetch the state, where it left its traces', async () => {
    const fails = new AppError('api/rate-limited', { retryAt: NOW + 1000 });
    const { actions, reload } = setUp({ fails });
    await actions.run('sync');
    expect(actions.outcome.value).toEqual({
      name: 'failed',
      action: 'sync',
      error: { code: 'api/rate-limited', data: { retryAt: NOW + 1000 } },
    });
    expect(reload).toHaveBeenCalledOnce();
    expect(actions.running.value).toBeNull();
  });

  test('run one at a time', async () => {
    const { actions, asked } = setUp();
    const first = actions.run('refresh');
    expect(actions.running.value).toBe('refresh');
    await actions.run('sync');
    await first;
    expect(asked).toHaveLength(1);
  });

  test('copy the diagnostics', async () => {
    const { actions, copied } = setUp();
    await actions.run('diagnostics');
    expect(copied).toEqual(['{"version":"0.1.0"}']);
    expect(actions.outcome.value).toEqual({ name: 'diagnostics-copied' });
  });

  test('show the diagnostics when the clipboard refuses', async () => {
    const { actions } = setUp({ clipboard: 'refuses' });
    await actions.run('diagnostics');
    expect(actions.outcome.value).toEqual({
      name: 'diagnostics-shown',
      text: '{"version":"0.1.0"}',
    });
  });
});
