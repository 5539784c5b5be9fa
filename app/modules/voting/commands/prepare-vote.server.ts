import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { slugFor } from '#app/modules/initiatives/slug.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { newSalt } from '../code.server.ts';
import { mayRunVotes } from '../policy.ts';
import type { VoteContent } from '../vote.ts';
import { contentColumns, lockVote } from '../vote.store.server.ts';

export type PrepareVoteRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'vote-unknown'
  | 'fund-unknown'
  | 'area-unknown'
  | 'body-without-votes'
  | 'period-in-the-past'
  | 'changed-meanwhile'
  | 'already-announced'
  | 'form-key-invalid';

const refusals = {
  vote_fund_of_body: 'fund-unknown',
  vote_body_kind: 'body-without-votes',
  vote_area_area_code_fkey: 'area-unknown',
  vote_announced_fixed: 'already-announced',
} as const satisfies Record<string, PrepareVoteRefusal>;

/**
 * Prepares a vote of a body. Nobody else sees it, and no money is set apart yet.
 * @param input.formKey becomes the id, so that a double post prepares once
 * @returns id of the vote
 */
export async function prepareVote(
  input: { bodyId: string; content: VoteContent; formKey: string },
  context: Context<SignedIn>,
): Promise<Outcome<string, PrepareVoteRefusal>> {
  const { bodyId, content, formKey: id } = input;
  const { actor, now } = context;
  if (!isId(id)) return refused('form-key-invalid');
  if (!isId(bodyId)) return refused('body-without-votes');
  const allowed = mayRunVotes(actor, bodyId);
  if (!allowed.ok) return allowed;
  return inTransaction<string, PrepareVoteRefusal, PrepareVoteRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `vote:${id}`);
      const known = await tx.vote.findUnique({ where: { id }, select: { preparerId: true, bodyId: true } });
      if (known !== null)
        return known.preparerId === actor.person.id && known.bodyId === bodyId
          ? accepted(id)
          : refused('form-key-invalid');
      if (content.closesAt <= now) return refused('period-in-the-past');
      // two of one title at once would take the same address
      await holdKey(tx, 'vote-slug');
      const taken = new Set((await tx.vote.findMany({ select: { slug: true } })).map(({ slug }) => slug));
      const slug = slugFor(content.title, (one) => taken.has(one));
      const columns = contentColumns(content);
      const begun = { id, slug, bodyId, state: 'draft', salt: newSalt(), preparerId: actor.person.id, createdAt: now };
      await tx.vote.create({ data: { ...begun, ...columns } });
      await writeAreas(tx, id, content.areaCodes);
      return accepted(id);
    },
    { refusals },
  );
}

/** Changes what was prepared, until it is announced. Who changes it prepared it: somebody else announces. */
export async function changeVote(
  input: { voteId: string; revision: number; content: VoteContent },
  context: Context<SignedIn>,
): Promise<Outcome<void, PrepareVoteRefusal>> {
  const { voteId: id, content } = input;
  const { actor, now } = context;
  if (!isId(id)) return refused('vote-unknown');
  return inTransaction<void, PrepareVoteRefusal, PrepareVoteRefusal>(
    context,
    async (tx) => {
      const vote = await lockVote(tx, id, 'change');
      if (vote === null) return refused('vote-unknown');
      const allowed = mayRunVotes(actor, vote.bodyId);
      if (!allowed.ok) return allowed;
      if (vote.state !== 'draft') return refused('already-announced');
      if (vote.revision !== input.revision) return refused('changed-meanwhile');
      if (content.closesAt <= now) return refused('period-in-the-past');
      const change = { ...contentColumns(content), preparerId: actor.person.id, revision: vote.revision + 1 };
      await tx.vote.update({ where: { id }, data: change });
      await tx.voteArea.deleteMany({ where: { voteId: id } });
      await writeAreas(tx, id, content.areaCodes);
      return accepted();
    },
    { refusals },
  );
}

async function writeAreas(tx: Transaction, voteId: string, areaCodes: readonly string[]): Promise<void> {
  await tx.voteArea.createMany({ data: [...new Set(areaCodes)].map((areaCode) => ({ voteId, areaCode })) });
}
