import { dayInAmsterdam, fromDateColumn, toDateColumn } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import type { SignedIn } from '../actor.ts';
import { mailRole } from '../jobs.server.ts';
import { administers, type PolicyRefusal } from '../policy.ts';
import { lastDayWhenStopping, lockAdministrators, otherAdministrators } from '../role.store.server.ts';

export type EndRoleRefusal = PolicyRefusal | 'role-unknown' | 'already-ended' | 'last-administrator';

/** An administrator ends a role, at once. The membership stays in the record with its last day and who ended it. */
export async function endRole(
  input: { membershipId: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, EndRoleRefusal>> {
  const { actor, now } = context;
  const allowed = administers(actor);
  if (!allowed.ok) return allowed;
  if (!isId(input.membershipId)) return refused('role-unknown');
  const today = dayInAmsterdam(now);
  return inTransaction(context, async (tx) => {
    await lockAdministrators(tx);
    const membership = await tx.bodyMembership.findUnique({ where: { id: input.membershipId } });
    if (membership === null) return refused('role-unknown');
    const lastDay = lastDayWhenStopping(fromDateColumn(membership.beginsOn), today);
    if (membership.endsOn !== null && fromDateColumn(membership.endsOn) <= lastDay) return refused('already-ended');
    if (membership.role === 'administrator' && (await otherAdministrators(tx, membership.personId, today)) === 0) {
      return refused('last-administrator');
    }
    await tx.bodyMembership.update({
      where: { id: membership.id },
      data: { endsOn: toDateColumn(lastDay), endedById: actor.person.id, endedAt: now },
    });
    await enqueue(tx, mailRole, { membershipId: membership.id, change: 'ended' }, `mail-role:${membership.id}:ended`);
    return accepted();
  });
}
