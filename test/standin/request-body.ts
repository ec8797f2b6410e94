/** Reading a request's body, also for those who must leave it for somebody else to read again. */
import type { IncomingMessage } from 'node:http';

/** Reads the body to its end. */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Reads a body of known length and puts it back before the stream ends. */
export async function peekBody(request: IncomingMessage): Promise<Buffer> {
  const length = Number(request.headers['content-length'] ?? 0);
  const chunks: Buffer[] = [];
  let received = 0;
  while (received < length) {
    const chunk: Buffer | null = request.read();
    if (chunk) {
      chunks.push(chunk);
      received += chunk.length;
    } else {
      await new Promise<void>((resolve, reject) => {
        request.once('readable', resolve);
        request.once('close', () => reject(new Error('the request ended early')));
      });
    }
  }
  const body = Buffer.concat(chunks);
  if (body.length > 0) request.unshift(body);
  return body;
}
