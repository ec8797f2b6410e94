/** Mira signed in to a stand-in of her own, and the Web API asked in her name. */
import { createApp } from '../standin/connect.ts';
import { startStandin } from '../standin/index.ts';

/** `mira` are the tokens that `ask` uses; it takes paths below `/v1` and addresses of next pages. */
export async function openSession() {
  const standin = await startStandin({
    now: () => Date.UTC(2026, 10, 20, 12) + performance.now(),
  });
  const app = createApp(standin);
  const session = { standin, app, ask, mira: await app.connect('Mira') };

  async function ask(path: string, token = session.mira.accessToken) {
    const response = await app.get(token, path.replace(standin.apiUrl, ''));
    return { status: response.status, body: (await response.json()) as unknown };
  }

  return session;
}

export type Session = Awaited<ReturnType<typeof openSession>>;
