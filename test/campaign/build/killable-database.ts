/**
 * Stands in for `lib/vault/database.ts` in the campaign's build: a put of a new token has been issued,
 * and its transaction stays open as long as the stand-in wants the background to stand there.
 */
import type { Endpoints } from '../../../lib/domain/endpoints.ts';
import { createVaultDatabase as createRealDatabase } from '../../../lib/vault/database.ts';
import type { VaultDatabase } from '../../../lib/vault/database.ts';
import { createReach } from './kill-points.ts';

export { VAULT_DATABASE } from '../../../lib/vault/database.ts';
export type { VaultDatabase };

/** Read and checked when the extension was built. */
declare const ENDPOINTS: Endpoints;

type AnyFunction = (...parameters: never[]) => unknown;
type Store = { put: AnyFunction; count: () => Promise<number> };

export function createVaultDatabase(): VaultDatabase {
  const database = createRealDatabase();
  const reach = createReach(ENDPOINTS.apiUrl);

  /** A transaction lives while requests are on their way: one after the other, until it may end. */
  async function linger(store: Store): Promise<void> {
    const stay = { isOver: false };
    void reach('put-issued').then(() => (stay.isOver = true));
    while (!stay.isOver) await store.count();
  }

  const withPoint = (store: Store): Store =>
    override(store, 'put', (...parameters) => {
      const put = Reflect.apply(store.put, store, parameters);
      if (isNewToken(parameters[0])) linger(store).catch(() => undefined);
      return put;
    });

  return {
    ...database,
    run: (work) =>
      database.run((connection) => {
        const begin = connection.transaction.bind(connection) as (...of: unknown[]) => object;
        return work(
          override(connection, 'transaction', (...parameters) => {
            const transaction = begin(...parameters);
            if (parameters[0] !== 'tokens') return transaction;
            const store: Store = Reflect.get(transaction, 'store', transaction);
            return override(transaction, 'store', withPoint(store));
          }),
        );
      }),
  };
}

/** The same object but for one property; its methods must be called on the object itself. */
function override<T extends object>(
  target: T,
  name: string,
  value: object | ((...parameters: unknown[]) => unknown),
): T {
  return new Proxy(target, {
    get(object, wanted) {
      if (wanted === name) return value;
      const own: unknown = Reflect.get(object, wanted, object);
      return typeof own === 'function' ? own.bind(object) : own;
    },
  });
}

function isNewToken(row: unknown): boolean {
  if (typeof row !== 'object' || row === null) return false;
  return 'sealed' in row && row.sealed !== null && 'intent' in row && row.intent === null;
}
