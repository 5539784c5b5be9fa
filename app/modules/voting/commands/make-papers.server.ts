import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { paperLettersOf } from '../code.server.ts';
import { mostPapers, showPaper } from '../paper.ts';
import { mayRunVotes } from '../policy.ts';
import { lockVote } from '../vote.store.server.ts';

export type MakePapersRefusal =
  Exclude<PolicyRefusal, 'not-found'> | 'vote-unknown' | 'papers-not-now' | 'area-unknown' | 'papers-off-range';

const refusals = {
  vote_not_open: 'papers-not-now',
  vote_area_of_vote: 'area-unknown',
} as const satisfies Record<string, MakePapersRefusal>;

/**
 * Makes paper ballots for an area: rights that are known by a number. The numbers go on after those of earlier papers of the vote.
 * @returns what each paper is called, in order
 */
export async function makePapers(
  { voteId, areaCode, papers: count }: { voteId: string; areaCode: string; papers: number },
  context: Context<SignedIn>,
): Promise<Outcome<string[], MakePapersRefusal>> {
  const { actor, now } = context;
  if (!isId(voteId)) return refused('vote-unknown');
  if (!Number.isInteger(count) || count < 1 || count > mostPapers) return refused('papers-off-range');
  return inTransaction<string[], MakePapersRefusal, MakePapersRefusal>(
    context,
    async (tx) => {
      // two at once would take the same numbers
      const vote = await lockVote(tx, voteId, 'change');
      if (vote === null) return refused('vote-unknown');
      const allowed = mayRunVotes(actor, vote.bodyId);
      if (!allowed.ok) return allowed;
      const last = await tx.voteRight.aggregate({ where: { voteId }, _max: { paperNumber: true } });
      const first = (last._max.paperNumber ?? 0) + 1;
      const sheetId = newId(now.getTime());
      const madeBy = { madeById: actor.person.id, madeAt: now };
      await tx.voteSheet.create({ data: { id: sheetId, voteId, areaCode, kind: 'papers', codes: count, ...madeBy } });
      const numbers = Array.from({ length: count }, (_, at) => first + at);
      await tx.voteRight.createMany({
        data: numbers.map((paperNumber) => ({ voteId, areaCode, sheetId, paperNumber })),
      });
      return accepted(numbers.map((number) => showPaper(number, paperLettersOf(vote.salt, number))));
    },
    { refusals },
  );
}
