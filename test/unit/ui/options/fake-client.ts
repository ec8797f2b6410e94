/** A background for store tests: answers are set by name, questions are noted. */
import { AppError } from '../../../../lib/domain/app-error.ts';
import type { Client } from '../../../../lib/messages/client.ts';
import type { MessageName, RequestOf, ResponseOf } from '../../../../lib/messages/contract.ts';

type Answers = {
  [N in MessageName]?: (request: RequestOf<N>) => ResponseOf<N> | Promise<ResponseOf<N>>;
};

export function createFakeClient(answers: Answers) {
  const asked: { name: MessageName; request: unknown }[] = [];
  const client: Client = {
    async ask<N extends MessageName>(name: N, request: RequestOf<N>): Promise<ResponseOf<N>> {
      asked.push({ name, request });
      const answer = answers[name] as ((request: RequestOf<N>) => ResponseOf<N>) | undefined;
      if (!answer) throw new AppError('message/unknown', { detail: name });
      return answer(request);
    },
  };
  return { client, asked };
}
