import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import { tellRegistered } from './settle-seats.server.ts';

const day = 24 * 60;

/** Each reminder, with the minutes before the beginning from which it goes, the last one first. */
const reminders = [
  { news: 'reminder-day', number: 2, from: day },
  { news: 'reminder-week', number: 1, from: 7 * day },
] as const;

/**
 * Reminds who comes a week and a day before, each once. Who confirmed within the last day just heard everything and skips one.
 * @returns how many were reminded
 */
export async function remindRegistered({ database, now }: { database: Database; now: Instant }): Promise<number> {
  let count = 0;
  for (const { news, number, from } of reminders) {
    await database.$transaction(async (tx) => {
      // counted as reminded in the same transaction as the mail is queued, so that two workers remind once
      const due = await tx.$queryRaw<{ id: string; heard: boolean }[]>`
        update gathering_registration r set reminded = ${number}
          from gathering g
          where g.id = r.gathering_id and g.state = 'announced' and r.state = 'confirmed' and r.reminded < ${number}
            and g.starts_at > ${now} and g.starts_at <= ${addMinutes(now, from)}
          returning r.id::text as id, r.confirmed_at > ${addMinutes(now, -day)} as heard`;
      for (const { id, heard } of due) {
        if (heard && news === 'reminder-week') continue;
        await tellRegistered(tx, id, news, 1);
        count += 1;
      }
    });
  }
  return count;
}
