import type { Instant } from '#app/kernel/instant.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { Transaction } from '#app/platform/database.server.ts';

/** A portfolio of somebody's own and another, by their addresses. */
export type Pair = { mine: string; other: string };

export type FoundPair = {
  mineId: string;
  otherId: string;
  /** Both are on the marketplace, and somebody answers for both. */
  canMeet: boolean;
  /** One of the two blocked the other. */
  isBlocked: boolean;
  isMatch: boolean;
};

/**
 * The two, for who keeps the first and not the second. Whoever comes with the same two waits until this transaction is over, so
 * that of two that want to meet each other at the same instant, the second sees the first.
 * @returns null when the first is not theirs, or one is not there
 */
export async function holdOwnPair(tx: Transaction, { mine, other }: Pair, personId: string): Promise<FoundPair | null> {
  if (!isSlug(mine) || !isSlug(other) || mine === other) return null;
  const [low, high] = mine < other ? [mine, other] : [other, mine];
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`meet:${low}:${high}`}, 0))`;
  const [row] = await tx.$queryRaw<FoundPair[]>`
    select p.id::text as "mineId", f.id::text as "otherId",
        f.active and exists (select from portfolio_keeps k where k.portfolio_id = f.id)
          and exists (select from portfolio_face own where own.id = p.id and own.active) as "canMeet",
        pair_blocked(p.id, f.id, ${personId}::uuid) as "isBlocked",
        exists (select from portfolio_match m where m.low_id = least(p.id, f.id) and m.high_id = greatest(p.id, f.id)) as "isMatch"
      from portfolio p cross join portfolio_face f
      where p.slug = ${mine} and f.slug = ${other} and keeps_portfolio(${personId}::uuid, p.id)
        and not keeps_portfolio(${personId}::uuid, f.id)`;
  return row ?? null;
}

/** Persons who keep a portfolio today. */
export async function keepersToTell(tx: Transaction, portfolioId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select person_id::text as id from portfolio_keeps where portfolio_id = ${portfolioId}::uuid order by 1`;
  return rows.map(({ id }) => id);
}

/** They do not want to meet them after all. The row stays: said again, it sends no second mail. */
export async function withdrawInterest(
  tx: Transaction,
  pair: { portfolioId: string; otherId: string },
  now: Instant,
): Promise<void> {
  await tx.suggestionInterest.updateMany({ where: { ...pair, withdrawnAt: null }, data: { withdrawnAt: now } });
}
