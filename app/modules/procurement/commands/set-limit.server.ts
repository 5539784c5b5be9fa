import { toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Cents } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { administers, type PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import type { LimitKind } from '../limit.ts';

export type SetLimit = {
  /** Key of the form; it becomes the id of the row, so that a double post finds the first. */
  formKey: string;
  which: LimitKind;
  /** Cents, without VAT. */
  amount: Cents;
  beginsOn: CalendarDate;
  /** Last day; null: no end is known. */
  endsOn: CalendarDate | null;
  source: string;
  isToConfirm: boolean;
  reason: string;
};

/** An administrator fills in a limit for a period; it takes the place of what stood for those days. */
export async function setLimit(
  input: SetLimit,
  context: Context<SignedIn>,
): Promise<Outcome<void, PolicyRefusal | 'form-key-invalid'>> {
  const { actor, now } = context;
  const allowed = administers(actor);
  if (!allowed.ok) return allowed;
  const { formKey, amount, beginsOn, endsOn, ...rest } = input;
  if (!isId(formKey)) return refused('form-key-invalid');
  return inTransaction(context, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('procurement-limit', 0))`;
    const before = await tx.procurementLimit.findUnique({ where: { id: formKey }, select: { authorId: true } });
    if (before !== null) return before.authorId === actor.person.id ? accepted() : refused('form-key-invalid');
    await tx.procurementLimit.create({
      data: {
        ...rest,
        id: formKey,
        amountCents: BigInt(amount),
        beginsOn: toDateColumn(beginsOn),
        endsOn: endsOn === null ? null : toDateColumn(endsOn),
        authorId: actor.person.id,
        createdAt: now,
      },
    });
    return accepted();
  });
}
