import { signal } from '@preact/signals-core';
import { describe, expect, test, vi } from 'vitest';
import { AppError } from '../../../../lib/domain/app-error.ts';
import type { Overview } from '../../../../lib/messages/contract.ts';
import { createOptionsModel } from '../../../../lib/ui/options/options-model.ts';
import { accountView, NOW, overviewOf } from '../fixtures.ts';
import { createMemoryJournal } from '../import/scripted-run.ts';
import { createFakeClient } from './fake-client.ts';

function setUp(first: Overview | null = overviewOf([])) {
  const overview = signal<Overview | null>(first);
  const reload = vi.fn(async () => undefined);
  const forgetFigures = vi.fn();
  const permission = Promise.withResolvers<boolean>();
  const { client, asked } = createFakeClient({
    'sign-in.start': () => ({ accountId: 'ben' }),
    'listening.delete': () => null,
  });
  const model = createOptionsModel({
    client,
    overview: { overview, loading: signal(false), error: signal(null), reload },
    clock: { now: signal(NOW), online: signal(true) },
    runImportTask: () => Promise.reject(new AppError('history/unavailable')),
    importJournal: createMemoryJournal().journal,
    saveFile: () => undefined,
    openSample: () => undefined,
    forgetFigures,
    requestHostAccess: () => permission.promise,
    writeClipboard: async () => undefined,
  });
  return { model, overview, reload, permission, forgetFigures, asked };
}

describe('the options page', () => {
  test("suggests the client ID in use, else the build's own, else none", () => {
    const { model, overview } = setUp(null);
    expect(model.connectForm.text.value).toBe('');
    overview.value = overviewOf([], { proposedClientId: 'standin' });
    expect(model.connectForm.text.value).toBe('standin');
    const view = accountView();
    overview.value = overviewOf([view], { proposedClientId: 'standin' });
    expect(model.connectForm.text.value).toBe(view.account.clientId);
  });

  test('closes the guided section once another account is connected', async () => {
    const { model } = setUp(overviewOf([accountView()]));
    model.connectingAnother.value = true;
    await model.signIn.start({ clientId: 'standin', renew: null });
    expect(model.connectingAnother.value).toBe(false);
  });

  test('signs an account in again that the popup sent here, once it knows its client ID', async () => {
    const { model, overview, reload, asked } = setUp(null);
    const view = accountView('ada');
    reload.mockImplementation(async () => void (overview.value = overviewOf([view])));
    await model.reconnect('ada');
    const { clientId } = view.account;
    expect(asked).toEqual([{ name: 'sign-in.start', request: { clientId, renew: 'ada' } }]);
    expect(model.signIn.phase.value).toMatchObject({ name: 'done', renew: 'ada' });
  });

  test('opens no window for an account that is gone', async () => {
    const { model, asked } = setUp(overviewOf([accountView('ben')]));
    await model.reconnect('ada');
    expect(asked).toEqual([]);
  });

  test('lets the popup forget its figures once any listening is deleted', async () => {
    const { model, forgetFigures } = setUp();
    model.history.deletion.ask('ostinato:imported');
    expect(forgetFigures).not.toHaveBeenCalled();
    await model.history.deletion.confirm();
    expect(forgetFigures).toHaveBeenCalledOnce();
    await model.sample.remove();
    expect(forgetFigures).toHaveBeenCalledTimes(2);
  });

  test('keeps what an account is doing across renderings', () => {
    const { model } = setUp();
    expect(model.actionsOf('ada')).toBe(model.actionsOf('ada'));
    expect(model.actionsOf('ada')).not.toBe(model.actionsOf('ben'));
  });

  test('looks again after the question for access, whatever the answer', async () => {
    const { model, reload, permission } = setUp();
    model.requestHostAccess();
    expect(reload).not.toHaveBeenCalled();
    permission.reject(new Error('dismissed'));
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
  });
});
