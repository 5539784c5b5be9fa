import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { ReportAnswer, Side } from '../conversation.ts';
import type { PortfolioName } from '../views.ts';
import { named } from './conversations.query.server.ts';
import { portfolioName } from './own-conversations.query.server.ts';

export type ReportItem = {
  id: string;
  reportedAt: Instant;
  asker: PortfolioName | null;
  answerer: PortfolioName | null;
  answer: ReportAnswer | null;
};

export type ReportView = ReportItem & {
  reason: string;
  against: Side;
  answerReason: string;
  messages: { id: string; side: Side | 'product'; text: string; sentAt: Instant }[];
};

type Row = {
  id: string;
  conversationId: string;
  reportedAt: Instant;
  reason: string;
  against: Side;
  answer: ReportAnswer | null;
  answerReason: string;
  askerSlug: string | null;
  askerName: string | null;
  answererSlug: string;
  answererName: string;
};

/**
 * Reports for an editor: those that wait first. What was written is only on the page of the report. That there is a report of a
 * conversation of their own, an editor does not see.
 */
export async function reports(database: Database, actor: SignedIn): Promise<ReportItem[]> {
  return (await rows(database, actor, null)).map(item);
}

/** One report with the conversation it is about, for an editor. @returns null when there is none, or it is of their own conversation */
export async function reportView(database: Database, actor: SignedIn, id: string): Promise<ReportView | null> {
  if (!isId(id)) return null;
  const [row] = await rows(database, actor, id);
  if (row === undefined) return null;
  const messages = await database.message.findMany({
    where: { conversationId: row.conversationId },
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
    select: { id: true, side: true, text: true, sentAt: true },
  });
  return {
    ...item(row),
    reason: row.reason,
    against: row.against,
    answerReason: row.answerReason,
    messages: messages.map(({ side, ...message }) => ({
      ...message,
      side: side === 'asker' || side === 'answerer' ? side : 'product',
    })),
  };
}

async function rows(database: Database, actor: SignedIn, id: string | null): Promise<Row[]> {
  return database.$queryRaw<Row[]>`
    select r.id::text as id, r.conversation_id::text as "conversationId", r.reported_at as "reportedAt", r.reason, r.against,
        r.answer, r.answer_reason as "answerReason",
        asker.slug as "askerSlug", ${portfolioName('c.asker_id')} as "askerName",
        answerer.slug as "answererSlug", ${portfolioName('c.answerer_id')} as "answererName"
      from message_report r join conversation c on c.id = r.conversation_id
      left join portfolio asker on asker.id = c.asker_id join portfolio answerer on answerer.id = c.answerer_id
      where (${id}::uuid is null or r.id = ${id}::uuid) and not report_of_own(r.id, ${actor.person.id}::uuid)
      order by r.answered_at is not null, r.reported_at desc limit 200`;
}

function item(row: Row): ReportItem {
  return {
    id: row.id,
    reportedAt: row.reportedAt,
    asker: named(row.askerSlug, row.askerName),
    answerer: named(row.answererSlug, row.answererName),
    answer: row.answer,
  };
}

export type HiddenPortfolio = { id: string; name: string; reason: string };

/** Portfolios that an editor hid, without those that the actor keeps. */
export async function hiddenPortfolios(database: Database, actor: SignedIn): Promise<HiddenPortfolio[]> {
  return database.$queryRaw<HiddenPortfolio[]>`
    select p.id::text as id, ${portfolioName('p.id')} as name, p.hidden_reason as reason
      from portfolio p where p.state = 'hidden' and not keeps_portfolio(${actor.person.id}::uuid, p.id) order by p.changed_at desc`;
}
