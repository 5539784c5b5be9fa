import type { Instant } from '#app/kernel/instant.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { matchOutcomes, tallyOutcomes, type OutcomeTally } from '../exercise.ts';
import type { MatchView, OwnMatch, PortfolioName } from '../views.ts';
import { named } from './conversations.query.server.ts';

type Row = {
  id: string;
  madeAt: Instant;
  askedAt: Instant | null;
  outcome: string | null;
  outcomeText: string;
  answeredAt: Instant | null;
};

const outcomeOf = (outcome: string | null) => matchOutcomes.find((one) => one === outcome) ?? null;

function matchView(row: Row): MatchView {
  return {
    id: row.id,
    madeAt: row.madeAt,
    isAsked: row.askedAt !== null,
    outcome: outcomeOf(row.outcome),
    outcomeText: row.outcomeText,
    answeredAt: row.answeredAt,
  };
}

/** The match that a conversation introduced. The caller has seen that the conversation is theirs. */
export async function matchOfConversation(database: Database, conversationId: string): Promise<MatchView | null> {
  const row = await database.portfolioMatch.findUnique({ where: { conversationId } });
  return row === null ? null : matchView(row);
}

/** Matches of a portfolio of the actor's, the latest first. */
export async function ownMatches(database: Database, actor: SignedIn, portfolioId: string): Promise<OwnMatch[]> {
  const rows = await database.$queryRaw<
    (Row & { conversationId: string | null; otherSlug: string | null; otherName: string | null })[]
  >`
    select m.id::text as id, m.made_at as "madeAt", m.asked_at as "askedAt", m.outcome, m.outcome_text as "outcomeText",
        m.answered_at as "answeredAt", m.conversation_id::text as "conversationId", f.slug as "otherSlug", f.name as "otherName"
      from portfolio_match m
      left join portfolio_face f on f.id = case m.low_id when ${portfolioId}::uuid then m.high_id else m.low_id end
      where ${portfolioId}::uuid in (m.low_id, m.high_id) and keeps_portfolio(${actor.person.id}::uuid, ${portfolioId}::uuid)
      order by m.made_at desc, m.id`;
  return rows.map((row) => ({
    ...matchView(row),
    conversationId: row.conversationId,
    other: named(row.otherSlug, row.otherName),
  }));
}

export type PublicMatch = { one: PortfolioName; other: PortfolioName };

const mostPublicMatches = 12;

/** Who found each other, the latest first: names of portfolios, where both can be seen by everybody. */
export async function publicMatches(database: Database): Promise<PublicMatch[]> {
  const rows = await database.$queryRaw<{ slug: string; name: string; otherSlug: string; otherName: string }[]>`
    select one.slug, one.name, other.slug as "otherSlug", other.name as "otherName" from portfolio_match m
      join portfolio_face one on one.id = m.low_id join portfolio_face other on other.id = m.high_id
      order by m.made_at desc, m.id limit ${mostPublicMatches}`;
  return rows.map((row) => ({
    one: { slug: row.slug, name: row.name },
    other: { slug: row.otherSlug, name: row.otherName },
  }));
}

/** What became of the matches that are half a year old: counts only. @returns null while none was asked about */
export async function outcomeTally(database: Database): Promise<OutcomeTally | null> {
  const rows = await database.portfolioMatch.findMany({
    where: { askedAt: { not: null } },
    select: { outcome: true },
  });
  return rows.length === 0 ? null : tallyOutcomes(rows.map(({ outcome }) => outcomeOf(outcome)));
}
