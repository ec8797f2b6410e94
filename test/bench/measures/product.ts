/** What a person meets of the whole extension: the popup's first figures, and a token from a sleeping background. */
import type { Standin } from '../../standin/index.ts';
import type { ExtensionBrowser } from '../../support/extension-browser.ts';
import { type Line, lineAgainst, lineOf } from '../report.ts';
import { measurePaint, measurePopupScripts } from './popup-paint.ts';
import { measureAnswer } from './token-get.ts';

/** Where in the browser the extension stands that does nothing. */
const BARE_INDEX = 1;
const WARM_ROUNDS = 30;
const COLD_ROUNDS = 8;

export async function measurePopup(
  extension: ExtensionBrowser,
  extensionDir: string,
): Promise<Line[]> {
  const scriptBytes = measurePopupScripts(extensionDir);
  return [
    ...(await comparePaint('popup, warm', WARM_ROUNDS, 1.3, extension, async () => undefined)),
    ...(await comparePaint('popup, cold', COLD_ROUNDS, 1.5, extension, () => extension.restart())),
    lineOf('popup, scripts', scriptBytes / 1000, 'kB gzipped', { most: 40 }),
  ];
}

/**
 * `between` stands before each measurement, of all pages alike. The second yardstick says how much of
 * the time goes into fetching any script at all: the least a page can do that shows what it remembers.
 */
async function comparePaint(
  measure: string,
  rounds: number,
  most: number,
  extension: ExtensionBrowser,
  between: () => Promise<void>,
): Promise<Line[]> {
  const [ours, plain, scripted]: [number[], number[], number[]] = [[], [], []];
  const bare = extension.originOf(BARE_INDEX);
  for (let round = 0; round < rounds; round++) {
    await between();
    ours.push(await measurePaint(extension, 'popup.html'));
    await between();
    plain.push(await measurePaint(extension, `${bare}/page.html`));
    await between();
    scripted.push(await measurePaint(extension, `${bare}/scripted.html`));
  }
  const limit = { most };
  return [
    lineAgainst({ measure, ours, theirs: plain, yardstick: 'a static page', limit }),
    {
      ...lineAgainst({
        measure,
        ours,
        theirs: scripted,
        yardstick: 'a page that a script fills',
        limit,
      }),
      budget: '',
      met: null,
    },
  ];
}

export async function measureToken(extension: ExtensionBrowser, on: Standin): Promise<Line[]> {
  const [ours, theirs]: [number[], number[]] = [[], []];
  const dashboard = await extension.open('dashboard.html');
  const page = await extension.open(`${extension.originOf(BARE_INDEX)}/page.html`);
  const message = {
    type: 'ostinato/request',
    name: 'token.get',
    request: { accountId: on.listeners.mira.accountId },
  };
  // The browser was restarted: the first answer refreshes, and the token is good from then on.
  await measureAnswer(dashboard, message);
  for (let round = 0; round < WARM_ROUNDS; round++) {
    await extension.stopBackground();
    ours.push(await measureAnswer(dashboard, message));
    await extension.stopBackground(BARE_INDEX);
    theirs.push(await measureAnswer(page, 'ping'));
  }
  const measure = 'token.get, worker stopped';
  const limit = { most: 1.2 };
  return [lineAgainst({ measure, ours, theirs, yardstick: 'a bare round trip', limit })];
}
