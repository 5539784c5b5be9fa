import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { slugFor } from '#app/modules/initiatives/slug.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { changingVote, type ChangeRefusal } from '../changing-vote.server.ts';
import { newSalt } from '../code.server.ts';
import { mayRunVotes } from '../policy.ts';
import type { VoteContent } from '../vote.ts';
import { contentColumns, type StoredVote } from '../vote.store.server.ts';

type Refusal =
  | 'fund-unknown'
  | 'fund-past'
  | 'area-unknown'
  | 'body-without-votes'
  | 'period-in-the-past'
  | 'already-announced'
  | 'form-key-invalid';

export type PrepareVoteRefusal = Refusal | ChangeRefusal;

const refusals = {
  vote_fund_of_body: 'fund-unknown',
  vote_body_kind: 'body-without-votes',
  vote_area_area_code_fkey: 'area-unknown',
  vote_announced_fixed: 'already-announced',
} as const satisfies Record<string, Refusal>;

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
      if (await isPast(tx, content.fundId, now)) return refused('fund-past');
      const slug = await addressOf(tx, id, content.title);
      const columns = contentColumns(content);
      const begun = { id, slug, bodyId, state: 'draft', salt: newSalt(), preparerId: actor.person.id, createdAt: now };
      await tx.vote.create({ data: { ...begun, ...columns } });
      await writeAreas(tx, id, content.areaCodes);
      return accepted(id);
    },
    { refusals },
  );
}

/** Changes what was prepared, until it is announced; its address follows the title. Who changes it prepared it: somebody else announces. */
export async function changeVote(
  input: { voteId: string; revision: number; content: VoteContent },
  context: Context<SignedIn>,
): Promise<Outcome<void, PrepareVoteRefusal>> {
  const { voteId: id, content } = input;
  const { actor, now } = context;
  const unfit = ({ state }: StoredVote) => (state === 'draft' ? null : 'already-announced');
  return changingVote<void, Refusal>(input, context, { unfit, refusals }, async (tx, vote) => {
    if (content.closesAt <= now) return refused('period-in-the-past');
    if (content.fundId !== vote.fundId && (await isPast(tx, content.fundId, now))) return refused('fund-past');
    const slug = await addressOf(tx, id, content.title);
    await tx.vote.update({ where: { id }, data: { ...contentColumns(content), slug, preparerId: actor.person.id } });
    await tx.voteArea.deleteMany({ where: { voteId: id } });
    await writeAreas(tx, id, content.areaCodes);
    return accepted();
  });
}

/** Whether a budget is of a year that is over. */
async function isPast(tx: Transaction, fundId: string, now: Instant): Promise<boolean> {
  const year = Number(dayInAmsterdam(now).slice(0, 4));
  return (await tx.fund.count({ where: { id: fundId, year: { lt: year } } })) > 0;
}

/** A slug after the title that no other vote has. Two of one title at once wait for each other. */
async function addressOf(tx: Transaction, id: string, title: string): Promise<string> {
  await holdKey(tx, 'vote-slug');
  const others = await tx.vote.findMany({ where: { id: { not: id } }, select: { slug: true } });
  const taken = new Set(others.map(({ slug }) => slug));
  return slugFor(title, (one) => taken.has(one));
}

async function writeAreas(tx: Transaction, voteId: string, areaCodes: readonly string[]): Promise<void> {
  await tx.voteArea.createMany({ data: [...new Set(areaCodes)].map((areaCode) => ({ voteId, areaCode })) });
}
