import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Database } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { mailInterestAsk } from '../jobs.server.ts';
import { standingRefusals } from '../refusals.ts';

export type StatementRefusal = 'form-key-invalid' | 'not-nothing' | 'changed-meanwhile';

/**
 * The actor says that the register has everything of them, for a year; `isNothing`: that there is nothing to report.
 * The form says which of the two it showed, and the database refuses "nothing" beside what runs.
 */
export async function stateInterests(
  { formKey: id, isNothing }: { formKey: string; isNothing: boolean },
  { actor, now, database }: Context<SignedIn>,
): Promise<Outcome<void, StatementRefusal>> {
  if (!isId(id)) return refused('form-key-invalid');
  const personId = actor.person.id;
  return inTransaction<void, StatementRefusal, StatementRefusal>(
    { database },
    async (tx) => {
      await holdKey(tx, `interest-statement:${id}`);
      const known = await tx.interestStatement.findUnique({ where: { id }, select: { personId: true } });
      if (known !== null) return known.personId === personId ? accepted() : refused('form-key-invalid');
      await tx.interestStatement.create({ data: { id, personId, statedAt: now, isNothing } });
      return accepted();
    },
    { refusals: { interest_statement_nothing: standingRefusals.interest_statement_nothing } },
  );
}

/**
 * Asks everybody with a role whose statement is due within two weeks: once for each time that it is, however often this runs.
 * @returns how many were asked now
 */
export async function askStatements({ database, now }: { database: Database; now: Instant }): Promise<number> {
  const today = toDateColumn(dayInAmsterdam(now));
  return database.$transaction(async (tx) => {
    const asked = await tx.$queryRaw<{ personId: string; dueOn: string }[]>`
      insert into interest_ask (person_id, due_on, asked_at)
        select r.person_id, interest_due_on(r.person_id, r.since), ${now}
          from (select m.person_id, min(m.begins_on) as since from body_membership m join person p on p.id = m.person_id
            where p.deleted_at is null and m.begins_on <= ${today}::date and (m.ends_on is null or m.ends_on >= ${today}::date)
            group by m.person_id) r
          where interest_due_on(r.person_id, r.since) <= ${today}::date + 14
        on conflict do nothing
        returning person_id::text as "personId", due_on::text as "dueOn"`;
    for (const { personId, dueOn } of asked)
      await enqueue(tx, mailInterestAsk, { personId }, `interest-ask:${personId}:${dueOn}`);
    return asked.length;
  });
}
