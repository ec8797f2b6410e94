/** The stand-in on its own: `npm run standin -- --port 4070`. */
import { parseArgs } from 'node:util';
import { startStandin } from './index.ts';

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });

const standin = await startStandin({ port: Number(values.port) });
console.log(`A stand-in for Spotify listens. Build with:

  WXT_SPOTIFY_ACCOUNTS_URL=${standin.accountsUrl}
  WXT_SPOTIFY_API_URL=${standin.apiUrl}
  WXT_SPOTIFY_CLIENT_ID=${standin.clientId}

Listeners: ${Object.values(standin.listeners)
  .map(({ key, displayName }) => `${displayName} (${key})`)
  .join(', ')}
Control:   POST ${standin.controlUrl}/<lever> (see test/standin/control.ts)

Ctrl+C stops it.`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void standin.close());
}
