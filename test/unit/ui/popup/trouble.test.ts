import { beforeEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../../lib/domain/app-error.ts';
import { type Losses, NOTHING_LOST } from '../../../../lib/domain/losses.ts';
import type { AccountView } from '../../../../lib/messages/contract.ts';
import { findTrouble, troubleText } from '../../../../lib/ui/popup/trouble.ts';
import { speakEnglish } from '../english.ts';
import { accountView, DAY_MS, HOUR_MS, NOW, overviewOf } from '../fixtures.ts';

beforeEach(() => speakEnglish());

const ada = accountView();

function view(changes: {
  token?: Partial<AccountView['token']>;
  sync?: Partial<AccountView['sync']>;
}) {
  return accountView('ada', {
    token: { ...ada.token, ...changes.token },
    sync: { ...ada.sync, ...changes.sync },
  });
}

const failing = (code: ErrorCode) => ({ lastError: { at: NOW - 1000, error: { code, data: {} } } });

function read(account: AccountView, hostAccess = true) {
  const trouble = findTrouble(overviewOf([account], { hostAccess }), account, {
    now: NOW,
    online: true,
  });
  return trouble && troubleText(trouble, NOW);
}

describe('trouble', () => {
  it('is not there when all is well', () => {
    expect(read(ada)).toBeNull();
  });

  it('is not being offline: the state line says that', () => {
    expect(read(view({ sync: failing('api/offline') }))).toBeNull();
  });

  it('asks to sign in again, with the reason', () => {
    const account = view({ token: { status: 'reauthorize', reason: 'revoked' } });
    expect(read(account)).toMatchObject({ tone: 'danger', action: 'reconnect' });
    expect(read(account)?.title).toContain('ended at Spotify');
  });

  it('asks for the passphrase', () => {
    const account = view({ token: { status: 'locked' } });
    expect(read(account)).toMatchObject({ title: 'Your sign-ins are locked.', tone: 'warning' });
  });

  it('tells of what the browser lost, but of a sign-in first', () => {
    const at = (missing: Partial<Losses>, account = ada) => {
      const lost = { ...NOTHING_LOST, ...missing };
      const trouble = findTrouble(overviewOf([account], { lost }), account, {
        now: NOW,
        online: true,
      });
      return trouble && troubleText(trouble, NOW);
    };
    expect(at({ history: NOW, settings: NOW })).toMatchObject({
      title: 'The browser lost your listening.',
      action: 'open-options',
    });
    expect(at({ settings: NOW })?.title).toContain('settings');
    expect(at({ settings: NOW, passphrase: NOW })?.title).toContain('passphrase');
    const revoked = view({ token: { status: 'reauthorize', reason: 'revoked' } });
    expect(at({ history: NOW }, revoked)?.action).toBe('reconnect');
  });

  it('leads to the options when the client ID is refused', () => {
    expect(read(view({ token: { status: 'misconfigured' } }))?.action).toBe('open-options');
  });

  it('says until when the quota is spent, and has no button for it', () => {
    const account = view({
      sync: {
        ...failing('api/quota-exceeded'),
        notBefore: NOW + 2 * HOUR_MS,
        wait: { code: 'api/quota-exceeded', named: true },
        quotaExceeded: true,
      },
    });
    expect(read(account)).toMatchObject({ tone: 'warning', action: 'none' });
    expect(read(account)?.text).toContain('14:00');
  });

  it('can be tried again when Spotify fails', () => {
    expect(read(view({ sync: failing('api/unavailable') }))?.action).toBe('retry');
  });

  it('tells of access that was taken back', () => {
    expect(read(ada, false)).toMatchObject({ tone: 'warning', action: 'open-options' });
  });

  it('tells of access that was taken back before anything that fails because of it', () => {
    const signedOut = view({ token: { status: 'reauthorize', reason: 'revoked' } });
    for (const account of [view({ sync: failing('api/offline') }), signedOut])
      expect(read(account, false)?.title).toBe('Ostinato may not reach Spotify');
  });

  it('does not blame Spotify for a sign-in that went with the browser, as was chosen', () => {
    const account = view({ token: { status: 'reauthorize', reason: null, memoryOnly: true } });
    expect(read(account)).toMatchObject({ tone: 'info', action: 'reconnect' });
    expect(read(account)?.title).toBe('You are signed out, because the browser was closed');
  });

  it('reminds of the renewal, with the date', () => {
    const account = view({ token: { renewalDue: true, renewBy: NOW + 12 * DAY_MS } });
    expect(read(account)).toMatchObject({ tone: 'info', action: 'reconnect' });
    expect(read(account)?.title).toContain('3 Dec');
  });

  it('tells of a possible gap, last of all', () => {
    const last = { at: NOW, received: 50, added: 50, possibleGap: true };
    expect(read(view({ sync: { last } }))?.tone).toBe('info');
    expect(read(view({ sync: { last }, token: { renewalDue: true } }))?.action).toBe('reconnect');
  });
});
