import { toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { programmeOffice } from '#app/modules/people/role.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import type { Side } from './conversation.ts';
import { keepersOf } from './portfolio.store.server.ts';

export type Parties = {
  id: string;
  askerId: string | null;
  askerPersonId: string | null;
  answererId: string;
};

/** A conversation that the person takes part in, locked, and on which side. @returns null when it is not theirs, or not there */
export async function lockOwnConversation(
  tx: Transaction,
  conversationId: string,
  personId: string,
): Promise<(Parties & { side: Side }) | null> {
  if (!isId(conversationId)) return null;
  const [row] = await tx.$queryRaw<(Parties & { side: Side | null })[]>`
    select id::text as id, asker_id::text as "askerId", asker_person_id::text as "askerPersonId",
        answerer_id::text as "answererId",
        case when (asker_id is null and asker_person_id = ${personId}::uuid) or keeps_portfolio(${personId}::uuid, asker_id) then 'asker'
          when keeps_portfolio(${personId}::uuid, answerer_id) then 'answerer' end as side
      from conversation where id = ${conversationId}::uuid for update`;
  return row === undefined || row.side === null ? null : { ...row, side: row.side };
}

/** Persons who read along on a side. */
export async function readersOf(tx: Transaction, parties: Parties, side: Side): Promise<string[]> {
  if (side === 'answerer') return keepersOf(tx, parties.answererId);
  if (parties.askerId !== null) return keepersOf(tx, parties.askerId);
  return parties.askerPersonId === null ? [] : [parties.askerPersonId];
}

/** Messages of the other side and of the product that somebody has not read, but for one. */
export async function unreadOf(
  tx: Transaction,
  conversationId: string,
  side: Side,
  { personId, exceptId }: { personId: string; exceptId: string },
): Promise<number> {
  const [row] = await tx.$queryRaw<{ unread: number }[]>`
    select count(*)::int as unread from message m
      left join conversation_reading r on r.conversation_id = m.conversation_id and r.person_id = ${personId}::uuid
      where m.conversation_id = ${conversationId}::uuid and m.side <> ${side} and m.id <> ${exceptId}::uuid
        and (r.read_at is null or m.sent_at > r.read_at)`;
  return row?.unread ?? 0;
}

/** What somebody sent of late. */
export async function sentOfLate(
  tx: Transaction,
  personId: string,
  now: Instant,
): Promise<{ conversations: number; messages: number }> {
  const [conversations, messages] = await Promise.all([
    tx.conversation.count({
      where: { askerPersonId: personId, origin: 'message', begunAt: { gt: addMinutes(now, -24 * 60) } },
    }),
    tx.message.count({ where: { authorId: personId, sentAt: { gt: addMinutes(now, -60) } } }),
  ]);
  return { conversations, messages };
}

/** Of these people those whose own affair a report is. */
export async function partiesOfReport(
  tx: Transaction,
  reportId: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id::text as id from unnest(${[...personIds]}::uuid[]) as given (id) where report_of_own(${reportId}::uuid, id)`;
  return new Set(rows.map(({ id }) => id));
}

/** Editors of the programme office today, who want to hear of work. */
export async function editorsOfTheOffice(tx: Transaction, today: CalendarDate): Promise<string[]> {
  const day = toDateColumn(today);
  const people = await tx.person.findMany({
    where: {
      deletedAt: null,
      memberships: {
        some: {
          body: { slug: programmeOffice },
          role: 'editor',
          beginsOn: { lte: day },
          OR: [{ endsOn: null }, { endsOn: { gte: day } }],
        },
      },
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return people.map(({ id }) => id);
}
