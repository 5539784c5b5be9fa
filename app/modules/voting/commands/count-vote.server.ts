import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Context, Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { categoriesOf } from '../category.store.server.ts';
import { changingVote, type ChangeRefusal, type OfVote } from '../changing-vote.server.ts';
import { mailVoteOutcome, shuffleLastJob } from '../jobs.server.ts';
import type { VoteResult } from '../result.ts';
import { protectedTurnout, tally, type Turnout } from '../tally.ts';
import { canMove, leastShown } from '../vote.ts';
import { choicesOf, choosable, interestInVote, keepAwards, keepCount, type StoredVote } from '../vote.store.server.ts';
import { lotsDrawn } from '../queries/lots-drawn.query.server.ts';
import { papersThatWait } from '../queries/papers-that-wait.query.server.ts';
import { publishBallots } from './publish-vote.server.ts';

export type CountRefusal =
  | 'move-impossible'
  | 'lots-missing'
  | 'interest-in-vote'
  | 'ballots-do-not-add-up'
  | 'papers-wait'
  | 'cancellation-waits';

/** Papers named in one refusal at most. */
const mostNamed = 50;

/** How every count goes, the one that follows a lot too. */
export const counting = {
  unfit: ({ state }: StoredVote) => (canMove(state, 'count') ? null : ('move-impossible' as const)),
  refusals: {
    vote_ballots_add_up: 'ballots-do-not-add-up',
    vote_run_without_interest: 'interest-in-vote',
    vote_papers_wait: 'papers-wait',
    vote_cancellation_waits: 'cancellation-waits',
  },
  /** The largest vote. */
  patience: 120_000,
} as const;

/**
 * Counts a vote that closed, and publishes its ballots with the outcome. A tie is an outcome: the vote stays closed, a lot is drawn in
 * public, and who confirms its order counts the vote again (`drawingLots`). Of the money only what the winners cost stays apart.
 */
export async function countVote(
  input: OfVote,
  context: Context<SignedIn>,
): Promise<Outcome<VoteResult['is'], CountRefusal | ChangeRefusal>> {
  return changingVote<VoteResult['is'], CountRefusal>(input, context, counting, async (tx, vote) =>
    (await interestInVote(tx, context.actor.person.id, vote.id)) === null
      ? countedIn(tx, vote, context)
      : refused('interest-in-vote'),
  );
}

/** Counts within a change of the vote. */
export async function countedIn(
  tx: Transaction,
  vote: StoredVote,
  { actor, now }: Context<SignedIn>,
): Promise<Outcome<VoteResult['is'], 'lots-missing' | 'papers-wait'>> {
  const { id: voteId } = vote;
  const before = await tx.voteCount.findMany({ where: { voteId }, orderBy: { attempt: 'asc' } });
  const last = before.at(-1);
  if (last?.isTie === true && !(await isDrawn(tx, voteId, last.attempt))) return refused('lots-missing');
  const drawn = await lotsDrawn(tx, voteId);
  const lots = drawn.map((lot) => lot.lots);
  const waiting = await papersThatWait(tx, voteId);
  if (waiting.length > 0) return refused('papers-wait', { papers: waiting.slice(0, mostNamed).join(', ') });
  const ballots = await choicesOf(tx, voteId);
  const projects = await choosable(tx, voteId);
  const result = tally(
    { amount: vote.amount, projects, categories: await categoriesOf(tx, voteId), rule: vote },
    ballots,
    lots,
    await turnoutOf(tx, voteId),
  );
  const attempt = before.length + 1;
  const kept = { voteId, attempt, ballots: ballots.length, countedById: actor.person.id };
  await keepCount(tx, { ...kept, countedAt: now }, result);
  // no ballot and no paper comes after the first count; not in this transaction, for which voters of other votes would wait
  if (attempt === 1) await enqueue(tx, shuffleLastJob, null, `shuffle-last-ballots:${voteId}`);
  if (result.is === 'outcome') {
    await keepAwards(tx, { voteId, attempt, at: now }, result);
    await tx.vote.update({ where: { id: voteId }, data: { state: 'counted', countedAt: now } });
    await enqueue(tx, mailVoteOutcome, { voteId, attempt }, `mail-vote-outcome:${voteId}:${attempt}`);
    await publishBallots(tx, voteId, { attempt, ballots, result, drawn }, now);
  }
  return accepted(result.is);
}

async function isDrawn(tx: Transaction, voteId: string, attempt: number): Promise<boolean> {
  return (await tx.voteLot.count({ where: { voteId, attempt, confirmedAt: { not: null } } })) > 0;
}

async function turnoutOf(tx: Transaction, voteId: string): Promise<Turnout> {
  const rows = await tx.voteRight.groupBy({ by: ['areaCode'], where: { voteId, isUsed: true }, _count: true });
  return protectedTurnout(
    rows.map(({ areaCode, _count: voters }) => ({ areaCode, voters })),
    leastShown,
  );
}
