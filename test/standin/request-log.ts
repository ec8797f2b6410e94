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
  /** The entry stays alive: `status` is asked when the log is read. */
  add(entry: Omit<LoggedRequest, 'status'>, status: () => number | null): void;
  find(filter: RequestFilter): LoggedRequest[];
  clear(): void;
}

export function createRequestLog(): RequestLog {
  const entries: { entry: Omit<LoggedRequest, 'status'>; status: () => number | null }[] = [];
  return {
    add: (entry, status) => void entries.push({ entry, status }),
    find: (filter) =>
      entries
        .map(({ entry, status }) => ({ ...entry, status: status() }))
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
