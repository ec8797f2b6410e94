/** Sign-ins that somebody meddles with, and what lies in the storage when a good one is done. */
import { gunzipSync } from 'node:zlib';
import type { Overview } from '../../lib/messages/contract.ts';
import { createApp } from '../standin/connect.ts';
import type { Standin } from '../standin/index.ts';
import type { DrivenPage } from '../support/driven-page.ts';
import { save, watchSaves } from '../support/saved-files.ts';
import { answerSignIn, connect, openSignIn } from '../support/sign-in.ts';
import { plantIn } from './attackers/plant.ts';
import { takeOver } from './attackers/thief.ts';
import { expect, test } from './attackers/hostile-test.ts';

test('keeps nobody’s tokens but those a person signed in for, each for its account', async ({
  extension,
  extensionDir,
  site,
  standin,
}) => {
  const uproot = plantIn(extensionDir);
  const options = await extension.open('options.html');
  const { redirectUri } = (await ask<Overview>(options, 'overview.get', {})).value;
  const signIn = () =>
    ask<unknown>(options, 'sign-in.start', { clientId: standin.clientId, renew: null });

  const code = await stealCode(standin, redirectUri);

  await test.step('a redirect that does not belong to the sign-in is not believed', async () => {
    const forged = [
      `{redirect}?code=${code}&state=guessed`,
      `{redirect}?code=${code}`,
      `{redirect}?code=${code}&state=`,
      `{redirect}?code=${code}&state={state}&state=guessed`,
      `{redirect}?code=${code}&state={state}&iss=${site.url}`,
      `{redirect}elsewhere?code=${code}&state={state}`,
      `{redirect}?error=access_denied&state=guessed`,
      `{redirect}?state={state}`,
      `{redirect}#access_token=${code}&token_type=Bearer&state={state}`,
    ];
    for (const to of forged) {
      await standin.control.fault({ kind: 'hijacked', to });
      expect((await signIn()).error?.code, to).toBe('oauth/invalid-response');
      await standin.control.clearFaults();
    }
    expect(await standin.control.count({ grantType: 'authorization_code' })).toBe(0);
  });

  await test.step('a page the window was led to gets no further either', async () => {
    await standin.control.fault({ kind: 'hijacked', to: `${site.url}/lure?state={state}` });
    const reply = signIn();
    const window = await extension.waitForPage(`${site.url}/lure`);
    const target = `${redirectUri}?code=${code}&state=guessed`;
    await window.page.evaluate((url) => location.replace(url), target).catch(() => undefined);
    expect((await reply).error?.code).toBe('oauth/invalid-response');
    await standin.control.clearFaults();
  });

  await test.step('the code of somebody else is of no use, even with the right state', async () => {
    const fresh = await stealCode(standin, redirectUri);
    const to = `{redirect}?code=${fresh}&state={state}`;
    await standin.control.fault({ kind: 'hijacked', to });
    expect((await signIn()).error?.code).toBe('oauth/invalid-response');
    await standin.control.clearFaults();
    expect(await standin.control.count({ grantType: 'authorization_code', status: 400 })).toBe(1);
    expect(await standin.control.count({ grantType: 'authorization_code', status: 200 })).toBe(0);
  });

  expect((await ask<Overview>(options, 'overview.get', {})).value.accounts).toEqual([]);
  const { mira, tomas } = standin.listeners;
  await connect(options, { extension, standin, as: 'mira' });
  const thief = await takeOver(options);
  const { [mira.accountId]: first = {} } = await thief.takeSealed();
  await standin.control.endSessions();
  await options.clickButton('Connect another account');
  const window = await openSignIn(options, { extension, standin });
  await answerSignIn(window, { standin, as: 'tomas' });
  await options.waitForButton(`Disconnect ${tomas.displayName}`);

  await test.step('code in a page finds no refresh token, and no bytes of the key', async () => {
    const { refreshTokens, accessTokens } = await standin.control.issuedTokens();
    const found = await thief.readAll();
    expect(found).toContain(mira.accountId);
    expect(accessTokens.some((token) => found.includes(token))).toBe(true);
    expect(refreshTokens.filter((token) => found.includes(token))).toEqual([]);
    expect(new Set(await thief.exportKeys())).toEqual(new Set(['InvalidAccessError']));
    // The limit of sealing, which SECURITY.md states: a page shares its origin with the background.
    expect(refreshTokens).toContain(await thief.useKey(mira.accountId));
  });

  await test.step('what a person takes along holds no token, sealed or not', async () => {
    const { refreshTokens, accessTokens } = await standin.control.issuedTokens();
    const sealed = Object.values(await thief.takeSealed()).flatMap((token) => Object.values(token));
    const secrets = [...refreshTokens, ...accessTokens, ...sealed];
    await watchSaves(options);
    for (const button of ['Export statistics', 'All streams as CSV', 'All streams as JSON']) {
      const text = (await save(options, button)).toString();
      expect(text.length, button).toBeGreaterThan(500);
      expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    }
    const backup = gunzipSync(await save(options, 'Back up')).toString();
    expect(backup).toContain(mira.accountId);
    expect(secrets.filter((secret) => backup.includes(secret))).toEqual([]);
  });

  await test.step('a sealed token opens in no other account’s row, and in no later one', async () => {
    // No sign-in without a person: the sealed tokens are all there is.
    await standin.control.endSessions();
    await ask(options, 'token.refresh', { accountId: mira.accountId });
    // Mira's first, into Tomás' first row and into her own second.
    await thief.putSealed({ [tomas.accountId]: first, [mira.accountId]: first });
    const refreshes = await standin.control.count({ grantType: 'refresh_token' });
    for (const { accountId } of [mira, tomas]) {
      const { error } = await ask(options, 'token.refresh', { accountId });
      expect(error?.code).toBe('token/reauthorize');
    }
    expect(await standin.control.count({ grantType: 'refresh_token' })).toBe(refreshes);
  });
  uproot();
});

/** A code that the accounts service gave to the attacker's own browser, for an account of theirs. */
async function stealCode(standin: Standin, redirectUri: string): Promise<string> {
  const app = createApp(standin);
  await app.authorize({ redirect_uri: redirectUri });
  let arrival = await app.person.press('Sign in as Tomás');
  // Asked once, and remembered for the account.
  if ('page' in arrival) arrival = await app.person.press('Agree');
  const code = 'redirect' in arrival ? arrival.redirect.searchParams.get('code') : null;
  if (!code) throw new Error('the attacker got no code');
  return code;
}

interface Answer<T> {
  value: T;
  error?: { code: string };
}

function ask<T>({ page }: DrivenPage, name: string, request: object): Promise<Answer<T>> {
  const message = { type: 'ostinato/request', name, request };
  return page.evaluate((sent) => chrome.runtime.sendMessage<object, Answer<T>>(sent), message);
}
