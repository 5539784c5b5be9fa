import { dayInAmsterdam, fromDateColumn, toDateColumn } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import type { SignedIn } from '../actor.ts';
import { administers } from '../policy.ts';
import { lastDayWhenStopping } from '../role.store.server.ts';

/**
 * Ends that somebody acts for an organisation, at once: the person themselves, or an administrator. What was submitted
 * for the organisation stays with it.
 */
export async function leaveOrganisation(
  input: { membershipId: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, 'membership-unknown' | 'already-ended'>> {
  const { actor, now } = context;
  if (!isId(input.membershipId)) return refused('membership-unknown');
  return inTransaction(context, async (tx) => {
    await tx.$executeRaw`select 1 from organisation_member where id = ${input.membershipId}::uuid for update`;
    const membership = await tx.organisationMember.findUnique({ where: { id: input.membershipId } });
    if (membership === null) return refused('membership-unknown');
    if (membership.personId !== actor.person.id && !administers(actor).ok) return refused('membership-unknown');
    const lastDay = lastDayWhenStopping(fromDateColumn(membership.beginsOn), dayInAmsterdam(now));
    if (membership.endsOn !== null && fromDateColumn(membership.endsOn) <= lastDay) return refused('already-ended');
    await tx.organisationMember.update({
      where: { id: membership.id },
      data: { endsOn: toDateColumn(lastDay), endedById: actor.person.id },
    });
    return accepted();
  });
}
