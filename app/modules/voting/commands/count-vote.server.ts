import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Context, Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { categoriesOf } from '../category.store.server.ts';
import { changingVote, type ChangeRefusal, type OfVote } from '../changing-vote.server.ts';
import { mailVoteOutcome, shuffleLastJob } from '../jobs.server.ts';
import { readResult, type VoteResult } from '../result.ts';
import { protectedTurnout, tally, type Turnout } from '../tally.ts';
import { canMove, leastShown } from '../vote.ts';
import { choicesOf, choosable, interestInVote, keepAwards, keepCount, type StoredVote } from '../vote.store.server.ts';
import { publishBallots } from './publish-vote.server.ts';

type Refusal =
  'move-impossible' | 'lots-incomplete' | 'interest' | 'interest-in-vote' | 'ballots-do-not-add-up' | 'papers-wait';

export type CountVoteRefusal = Refusal | ChangeRefusal;

const counting = {
  unfit: ({ state }: StoredVote) => (canMove(state, 'count') ? null : 'move-impossible'),
  refusals: {
    vote_ballots_add_up: 'ballots-do-not-add-up',
    vote_run_without_interest: 'interest-in-vote',
    vote_papers_wait: 'papers-wait',
  },
  /** The largest vote. */
  patience: 120_000,
} as const;

/**
 * Counts a vote that closed, and publishes its ballots with the outcome. A tie is an outcome: the vote stays closed, a lot is drawn in
 * public, and the vote is counted again with the order that it gave. Of the money only what the winners cost stays apart.
 * @param input.lots projects of the tie in the order of the lot; empty the first time
 */
export async function countVote(
  { voteId, revision, lots }: OfVote & { lots: readonly number[] },
  context: Context<SignedIn>,
): Promise<Outcome<VoteResult['is'], CountVoteRefusal>> {
  const { actor, now } = context;
  return changingVote<VoteResult['is'], Refusal>({ voteId, revision }, context, counting, async (tx, vote) => {
    if ((await interestInVote(tx, actor.person.id, voteId)) !== null) return refused('interest-in-vote');
    const before = await tx.voteCount.findMany({ where: { voteId }, orderBy: { attempt: 'asc' } });
    const drawn = await lotsSoFar(tx, vote, before.at(-1), lots, actor);
    if (!drawn.ok) return drawn;
    const ballots = await choicesOf(tx, voteId);
    const projects = await choosable(tx, voteId);
    const result = tally(
      { amount: vote.amount, projects, categories: await categoriesOf(tx, voteId), rule: vote },
      ballots,
      drawn.value,
      await turnoutOf(tx, voteId),
    );
    const attempt = before.length + 1;
    const kept = { voteId, attempt, lots: drawn.value, ballots: ballots.length, countedById: actor.person.id };
    await keepCount(tx, { ...kept, countedAt: now }, result);
    // no ballot and no paper comes after the first count; not in this transaction, for which voters of other votes would wait
    if (attempt === 1) await enqueue(tx, shuffleLastJob, null, `shuffle-last-ballots:${voteId}`);
    if (result.is === 'outcome') {
      await keepAwards(tx, { voteId, attempt, at: now }, result);
      await tx.vote.update({ where: { id: voteId }, data: { state: 'counted', countedAt: now } });
      await enqueue(tx, mailVoteOutcome, { voteId, attempt }, `mail-vote-outcome:${voteId}:${attempt}`);
      await publishBallots(tx, voteId, { attempt, ballots, result, lots: drawn.value }, now);
    }
    return accepted(result.is);
  });
}

/** Lots of earlier ties, and those of the last one: all of its projects, entered by somebody without an interest in them. */
async function lotsSoFar(
  tx: Transaction,
  { id: voteId }: StoredVote,
  last: { lots: number[]; result: unknown } | undefined,
  lots: readonly number[],
  actor: SignedIn,
): Promise<Outcome<number[], Refusal>> {
  if (last === undefined) return lots.length === 0 ? accepted([]) : refused('lots-incomplete');
  const tie = readResult(last.result);
  const tied = tie?.is === 'tie' ? tie.tied : [];
  const isWhole = lots.length === tied.length && tied.every((number) => lots.includes(number));
  if (!isWhole || new Set(lots).size !== lots.length) return refused('lots-incomplete');
  const interests = await tx.$queryRaw<unknown[]>`
    select 1 from vote_project p where p.vote_id = ${voteId}::uuid and p.number = any(${[...lots]}::int[])
      and interest_of(${actor.person.id}::uuid, p.initiative_id) is not null`;
  if (interests.length > 0) return refused('interest');
  return accepted([...last.lots.filter((number) => !lots.includes(number)), ...lots]);
}

async function turnoutOf(tx: Transaction, voteId: string): Promise<Turnout> {
  const rows = await tx.voteRight.groupBy({ by: ['areaCode'], where: { voteId, isUsed: true }, _count: true });
  return protectedTurnout(
    rows.map(({ areaCode, _count: voters }) => ({ areaCode, voters })),
    leastShown,
  );
}
