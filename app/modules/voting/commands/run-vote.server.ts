import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Context } from '#app/platform/database.server.ts';
import { changingVote, type ChangeRefusal, type OfVote } from '../changing-vote.server.ts';
import { mayAnnounce } from '../policy.ts';
import { canMove, type VoteMove } from '../vote.ts';
import { interestInVote, type StoredVote } from '../vote.store.server.ts';
import { publishAnnouncement } from './publish-vote.server.ts';

type Refusal =
  | 'same-person'
  | 'move-impossible'
  | 'period-in-the-past'
  | 'fund-exhausted'
  | 'areas-missing'
  | 'projects-unchecked'
  | 'projects-missing'
  | 'one-project'
  | 'project-too-dear'
  | 'category-above-amount'
  | 'category-empty'
  | 'category-too-dear'
  | 'interest-in-vote'
  | 'winners-wait';

export type RunVoteRefusal = Refusal | ChangeRefusal;

/** The rules themselves stand in the database, where nothing passes them by. */
const refusals = {
  fund_not_overcommitted: 'fund-exhausted',
  vote_two_persons: 'same-person',
  vote_has_area: 'areas-missing',
  vote_projects_checked: 'projects-unchecked',
  vote_has_project: 'projects-missing',
  vote_offers_choice: 'one-project',
  vote_project_affordable: 'project-too-dear',
  vote_category_within_amount: 'category-above-amount',
  vote_category_has_project: 'category-empty',
  vote_category_affordable: 'category-too-dear',
  vote_run_without_interest: 'interest-in-vote',
  vote_winners_settled: 'winners-wait',
  vote_move: 'move-impossible',
} as const satisfies Record<string, Refusal>;

const moving = (move: VoteMove) => ({
  unfit: ({ state }: StoredVote) => (canMove(state, move) ? null : ('move-impossible' as const)),
  refusals,
});

/**
 * Announces a vote, as somebody else than who prepared it: from now on everybody sees it, its rule and projects stay as they are and
 * stand in the log, and the fund keeps its money apart.
 */
export async function announceVote(input: OfVote, context: Context<SignedIn>): Promise<Outcome<void, RunVoteRefusal>> {
  const { actor, now } = context;
  return changingVote<void, Refusal>(input, context, moving('announce'), async (tx, vote) => {
    const allowed = mayAnnounce(actor, vote);
    if (!allowed.ok) return allowed;
    if (vote.closesAt <= now) return refused('period-in-the-past');
    if ((await interestInVote(tx, actor.person.id, vote.id)) !== null) return refused('interest-in-vote');
    const data = { state: 'announced', announcerId: actor.person.id, announcedAt: now };
    await tx.vote.update({ where: { id: vote.id }, data });
    await publishAnnouncement(tx, vote.id, now);
    return accepted();
  });
}

/** Ends a vote that nobody won. One with winners ends by itself, with the last decision on them. */
export async function concludeVote(input: OfVote, context: Context<SignedIn>): Promise<Outcome<void, RunVoteRefusal>> {
  return changingVote<void, Refusal>(input, context, moving('conclude'), async (tx, vote) => {
    if ((await interestInVote(tx, context.actor.person.id, vote.id)) !== null) return refused('interest-in-vote');
    await tx.vote.update({ where: { id: vote.id }, data: { state: 'concluded', concludedAt: context.now } });
    return accepted();
  });
}
