/** The Web API: bearer token, scope, route, in the order in which Spotify refuses. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Accounts } from './accounts.ts';
import { refuse, type ApiAnswer } from './api-answer.ts';
import { catalogRoutes } from './api-catalog.ts';
import { libraryRoutes } from './api-library.ts';
import { playerRoutes } from './api-player.ts';
import type { Clock } from './clock.ts';
import type { Library } from './library.ts';
import { findListener } from './listeners.ts';
import type { Settings } from './settings.ts';
import type { Timeline } from './timeline.ts';

const ROUTES = [...playerRoutes, ...libraryRoutes, ...catalogRoutes];

/** What Spotify's API lets any page read. */
export const API_CORS: Readonly<Record<string, string>> = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers':
    'Accept, App-Platform, Authorization, Content-Type, Origin, Retry-After',
  'access-control-allow-methods': 'GET, POST, OPTIONS, PUT, DELETE, PATCH',
  'access-control-max-age': '604800',
};

interface ApiParts {
  apiUrl: string;
  coversUrl: string;
  accounts: Accounts;
  settings: Settings;
  timeline: Timeline;
  library: Library;
  clock: Clock;
}

/** Serves everything below `/v1`. */
export function createApi(parts: ApiParts) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(API_CORS)) response.setHeader(name, value);
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    const { status, body } = await answerRequest(parts, request);
    if (status === 401) {
      response.setHeader('www-authenticate', 'Bearer realm="spotify", error="invalid_token"');
    }
    response.statusCode = status;
    if (body === undefined) {
      response.end();
      return;
    }
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const type = typeof body === 'string' ? 'text/plain' : 'application/json';
    response.setHeader('content-type', `${type}; charset=utf-8`);
    response.setHeader('cache-control', 'private, max-age=0');
    response.setHeader('content-length', Buffer.byteLength(text));
    response.end(text);
  };
}

async function answerRequest(parts: ApiParts, request: IncomingMessage): Promise<ApiAnswer> {
  const { accounts, settings, apiUrl, coversUrl, clock, timeline, library } = parts;
  const [, accessToken] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (accessToken === undefined) return refuse(401, 'No token provided');
  const bearer = await accounts.findBearer(accessToken);
  const listener = bearer && findListener(bearer.accountId);
  if (!bearer || !listener) return refuse(401, 'Invalid access token');
  if (bearer.expired) return refuse(401, 'The access token expired');
  if (!settings.userRegistered) return { status: 403, body: NOT_REGISTERED };

  const url = new URL(request.url ?? '/', apiUrl);
  const path = url.pathname.slice('/v1'.length);
  const route = ROUTES.find((candidate) => candidate.path.test(path));
  if (!route) return refuse(404, 'Service not found');
  if (request.method !== 'GET') return refuse(405, 'Method not allowed');
  if (route.scopes.length > 0 && !route.scopes.some((scope) => bearer.scopes.has(scope))) {
    return refuse(403, 'Insufficient client scope');
  }
  const shapes = {
    apiUrl,
    coversUrl,
    deprecated: settings.deprecatedFields,
    displayNames: settings.displayNames,
    names: settings.names,
  };
  const id = decodeURIComponent(route.path.exec(path)?.[1] ?? '');
  return route.answer({ listener, url, id, now: clock.now(), settings, timeline, library, shapes });
}

/** Plain text, not JSON: so Spotify says it. */
const NOT_REGISTERED =
  'Check settings on developer.spotify.com/dashboard, the user may not be registered.';
