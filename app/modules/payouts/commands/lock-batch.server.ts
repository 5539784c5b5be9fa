import type { Transaction } from '#app/platform/database.server.ts';
import type { BatchState, Rail } from '../batch.ts';

export type LockedBatch = {
  id: string;
  number: string;
  bodyId: string;
  rail: Rail;
  state: BatchState;
  revision: number;
  composedById: string;
  approvedById: string | null;
};

/** A batch with its row locked until the transaction ends; null when there is none. */
export async function lockBatch(tx: Transaction, id: string): Promise<LockedBatch | null> {
  await tx.$queryRaw`select 1 from payment_batch where id = ${id}::uuid for no key update`;
  const row = await tx.paymentBatch.findUnique({
    where: { id },
    select: {
      id: true,
      number: true,
      bodyId: true,
      rail: true,
      state: true,
      revision: true,
      composedById: true,
      approvedById: true,
    },
  });
  return row === null ? null : { ...row, rail: row.rail as Rail, state: row.state as BatchState };
}
