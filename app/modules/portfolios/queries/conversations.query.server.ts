import type { Instant } from '#app/kernel/instant.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { ConversationItem } from '../views.ts';
import { ownConversations, portfolioName } from './own-conversations.query.server.ts';

/** How many conversations hold something that the actor has not read. */
export async function unreadConversations(database: Database, actor: SignedIn): Promise<number> {
  const personId = actor.person.id;
  const [row] = await database.$queryRaw<{ unread: number }[]>`
    select count(*)::int as unread from (${ownConversations(personId)}) own
      left join conversation_reading r on r.conversation_id = own.id and r.person_id = ${personId}::uuid
      where exists (select from message m where m.conversation_id = own.id and m.side <> own.side
        and (r.read_at is null or m.sent_at > r.read_at))`;
  return row?.unread ?? 0;
}

type Row = {
  id: string;
  subject: string;
  origin: string;
  lastMessageAt: Instant;
  mineSlug: string | null;
  mineName: string | null;
  otherSlug: string | null;
  otherName: string | null;
  unread: number;
};

const conversationPageSize = 30;

/** The actor's conversations, the latest first. */
export async function conversations(
  database: Database,
  actor: SignedIn,
  page: number,
): Promise<{ items: ConversationItem[]; pageCount: number }> {
  const personId = actor.person.id;
  const [{ total }] = await database.$queryRaw<[{ total: number }]>`
    select count(*)::int as total from (${ownConversations(personId)}) own`;
  const pageCount = Math.max(1, Math.ceil(total / conversationPageSize));
  const from = (Math.min(page, pageCount) - 1) * conversationPageSize;
  const rows = await database.$queryRaw<Row[]>`
    select c.id::text as id, c.subject, c.origin, c.last_message_at as "lastMessageAt",
        mine.slug as "mineSlug", ${portfolioName('own.mine')} as "mineName",
        other.slug as "otherSlug", ${portfolioName('own.other')} as "otherName",
        (select count(*)::int from message m where m.conversation_id = c.id and m.side <> own.side
          and (r.read_at is null or m.sent_at > r.read_at)) as unread
      from (${ownConversations(personId)}) own join conversation c on c.id = own.id
      left join portfolio mine on mine.id = own.mine left join portfolio other on other.id = own.other
      left join conversation_reading r on r.conversation_id = c.id and r.person_id = ${personId}::uuid
      order by c.last_message_at desc, c.id limit ${conversationPageSize} offset ${from}`;
  return { items: rows.map(item), pageCount };
}

function item(row: Row): ConversationItem {
  return {
    id: row.id,
    subject: row.subject,
    mine: named(row.mineSlug, row.mineName),
    other: named(row.otherSlug, row.otherName),
    isMatch: row.origin === 'match',
    lastMessageAt: row.lastMessageAt,
    unread: row.unread,
  };
}

export function named(slug: string | null, name: string | null) {
  return slug === null ? null : { slug, name: name ?? '' };
}
