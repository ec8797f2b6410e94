/** A page's end of the contract: asks the background and rebuilds its errors. */
import { AppError, fromErrorRecord } from '../domain/app-error.ts';
import type { MessageName, RequestOf, ResponseOf } from './contract.ts';
import { type Reply, REQUEST_TYPE } from './request.ts';

export interface Client {
  /**
   * Asks the background, which starts if it was stopped.
   *
   * @throws AppError as the contract says for `name`; `message/unreachable` when nothing answers.
   */
  ask<N extends MessageName>(name: N, request: RequestOf<N>): Promise<ResponseOf<N>>;
}

interface ClientOptions {
  /** Usually `sendMessage` of the platform. */
  send: (message: unknown) => Promise<unknown>;
}

export function createClient({ send }: ClientOptions): Client {
  return {
    async ask<N extends MessageName>(name: N, request: RequestOf<N>): Promise<ResponseOf<N>> {
      const message = { type: REQUEST_TYPE, name, request };
      const reply: unknown = await send(message).catch((cause: unknown) => {
        throw new AppError('message/unreachable', {}, { cause });
      });
      if (!isReply(reply)) throw new AppError('message/unreachable');
      if (!reply.ok) throw fromErrorRecord(reply.error);
      // The router checked it against the schema; a second check would put zod into the popup.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return reply.value as ResponseOf<N>;
    },
  };
}

/** Anything else is no answer of ours: the background was stopped before it could reply. */
function isReply(reply: unknown): reply is Reply {
  return typeof reply === 'object' && reply !== null && 'ok' in reply;
}
