import { addDays, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { programmeOffice } from './role.ts';

/** What is valid on a day, for the tables with a first and a last day. */
export function validOn(day: CalendarDate) {
  const date = toDateColumn(day);
  return { beginsOn: { lte: date }, OR: [{ endsOn: null }, { endsOn: { gte: date } }] };
}

/**
 * The last day of something that stops now: yesterday, so that it gives no power from this moment on. What began today
 * or later was never held, and gets a last day before its first.
 */
export function lastDayWhenStopping(beginsOn: CalendarDate, today: CalendarDate): CalendarDate {
  const yesterday = addDays(today, -1);
  return beginsOn > yesterday ? addDays(beginsOn, -1) : yesterday;
}

/** Lets changes of administrators wait for each other, so that two who leave at once do not leave nobody. */
export async function lockAdministrators(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('administrators', 0))`;
}

/** How many others administer the programme on a day. */
export async function otherAdministrators(
  tx: Transaction | Database,
  personId: string,
  today: CalendarDate,
): Promise<number> {
  const found = await tx.bodyMembership.findMany({
    where: {
      role: 'administrator',
      personId: { not: personId },
      body: { slug: programmeOffice },
      person: { deletedAt: null },
      ...validOn(today),
    },
    distinct: ['personId'],
    select: { personId: true },
  });
  return found.length;
}

/** Whether the person administers the programme on a day. */
export async function isAdministrator(
  tx: Transaction | Database,
  personId: string,
  today: CalendarDate,
): Promise<boolean> {
  const count = await tx.bodyMembership.count({
    where: { role: 'administrator', personId, body: { slug: programmeOffice }, ...validOn(today) },
  });
  return count > 0;
}
