import { isDeepStrictEqual } from 'node:util';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { paperLettersOf } from '../code.server.ts';
import { highestPaper, mostPapers, showPaper } from '../paper.ts';
import { mayRunVotes } from '../policy.ts';
import { lockVote } from '../vote.store.server.ts';

export type MakePapersRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'vote-unknown'
  | 'papers-not-now'
  | 'area-unknown'
  | 'papers-off-range'
  | 'papers-run-out'
  | 'already-made';

const refusals = {
  vote_not_open: 'papers-not-now',
  vote_area_of_vote: 'area-unknown',
} as const satisfies Record<string, MakePapersRefusal>;

/**
 * Makes paper ballots for an area: rights that are known by a number. The numbers go on after those of earlier papers of the vote. Posting it
 * again makes no others.
 * @param input.formKey by chance for each form; the sheet is known by it
 * @returns what each paper is called, in order
 */
export async function makePapers(
  { voteId, areaCode, papers: count, formKey }: { voteId: string; areaCode: string; papers: number; formKey: string },
  context: Context<SignedIn>,
): Promise<Outcome<string[], MakePapersRefusal>> {
  const { actor, now } = context;
  if (!isId(voteId) || !isId(formKey)) return refused('vote-unknown');
  if (!Number.isInteger(count) || count < 1 || count > mostPapers) return refused('papers-off-range');
  return inTransaction<string[], MakePapersRefusal, MakePapersRefusal>(
    context,
    async (tx) => {
      // two at once would take the same numbers
      const vote = await lockVote(tx, voteId, 'change');
      if (vote === null) return refused('vote-unknown');
      const allowed = mayRunVotes(actor, vote.bodyId);
      if (!allowed.ok) return allowed;
      const sheet = { voteId, areaCode, kind: 'papers', codes: count };
      const known = await tx.voteSheet.findUnique({
        where: { id: formKey },
        select: { ...sheetColumns, rights: true },
      });
      const nameOf = (number: number) => showPaper(number, paperLettersOf(vote.salt, number));
      if (known !== null) {
        const { rights, ...made } = known;
        if (!isDeepStrictEqual(made, sheet)) return refused('already-made');
        return accepted(numbersOf(rights).map(nameOf));
      }
      const last = await tx.voteRight.aggregate({ where: { voteId }, _max: { paperNumber: true } });
      const first = (last._max.paperNumber ?? 0) + 1;
      if (first + count - 1 > highestPaper) return refused('papers-run-out');
      await tx.voteSheet.create({ data: { id: formKey, ...sheet, madeById: actor.person.id, madeAt: now } });
      const numbers = Array.from({ length: count }, (_, at) => first + at);
      await tx.voteRight.createMany({
        data: numbers.map((paperNumber) => ({ voteId, areaCode, sheetId: formKey, paperNumber })),
      });
      return accepted(numbers.map(nameOf));
    },
    { refusals },
  );
}

const sheetColumns = { voteId: true, areaCode: true, kind: true, codes: true } as const;

function numbersOf(rights: readonly { paperNumber: number | null }[]): number[] {
  return rights.map(({ paperNumber }) => paperNumber ?? 0).sort((one, other) => one - other);
}
