/** A web site in an attacker's hands, on another port of this machine: any origin but ours and Spotify's. */
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';

export interface HostileSite {
  url: string;
  /** Paths of everything that reached it, in order: what got out. */
  visits: string[];
  close(): Promise<void>;
}

/** Below `/lure` an empty page; below everything else a script, which any request may read. */
export async function openHostileSite(): Promise<HostileSite> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    visits.push(path);
    const isPage = path.startsWith('/lure');
    response.writeHead(200, {
      'content-type': isPage ? 'text/html; charset=utf-8' : 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
    });
    response.end(
      isPage ? '<!doctype html><html lang="en"><title>A lure</title>' : `ran('${path}');`,
    );
  });
  server.on('upgrade', ({ url }, socket: Duplex) => {
    visits.push(url ?? '/');
    socket.destroy();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port to listen on');
  return {
    url: `http://127.0.0.1:${address.port}`,
    visits,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
