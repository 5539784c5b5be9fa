import type { Transaction } from '#app/platform/database.server.ts';

/** Holds an activity until the transaction is over. @returns null when there is none with this id */
export async function lockActivity(tx: Transaction, id: string) {
  await tx.$queryRaw`select 1 from activity where id = ${id}::uuid for no key update`;
  return tx.activity.findUnique({ where: { id } });
}
