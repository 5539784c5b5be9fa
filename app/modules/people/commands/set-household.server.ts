import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import type { SignedIn } from '../actor.ts';
import { administers, canActFor, type PolicyRefusal } from '../policy.ts';
import { longestHousehold } from '../role.ts';

export type SetHouseholdRefusal =
  Exclude<PolicyRefusal, 'not-found'> | 'membership-unknown' | 'household-own' | 'household-too-long';

/**
 * The chair of a wijkalliantie (or the administrator) writes who lives together, for members without an organisation.
 * Nobody does so for themselves: it decides whose consents count as one household.
 * @param household the same words for who lives together; empty: a household of one's own
 */
export async function setHousehold(
  input: { membershipId: string; bodyId: string; household: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, SetHouseholdRefusal>> {
  const { actor } = context;
  const chair = canActFor(actor, input.bodyId, 'chair');
  if (!chair.ok && !administers(actor).ok) return chair;
  const household = input.household.trim().replaceAll(/\s+/g, ' ');
  if (household.length > longestHousehold) return refused('household-too-long');
  if (!isId(input.membershipId)) return refused('membership-unknown');
  return inTransaction(context, async (tx) => {
    const membership = await tx.bodyMembership.findFirst({
      where: { id: input.membershipId, bodyId: input.bodyId, body: { kind: 'wijkalliantie' } },
      select: { personId: true },
    });
    if (membership === null) return refused('membership-unknown');
    if (membership.personId === actor.person.id) return refused('household-own');
    // one person lives in one household, whatever roles they hold here
    await tx.bodyMembership.updateMany({
      where: { personId: membership.personId, bodyId: input.bodyId },
      data: { household: household === '' ? null : household },
    });
    return accepted();
  });
}
