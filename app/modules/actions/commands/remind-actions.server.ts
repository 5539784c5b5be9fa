import { addDays, dayInAmsterdam, fromDateColumn, toDateColumn } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted } from '#app/kernel/outcome.ts';
import { workersFor } from '#app/modules/loket/mails/recipients.server.ts';
import { inTransaction, type Database, type Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailDigest, mailReminders } from '../jobs.server.ts';
import { daysBefore, digestDays, isForChair, mondayOf, ownerStep } from '../reminding.ts';

type Clock = { database: Database; now: Instant };

const leaders = ['chair', 'programme_manager'] as const;

/**
 * Reminds of open actions: whose they are a week before, on the day and each week after; the chair once, after three weeks. Each
 * reminder is written down in the transaction that queues its mail, so that it goes once.
 */
export async function sendActionReminders({ database, now }: Clock): Promise<void> {
  const today = dayInAmsterdam(now);
  const near = await database.action.findMany({
    where: { state: 'open', dueOn: { lte: toDateColumn(addDays(today, daysBefore)) } },
    select: { id: true, bodyId: true, ownerPersonId: true, dueOn: true, createdAt: true },
    orderBy: { number: 'asc' },
  });
  const due = near.flatMap(({ dueOn, ...one }) => (dueOn === null ? [] : [{ ...one, dueOn: fromDateColumn(dueOn) }]));
  const chairs = new Map<string, string[]>();
  for (const { bodyId, dueOn } of due)
    if (isForChair(dueOn, today) && !chairs.has(bodyId))
      chairs.set(
        bodyId,
        (await workersFor(database, bodyId, leaders, today)).map(({ id }) => id),
      );
  await inTransaction({ database }, async (tx) => {
    const lists = new Map<string, { personId: string; to: 'owner' | 'chair'; actionIds: string[] }>();
    const add = (personId: string, to: 'owner' | 'chair', actionId: string) => {
      const list = lists.get(`${personId}:${to}`) ?? { personId, to, actionIds: [] };
      lists.set(`${personId}:${to}`, { ...list, actionIds: [...list.actionIds, actionId] });
    };
    for (const { id, bodyId, ownerPersonId, dueOn, createdAt } of due) {
      const step = ownerPersonId === null ? null : ownerStep(dueOn, dayInAmsterdam(createdAt), today);
      if (ownerPersonId !== null && step !== null && (await isFirst(tx, { actionId: id, dueOn, step }, now)))
        add(ownerPersonId, 'owner', id);
      const leading = isForChair(dueOn, today) ? (chairs.get(bodyId) ?? []) : [];
      if (leading.length > 0 && (await isFirst(tx, { actionId: id, dueOn, step: 'chair' }, now)))
        for (const personId of leading) if (personId !== ownerPersonId) add(personId, 'chair', id);
    }
    for (const list of lists.values())
      await enqueue(tx, mailReminders, list, `action-reminders:${list.personId}:${list.to}:${today}`);
    return accepted();
  });
}

type Reminder = { actionId: string; dueOn: ReturnType<typeof fromDateColumn>; step: string };

/** Writes down that somebody is reminded; false when they were already, also by another worker at this instant. */
async function isFirst(tx: Transaction, { dueOn, ...reminder }: Reminder, now: Instant): Promise<boolean> {
  const { count } = await tx.actionReminder.createMany({
    data: [{ ...reminder, dueOn: toDateColumn(dueOn), remindedAt: now }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** The weekly digest for who leads a body in which something is late or comes soon: once a week, also when it is asked for twice. */
export async function sendActionDigests({ database, now }: Clock): Promise<void> {
  const today = dayInAmsterdam(now);
  const bodies = await database.body.findMany({
    where: { actions: { some: { state: 'open', dueOn: { lte: toDateColumn(addDays(today, digestDays)) } } } },
    select: { id: true },
  });
  for (const { id: bodyId } of bodies) {
    const people = await workersFor(database, bodyId, leaders, today);
    await inTransaction({ database }, async (tx) => {
      const { count } = await tx.actionDigest.createMany({
        data: [{ bodyId, weekOf: toDateColumn(mondayOf(today)), sentAt: now }],
        skipDuplicates: true,
      });
      if (count === 1)
        for (const { id: personId } of people)
          await enqueue(tx, mailDigest, { bodyId, personId }, `action-digest:${bodyId}:${personId}:${mondayOf(today)}`);
      return accepted();
    });
  }
}
