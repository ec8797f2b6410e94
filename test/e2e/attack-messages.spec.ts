/** Whoever is not a page of ours asks for a token, with the words a page of ours would use. */
import { GECKO_ID } from '../../lib/domain/manifest.ts';
import { contract } from '../../lib/messages/contract.ts';
import type { DrivenPage } from '../support/driven-page.ts';
import { connect } from '../support/sign-in.ts';
import { plantIn } from './attackers/plant.ts';
import { expect, test } from './attackers/hostile-test.ts';

test('answers pages of its own and nobody else, whatever they send', async ({
  extension,
  extensionDir,
  site,
  standin,
}) => {
  const uproot = plantIn(extensionDir);
  const options = await extension.open('options.html');
  await connect(options, { extension, standin, as: 'mira' });
  const { accountId } = standin.listeners.mira;
  const message = requestOf('token.get', { accountId });
  const id = extension.name === 'firefox' ? GECKO_ID : new URL(extension.origin()).host;

  // Otherwise a refusal would prove nothing.
  const [granted = ''] = await ask(options, [message]);
  const { accessTokens } = await standin.control.issuedTokens();
  const accessToken = accessTokens.find((token) => granted.includes(token)) ?? 'none of them';
  expect(granted).toContain(accessToken);

  await test.step('another extension gets no answer, by message or by port', async () => {
    const neighbour = await extension.open(`${extension.originOf(1)}/page.html`);
    expect(await neighbour.page.evaluate(sendFromOutside, id, message)).toMatch(/^refused: /);
    expect(await neighbour.page.evaluate(connectFromOutside, id, message)).toBe('closed');
    expect(await neighbour.page.evaluate(look, extension.origin(), ['files'])).toEqual([]);
    await neighbour.close();
  });

  await test.step('a web page finds nobody to ask, and nothing of ours to load or to frame', async () => {
    const lure = await extension.open(`${site.url}/lure`);
    expect(await lure.page.evaluate(sendFromOutside, id, message)).toMatch(/^refused: /);
    expect(await lure.page.evaluate(look, extension.origin(), ['files'])).toEqual([]);
    await lure.close();
  });

  await test.step('a frame within a page of ours is refused', async () => {
    const reply = await options.page.evaluate(askFromFrame, message);
    expect(reply).toMatch(/message\/forbidden|^no messages here$/);
    expect(await options.page.evaluate(look, extension.origin(), [])).toEqual([]);
    expect(await options.page.evaluate(framePages, ['about:blank'])).toEqual(['about:blank']);
    const pages = ['popup.html', 'options.html', 'dashboard.html', 'stranger.html'];
    expect(await options.page.evaluate(framePages, pages)).toEqual([]);
  });

  await test.step('a page of ours that nobody knows is refused', async () => {
    const stranger = await extension.open('stranger.html#/options.html');
    expect(await ask(stranger, [message])).toEqual([expect.stringContaining('message/forbidden')]);
    await stranger.close();
  });

  await test.step('words that nobody knows are refused', async () => {
    const names = ['token.steal', '__proto__', 'constructor', 'hasOwnProperty', ''];
    const replies = await ask(
      options,
      names.map((name) => requestOf(name, { accountId })),
    );
    expect(replies).toEqual(names.map(() => expect.stringContaining('message/unknown')));
    const others = [null, 7, 'token.get', [message], { type: 'ostinato/other' }];
    expect(await ask(options, others)).toEqual(
      others.map(() => expect.stringMatching(/^(undefined|refused: .*)$/)),
    );
  });

  await test.step('bodies that are none are refused, one and all', async () => {
    const malformed = [
      ...Object.keys(contract).flatMap((name) =>
        [null, 7, 'x', [accountId], true].map((body) => requestOf(name, body)),
      ),
      requestOf('token.get', {}),
      requestOf('token.get', { accountId: [accountId] }),
      requestOf('token.get', { accountId: { text: accountId } }),
      requestOf('token.refresh', { accountId: '' }),
      requestOf('account.disconnect', { accountId, deleteHistory: 'yes' }),
      requestOf('details.want', { accountId, uris: [{}] }),
      requestOf('settings.set', { syncIntervalMinutes: 0 }),
      requestOf('settings.set', { syncIntervalMinutes: '5' }),
      requestOf('settings.set', { theme: 'url(//evil)' }),
      requestOf('sign-in.start', { clientId: 'javascript:alert(1)', renew: null }),
    ];
    const replies = await ask(options, malformed);
    expect(replies.filter((reply) => !reply.includes('message/invalid'))).toEqual([]);
    expect(replies).toHaveLength(malformed.length);
    const [nobody] = await ask(options, [requestOf('token.get', { accountId: '__proto__' })]);
    expect(nobody).toContain('token/unknown-account');
  });

  await test.step('bodies of 65 MiB are refused, and the next question is answered', async () => {
    // Chromium itself refuses what is longer than 64 MiB; what is shorter is ours to refuse.
    for (const mebibytes of extension.name === 'chromium' ? [65, 16] : [65]) {
      const reply = await options.page.evaluate(sendHuge, mebibytes, accountId);
      expect(reply, `${mebibytes} MiB`).toMatch(
        /message\/invalid|^refused: .*maximum allowed size/,
      );
    }
    expect(await ask(options, [message])).toEqual([expect.stringContaining(accessToken)]);
  });
  uproot();
});

