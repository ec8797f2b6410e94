/** The background's end of the contract: who may ask, what is well formed, and one answer for all. */
import { AppError, toErrorRecord, type ErrorRecord } from '../domain/app-error.ts';
import { z } from '../domain/schema.ts';
import type { KeepAlive } from '../platform/keep-alive.ts';
import type { Sender } from '../platform/runtime.ts';
import { contract, type MessageName, type RequestOf, type ResponseOf } from './contract.ts';
import { isOwnPage, type Reply, REQUEST_TYPE, type Self } from './request.ts';

/** One handler for each name in the contract; leaving one out does not compile. */
export type Handlers = {
  [N in MessageName]: (request: RequestOf<N>) => Promise<ResponseOf<N>>;
};

const Envelope = z.object({
  type: z.literal(REQUEST_TYPE),
  name: z.string(),
  request: z.unknown(),
});

interface RouterOptions {
  handlers: Handlers;
  self: Self;
  /** Some handlers wait for Spotify; a browser would stop the background meanwhile. */
  keepAlive: KeepAlive;
  /** Hears of errors nobody foresaw (code `internal`), for the diagnostics. */
  onUnexpected: (name: string, error: ErrorRecord) => void;
}

/**
 * A listener for `onMessage`. Messages that are not requests are left to others (undefined); requests
 * are always answered: `message/forbidden`, `message/unknown`, `message/invalid`, or the handler's
 * own outcome. The response passes through its schema too, so that a field the contract does not
 * name cannot slip out.
 */
export function createRouter({ handlers, self, keepAlive, onUnexpected }: RouterOptions) {
  return (message: unknown, sender: Sender): Promise<Reply> | undefined => {
    const envelope = z.safeParse(Envelope, message);
    if (!envelope.success) return undefined;
    const { name, request } = envelope.data;
    return answer(name, request, sender);
  };

  async function answer(name: string, request: unknown, sender: Sender): Promise<Reply> {
    try {
      if (!isOwnPage(sender, self)) throw new AppError('message/forbidden');
      if (!isMessageName(name)) throw new AppError('message/unknown');
      return { ok: true, value: await keepAlive(() => dispatch(name, request)) };
    } catch (thrown) {
      const error = toErrorRecord(thrown);
      if (error.code === 'internal') onUnexpected(name, error);
      return { ok: false, error };
    }
  }

  async function dispatch(name: MessageName, request: unknown): Promise<unknown> {
    const parsed = z.safeParse(contract[name].request, request);
    if (!parsed.success) throw new AppError('message/invalid', { detail: pathOf(parsed.error) });
    const handle: (request: never) => Promise<unknown> = handlers[name];
    // The schema of this very name just checked it; TypeScript cannot tie the two.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const value = await handle(parsed.data as never);
    return z.parse(contract[name].response, value);
  }
}

function isMessageName(name: string): name is MessageName {
  return Object.hasOwn(contract, name);
}

function pathOf(error: z.core.$ZodError): string {
  return error.issues.map(({ path }) => path.join('.')).join(', ');
}
