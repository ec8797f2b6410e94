/** The quick answer may only ever say what the router would have said. */
import { describe, expect, it, vi } from 'vitest';
import { createQuickAnswer } from '../../../lib/messages/quick-answer.ts';
import type { Sender } from '../../../lib/platform/runtime.ts';

const ORIGIN = 'chrome-extension://abcdefghijklmnop';
const SELF = { id: 'abcdefghijklmnop', origin: ORIGIN };
const POPUP: Sender = {
  id: SELF.id,
  origin: ORIGIN,
  url: `${ORIGIN}/popup.html`,
  frameId: undefined,
};
const TOKEN = { accessToken: 'good', expiresAt: 5 };
const ASKED = { type: 'ostinato/request', name: 'token.get', request: { accountId: 'mira' } };

function setUp(found: Promise<typeof TOKEN | null> = Promise.resolve(TOKEN)) {
  const peekToken = vi.fn((_accountId: string) => found);
  return { peekToken, answer: createQuickAnswer({ self: SELF, peekToken }) };
}

describe('a token is handed out before the background is built', () => {
  it('to our own pages, when there is a good one', async () => {
    const { answer, peekToken } = setUp();
    expect(await answer(ASKED, POPUP)).toEqual({ ok: true, value: TOKEN });
    expect(peekToken).toHaveBeenCalledExactlyOnceWith('mira');
  });

  it('to nobody else', async () => {
    const { answer, peekToken } = setUp();
    const strangers: Partial<Sender>[] = [
      { id: 'another' },
      { origin: 'https://example.org' },
      { url: `${ORIGIN}/stray.html` },
      { url: 'https://example.org/popup.html' },
      { url: undefined },
      { frameId: 3 },
    ];
    for (const stranger of strangers) {
      expect(await answer(ASKED, { ...POPUP, ...stranger })).toBeNull();
    }
    expect(peekToken).not.toHaveBeenCalled();
  });

  it('and everything else is left to the router', async () => {
    const { answer, peekToken } = setUp();
    const others: unknown[] = [
      null,
      'token.get',
      { ...ASKED, type: 'other' },
      { ...ASKED, name: 'token.refresh' },
      { ...ASKED, request: null },
      { ...ASKED, request: { accountId: 7 } },
      { type: ASKED.type, name: ASKED.name },
    ];
    for (const other of others) expect(await answer(other, POPUP)).toBeNull();
    expect(peekToken).not.toHaveBeenCalled();
    expect(await setUp(Promise.resolve(null)).answer(ASKED, POPUP)).toBeNull();
    const failed = setUp(Promise.reject(new Error('no storage')));
    expect(await failed.answer(ASKED, POPUP)).toBeNull();
  });
});
