/** The pages of the accounts service: sign in, agree or cancel, and what went wrong. */
import type { Listener } from './listeners.ts';
import { SCOPES } from './scopes.ts';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes any text safe inside markup and quoted attributes. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

const STYLE = `
  :root { color-scheme: light dark }
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 26rem; margin: 10vh auto; padding: 0 1.5rem }
  h1 { font-size: 1.5rem } form { display: grid; gap: .75rem }
  button { font: inherit; padding: .75rem 1.25rem; border: 1px solid; border-radius: 2rem; cursor: pointer }
  button.primary { background: CanvasText; color: Canvas }
  small { opacity: .75 }`;

function renderPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style></head>
<body><main><h1>${title}</h1>${body}</main><footer><small>A stand-in for Spotify’s accounts service, for tests.</small></footer></body>
</html>`;
}

const signInButton = ({ key, displayName }: Listener, words: string) =>
  `<button name="sign-in" value="${key}">${words} ${escapeMarkup(displayName)}</button>`;

/** Everybody who has an account, one button each. */
export function renderSignIn(action: string, listeners: readonly Listener[]): string {
  const buttons = listeners.map((listener) => signInButton(listener, 'Sign in as')).join('');
  return renderPage(
    'Sign in',
    `<form method="post" action="${escapeMarkup(action)}">${buttons}</form>`,
  );
}

/** What the app asks for; two answers, and a way to be somebody else. */
export function renderConsent(
  action: string,
  listener: Listener,
  others: readonly Listener[],
  scopes: readonly string[],
): string {
  const wishes = scopes.map((scope) => `<li>${escapeMarkup(SCOPES[scope] ?? scope)}</li>`).join('');
  const change = others.map((other) => signInButton(other, 'Not you? Sign in as')).join('');
  return renderPage(
    'Allow access?',
    `<p>Signed in as <strong>${escapeMarkup(listener.displayName)}</strong>. The app will be able to:</p>
<ul>${wishes}</ul>
<form method="post" action="${escapeMarkup(action)}">
<button class="primary" name="consent" value="agree">Agree</button>
<button name="consent" value="cancel">Cancel</button>${change}</form>`,
  );
}

/** Spotify shows its refusals as a bare line such as "INVALID_CLIENT: Invalid redirect URI". */
export function renderRefusal(line: string): string {
  return renderPage('Something went wrong', `<p>${escapeMarkup(line)}</p>`);
}
