import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import type { ChangeKind } from './meeting.ts';

/** Holds a meeting until the transaction is over, so that its agenda changes one after the other. @returns null when there is none */
export async function lockMeeting(tx: Transaction, id: string) {
  await tx.$queryRaw`select 1 from meeting where id = ${id}::uuid for no key update`;
  return tx.meeting.findUnique({ where: { id } });
}

export type LockedMeeting = NonNullable<Awaited<ReturnType<typeof lockMeeting>>>;

/** Writes down what the public may know that happened to a meeting. @param text where it was, why, or the title of the item */
export async function tellChange(
  tx: Transaction,
  change: { meetingId: string; kind: ChangeKind; text: string; changedById: string },
  now: Instant,
): Promise<void> {
  await tx.meetingChange.create({ data: { id: newId(now.getTime()), ...change, happenedAt: now } });
}

/** Counts a change of a meeting or its agenda, so that who saw it before hears of it when they save. */
export async function countChange(tx: Transaction, meetingId: string, now: Instant): Promise<void> {
  await tx.meeting.update({ where: { id: meetingId }, data: { revision: { increment: 1 }, changedAt: now } });
}
