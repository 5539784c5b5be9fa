import { toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';

/** Whether rule 2 keeps a person away from the hours of an activity: an interest in what its money was promised for. */
export async function hasInterestInActivity(
  database: Database | Transaction,
  personId: string,
  activityId: string,
): Promise<boolean> {
  const rows = await database.$queryRaw<unknown[]>`
    select 1 where interest_in_activity(${personId}::uuid, ${activityId}::uuid) is not null`;
  return rows.length > 0;
}

/** Coordinators who can answer for an activity on a day, those of the programme office too. @returns their ids */
export async function coordinatorsWithoutInterest(
  database: Database,
  activityId: string,
  day: CalendarDate,
): Promise<string[]> {
  const rows = await database.$queryRaw<{ id: string }[]>`
    select id::text from coordinators_without_interest(${activityId}::uuid, ${toDateColumn(day)}::date) as id`;
  return rows.map(({ id }) => id);
}
