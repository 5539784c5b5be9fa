import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Database, type Transaction } from '#app/platform/database.server.ts';
import { subjectName } from '../queries/subjects.server.ts';
import type { Rhythm, Subject } from '../subject.ts';
import { hashOfToken } from '../token.server.ts';
import { addSubject } from './follow.server.ts';

export type FollowingChange =
  | { kind: 'confirm' }
  | { kind: 'rhythm'; rhythm: Rhythm }
  | { kind: 'add'; subject: Subject }
  | { kind: 'drop'; subject: Subject }
  | { kind: 'stop' };

export type ChangeRefusal = 'nothing-followed' | 'subject-unknown' | 'too-many-subjects';

/**
 * What a subscriber changes: by the link of a mail, or with their account. Whoever follows nothing any more is removed, address
 * and all. To stop what was stopped already is fine.
 */
export async function changeFollowing(
  who: { personId: string } | { token: string },
  change: FollowingChange,
  context: { database: Database; now: Instant },
): Promise<Outcome<void, ChangeRefusal>> {
  return inTransaction<void, ChangeRefusal>(context, async (tx) => {
    const row = await tx.subscriber.findUnique({
      where: 'personId' in who ? { personId: who.personId } : { tokenHash: hashOfToken(who.token) },
      select: { id: true },
    });
    if (row === null) return change.kind === 'stop' ? accepted() : refused('nothing-followed');
    await tx.$queryRaw`select 1 from subscriber where id = ${row.id}::uuid for update`;
    return applyChange(tx, row.id, change, context.now);
  });
}

async function applyChange(
  tx: Transaction,
  id: string,
  change: FollowingChange,
  now: Instant,
): Promise<Outcome<void, ChangeRefusal>> {
  switch (change.kind) {
    case 'confirm':
      // what happened before is no news to who begins now
      await tx.subscriber.updateMany({ where: { id, confirmedAt: null }, data: { confirmedAt: now, toldUntil: now } });
      return accepted();
    case 'rhythm':
      await tx.subscriber.update({ where: { id }, data: { rhythm: change.rhythm } });
      return accepted();
    case 'add':
      if ((await subjectName(tx, change.subject, 'nl')) === null) return refused('subject-unknown');
      return addSubject(tx, id, change.subject, now);
    case 'drop':
      await tx.subscription.deleteMany({ where: { subscriberId: id, ...change.subject } });
      if ((await tx.subscription.count({ where: { subscriberId: id } })) === 0)
        await tx.subscriber.deleteMany({ where: { id } });
      return accepted();
    case 'stop':
      await tx.subscriber.deleteMany({ where: { id } });
      return accepted();
  }
}
