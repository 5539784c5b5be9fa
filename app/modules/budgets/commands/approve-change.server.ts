import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
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
} as const satisfies Record<string, ApproveRefusal>;

/**
 * Approves a proposed change as a second person: number in the register and entry in the ledger, or nothing. The
 * proposer gets a mail. Approving again by the same person answers with the same number.
 * @returns the number in the register of budget changes
 */
export async function approveChange(
  input: { changeId: string },
  context: Context<Actor>,
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
      const number = await carryOut(tx, change, { approverId, at: now });
      await enqueue(tx, mailChangeAnswered, { changeId: change.id }, `mail-change-answered:${change.id}`);
      return accepted(number);
    },
    { refusals },
  );
}
