import { isId, newId } from '#app/kernel/ids.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import type { Explanation } from './grouping/room.ts';
import type { Mending, Seat } from './seats.ts';

/** Holds a round until the transaction is over, so that who changes its seats does so one after the other. @returns null when there is none */
export async function lockRound(tx: Transaction, id: string) {
  if (!isId(id)) return null;
  await tx.$queryRaw`select 1 from gathering_round where id = ${id}::uuid for no key update`;
  return tx.gatheringRound.findUnique({ where: { id }, include: { gathering: true } });
}

/** Who sits where in a round, with who was put there by hand. */
export async function seatsOf(tx: Transaction, roundId: string): Promise<(Seat & { isPinned: boolean })[]> {
  const rows = await tx.gatheringSeat.findMany({
    where: { roundId },
    orderBy: { registrationId: 'asc' },
    select: { registrationId: true, isPinned: true, table: { select: { number: true } } },
  });
  return rows.map(({ registrationId, isPinned, table }) => ({ registrationId, isPinned, table: table.number }));
}

/**
 * Writes who sits where, in the place of who sat there. A table that was there keeps its id, so that a design question stays at it;
 * one that nobody sits at and nothing hangs on is removed. Who was put somewhere by hand and still sits there stays so.
 * @param clusters of the tables, by number
 */
export async function writeSeats(
  tx: Transaction,
  roundId: string,
  seats: readonly Seat[],
  clusters: ReadonlyMap<number, string | null>,
): Promise<void> {
  const before = await seatsOf(tx, roundId);
  const pinned = new Set(
    before.filter(({ isPinned }) => isPinned).map(({ registrationId, table }) => `${registrationId} ${String(table)}`),
  );
  await tx.gatheringSeat.deleteMany({ where: { roundId } });
  const numbers = [...new Set(seats.map(({ table }) => table))].sort((a, b) => a - b);
  await tx.gatheringTable.deleteMany({ where: { roundId, number: { notIn: numbers }, questions: { none: {} } } });
  const known = await tx.gatheringTable.findMany({
    where: { roundId },
    select: { id: true, number: true, clusterId: true },
  });
  const ids = new Map(known.map(({ id, number }) => [number, id]));
  const fresh = numbers
    .filter((number) => !ids.has(number))
    .map((number) => ({ id: newId(), roundId, number, clusterId: clusters.get(number) ?? null }));
  await tx.gatheringTable.createMany({ data: fresh });
  for (const { id, number } of fresh) ids.set(number, id);
  for (const { id, number, clusterId } of known) {
    const now = clusters.get(number) ?? null;
    if (now !== clusterId) await tx.gatheringTable.update({ where: { id }, data: { clusterId: now } });
  }
  await tx.gatheringSeat.createMany({
    data: seats.map(({ registrationId, table }) => ({
      roundId,
      registrationId,
      tableId: ids.get(table) ?? '',
      isPinned: pinned.has(`${registrationId} ${String(table)}`),
    })),
  });
}

/** Most people at a table come from this cluster. @param clusterOf of each registration */
export function clustersOfTables(
  seats: readonly Seat[],
  clusterOf: ReadonlyMap<string, string | null>,
): Map<number, string | null> {
  const counts = new Map<number, Map<string, number>>();
  for (const { registrationId, table } of seats) {
    const cluster = clusterOf.get(registrationId) ?? null;
    const known = counts.get(table) ?? new Map<string, number>();
    if (cluster !== null) known.set(cluster, (known.get(cluster) ?? 0) + 1);
    counts.set(table, known);
  }
  return new Map(
    [...counts].map(([table, found]) => {
      const [most] = [...found].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      return [table, most?.[0] ?? null];
    }),
  );
}

/** No value in a column that holds JSON. */
export const nothing = Prisma.DbNull;

/** As it is kept in the database. */
export function asJson(value: Explanation[] | Mending): Prisma.InputJsonValue {
  return value;
}

/** The change that waits with a round. @param stored what the worker wrote with `asJson` */
export function mendingOf(stored: Prisma.JsonValue): Mending | null {
  return stored as unknown as Mending | null;
}

export function explanationsOf(stored: Prisma.JsonValue): Explanation[] {
  return stored as unknown as Explanation[];
}
