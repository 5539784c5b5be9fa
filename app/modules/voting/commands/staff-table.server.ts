import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { normalEmail } from '#app/modules/people/person.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { mayRunVotes } from '../policy.ts';
import { lockVote } from '../vote.store.server.ts';

export type StaffTableRefusal =
  Exclude<PolicyRefusal, 'not-found'> | 'vote-unknown' | 'volunteer-unknown' | 'volunteer-interest' | 'table-not-now';

const refusals = {
  vote_table_in_time: 'table-not-now',
  vote_table_without_interest: 'volunteer-interest',
} as const satisfies Record<string, StaffTableRefusal>;

/** Lets somebody with an account staff the table of a vote; who has an interest in one of its projects does not. */
export async function appointTableVolunteer(
  { voteId, email }: { voteId: string; email: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, StaffTableRefusal>> {
  const { actor, now } = context;
  return staffing(voteId, context, async (tx) => {
    const person = await tx.person.findFirst({
      where: { email: normalEmail(email), deletedAt: null },
      select: { id: true },
    });
    if (person === null) return refused('volunteer-unknown');
    const key = { voteId_personId: { voteId, personId: person.id } };
    const appointed = { appointedById: actor.person.id, appointedAt: now };
    await tx.voteTableVolunteer.upsert({
      where: key,
      create: { id: newId(now.getTime()), voteId, personId: person.id, ...appointed },
      update: { ...appointed, endedAt: null },
    });
    return accepted();
  });
}

/** Ends that; what this person entered and nobody confirmed is entered again by others. */
export async function dismissTableVolunteer(
  { voteId, volunteerId }: { voteId: string; volunteerId: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, StaffTableRefusal>> {
  if (!isId(volunteerId)) return refused('volunteer-unknown');
  return staffing(voteId, context, async (tx) => {
    const { count } = await tx.voteTableVolunteer.updateMany({
      where: { id: volunteerId, voteId, endedAt: null },
      data: { endedAt: context.now },
    });
    return count === 1 ? accepted() : refused('volunteer-unknown');
  });
}

async function staffing(
  voteId: string,
  context: Context<SignedIn>,
  work: (tx: Transaction) => Promise<Outcome<void, StaffTableRefusal>>,
): Promise<Outcome<void, StaffTableRefusal>> {
  if (!isId(voteId)) return refused('vote-unknown');
  return inTransaction<void, StaffTableRefusal, StaffTableRefusal>(
    context,
    async (tx) => {
      const vote = await lockVote(tx, voteId, 'change');
      if (vote === null) return refused('vote-unknown');
      const allowed = mayRunVotes(context.actor, vote.bodyId);
      return allowed.ok ? work(tx) : allowed;
    },
    { refusals },
  );
}
