import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Side } from '../conversation.ts';
import type { PortfolioKind, Unreachable } from '../portfolio.ts';
import type { ConversationView, IntroducedSide, MessageView, NoAnswer } from '../views.ts';
import { named } from './conversations.query.server.ts';
import { matchOfConversation } from './matches.query.server.ts';
import { ownConversations, portfolioName } from './own-conversations.query.server.ts';
import { needsAndOffers, runningLines } from './running-lines.query.server.ts';

type Row = {
  id: string;
  subject: string;
  origin: string;
  side: Side;
  mineId: string | null;
  otherId: string | null;
  mineSlug: string | null;
  mineName: string | null;
  mineState: string | null;
  otherSlug: string | null;
  otherKind: PortfolioKind | null;
  otherName: string | null;
  askerGone: boolean;
  unreachable: Unreachable | null;
  blockedByUs: boolean;
  blocked: boolean;
};

/** One conversation of the actor's. @returns null when it is not theirs, or not there */
export async function conversationView(
  database: Database,
  actor: SignedIn,
  id: string,
  now: Instant,
): Promise<ConversationView | null> {
  if (!isId(id)) return null;
  const personId = actor.person.id;
  const [row] = await database.$queryRaw<Row[]>`
    select c.id::text as id, c.subject, c.origin, own.side, own.mine::text as "mineId", own.other::text as "otherId",
        mine.slug as "mineSlug", mine.state as "mineState", ${portfolioName('own.mine')} as "mineName",
        other.slug as "otherSlug", other.kind as "otherKind", ${portfolioName('own.other')} as "otherName",
        c.asker_id is null and c.asker_person_id is null as "askerGone",
        portfolio_unreachable(own.other) as unreachable,
        pair_blocked(own.mine, own.other, ${personId}::uuid, case when own.other is null then c.asker_person_id end) as blocked,
        exists (select from portfolio_block b where b.ended_at is null
          and (b.portfolio_id = own.mine or (own.mine is null and b.person_id = ${personId}::uuid))
          and (b.blocked_portfolio_id = own.other or (own.other is null and b.blocked_person_id = c.asker_person_id))) as "blockedByUs"
      from (${ownConversations(personId)}) own join conversation c on c.id = own.id
      left join portfolio mine on mine.id = own.mine left join portfolio other on other.id = own.other
      where c.id = ${id}::uuid`;
  if (row === undefined) return null;
  const [messages, reports, introduction, match] = await Promise.all([
    messagesOf(database, id, row.side, personId),
    database.messageReport.findMany({
      where: { conversationId: id, reporterId: personId },
      orderBy: { reportedAt: 'desc' },
      select: { reportedAt: true, answer: true, answerReason: true },
    }),
    row.origin === 'match' && row.mineId !== null && row.otherId !== null
      ? introduced(database, row, now)
      : Promise.resolve(null),
    matchOfConversation(database, id),
  ]);
  return {
    id,
    subject: row.subject,
    side: row.side,
    mine: named(row.mineSlug, row.mineName),
    other: named(row.otherSlug, row.otherName),
    messages,
    introduction,
    match,
    otherKind: row.otherKind,
    noAnswer: noAnswer(row),
    canBlock: row.side === 'asker' || !row.askerGone,
    reports,
  };
}

function noAnswer(row: Row): NoAnswer | null {
  if (row.side === 'answerer' && row.askerGone) return 'gone';
  if (row.mineState === 'hidden') return 'mine-hidden';
  if (row.blockedByUs) return 'blocked-by-us';
  if (row.blocked) return 'blocked';
  return row.unreachable;
}

async function messagesOf(
  database: Database,
  conversationId: string,
  side: Side,
  personId: string,
): Promise<MessageView[]> {
  const rows = await database.message.findMany({
    where: { conversationId },
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
    select: { id: true, side: true, authorId: true, text: true, sentAt: true },
  });
  return rows.map((row) => ({
    id: row.id,
    from: row.side === 'product' ? 'product' : row.side === side ? 'mine' : 'theirs',
    isOwn: row.authorId === personId,
    text: row.text,
    sentAt: row.sentAt,
  }));
}

async function introduced(database: Database, row: Row, now: Instant): Promise<[IntroducedSide, IntroducedSide]> {
  const ids = [row.mineId ?? '', row.otherId ?? ''];
  const lines = await runningLines(database, ids, dayInAmsterdam(now));
  return [
    { slug: row.mineSlug ?? '', name: row.mineName ?? '', ...needsAndOffers(lines, ids[0] ?? '') },
    { slug: row.otherSlug ?? '', name: row.otherName ?? '', ...needsAndOffers(lines, ids[1] ?? '') },
  ];
}
