/** A person at the stand-in's sign-in window. */
import type { Standin } from '../standin/index.ts';
import type { ListenerKey } from '../standin/listeners.ts';
import type { DrivenPage } from './driven-page.ts';
import type { ExtensionBrowser } from './extension-browser.ts';

interface SignIn {
  extension: ExtensionBrowser;
  standin: Standin;
  as: ListenerKey;
}

/** Fills the guide of the options page and opens the sign-in window. */
export async function openSignIn(
  options: DrivenPage,
  { extension, standin }: Omit<SignIn, 'as'>,
): Promise<DrivenPage> {
  await options.fill('Client ID', standin.clientId);
  await options.clickButton('Connect Spotify');
  return extension.waitForPage(standin.accountsUrl);
}

/** Signs in in the window and answers the question for access; the window closes by itself. */
export async function answerSignIn(
  window: DrivenPage,
  { standin, as, answer = 'Agree' }: Omit<SignIn, 'extension'> & { answer?: 'Agree' | 'Cancel' },
): Promise<void> {
  await window.clickButton(`Sign in as ${standin.listeners[as].displayName}`);
  await window.clickButton(answer);
  await window.waitForClose();
}

/** From the open options page to a connected account with its first plays, as a person does it. */
export async function connect(options: DrivenPage, signIn: SignIn): Promise<void> {
  const window = await openSignIn(options, signIn);
  await answerSignIn(window, signIn);
  await options.waitForText(signIn.standin.listeners[signIn.as].displayName);
  await options.waitForText(/Connected · synced /);
}
