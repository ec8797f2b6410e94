/** A person with a browser, for tests without one: keeps cookies, follows redirects, presses buttons. */

export interface Page {
  status: number;
  url: string;
  text: string;
}

/** Where the walk ended: a page of the accounts service, or the redirect back to the app. */
export type Arrival = { page: Page } | { redirect: URL };

export interface Person {
  open(url: string): Promise<Arrival>;
  /** Presses the button with these words on the page shown last. */
  press(words: string): Promise<Arrival>;
  forgetCookies(): void;
}

/**
 * Goes through a sign-in as in a browser's window for it, pressing each of these buttons once, where it
 * is there; with none, any page is one too many. Gives the redirect it ends in.
 */
export async function passSignIn(
  person: Person,
  url: string,
  { buttons, interactive }: { buttons: readonly string[]; interactive: boolean },
): Promise<string> {
  const ahead = interactive ? [...buttons] : [];
  let arrival: Arrival = await person.open(url);
  while ('page' in arrival) {
    const { text } = arrival.page;
    const next = ahead.findIndex((words) => text.includes(words));
    const [button] = next < 0 ? [] : ahead.splice(next, 1);
    if (!button) throw new Error(interactive ? 'The user did not approve access.' : 'Interaction');
    arrival = await person.press(button);
  }
  return arrival.redirect.href;
}

interface Cookie {
  value: string;
  path: string;
}

/** Starts with no cookies. */
export function createPerson(): Person {
  const cookies = new Map<string, Cookie>();
  let shown: Page | undefined;

  const keepCookies = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ');
      const name = pair.slice(0, pair.indexOf('='));
      const path = attributes.find((attribute) => attribute.startsWith('path='))?.slice(5) ?? '/';
      const expires = attributes.find((attribute) => attribute.startsWith('expires='))?.slice(8);
      const isOver = expires !== undefined && Date.parse(expires) <= Date.now();
      if (isOver) cookies.delete(`${name} ${path}`);
      else cookies.set(`${name} ${path}`, { value: pair.slice(name.length + 1), path });
    }
  };

  const walk = async (start: string, form?: URLSearchParams): Promise<Arrival> => {
    const home = new URL(start).origin;
    let url = start;
    let body = form;
    for (let step = 0; step < 10; step++) {
      const { pathname } = new URL(url);
      const cookie = [...cookies]
        .filter(([, { path }]) => pathname.startsWith(path))
        .map(([key, { value }]) => `${key.split(' ')[0]}=${value}`)
        .join('; ');
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { cookie, accept: 'text/html' },
        ...(body && { method: 'POST', body }),
      });
      keepCookies(response);
      const location = response.headers.get('location');
      if (location === null) {
        shown = { status: response.status, url, text: await response.text() };
        return { page: shown };
      }
      const target = new URL(location, url);
      if (target.origin !== home) return { redirect: target };
      url = target.href;
      body = undefined;
    }
    throw new Error('too many redirects');
  };

  return {
    open: (url) => walk(url),
    press(words) {
      if (!shown) throw new Error('no page is open');
      const action = /<form method="post" action="([^"]+)"/.exec(shown.text)?.[1];
      const button = [
        ...shown.text.matchAll(/<button[^>]*name="([^"]+)" value="([^"]+)">([^<]+)</g),
      ].find(([, , , label]) => label?.includes(words));
      if (!action || !button) throw new Error(`no button "${words}" on ${shown.text}`);
      const form = new URLSearchParams({ [button[1] ?? '']: button[2] ?? '' });
      return walk(new URL(action, shown.url).href, form);
    },
    forgetCookies: () => cookies.clear(),
  };
}
