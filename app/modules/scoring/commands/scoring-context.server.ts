import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Context, Transaction } from '#app/platform/database.server.ts';
import { findRound, type RoundRow } from '../round.store.server.ts';
import { mayManageRounds, maySeeProgress } from '../policy.ts';

export type ScoringContext = Context<Actor>;

export type ManageRefusal = 'round-unknown' | 'role-needed' | 'second-factor-needed' | 'round-closed';

/**
 * Locks an open round and checks that this person manages it. The lock keeps reviews, assignments and closing apart:
 * who hands in a review holds the same row shared.
 * Somebody else's round is as unknown as one that does not exist; who only reads is told so.
 */
export async function manageRound(
  tx: Transaction,
  roundId: string,
  { actor }: ScoringContext,
): Promise<Outcome<{ round: RoundRow; personId: string }, ManageRefusal>> {
  if (!isId(roundId) || actor.person === null) return refused('round-unknown');
  await tx.$queryRaw`select 1 from round where id = ${roundId}::uuid for update`;
  const round = await findRound(tx, roundId);
  if (round === null) return refused('round-unknown');
  const verdict = mayManageRounds(actor, round.bodyId);
  if (!verdict.ok) {
    if (verdict.reason === 'second-factor-needed') return refused('second-factor-needed');
    return refused(maySeeProgress(actor, round.bodyId).ok ? 'role-needed' : 'round-unknown');
  }
  if (round.state === 'closed') return refused('round-closed');
  return accepted({ round, personId: actor.person.id });
}

/** The interest of a person in an initiative as the database knows it, or null. */
export async function interestOf(tx: Transaction, personId: string, initiativeId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ interest: string | null }[]>`
    select interest_of(${personId}::uuid, ${initiativeId}::uuid) as interest`;
  return row?.interest ?? null;
}
