import type { Database } from '#app/platform/database.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { reportAnswers, type ReportAnswer } from '../conversation.ts';
import { portfolioName } from './own-conversations.query.server.ts';

type PairFacts = {
  conversationId: string;
  mine: string;
  mineSlug: string;
  other: string;
  isAnswered: boolean;
};

/**
 * Names of the two sides of a conversation or match, seen from one person; a person without a portfolio has no name here.
 * @returns null when the person is on neither side any more
 */
export async function mailFacts(
  database: Database,
  of: { conversationId: string } | { matchId: string },
  personId: string,
): Promise<PairFacts | null> {
  const pair =
    'matchId' in of
      ? Prisma.sql`select conversation_id as id, low_id as one, high_id as two, null::uuid as person, outcome is not null as answered
          from portfolio_match where id = ${of.matchId}::uuid`
      : Prisma.sql`select id, asker_id as one, answerer_id as two, case when asker_id is null then asker_person_id end as person, false as answered
          from conversation where id = ${of.conversationId}::uuid`;
  const [row] = await database.$queryRaw<
    { id: string | null; mine: string | null; mineSlug: string | null; other: string | null; answered: boolean }[]
  >`
    with pair as (${pair}), side as (
      select id, one as mine, two as other, answered from pair
        where person = ${personId}::uuid or keeps_portfolio(${personId}::uuid, one)
      union all
      select id, two, one, answered from pair where keeps_portfolio(${personId}::uuid, two))
    select side.id::text as id, ${portfolioName('side.mine')} as mine, (select slug from portfolio where id = side.mine) as "mineSlug",
        ${portfolioName('side.other')} as other, answered from side limit 1`;
  if (row === undefined) return null;
  return {
    conversationId: row.id ?? '',
    mine: row.mine ?? '',
    mineSlug: row.mineSlug ?? '',
    other: row.other ?? '',
    isAnswered: row.answered,
  };
}

type ReportFacts = {
  conversationId: string;
  reporterId: string | null;
  answer: ReportAnswer | null;
  reason: string;
  /** Of the portfolio that was reported; empty for a person without one. */
  reportedSlug: string;
  reportedName: string;
};

export async function reportFacts(database: Database, id: string): Promise<ReportFacts | null> {
  const [row] = await database.$queryRaw<
    {
      conversationId: string;
      reporterId: string | null;
      answer: string | null;
      reason: string;
      slug: string | null;
      name: string | null;
    }[]
  >`
    select r.conversation_id::text as "conversationId", r.reporter_id::text as "reporterId", r.answer, r.answer_reason as reason,
        p.slug, ${portfolioName('p.id')} as name
      from message_report r join conversation c on c.id = r.conversation_id
      left join portfolio p on p.id = case r.against when 'asker' then c.asker_id else c.answerer_id end
      where r.id = ${id}::uuid`;
  if (row === undefined) return null;
  return {
    conversationId: row.conversationId,
    reporterId: row.reporterId,
    answer: reportAnswers.find((one) => one === row.answer) ?? null,
    reason: row.reason,
    reportedSlug: row.slug ?? '',
    reportedName: row.name ?? '',
  };
}
