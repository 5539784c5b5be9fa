import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import type { SignedIn } from '../actor.ts';
import { isSharedInDemo } from '../demo-account.ts';
import {
  endMemberships,
  eraseDrafts,
  erasePerson,
  releaseAssignments,
  unpaidAllowance,
} from '../erasure.store.server.ts';
import { isConfirmation } from '../form.ts';
import { leaveMarketplace } from '../portfolio-erasure.store.server.ts';
import { leaveVoteMarks } from '../vote-mark.store.server.ts';
import { isAdministrator, lockAdministrators, otherAdministrators } from '../role.store.server.ts';

export type DeleteAccountRefusal =
  'confirmation-wrong' | 'last-administrator' | 'demo-account-shared' | 'allowance-unpaid';

/**
 * Deletes the actor's account. Drafts, sessions and interests of the profile go; roles end today; what the record must
 * keep (submitted initiatives, handed-in reviews, decisions) stays without name. The last administrator first sees to a
 * successor, and the invented people of the demo stay for the next visitor. Who has allowances that were not paid yet says
 * that they give them up.
 */
export async function deleteAccount(
  input: { confirmation: string; givesUpUnpaid?: boolean },
  context: Context<SignedIn> & { secret: string },
): Promise<Outcome<void, DeleteAccountRefusal>> {
  const { actor, now } = context;
  const personId = actor.person.id;
  if (!isConfirmation(input.confirmation)) return refused('confirmation-wrong');
  if (isSharedInDemo(actor)) return refused('demo-account-shared');
  const today = dayInAmsterdam(now);
  return inTransaction(context, async (tx) => {
    await lockAdministrators(tx);
    const isLast =
      (await isAdministrator(tx, personId, today)) && (await otherAdministrators(tx, personId, today)) === 0;
    if (isLast) return refused('last-administrator');
    if (input.givesUpUnpaid !== true && (await unpaidAllowance(tx, personId)) > 0) return refused('allowance-unpaid');
    await releaseAssignments(tx, personId);
    await eraseDrafts(tx, personId);
    await endMemberships(tx, personId, today, now);
    await leaveMarketplace(tx, personId, now);
    await leaveVoteMarks(tx, personId, context.secret);
    await erasePerson(tx, personId, now);
    return accepted();
  });
}
