import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { lockDecision } from '../decision.store.server.ts';
import { mayDiscard } from '../policy.ts';

export type DiscardDecision = {
  decisionId: string;
  revision: number;
  /** Why; for colleagues. */
  reason: string;
};

export type DiscardRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'decision-unknown'
  | 'already-confirmed'
  | 'already-discarded'
  | 'changed-meanwhile'
  | 'reason-missing';

/** Lays a prepared decision aside, with a reason; it stays to be seen by colleagues, and the initiative waits again. */
export async function discardDecision(
  input: DiscardDecision,
  context: Context<Actor>,
): Promise<Outcome<void, DiscardRefusal>> {
  const { actor, now } = context;
  if (actor.person === null) return refused('sign-in-needed');
  if (!isId(input.decisionId)) return refused('decision-unknown');
  const discardReason = input.reason.trim();
  if (discardReason === '') return refused('reason-missing');
  const discardedById = actor.person.id;
  return inTransaction<void, DiscardRefusal>(context, async (tx) => {
    const decision = await lockDecision(tx, input.decisionId);
    if (decision === null) return refused('decision-unknown');
    const role = mayDiscard(actor, decision);
    if (!role.ok) return role;
    if (decision.state !== 'prepared') return refused(`already-${decision.state}`);
    if (decision.revision !== input.revision) return refused('changed-meanwhile');
    await tx.decision.update({
      where: { id: decision.id },
      data: {
        state: 'discarded',
        discardedById,
        discardedAt: now,
        discardReason,
        replacesId: null,
        revision: { increment: 1 },
      },
    });
    return accepted();
  });
}
