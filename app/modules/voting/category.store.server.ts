import { cents } from '#app/kernel/money.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { initiativeContent } from '#app/modules/initiatives/content.ts';
import type { VoteCategory } from './category.ts';
import { divisionsOf, type Division } from './division.ts';

/** Categories of a vote, by number. */
export async function categoriesOf(tx: Database | Transaction, voteId: string): Promise<VoteCategory[]> {
  const rows = await tx.voteCategory.findMany({ where: { voteId }, orderBy: { number: 'asc' } });
  return rows.map(({ number, name, ceilingCents }) => ({
    ...{ number, name, ceiling: ceilingCents === null ? null : cents(ceilingCents) },
  }));
}

/**
 * Writes the categories of a vote anew.
 * @param places of plans that are in one; of every other plan it is taken away
 */
export async function writeCategories(
  tx: Transaction,
  voteId: string,
  categories: readonly VoteCategory[],
  places: readonly { number: number; category: number | null }[],
): Promise<void> {
  await tx.voteProject.updateMany({ where: { voteId, category: { not: null } }, data: { category: null } });
  await tx.voteCategory.deleteMany({ where: { voteId } });
  await tx.voteCategory.createMany({
    data: categories.map(({ ceiling, ...one }) => ({
      ...{ ...one, voteId, ceilingCents: ceiling === null ? null : BigInt(ceiling) },
    })),
  });
  await placeProjects(tx, voteId, places);
}

/** Puts plans in categories; those that are not named stay where they are. */
export async function placeProjects(
  tx: Transaction,
  voteId: string,
  places: readonly { number: number; category: number | null }[],
): Promise<void> {
  for (const category of new Set(places.map((place) => place.category))) {
    const numbers = places.filter((place) => place.category === category).map(({ number }) => number);
    await tx.voteProject.updateMany({ where: { voteId, number: { in: numbers } }, data: { category } });
  }
}

/** Ready-made categories for the plans that take part, or may; by what the version says that is voted on. */
export async function divisionsOfVote(tx: Database | Transaction, voteId: string): Promise<Division[]> {
  const [rows, areas, themes] = await Promise.all([
    tx.voteProject.findMany({
      where: { voteId, OR: [{ verdict: null }, { verdict: 'included' }] },
      orderBy: { number: 'asc' },
      select: { number: true, content: { select: { content: true } } },
    }),
    tx.area.findMany({ select: { code: true, name: true, parentCode: true } }),
    tx.theme.findMany({ select: { slug: true, name: true } }),
  ]);
  const areaOf = new Map(areas.map((area) => [area.code, area]));
  const themeName = new Map(themes.map(({ slug, name }) => [slug, name]));
  return divisionsOf(
    rows.map(({ number, content }) => {
      const known = initiativeContent.safeParse(content.content).data;
      const own = known === undefined || known.wholeDistrict ? [] : known.areas;
      const inWijken = own.map((code) => areaOf.get(code)?.parentCode ?? code);
      const named = (codes: readonly string[]) => [...new Set(codes.map((code) => areaOf.get(code)?.name ?? code))];
      return {
        ...{ number, wijk: named(inWijken), buurt: named(own) },
        theme: (known?.themes ?? []).map((slug) => themeName.get(slug) ?? slug),
      };
    }),
  );
}
