import type { Actor } from '#app/modules/people/actor.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { accessTo, type GatheringAccess } from './policy.ts';

/** Holds a gathering until the transaction is over, so that places are counted one after the other. @returns null when there is none */
export async function lockGathering(tx: Transaction, id: string) {
  await tx.$queryRaw`select 1 from gathering where id = ${id}::uuid for no key update`;
  return tx.gathering.findUnique({ where: { id } });
}

/** What the actor may do with a gathering. */
export async function accessOf(
  database: Database | Transaction,
  actor: Actor,
  gatheringId: string,
): Promise<GatheringAccess> {
  if (actor.person === null) return null;
  const personId = actor.person.id;
  const [crew, hosts] = await Promise.all([
    database.gatheringCrew.findUnique({ where: { gatheringId_personId: { gatheringId, personId } } }),
    database.gatheringHost.findMany({ where: { gatheringId }, select: { organisationId: true } }),
  ]);
  const task = crew === null ? null : crew.task === 'organiser' ? 'organiser' : 'helper';
  return accessTo(actor, { crew: task, hosts: hosts.map(({ organisationId }) => organisationId) });
}
