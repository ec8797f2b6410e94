/** Keeps what is to be asked of Spotify next, apart from everything that is known. */
import { type DetailPlan, NO_PLAN } from '../domain/detail-plan.ts';
import { z } from '../domain/schema.ts';
import { DetailPlanRecord } from './records.ts';
import type { AnyTransaction, WriteTransaction } from './schema.ts';

/** A plan that cannot be read is no loss: it is made again. */
export async function readPlan(tx: AnyTransaction, accountId: string): Promise<DetailPlan> {
  const stored: unknown = await tx.objectStore('detailPlans').get(accountId);
  return z.safeParse(DetailPlanRecord, stored).data?.plan ?? NO_PLAN;
}

/** With nothing between reading and writing. Needs `detailPlans` and `accounts`. */
export async function changePlan(
  tx: WriteTransaction,
  accountId: string,
  change: (plan: DetailPlan) => DetailPlan,
): Promise<void> {
  if (!(await tx.objectStore('accounts').getKey(accountId))) return;
  const plan = change(await readPlan(tx, accountId));
  const record: DetailPlanRecord = { accountId, plan };
  await tx.objectStore('detailPlans').put(record);
}
