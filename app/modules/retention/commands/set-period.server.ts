import { toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { administers, type PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import type { Period, RetentionKind } from '../retention.ts';

export type SetPeriod = Period & {
  kind: RetentionKind;
  /** Tomorrow or later, so that who looks sees what goes before it is gone. */
  startsOn: CalendarDate;
  /** Why so long: everybody reads it. */
  reason: string;
  /** Becomes the id, so that a double post sets once. */
  formKey: string;
};

export type SetPeriodRefusal = PolicyRefusal | 'form-key-invalid' | 'too-short' | 'not-ahead';

/** An administrator says how long a kind of data is kept from a day on. Nothing is overwritten: of two for one day the last counts. */
export async function setPeriod(
  { formKey: id, kind, amount, unit, startsOn, reason }: SetPeriod,
  { actor, now, database }: Context<SignedIn>,
): Promise<Outcome<void, SetPeriodRefusal>> {
  if (!isId(id)) return refused('form-key-invalid');
  const allowed = administers(actor);
  if (!allowed.ok) return allowed;
  return inTransaction<void, SetPeriodRefusal, SetPeriodRefusal>(
    { database },
    async (tx) => {
      await holdKey(tx, `retention-period:${id}`);
      const known = await tx.retentionPeriod.findUnique({ where: { id }, select: { addedById: true, kind: true } });
      if (known !== null)
        return known.addedById === actor.person.id && known.kind === kind ? accepted() : refused('form-key-invalid');
      const period = { kind, amount, unit, startsOn: toDateColumn(startsOn), reason: reason.trim() };
      await tx.retentionPeriod.create({ data: { id, ...period, addedById: actor.person.id, addedAt: now } });
      return accepted();
    },
    { refusals: { retention_period_least: 'too-short', retention_period_ahead: 'not-ahead' } },
  );
}
