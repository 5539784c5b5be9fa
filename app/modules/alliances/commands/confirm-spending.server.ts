import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { commitMoney } from '#app/modules/ledger/commands/commit-money.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailSpending } from '../jobs.server.ts';
import { mayConfirm } from '../policy.ts';
import type { SpendingBlock } from '../spending.ts';
import { holdInterestsOf, lockSpending, takeSpendingNumber } from '../spending.store.server.ts';

export type ConfirmSpendingRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | SpendingBlock
  | 'spending-unknown'
  | 'same-person'
  | 'interest'
  | 'changed-meanwhile'
  | 'already-confirmed'
  | 'already-withdrawn';

/** The rules themselves stand in the database (`spending_keeps_its_rules`), where nothing passes them by. */
const refusals = {
  spending_above_threshold: 'above-threshold',
  spending_objection_unmet: 'objection-open',
  spending_consents: 'consents-missing',
  spending_period: 'period-running',
  spending_without_interest: 'interest',
  spending_confirmer_seat: 'role-needed',
  spending_two_persons: 'same-person',
  fund_not_overcommitted: 'fund-exhausted',
  ledger_entry_one_spending_commitment: 'already-confirmed',
} as const satisfies Record<string, ConfirmSpendingRefusal>;

/**
 * Confirms a small spending that the members agreed to, as a second person: number in the register and commitment in the
 * ledger, or nothing. Confirming again by the same person answers with the same number.
 * @returns the number in the register of small spendings
 */
export async function confirmSpending(
  input: { spendingId: string; revision: number },
  context: Context<SignedIn>,
): Promise<Outcome<string, ConfirmSpendingRefusal>> {
  const { actor, now } = context;
  const { spendingId: id } = input;
  if (!isId(id)) return refused('spending-unknown');
  const confirmerId = actor.person.id;
  return inTransaction<string, ConfirmSpendingRefusal, ConfirmSpendingRefusal>(
    context,
    async (tx) => {
      const spending = await lockSpending(tx, id);
      if (spending === null) return refused('spending-unknown');
      const allowed = mayConfirm(actor, spending);
      if (!allowed.ok) return allowed;
      if (spending.state === 'confirmed' && spending.number !== null)
        return spending.confirmerId === confirmerId ? accepted(spending.number) : refused('already-confirmed');
      if (spending.state !== 'proposed') return refused('already-withdrawn');
      if (spending.revision !== input.revision) return refused('changed-meanwhile');
      await holdInterestsOf(tx, id, confirmerId);
      const number = await takeSpendingNumber(tx, Number(dayInAmsterdam(now).slice(0, 4)));
      await tx.smallSpending.update({
        where: { id },
        data: { state: 'confirmed', number, confirmerId, confirmedAt: now },
      });
      const news = { spendingId: id, revision: spending.revision, news: 'decided' } as const;
      await enqueue(tx, mailSpending, news, `mail-spending:${id}:decided`);
      // last: from here on other commitments on this fund wait
      await commitMoney(tx, {
        spendingId: id,
        fundId: spending.fundId,
        amount: cents(spending.amountCents),
        description: `Kleine uitgave ${number}: ${spending.what}`,
        proposerId: spending.proposerId,
        approverId: confirmerId,
        at: now,
      });
      return accepted(number);
    },
    { refusals },
  );
}
