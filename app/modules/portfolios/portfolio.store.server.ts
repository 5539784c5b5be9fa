import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import type { PortfolioKind, PortfolioState } from './portfolio.ts';

export type LockedPortfolio = {
  id: string;
  slug: string;
  kind: PortfolioKind;
  state: PortfolioState;
  revision: number;
};

/** A portfolio that the person keeps, locked for a change. @returns null when it is not theirs, or not there */
export async function lockOwnPortfolio(
  tx: Transaction,
  slug: string,
  personId: string,
): Promise<LockedPortfolio | null> {
  if (!isSlug(slug)) return null;
  const [row] = await tx.$queryRaw<LockedPortfolio[]>`
    select id::text as id, slug, kind, state, revision from portfolio
      where slug = ${slug} and keeps_portfolio(${personId}::uuid, id) for no key update`;
  return row ?? null;
}

/** Who comes next sees that something changed (`changed-meanwhile`). */
export async function touch(tx: Transaction, portfolioId: string, now: Instant): Promise<void> {
  await tx.portfolio.update({
    where: { id: portfolioId },
    data: { revision: { increment: 1 }, changedAt: now },
  });
}

/** Persons who keep a portfolio today. */
export async function keepersOf(tx: Transaction, portfolioId: string | null): Promise<string[]> {
  if (portfolioId === null || !isId(portfolioId)) return [];
  const rows = await tx.$queryRaw<{ person_id: string }[]>`
    select person_id::text as person_id from portfolio_keeps where portfolio_id = ${portfolioId}::uuid order by person_id`;
  return rows.map(({ person_id: personId }) => personId);
}

/** @returns the codes, or null when one of them is no wijk or buurt */
export async function knownAreas(tx: Transaction, codes: readonly string[]): Promise<readonly string[] | null> {
  const found = await tx.area.count({ where: { code: { in: [...codes] } } });
  return found === codes.length ? codes : null;
}

export async function knownThemes(tx: Transaction, slugs: readonly string[]): Promise<readonly string[] | null> {
  const found = await tx.theme.count({ where: { slug: { in: [...slugs] } } });
  return found === slugs.length ? slugs : null;
}
