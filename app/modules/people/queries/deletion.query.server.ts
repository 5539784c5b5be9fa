import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { SignedIn } from '../actor.ts';
import { isSharedInDemo } from '../demo-account.ts';
import { unpaidAllowance } from '../erasure.store.server.ts';
import { isAdministrator, otherAdministrators } from '../role.store.server.ts';

/** What deleting one's account would touch beside one's plans, to be said before it happens. */
export type DeletionFacts = {
  /** Assigned reviews that were not handed in. */
  openReviews: number;
  /** Somebody else must become administrator first. */
  isLastAdministrator: boolean;
  /** An invented person of the demo, that all visitors use. */
  isSharedInDemo: boolean;
  /** What was approved as a volunteer and not paid yet, in cents; who deletes the account gives it up. */
  unpaid: Cents;
};

export async function deletionFacts(database: Database, actor: SignedIn, now: Instant): Promise<DeletionFacts> {
  const personId = actor.person.id;
  const today = dayInAmsterdam(now);
  const [openReviews, administers, others, unpaid] = await Promise.all([
    database.reviewAssignment.count({
      where: {
        personId,
        roundEntry: { round: { state: 'open' } },
        OR: [{ review: null }, { review: { state: 'draft' } }],
      },
    }),
    isAdministrator(database, personId, today),
    otherAdministrators(database, personId, today),
    unpaidAllowance(database, personId),
  ]);
  return {
    openReviews,
    isLastAdministrator: administers && others === 0,
    isSharedInDemo: isSharedInDemo(actor),
    unpaid,
  };
}
