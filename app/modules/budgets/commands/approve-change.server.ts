import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { lockChange } from '../change.store.server.ts';
import { mailChangeAnswered } from '../jobs.server.ts';
import { mayAnswerChange } from '../policy.ts';
import { carryOut } from './carry-out.server.ts';

export type ApproveRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'change-unknown'
  | 'same-person'
  | 'interest'
  | 'replaced-meanwhile'
  | 'fund-exhausted'
  | 'fund-exhausted-then'
  | 'commitment-exhausted'
  | 'commitment-exhausted-then'
  | 'activities-need-it'
  | 'overprogramming-exceeded'
  | 'already-corrected'
  | 'stripe-off'
  | 'stripe-not-ready'
  | 'already-approved'
  | 'already-refused'
  | 'already-withdrawn';

const refusals = {
  fund_not_overcommitted: 'fund-exhausted',
  // the money is there now, and was not on the day to which the change is dated
  fund_not_overcommitted_then: 'fund-exhausted-then',
  commitment_not_overdrawn: 'commitment-exhausted',
  commitment_not_overdrawn_then: 'commitment-exhausted-then',
  activity_money_kept: 'activities-need-it',
  source_overprogramming_stated: 'overprogramming-exceeded',
  ledger_entry_corrects_id_key: 'already-corrected',
  budget_change_two_persons: 'same-person',
  budget_change_without_interest: 'interest',
  replaced_grant_stays_closed: 'replaced-meanwhile',
  budget_change_way: 'stripe-not-ready',
} as const satisfies Record<string, ApproveRefusal>;

/** Hands an approved payment to Stripe, within the transaction; a higher module does it. */
export type HandToStripe = (tx: Transaction, changeId: string, at: Instant) => Promise<void>;

/**
 * Approves a proposed change as a second person: number in the register and entry in the ledger, or nothing. The
 * proposer gets a mail. Approving again by the same person answers with the same number.
 * @param handToStripe how a payment that goes by Stripe gets there; null: Stripe is not set up
 * @returns the number in the register of budget changes
 */
export async function approveChange(
  input: { changeId: string },
  context: Context<Actor>,
  handToStripe: HandToStripe | null = null,
): Promise<Outcome<string, ApproveRefusal>> {
  const { actor, now } = context;
  if (actor.person === null) return refused('sign-in-needed');
  if (!isId(input.changeId)) return refused('change-unknown');
  const approverId = actor.person.id;
  return inTransaction<string, ApproveRefusal, ApproveRefusal>(
    context,
    async (tx) => {
      const change = await lockChange(tx, input.changeId);
      if (change === null) return refused('change-unknown');
      const allowed = mayAnswerChange(actor, change);
      if (!allowed.ok) return allowed;
      if (change.state === 'approved' && change.number !== null) {
        const same = await tx.budgetChange.count({ where: { id: change.id, approverId } });
        return same === 1 ? accepted(change.number) : refused('already-approved');
      }
      if (change.state !== 'proposed') return refused(`already-${change.state}`);
      if (change.way === 'stripe' && handToStripe === null) return refused('stripe-off');
      const number = await carryOut(tx, change, { approverId, at: now });
      if (change.way === 'stripe') await handToStripe?.(tx, change.id, now);
      await enqueue(tx, mailChangeAnswered, { changeId: change.id }, `mail-change-answered:${change.id}`);
      return accepted(number);
    },
    { refusals },
  );
}
