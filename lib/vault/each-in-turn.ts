/** For work on several accounts, where one that fails must not keep the others from their turn. */

/** Does `work` for every item, one after the other; then rejects with the first failure, if any. */
export async function eachInTurn<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) {
    await work(item).catch((thrown: unknown) => failures.push(thrown));
  }
  if (failures.length > 0) throw failures[0];
}
