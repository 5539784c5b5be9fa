import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { mayAnnounce, mayRunVotes } from '../policy.ts';
import { canMove, type VoteMove } from '../vote.ts';
import { lockVote, type StoredVote } from '../vote.store.server.ts';
import { publishAnnouncement } from './publish-vote.server.ts';

export type RunVoteRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'vote-unknown'
  | 'same-person'
  | 'changed-meanwhile'
  | 'move-impossible'
  | 'period-in-the-past'
  | 'fund-exhausted'
  | 'areas-missing'
  | 'projects-unchecked'
  | 'projects-missing'
  | 'project-too-dear';

/** The rules themselves stand in the database, where nothing passes them by. */
const refusals = {
  fund_not_overcommitted: 'fund-exhausted',
  vote_two_persons: 'same-person',
  vote_has_area: 'areas-missing',
  vote_projects_checked: 'projects-unchecked',
  vote_has_project: 'projects-missing',
  vote_project_affordable: 'project-too-dear',
  vote_move: 'move-impossible',
} as const satisfies Record<string, RunVoteRefusal>;

type OfVote = { voteId: string; revision: number };

/**
 * Announces a vote, as somebody else than who prepared it: from now on everybody sees it, its rule and projects stay as they are and
 * stand in the log, and the fund keeps its money apart.
 */
export async function announceVote(input: OfVote, context: Context<SignedIn>): Promise<Outcome<void, RunVoteRefusal>> {
  const { actor, now } = context;
  return move('announce', input, context, async (tx, vote) => {
    const allowed = mayAnnounce(actor, vote);
    if (!allowed.ok) return allowed;
    if (vote.closesAt <= now) return refused('period-in-the-past');
    const data = { state: 'announced', announcerId: actor.person.id, announcedAt: now };
    await tx.vote.update({ where: { id: vote.id }, data });
    await publishAnnouncement(tx, vote.id, now);
    return accepted();
  });
}

/** Ends a vote without an outcome; the reason is public, and the money is free again. What was cast stays and is not counted. */
export async function cancelVote(
  input: OfVote & { reason: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, RunVoteRefusal>> {
  const { actor, now } = context;
  return move('cancel', input, context, async (tx, vote) => {
    const data = { state: 'cancelled', cancellerId: actor.person.id, cancelledAt: now, cancelReason: input.reason };
    await tx.vote.update({ where: { id: vote.id }, data });
    return accepted();
  });
}

/** Lets go of the money of the winners, so that decisions on them can take it. */
export async function concludeVote(input: OfVote, context: Context<SignedIn>): Promise<Outcome<void, RunVoteRefusal>> {
  return move('conclude', input, context, async (tx, vote) => {
    await tx.vote.update({ where: { id: vote.id }, data: { state: 'concluded', concludedAt: context.now } });
    return accepted();
  });
}

async function move(
  the: VoteMove,
  { voteId, revision }: OfVote,
  context: Context<SignedIn>,
  work: (tx: Transaction, vote: StoredVote) => Promise<Outcome<void, RunVoteRefusal>>,
): Promise<Outcome<void, RunVoteRefusal>> {
  if (!isId(voteId)) return refused('vote-unknown');
  return inTransaction<void, RunVoteRefusal, RunVoteRefusal>(
    context,
    async (tx) => {
      const vote = await lockVote(tx, voteId, 'change');
      if (vote === null) return refused('vote-unknown');
      const allowed = mayRunVotes(context.actor, vote.bodyId);
      if (!allowed.ok) return allowed;
      if (!canMove(vote.state, the)) return refused('move-impossible');
      if (vote.revision !== revision) return refused('changed-meanwhile');
      await tx.vote.update({ where: { id: voteId }, data: { revision: revision + 1 } });
      return work(tx, vote);
    },
    { refusals },
  );
}
