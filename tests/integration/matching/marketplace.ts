import { newId } from '#app/kernel/ids.ts';
import type { Direction, ResourceKind } from '#app/modules/portfolios/portfolio.ts';
import { matchChanged } from '#app/modules/matching/commands/match-portfolios.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';

let count = 0;

type Given = {
  name?: string;
  about?: string;
  areas?: string[];
  themes?: string[];
  lines?: readonly (readonly [Direction, ResourceKind, string])[];
  /** Null: nobody answers for it. */
  keeperId?: string | null;
};

/** A group with a portfolio. @returns its id */
export async function makeGroup(database: Database, given: Given = {}): Promise<string> {
  const id = newId();
  count += 1;
  const keeperId = given.keeperId === undefined ? await makePerson(database) : given.keeperId;
  await database.$transaction(async (tx) => {
    await tx.portfolio.create({
      data: {
        id,
        slug: `groep-${String(count)}`,
        kind: 'group',
        name: given.name ?? `Groep ${String(count)}`,
        about: given.about ?? '',
        phase: 'running',
        createdAt: testNow,
        changedAt: testNow,
        keepers: keeperId === null ? undefined : { create: { id: newId(), personId: keeperId, addedAt: testNow } },
        areas: { create: (given.areas ?? []).map((areaCode) => ({ areaCode })) },
        themes: { create: (given.themes ?? []).map((themeSlug) => ({ themeSlug })) },
      },
    });
    for (const line of given.lines ?? []) await addLine(tx, id, line);
  });
  return id;
}

export async function addLine(
  database: Pick<Database, 'portfolioLine'>,
  portfolioId: string,
  [direction, resource, text]: readonly [Direction, ResourceKind, string],
): Promise<string> {
  const id = newId();
  count += 1;
  await database.portfolioLine.create({
    data: { id, portfolioId, direction, resource, text, position: count, addedAt: testNow },
  });
  return id;
}

/** Ids of who is suggested to a portfolio, best first. */
export async function listOf(database: Database, portfolioId: string): Promise<string[]> {
  const rows = await database.matchSuggestion.findMany({
    where: { portfolioId },
    orderBy: [{ place: 'desc' }, { score: 'desc' }],
  });
  return rows.map(({ otherId }) => otherId);
}

/** Portfolios that wait to be matched, each once. */
export async function marked(database: Database): Promise<string[]> {
  const rows = await database.matchTodo.findMany();
  return [...new Set(rows.map(({ portfolioId }) => portfolioId))];
}

export const settle = async (database: Database): Promise<void> => matchChanged(database, testNow);
