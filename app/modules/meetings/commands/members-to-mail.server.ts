import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';

const readers = ['chair', 'programme_manager', 'editor', 'member', 'budget_holder'];

/** Who belongs to a body today and reads its concept minutes, but for who sends them. @returns ids of people */
export async function membersToMail(tx: Transaction, bodyId: string, notId: string, now: Instant): Promise<string[]> {
  const today = toDateColumn(dayInAmsterdam(now));
  const rows = await tx.person.findMany({
    where: {
      ...{ deletedAt: null, mailOnWork: true, id: { not: notId } },
      memberships: {
        some: {
          ...{ bodyId, role: { in: readers }, beginsOn: { lte: today } },
          OR: [{ endsOn: null }, { endsOn: { gte: today } }],
        },
      },
    },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