function requestOf(name: string, request: unknown) {
  return { type: 'ostinato/request', name, request };
}

/** What a page of the extension gets for each message, as text. */
function ask(page: DrivenPage, messages: readonly unknown[]): Promise<string[]> {
  // As text: a driver has its own ideas of what may stand in an object.
  return page.page.evaluate(async (text) => {
    const replies: string[] = [];
    for (const message of JSON.parse(text) as unknown[]) {
      try {
        replies.push(JSON.stringify(await chrome.runtime.sendMessage(message)) ?? 'undefined');
      } catch (error) {
        replies.push(`refused: ${String(error)}`);
      }
    }
    return replies;
  }, JSON.stringify(messages));
}

/** Runs in a page of somebody else. */
async function sendFromOutside(id: string, message: unknown): Promise<string> {
  try {
    return JSON.stringify(await chrome.runtime.sendMessage(id, message)) ?? 'undefined';
  } catch (error) {
    return `refused: ${String(error)}`;
  }
}

/** Runs in a page of another extension: what came first, an answer or the end. */
function connectFromOutside(id: string, message: unknown): Promise<string> {
  return new Promise((resolve) => {
    const port = chrome.runtime.connect(id);
    port.onMessage.addListener((answer: unknown) => resolve(JSON.stringify(answer)));
    port.onDisconnect.addListener(() => {
      void chrome.runtime.lastError;
      resolve('closed');
    });
    port.postMessage(message);
  });
}

/** Runs in a page: all ways to see something of the extension at `origin`; what could be seen. */
async function look(origin: string, ways: string[]): Promise<string[]> {
  const seen: string[] = [];
  addEventListener('message', ({ data }) => seen.push(String(data)));

  function load(element: HTMLElement): Promise<boolean> {
    return new Promise((resolve) => {
      element.addEventListener('load', () => resolve(true));
      element.addEventListener('error', () => resolve(false));
      document.documentElement.append(element);
    });
  }

  const frame = Object.assign(document.createElement('iframe'), { src: `${origin}/stranger.html` });
  // What loads may be the browser's own page of error: the stranger tells whether it ran.
  await load(frame);
  frame.remove();
  if (ways.includes('files')) {
    const script = Object.assign(document.createElement('script'), {
      src: `${origin}/stranger.js`,
    });
    if (await load(script)) seen.push('script');
    if (await load(Object.assign(new Image(), { src: `${origin}/icons/128.png` }))) {
      seen.push('image');
    }
    for (const path of ['popup.html', 'options.html', 'dashboard.html', 'background.js']) {
      if (await fetch(`${origin}/${path}`).catch(() => null)) seen.push(path);
    }
  }
  return seen;
}

/** Runs in a page of ours: those that it can frame, which of all pages would see the most of them. */
async function framePages(paths: string[]): Promise<string[]> {
  const framed: string[] = [];
  for (const path of paths) {
    const frame = Object.assign(document.createElement('iframe'), { src: path });
    const loaded = new Promise((resolve) => {
      frame.addEventListener('load', resolve);
    });
    document.body.append(frame);
    await loaded;
    // A browser's own page of error is another origin.
    if (frame.contentDocument) framed.push(path);
    frame.remove();
  }
  return framed;
}

/** Runs in a page of ours: its frame asks in its own name. */
async function askFromFrame(message: unknown): Promise<string> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const inside = (frame.contentWindow as unknown as { chrome?: typeof chrome }).chrome;
  const reply = inside?.runtime?.sendMessage
    ? JSON.stringify(await inside.runtime.sendMessage(message))
    : 'no messages here';
  frame.remove();
  return reply;
}

/** Runs in a page of ours: one text of this size, where a text may stand. */
async function sendHuge(mebibytes: number, accountId: string): Promise<string> {
  const request = { accountId, uris: ['x'.repeat(mebibytes * 2 ** 20)] };
  const message = { type: 'ostinato/request', name: 'details.want', request };
  try {
    return JSON.stringify(await chrome.runtime.sendMessage(message)).slice(0, 500);
  } catch (error) {
    return `refused: ${String(error).slice(0, 500)}`;
  }
}
