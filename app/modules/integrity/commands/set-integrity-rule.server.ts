import { toDateColumn } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { administers, type PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import type { RuleInput } from '../question-form.ts';

export type RuleRefusal = PolicyRefusal | 'form-key-invalid' | 'not-ahead';

/** An administrator sets terms and the value of gifts from a day on. Nothing is overwritten: of two for one day the last counts. */
export async function setIntegrityRule(
  { formKey: id, startsOn, giftFrom, ...rule }: RuleInput,
  { actor, now, database }: Context<SignedIn>,
): Promise<Outcome<void, RuleRefusal>> {
  if (!isId(id)) return refused('form-key-invalid');
  const allowed = administers(actor);
  if (!allowed.ok) return allowed;
  return inTransaction<void, RuleRefusal, RuleRefusal>(
    { database },
    async (tx) => {
      await holdKey(tx, `integrity-rule:${id}`);
      const known = await tx.integrityRule.findUnique({ where: { id }, select: { addedById: true } });
      if (known !== null) return known.addedById === actor.person.id ? accepted() : refused('form-key-invalid');
      await tx.integrityRule.create({
        data: {
          ...{ id, ...rule, giftFromCents: BigInt(giftFrom), startsOn: toDateColumn(startsOn) },
          ...{ addedById: actor.person.id, addedAt: now },
        },
      });
      return accepted();
    },
    { refusals: { integrity_rule_ahead: 'not-ahead' } },
  );
}
