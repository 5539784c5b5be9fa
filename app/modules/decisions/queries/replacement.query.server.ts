import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { mayPrepare } from '../policy.ts';

/**
 * The plan of a grant that stands, for who may prepare a decision that takes its place.
 * @param number of the grant in the register
 * @returns id of the initiative; null when this person can prepare none
 */
export async function planToDecideAnew(database: Database, actor: Actor, number: string): Promise<string | null> {
  const row = await database.decision.findFirst({
    where: {
      number,
      state: 'confirmed',
      outcome: 'grant',
      initiative: { stage: 'granted' },
      OR: [{ replacedBy: null }, { replacedBy: { state: 'prepared' } }],
    },
    select: { initiativeId: true, initiative: { select: { bodyId: true } } },
  });
  const bodyId = row?.initiative?.bodyId ?? null;
  return bodyId !== null && mayPrepare(actor, bodyId).ok ? (row?.initiativeId ?? null) : null;
}
