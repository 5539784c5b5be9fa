import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { longestReason, type Change } from '../change.ts';
import { bodyOfChange, insertChange, subjectColumns } from '../change.store.server.ts';
import { mailChangeWaiting } from '../jobs.server.ts';
import { mayProposeChange } from '../policy.ts';

export type ProposeRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'form-key-invalid'
  | 'fund-unknown'
  | 'amount-not-positive'
  | 'reason-missing'
  | 'reason-too-long'
  | 'amount-too-large'
  | 'in-the-future'
  | 'too-early'
  | 'interest'
  | 'replaced-meanwhile'
  | 'another-source'
  | 'other-decision'
  | 'not-correctable'
  | 'stripe-not-ready'
  | 'payment-under-way';

const refusals = {
  budget_change_one_source: 'another-source',
  budget_change_of_decision: 'other-decision',
  budget_change_corrects: 'not-correctable',
  budget_change_shape: 'fund-unknown',
  budget_change_not_before: 'too-early',
  budget_change_not_ahead: 'in-the-future',
  budget_change_amount_countable: 'amount-too-large',
  budget_change_without_interest: 'interest',
  replaced_grant_stays_closed: 'replaced-meanwhile',
  budget_change_way: 'stripe-not-ready',
  budget_change_way_known: 'stripe-not-ready',
  budget_change_under_way: 'payment-under-way',
} as const satisfies Record<string, ProposeRefusal>;

/**
 * Proposes a change of budgets, for another person to approve, who gets a mail. Nothing moves yet.
 * @param formKey becomes the id of the change, so that a double post proposes once
 * @returns id of the change
 */
export async function proposeChange(
  input: { change: Change; formKey: string },
  context: Context<Actor>,
): Promise<Outcome<string, ProposeRefusal>> {
  const { actor, now } = context;
  const { change, formKey: id } = input;
  if (actor.person === null) return refused('sign-in-needed');
  if (!isId(id)) return refused('form-key-invalid');
  if (change.amount <= 0) return refused('amount-not-positive');
  if (change.reason.trim() === '') return refused('reason-missing');
  if (change.reason.length > longestReason) return refused('reason-too-long');
  if (change.occurredOn > dayInAmsterdam(now)) return refused('in-the-future');
  const subject = subjectColumns(change);
  if (Object.values(subject).some((given) => given !== null && !isId(given))) return refused('fund-unknown');
  const proposerId = actor.person.id;
  return inTransaction<string, ProposeRefusal, ProposeRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `change:${id}`);
      const known = await tx.budgetChange.findUnique({ where: { id }, select: { proposerId: true } });
      if (known !== null) return known.proposerId === proposerId ? accepted(id) : refused('form-key-invalid');
      const funds = [subject.fromFundId, subject.toFundId].filter((one) => one !== null);
      const found = await tx.fund.count({ where: { id: { in: funds } } });
      const source =
        subject.moneySourceId === null
          ? true
          : (await tx.moneySource.findUnique({ where: { id: subject.moneySourceId } })) !== null;
      if (found !== funds.length || !source) return refused('fund-unknown');
      // what a paper opened or a decision promised is no change
      if (
        subject.correctsId !== null &&
        (await tx.ledgerEntry.count({ where: { id: subject.correctsId, changeId: { not: null } } })) === 0
      )
        return refused('not-correctable');
      const allowed = mayProposeChange(actor, await bodyOfChange(tx, subject));
      if (!allowed.ok) return allowed;
      await insertChange(tx, { ...change, reason: change.reason.trim() }, { id, proposerId, at: now });
      await enqueue(tx, mailChangeWaiting, { changeId: id }, `mail-change-waiting:${id}`);
      return accepted(id);
    },
    { refusals },
  );
}
