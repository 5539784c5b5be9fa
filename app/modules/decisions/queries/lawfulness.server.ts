import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { addedUpOf } from '#app/modules/procurement/queries/add-up.server.ts';
import { answeredFlagsOf } from '#app/modules/procurement/queries/other-money.server.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { Lawfulness } from '../lawfulness.ts';

/**
 * What a prepared decision adds up to and which costs may be funded twice, as it would be confirmed on a day.
 * @param day the day of the confirmation: the limits of that day count
 */
export async function lawfulnessOf(
  database: Database | Transaction,
  decisionId: string,
  day: CalendarDate,
): Promise<Lawfulness> {
  // one after the other: a transaction has one connection
  const addedUp = await addedUpOf(database, decisionId, day);
  return { addedUp, flags: await answeredFlagsOf(database, decisionId) };
}
