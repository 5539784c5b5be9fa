import {
  addMonths,
  calendarDate,
  dayInAmsterdam,
  fromDateColumn,
  toDateColumn,
  type CalendarDate,
} from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { cellsOf, firstMonthFor, lastDayOf, publicationDay, type Pending } from '../published-figures.ts';

/**
 * Publishes every month whose day has come, one after the other, each in a transaction of its own: months that a server which
 * was off missed come out as they would have. Twice at once, or again, publishes nothing twice.
 * @returns how many months were published now
 */
export async function publishMonths(database: Database, now: Instant): Promise<number> {
  for (let published = 0; ; published += 1) {
    const isPublished = await database.$transaction(async (tx) => publishNext(tx, now), { timeout: 60_000 });
    if (!isPublished) return published;
  }
}

async function publishNext(tx: Transaction, now: Instant): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('published-month', 0))`;
  const month = await nextMonth(tx);
  if (month === null || dayInAmsterdam(now) < publicationDay(month)) return false;
  await tx.publishedMonth.create({ data: { month: toDateColumn(month), publishedAt: now } });
  for (const { claimIds, amount, ...cell } of cellsOf(await pendingFor(tx, month))) {
    const id = newId(now.getTime());
    await tx.publishedFigure.create({
      data: { id, month: toDateColumn(month), amountCents: BigInt(amount), ...cell },
    });
    await tx.$executeRaw`
      insert into published_claim (claim_id, figure_id) select claim, ${id}::uuid from unnest(${[...claimIds]}::uuid[]) as claim`;
  }
  return true;
}

/** @returns null while nothing was approved yet */
async function nextMonth(tx: Transaction): Promise<CalendarDate | null> {
  const last = await tx.publishedMonth.findFirst({ orderBy: { month: 'desc' } });
  if (last !== null) return addMonths(fromDateColumn(last.month), 1);
  const [first] = await tx.$queryRaw<{ day: string | null; approved_on: string }[]>`
    select to_char(day, 'YYYY-MM-DD') as day, to_char(amsterdam_day(answered_at), 'YYYY-MM-DD') as approved_on
      from allowance_claim where state = 'approved' order by greatest(day, amsterdam_day(answered_at) - 7), day limit 1`;
  if (first?.day == null) return null;
  return firstMonthFor({ day: calendarDate(first.day), approvedOn: calendarDate(first.approved_on) });
}

/** What was approved before the month is published, of days until its end, and was not published before. */
async function pendingFor(tx: Transaction, month: CalendarDate): Promise<Pending[]> {
  const until = lastDayOf(month);
  const rows = await tx.$queryRaw<
    {
      activity_id: string;
      area_code: string | null;
      is_over: boolean;
      claims: { id: string; person: string; amount: number }[];
    }[]
  >`
    select a.id as activity_id, a.area_code, (a.state = 'closed' or a.ends_on < ${toDateColumn(month)}::date) as is_over,
        json_agg(json_build_object('id', c.id, 'person', c.person_id, 'amount', c.amount_cents) order by c.id) as claims
      from allowance_claim c join activity a on a.id = c.activity_id
      where c.state = 'approved' and c.day <= ${toDateColumn(until)}::date
        and amsterdam_day(c.answered_at) < ${toDateColumn(publicationDay(month))}::date
        and not exists (select 1 from published_claim p where p.claim_id = c.id)
      group by a.id order by a.id`;
  return rows.map(({ activity_id: activityId, area_code: areaCode, is_over: isOver, claims }) => ({
    activityId,
    areaCode,
    isOver,
    claims: claims.map(({ id, person, amount }) => ({ id, personId: person, amount: cents(amount) })),
  }));
}
