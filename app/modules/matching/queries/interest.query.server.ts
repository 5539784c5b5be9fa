import type { Database } from '#app/platform/database.server.ts';

export type InterestFacts = { mine: string; mineSlug: string; other: string };

/**
 * Names for the mail about a portfolio that wants to meet another.
 * @param pair.otherId whose keepers get it
 * @returns null when it is no longer so, or the person does not keep it any more
 */
export async function interestFacts(
  database: Database,
  { portfolioId, otherId, personId }: { portfolioId: string; otherId: string; personId: string },
): Promise<InterestFacts | null> {
  const [row] = await database.$queryRaw<InterestFacts[]>`
    select mine.name as mine, mine.slug as "mineSlug", other.name as other
      from suggestion_interest w join portfolio_face mine on mine.id = w.other_id
        join portfolio_face other on other.id = w.portfolio_id
      where w.portfolio_id = ${portfolioId}::uuid and w.other_id = ${otherId}::uuid and w.withdrawn_at is null and mine.active and other.active
        and keeps_portfolio(${personId}::uuid, mine.id)
        and not pair_blocked(w.portfolio_id, w.other_id, w.by_id, ${personId}::uuid)
        and not exists (select from suggestion_dismissal d where d.portfolio_id = w.other_id and d.other_id = w.portfolio_id)
        and not exists (select from portfolio_match m
          where m.low_id = least(w.portfolio_id, w.other_id) and m.high_id = greatest(w.portfolio_id, w.other_id))`;
  return row ?? null;
}
