/** The one door of the stand-in: request log, faults, then whoever the path belongs to. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { API_CORS } from './api.ts';
import { pullLever, type ControlParts } from './control.ts';
import { drawCover } from './covers.ts';
import { strike } from './faults.ts';
import { peekBody, readBody } from './request-body.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Logs every request but those for covers and control, and tells the server's time in every answer. */
export function createFront(parts: ControlParts, to: { accounts: Handler; api: Handler }): Handler {
  return async (request, response) => {
    response.on('error', () => undefined);
    response.setHeader('date', new Date(parts.clock.now()).toUTCString());
    const { pathname: path, search } = new URL(request.url ?? '/', 'http://standin');
    try {
      if (path.startsWith('/control/')) return await answerControl(parts, path, request, response);
      if (path.startsWith('/covers/')) return sendCover(path, response);
      if (await isSettledByFault(parts, path, search, request, response)) return;
      if (path.startsWith('/accounts/')) return await to.accounts(request, response);
      if (path.startsWith('/v1/')) return await to.api(request, response);
      response.writeHead(404).end();
    } catch (error) {
      if (request.destroyed && !request.complete) return;
      console.error(error);
      if (!response.headersSent) response.writeHead(500).end();
    }
  };
}

async function isSettledByFault(
  { log, clock, faults, holds }: ControlParts,
  path: string,
  search: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const method = request.method ?? 'GET';
  const isToken = path === '/accounts/api/token' && method === 'POST';
  const body = isToken ? (await peekBody(request)).toString() : undefined;
  const grantType = new URLSearchParams(body).get('grant_type') ?? undefined;
  // A preflight is the browser's own question: no fault meets it.
  const met = method === 'OPTIONS' ? [] : faults.meet({ path, grantType });
  const query = path.startsWith('/v1/') ? search : '';
  const kinds = met.map(({ kind }) => kind);
  let endedAt: number | null = null;
  response.once('close', () => (endedAt = clock.now()));
  log.add({ at: clock.now(), method, path, query, grantType, faults: kinds }, () => ({
    status: response.headersSent ? response.statusCode : null,
    endedAt,
  }));
  for (const fault of met) {
    if (await strike(fault, { path, request, response, holds })) return true;
  }
  // Whoever asked has gone meanwhile, and what they sent went with them: it is carried out all the same.
  if (request.destroyed) Object.assign(request, { body });
  return false;
}

async function answerControl(
  parts: ControlParts,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const body = (await readBody(request)).toString();
  const send = (status: number, answer: { value?: unknown; error?: string }) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(answer));
  };
  try {
    const name = path.slice('/control/'.length);
    send(200, { value: await pullLever(parts, name, body ? JSON.parse(body) : undefined) });
  } catch (error) {
    send(400, { error: error instanceof Error ? error.message : String(error) });
  }
}

function sendCover(path: string, response: ServerResponse) {
  const id = /^\/covers\/(\w+)\.svg$/.exec(path)?.[1];
  if (id === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    'content-type': 'image/svg+xml',
    'cache-control': 'max-age=86400',
    'access-control-allow-origin': API_CORS['access-control-allow-origin'],
  });
  response.end(drawCover(id));
}
