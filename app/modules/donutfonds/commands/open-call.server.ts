import { dayInAmsterdam, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { mayManage, type RoleRefusal } from '../policy.ts';

export type OpenCall = {
  /** Becomes the id, so that a double post opens once. */
  formKey: string;
  /** A line of the bestedingsplan; its year is the year of the call, its body holds the call. */
  fundId: string;
  rulesId: string;
  /** First and last day on which organisations apply. */
  opensOn: CalendarDate;
  closesOn: CalendarDate;
};

export type OpenCallRefusal =
  | RoleRefusal
  | 'form-key-invalid'
  | 'fund-unknown'
  | 'rules-unknown'
  | 'rules-later'
  | 'period-backwards'
  | 'period-over'
  | 'already-called';

const refusals = {
  donut_call_pkey: 'form-key-invalid',
  donut_call_year_key: 'already-called',
  donut_call_fund_id_key: 'already-called',
  donut_call_rules: 'rules-later',
  donut_call_rules_id_fkey: 'rules-unknown',
  donut_call_period: 'period-backwards',
} as const satisfies Record<string, OpenCallRefusal>;

/** Opens the donutfonds of a year, by one version of the rules. @returns the year */
export async function openCall(input: OpenCall, context: Context<SignedIn>): Promise<Outcome<number, OpenCallRefusal>> {
  const { actor, now } = context;
  const { formKey: id, fundId, rulesId, opensOn, closesOn } = input;
  if (!isId(id)) return refused('form-key-invalid');
  if (!isId(fundId)) return refused('fund-unknown');
  if (!isId(rulesId)) return refused('rules-unknown');
  if (closesOn < opensOn) return refused('period-backwards');
  if (closesOn < dayInAmsterdam(now)) return refused('period-over');
  const openedById = actor.person.id;
  return inTransaction<number, OpenCallRefusal, OpenCallRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `donut-call:${id}`);
      const fund = await tx.fund.findUnique({ where: { id: fundId }, select: { bodyId: true, year: true } });
      if (fund === null) return refused('fund-unknown');
      const allowed = mayManage(actor, fund.bodyId);
      if (!allowed.ok) return allowed;
      const known = await tx.donutCall.findUnique({ where: { id }, select: { openedById: true, year: true } });
      if (known !== null) return known.openedById === openedById ? accepted(known.year) : refused('form-key-invalid');
      await tx.donutCall.create({
        data: {
          id,
          ...fund,
          fundId,
          rulesId,
          opensOn: toDateColumn(opensOn),
          closesOn: toDateColumn(closesOn),
          state: 'open',
          openedById,
          openedAt: now,
        },
      });
      return accepted(fund.year);
    },
    { refusals },
  );
}
