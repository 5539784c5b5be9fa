import type { ResourceKind } from './portfolio.ts';
import type { Transaction } from '#app/platform/database.server.ts';

/** The two of a pair in the order in which they are stored, so that a pair is there once. */
export function inOrder(one: string, other: string): { lowId: string; highId: string } {
  return one < other ? { lowId: one, highId: other } : { lowId: other, highId: one };
}

/** Whoever comes with the same pair waits until this transaction is over; the database takes the same lock for a choice. */
export async function holdPair(tx: Transaction, one: string, other: string): Promise<void> {
  const { lowId, highId } = inOrder(one, other);
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`match:${lowId}:${highId}`}, 0))`;
}

export type IntroducedFacts = {
  name: string;
  needs: readonly { resource: ResourceKind; text: string }[];
  offers: readonly { resource: ResourceKind; text: string }[];
};

/** What an introduction tells of a portfolio. Hidden ones have no face and are not introduced. */
export async function introducedFacts(tx: Transaction, portfolioId: string): Promise<IntroducedFacts | null> {
  const [face] = await tx.$queryRaw<
    { name: string }[]
  >`select name from portfolio_face where id = ${portfolioId}::uuid`;
  if (face === undefined) return null;
  const lines = await tx.$queryRaw<{ direction: string; resource: ResourceKind; text: string }[]>`
    select direction, resource, text from portfolio_line
      where portfolio_id = ${portfolioId}::uuid and done_at is null and (until is null or until >= amsterdam_day(now()))
      order by position`;
  const of = (direction: string) =>
    lines.filter((line) => line.direction === direction).map(({ resource, text }) => ({ resource, text }));
  return { name: face.name, needs: of('need'), offers: of('offer') };
}
