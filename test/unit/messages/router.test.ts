import { describe, expect, it, vi } from 'vitest';
import { AppError, toErrorRecord, type ErrorRecord } from '../../../lib/domain/app-error.ts';
import { DEFAULT_SETTINGS } from '../../../lib/domain/settings.ts';
import { createClient } from '../../../lib/messages/client.ts';
import { contract } from '../../../lib/messages/contract.ts';
import { createRouter, type Handlers } from '../../../lib/messages/router.ts';
import type { Sender } from '../../../lib/platform/runtime.ts';

const ORIGIN = 'chrome-extension://abcdefghijklmnop';
const SELF = { id: 'abcdefghijklmnop', origin: ORIGIN };
const POPUP: Sender = {
  id: SELF.id,
  origin: ORIGIN,
  url: `${ORIGIN}/popup.html?x=1`,
  frameId: undefined,
};

/** Handlers that all refuse, but for those a test brings. */
function handlersWith(some: Partial<Handlers>): Handlers {
  const refuse = Object.keys(contract).map((name) => [
    name,
    () => Promise.reject(new Error(`not expected: ${name}`)),
  ]);
  return { ...Object.fromEntries(refuse), ...some } as Handlers;
}

function setUp(some: Partial<Handlers>, sender: Sender = POPUP) {
  const unexpected: ErrorRecord[] = [];
  const listener = createRouter({
    handlers: handlersWith(some),
    self: SELF,
    keepAlive: (work) => work(),
    onUnexpected: (_name, error) => unexpected.push(error),
  });
  const send = (message: unknown) =>
    // A browser copies what crosses; classes do not survive.
    Promise.resolve(listener(structuredClone(message), sender)).then((reply) =>
      structuredClone(reply),
    );
  return { listener, send, client: createClient({ send }), unexpected };
}

describe('a page and the background', () => {
  it('get from question to answer', async () => {
    const { client } = setUp({
      'token.get': ({ accountId }) =>
        Promise.resolve({ accessToken: `for ${accountId}`, expiresAt: 5 }),
    });
    expect(await client.ask('token.get', { accountId: 'a' })).toEqual({
      accessToken: 'for a',
      expiresAt: 5,
    });
  });

  it('get an error across with its code and data', async () => {
    const { client, unexpected } = setUp({
      'token.get': () =>
        Promise.reject(new AppError('token/reauthorize', { reason: 'revoked', retryAt: 7 })),
    });
    const error = await client.ask('token.get', { accountId: 'a' }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(AppError);
    expect(toErrorRecord(error)).toEqual({
      code: 'token/reauthorize',
      data: { reason: 'revoked', retryAt: 7 },
    });
    expect(unexpected).toEqual([]);
  });

  it('report what nobody foresaw as internal', async () => {
    const { client, unexpected } = setUp({
      'account.select': () => Promise.reject(new TypeError('boom')),
    });
    await expect(client.ask('account.select', { accountId: 'a' })).rejects.toMatchObject({
      code: 'internal',
    });
    expect(unexpected).toEqual([{ code: 'internal', data: { detail: 'boom' } }]);
  });

  it('do not let out a field the contract does not name', async () => {
    const { client } = setUp({
      'token.get': () =>
        Promise.resolve({ accessToken: 'a', expiresAt: 1, refreshToken: 'secret' } as {
          accessToken: string;
          expiresAt: number;
        }),
    });
    expect(await client.ask('token.get', { accountId: 'a' })).toEqual({
      accessToken: 'a',
      expiresAt: 1,
    });
  });

  it('keep the background alive while a handler works', async () => {
    const began = vi.fn();
    const keepAlive = <T>(work: () => Promise<T>) => {
      began();
      return work();
    };
    const listener = createRouter({
      handlers: handlersWith({ 'settings.set': () => Promise.resolve(DEFAULT_SETTINGS) }),
      self: SELF,
      keepAlive,
      onUnexpected: () => undefined,
    });
    await listener({ type: 'ostinato/request', name: 'settings.set', request: {} }, POPUP);
    expect(began).toHaveBeenCalledOnce();
  });
});

describe('the router refuses', () => {
  const request = { type: 'ostinato/request', name: 'sign-in.cancel', request: {} };
  const handlers = { 'sign-in.cancel': () => Promise.resolve(null) };

  it.each([
    ['another extension', { ...POPUP, id: 'other' }],
    ['a web page', { ...POPUP, origin: 'https://example.com', url: 'https://example.com/' }],
    ['a page with our path on another origin', { ...POPUP, url: 'https://example.com/popup.html' }],
    ['a subframe', { ...POPUP, frameId: 3 }],
    ['an unknown page of ours', { ...POPUP, url: `${ORIGIN}/other.html` }],
    ['a sender without an address', { ...POPUP, url: undefined }],
    ['an address that is none', { ...POPUP, url: 'not a url' }],
  ])('%s', async (_who, sender) => {
    const { send } = setUp(handlers, sender);
    expect(await send(request)).toEqual({
      ok: false,
      error: { code: 'message/forbidden', data: {} },
    });
  });

  it.each(['nonsense', 'constructor', '__proto__', 'toString'])(
    'the unknown name %s',
    async (name) => {
      const { send } = setUp(handlers);
      expect(await send({ ...request, name })).toEqual({
        ok: false,
        error: { code: 'message/unknown', data: {} },
      });
    },
  );

  it('a malformed request, naming the place', async () => {
    const { send } = setUp({});
    expect(
      await send({ type: 'ostinato/request', name: 'token.get', request: { accountId: 5 } }),
    ).toEqual({ ok: false, error: { code: 'message/invalid', data: { detail: 'accountId' } } });
  });

  it('nothing that is not a request: others may answer that', () => {
    const { listener } = setUp(handlers);
    for (const message of [null, 'x', { type: 'ostinato/revision', revision: 1 }, [], undefined])
      expect(listener(message, POPUP)).toBeUndefined();
  });

  it('no page of ours in a tab', async () => {
    const { send } = setUp(handlers, { ...POPUP, url: `${ORIGIN}/options.html`, frameId: 0 });
    expect(await send(request)).toEqual({ ok: true, value: null });
  });
});

describe('the client', () => {
  it('says unreachable when nothing listens', async () => {
    const client = createClient({ send: () => Promise.reject(new Error('no receiver')) });
    await expect(client.ask('overview.get', {})).rejects.toMatchObject({
      code: 'message/unreachable',
    });
  });

  it('says unreachable when the background dies before it answers', async () => {
    const client = createClient({ send: () => Promise.resolve(undefined) });
    await expect(client.ask('overview.get', {})).rejects.toMatchObject({
      code: 'message/unreachable',
    });
  });
});
