import { toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { administers, type PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import type { ObjectionKind } from '../objection-term.ts';

export type SetObjectionTerm = {
  /** Key of the form; it becomes the id of the row, so that a double post finds the first. */
  formKey: string;
  which: ObjectionKind;
  /** Null: no objection in law. */
  weeks: number | null;
  how: string;
  howEn: string;
  beginsOn: CalendarDate;
  /** Last day; null: no end is known. */
  endsOn: CalendarDate | null;
  source: string;
  isToConfirm: boolean;
  reason: string;
};

/**
 * An administrator fills in what somebody can do who disagrees with a kind of decision; it takes the place of what stood for
 * those days. Decisions that are in the register already keep what they published.
 */
export async function setObjectionTerm(
  input: SetObjectionTerm,
  context: Context<SignedIn>,
): Promise<Outcome<void, PolicyRefusal | 'form-key-invalid'>> {
  const { actor, now } = context;
  const allowed = administers(actor);
  if (!allowed.ok) return allowed;
  const { formKey, beginsOn, endsOn, ...rest } = input;
  if (!isId(formKey)) return refused('form-key-invalid');
  return inTransaction(context, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('objection-term', 0))`;
    const before = await tx.objectionTerm.findUnique({ where: { id: formKey }, select: { authorId: true } });
    if (before !== null) return before.authorId === actor.person.id ? accepted() : refused('form-key-invalid');
    await tx.objectionTerm.create({
      data: {
        ...rest,
        id: formKey,
        beginsOn: toDateColumn(beginsOn),
        endsOn: endsOn === null ? null : toDateColumn(endsOn),
        authorId: actor.person.id,
        createdAt: now,
      },
    });
    return accepted();
  });
}
