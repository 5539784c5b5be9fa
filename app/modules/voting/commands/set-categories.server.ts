import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Context, Transaction } from '#app/platform/database.server.ts';
import { categoriesOf, divisionsOfVote, placeProjects, writeCategories } from '../category.store.server.ts';
import type { VoteCategory } from '../category.ts';
import { changingVote, type ChangeRefusal, type OfVote } from '../changing-vote.server.ts';
import { equalCeiling, type DivisionKind } from '../division.ts';
import { interestInVote, type StoredVote } from '../vote.store.server.ts';

type Refusal =
  | 'already-announced'
  | 'category-invalid'
  | 'category-twice'
  | 'category-unknown'
  | 'above-amount'
  | 'project-unknown'
  | 'division-gone'
  | 'interest-in-vote';

export type SetCategoriesRefusal = Refusal | ChangeRefusal;

const whilePreparing = {
  unfit: ({ state }: StoredVote) => (state === 'draft' ? null : 'already-announced'),
  refusals: {
    vote_announced_fixed: 'already-announced',
    vote_category_name_once: 'category-twice',
    vote_category_name: 'category-invalid',
    vote_category_number: 'category-invalid',
    vote_category_ceiling: 'category-invalid',
    vote_category_pkey: 'category-invalid',
    vote_project_vote_id_category_fkey: 'category-unknown',
  },
} as const satisfies { unfit: unknown; refusals: Record<string, Refusal> };

/**
 * A ceiling can decide who wins: nobody with an interest in what can be chosen sets one. Who does prepared the vote with it, so somebody
 * else announces.
 */
async function changingCategories(
  input: OfVote,
  context: Context<SignedIn>,
  work: (tx: Transaction, vote: StoredVote) => Promise<Outcome<void, Refusal>>,
): Promise<Outcome<void, SetCategoriesRefusal>> {
  return changingVote<void, Refusal>(input, context, whilePreparing, async (tx, vote) => {
    const { id } = context.actor.person;
    if ((await interestInVote(tx, id, vote.id)) !== null) return refused('interest-in-vote');
    await tx.vote.update({ where: { id: vote.id }, data: { preparerId: id } });
    return work(tx, vote);
  });
}

/** Says which categories a vote has; plans stay in theirs as long as its number stays. None at all takes them away. */
export async function setCategories(
  { categories, ...input }: OfVote & { categories: readonly VoteCategory[] },
  context: Context<SignedIn>,
): Promise<Outcome<void, SetCategoriesRefusal>> {
  return changingCategories(input, context, async (tx, vote) => {
    const above = categories.find(({ ceiling }) => ceiling !== null && ceiling > vote.amount);
    if (above !== undefined) return refused('above-amount', { name: above.name });
    const before = await tx.voteProject.findMany({
      where: { voteId: vote.id, category: { in: categories.map(({ number }) => number) } },
      select: { number: true, category: true },
    });
    await writeCategories(tx, vote.id, categories, before);
    return accepted();
  });
}

/** Puts plans in categories, or in none; a plan that is not named stays where it is. */
export async function sortProjects(
  { places, ...input }: OfVote & { places: readonly { number: number; category: number | null }[] },
  context: Context<SignedIn>,
): Promise<Outcome<void, SetCategoriesRefusal>> {
  return changingCategories(input, context, async (tx, vote) => {
    const numbers = [...new Set(places.map(({ number }) => number))];
    const there = await tx.voteProject.count({ where: { voteId: vote.id, number: { in: numbers } } });
    if (there < numbers.length || numbers.length < places.length) return refused('project-unknown');
    const known = new Set((await categoriesOf(tx, vote.id)).map(({ number }) => number));
    if (places.some(({ category }) => category !== null && !known.has(category))) return refused('category-unknown');
    await placeProjects(tx, vote.id, places);
    return accepted();
  });
}

/**
 * Fills in a ready-made division, in the place of what there was.
 * @param input.equally whether each category gets an equal ceiling
 */
export async function fillCategories(
  { kind, equally, ...input }: OfVote & { kind: DivisionKind; equally: boolean },
  context: Context<SignedIn>,
): Promise<Outcome<void, SetCategoriesRefusal>> {
  return changingCategories(input, context, async (tx, vote) => {
    const division = (await divisionsOfVote(tx, vote.id)).find((one) => one.kind === kind);
    if (division === undefined) return refused('division-gone');
    const { categories } = division;
    const ceiling = equally ? equalCeiling(vote.amount, categories.length) : null;
    await writeCategories(
      tx,
      vote.id,
      categories.map(({ name }, at) => ({ number: at + 1, name, ceiling })),
      categories.flatMap(({ projects }, at) => projects.map((number) => ({ number, category: at + 1 }))),
    );
    return accepted();
  });
}
