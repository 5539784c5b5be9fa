import { randomBytes, randomUUID } from 'node:crypto';
import { addMinutes } from '#app/kernel/instant.ts';
import { newId } from '#app/kernel/ids.ts';
import type { LoketContext, LoketOrder } from '#app/modules/loket/commands/initiative-at-loket.server.ts';
import { actorOfToken } from '#app/modules/people/queries/actor.query.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { sha256 } from '#app/platform/secret.server.ts';
import { makeMembership, makePerson, testNow } from '#tests/factories/index.ts';

/** What a signed-in person brings along, with the roles that are valid at the moment of the tests. */
export async function contextOf(database: Database, personId: string): Promise<LoketContext> {
  const token = randomBytes(24).toString('hex');
  await database.session.create({
    data: { id: newId(), tokenHash: sha256(token), personId, expiresAt: addMinutes(testNow, 60), createdAt: testNow },
  });
  return { actor: await actorOfToken(database, token, { now: testNow, demo: false }), now: testNow, database };
}

/** A person with a role in a body, signed in. */
export async function signedInAs(database: Database, role: string, bodyId: string): Promise<LoketContext> {
  const personId = await makePerson(database);
  await makeMembership(database, { personId, bodyId, role });
  return contextOf(database, personId);
}

/** What the forms of the loket send along. */
export function order(initiativeId: string, given: Partial<LoketOrder> = {}): LoketOrder {
  return { initiativeId, lastStep: null, reason: 'Dit past bij ons.', formKey: randomUUID(), ...given };
}

/** Ids of the events for which the submitter gets a mail. */
export async function mailedEvents(database: Database): Promise<string[]> {
  const rows = await database.$queryRaw<{ payload: { eventId: string } }[]>`
    select p.payload from graphile_worker._private_jobs p
      join graphile_worker._private_tasks t on t.id = p.task_id where t.identifier = 'mail-initiative-step'`;
  return rows.map(({ payload }) => payload.eventId);
}
