import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import { tellRegistered } from './settle-seats.server.ts';

const day = 24 * 60;

/** Each reminder, with the minutes before the beginning from which it goes, the last one first. */
const reminders = [
  { news: 'reminder-day', number: 2, from: day },
  { news: 'reminder-week', number: 1, from: 7 * day },
] as const;

/** People that one transaction reminds: few enough for a slow machine within the five seconds that it may last. */
const perTransaction = 50;

type Reminder = (typeof reminders)[number];

/** @returns how many had their turn, and how many of them were told */
async function remindSome(database: Database, now: Instant, { news, number, from }: Reminder) {
  return database.$transaction(async (tx) => {
    // counted as reminded in the same transaction as the mail is queued, so that two workers remind once
    const due = await tx.$queryRaw<{ id: string; heard: boolean }[]>`
      update gathering_registration r set reminded = ${number}
        where r.id in (
          select w.id from gathering_registration w join gathering g on g.id = w.gathering_id
            where g.state = 'announced' and w.state = 'confirmed' and w.reminded < ${number}
              and g.starts_at > ${now} and g.starts_at <= ${addMinutes(now, from)}
            order by w.id limit ${perTransaction} for update of w skip locked)
        returning r.id::text as id, r.confirmed_at > ${addMinutes(now, -day)} as heard`;
    const told = due.filter(({ heard }) => !(heard && news === 'reminder-week'));
    for (const { id } of told) await tellRegistered(tx, id, news, 1);
    return { due: due.length, told: told.length };
  });
}

/**
 * Reminds who comes a week and a day before, each once. Who confirmed within the last day just heard everything and skips one.
 * @returns how many were reminded
 */
export async function remindRegistered({ database, now }: { database: Database; now: Instant }): Promise<number> {
  let count = 0;
  for (const reminder of reminders) {
    for (;;) {
      const { due, told } = await remindSome(database, now, reminder);
      count += told;
      if (due < perTransaction) break;
    }
  }
  return count;
}
