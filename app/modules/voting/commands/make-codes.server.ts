import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { newCode, rightHashOf } from '../code.server.ts';
import { mayRunVotes } from '../policy.ts';
import { mostCodes } from '../vote.ts';
import { lockVote } from '../vote.store.server.ts';

export type MakeCodesRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'vote-unknown'
  | 'vote-not-open'
  | 'area-unknown'
  | 'codes-off-range'
  | 'already-made';

const refusals = {
  vote_not_open: 'vote-not-open',
  vote_area_of_vote: 'area-unknown',
  vote_sheet_pkey: 'already-made',
} as const satisfies Record<string, MakeCodesRefusal>;

/**
 * Makes codes for an area. They are in the answer only: the database keeps hashes, so nobody makes this sheet again, and posting it again is
 * refused.
 * @param input.formKey by chance for each form; the sheet is known by it
 * @param draw for the demo, whose codes anybody may know
 * @returns the codes, for the sheets
 */
export async function makeCodes(
  { voteId, areaCode, codes: count, formKey }: { voteId: string; areaCode: string; codes: number; formKey: string },
  context: Context<SignedIn>,
  draw: (index: number) => string = newCode,
): Promise<Outcome<string[], MakeCodesRefusal>> {
  const { actor, now } = context;
  if (!isId(voteId) || !isId(formKey)) return refused('vote-unknown');
  if (!Number.isInteger(count) || count < 1 || count > mostCodes) return refused('codes-off-range');
  return inTransaction<string[], MakeCodesRefusal, MakeCodesRefusal>(
    context,
    async (tx) => {
      const vote = await lockVote(tx, voteId, 'cast');
      if (vote === null) return refused('vote-unknown');
      const allowed = mayRunVotes(actor, vote.bodyId);
      if (!allowed.ok) return allowed;
      await tx.voteSheet.create({
        data: { id: formKey, voteId, areaCode, codes: count, madeById: actor.person.id, madeAt: now },
      });
      const codes = Array.from({ length: count }, (_, index) => draw(index));
      await tx.voteRight.createMany({
        data: codes.map((code) => ({ voteId, areaCode, sheetId: formKey, codeHash: rightHashOf(vote.salt, code) })),
      });
      return accepted(codes);
    },
    { refusals },
  );
}
