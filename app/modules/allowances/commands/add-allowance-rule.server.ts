import { toDateColumn } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { administers, type PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import type { AllowanceRule } from '../allowance-rule.ts';

export type AddAllowanceRule = {
  rule: AllowanceRule;
  /** Becomes the id, so that a double post adds once. */
  formKey: string;
};

export type AddAllowanceRuleRefusal = Exclude<PolicyRefusal, never> | 'form-key-invalid' | 'rule-amounts';

/** An administrator adds what the law allows from a day on. Nothing is overwritten: of two for one day the last one counts. */
export async function addAllowanceRule(
  { rule, formKey: id }: AddAllowanceRule,
  context: Context<SignedIn>,
): Promise<Outcome<void, AddAllowanceRuleRefusal>> {
  const { actor, now } = context;
  if (!isId(id)) return refused('form-key-invalid');
  const allowed = administers(actor);
  if (!allowed.ok) return allowed;
  return inTransaction<void, AddAllowanceRuleRefusal, AddAllowanceRuleRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `allowance-rule:${id}`);
      const known = await tx.allowanceRule.findUnique({ where: { id }, select: { addedById: true } });
      if (known !== null) return known.addedById === actor.person.id ? accepted() : refused('form-key-invalid');
      await tx.allowanceRule.create({
        data: {
          id,
          startsOn: toDateColumn(rule.startsOn),
          monthCents: rule.month,
          yearCents: rule.year,
          hourCents: rule.hour,
          hourYoungCents: rule.hourYoung,
          source: rule.source.trim(),
          toConfirm: rule.toConfirm.trim(),
          addedById: actor.person.id,
          addedAt: now,
        },
      });
      return accepted();
    },
    { refusals: { allowance_rule_amounts: 'rule-amounts' } },
  );
}
