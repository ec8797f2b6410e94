/** What was asked of the stand-in, so that a test can say "one refresh": never with a token in it. */
import { z } from 'zod';
import { matchesPath } from './path-pattern.ts';

export interface LoggedRequest {
  /** UTC ms on the server's clock. */
  at: number;
  method: string;
  /** Without the query. */
  path: string;
  /** The query, for the Web API only: elsewhere it holds codes. */
  query: string;
  grantType: string | undefined;
  /** Null while there is no answer, or when the connection was dropped without one. */
  status: number | null;
  /** UTC ms on the server's clock when the answer had left or the connection was gone; null until then. */
  endedAt: number | null;
  /** The faults that met it. */
  faults: string[];
}

/** Every property given must match; `path` may contain `*`. */
export const RequestFilter = z.strictObject({
  method: z.string().optional(),
  path: z.string().optional(),
  grantType: z.string().optional(),
  status: z.number().nullable().optional(),
});
export type RequestFilter = z.output<typeof RequestFilter>;

export interface RequestLog {
  /** The entry stays alive: what became of it is asked when the log is read. */
  add(entry: Asked, answer: () => Answered): void;
  find(filter: RequestFilter): LoggedRequest[];
  clear(): void;
}

type Answered = Pick<LoggedRequest, 'status' | 'endedAt'>;
type Asked = Omit<LoggedRequest, keyof Answered>;

export function createRequestLog(): RequestLog {
  const entries: { entry: Asked; answer: () => Answered }[] = [];
  return {
    add: (entry, answer) => void entries.push({ entry, answer }),
    find: (filter) =>
      entries
        .map(({ entry, answer }) => ({ ...entry, ...answer() }))
        .filter((request) => isWanted(request, filter)),
    clear: () => void entries.splice(0),
  };
}

function isWanted(request: LoggedRequest, { method, path, grantType, status }: RequestFilter) {
  return (
    (method === undefined || request.method === method) &&
    (path === undefined || matchesPath(path, request.path)) &&
    (grantType === undefined || request.grantType === grantType) &&
    (status === undefined || request.status === status)
  );
}
