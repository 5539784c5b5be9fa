import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { noMoney } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { openFund } from '#app/modules/ledger/commands/open-fund.server.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailPlanAnswered } from '../jobs.server.ts';
import { digestOfOutlook } from '../plan-digest.server.ts';
import { judgePlan } from '../plan-facts.store.server.ts';
import type { PlanOutlook, PlanStep } from '../plan-outlook.ts';
import { slugOfLine, titleOfLine } from '../plan-line-name.ts';
import { mayAnswerImport } from '../policy.ts';
import type { ApprovedBy } from './carry-out.server.ts';
import { giveBudget } from './give-budget.server.ts';
import { makeChange } from './make-change.server.ts';

export type ApproveImportRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'import-unknown'
  | 'same-person'
  | 'import-has-mistakes'
  | 'changed-meanwhile'
  | 'already-approved'
  | 'already-refused'
  | 'already-withdrawn';

// what came between the judging and the writing: nothing was imported, and the page shows the plan judged anew
const refusals = {
  fund_not_overcommitted: 'changed-meanwhile',
  source_overprogramming_stated: 'changed-meanwhile',
  fund_slug_key: 'changed-meanwhile',
  plan_import_two_persons: 'same-person',
} as const satisfies Record<string, ApproveImportRefusal>;

/** Milliseconds: the largest plan writes thousands of rows one after the other, on a busy machine for half a minute. */
const patience = 300_000;

/**
 * Carries out an uploaded plan as its second person: every line and every euro of it, or nothing.
 * @param seen digest of the outlook that the approver saw
 * @returns how many lines were opened or raised
 */
export async function approvePlanImport(
  input: { importId: string; seen: string },
  context: Context<Actor>,
): Promise<Outcome<number, ApproveImportRefusal>> {
  const { actor, now } = context;
  if (actor.person === null) return refused('sign-in-needed');
  if (!isId(input.importId)) return refused('import-unknown');
  const approverId = actor.person.id;
  return inTransaction<number, ApproveImportRefusal, ApproveImportRefusal>(
    context,
    async (tx) => {
      await tx.$queryRaw`select 1 from plan_import where id = ${input.importId}::uuid for update`;
      const row = await tx.planImport.findUnique({ where: { id: input.importId } });
      if (row === null) return refused('import-unknown');
      const allowed = mayAnswerImport(actor, row);
      if (!allowed.ok) return allowed;
      if (row.state !== 'proposed') return refused(`already-${row.state as 'approved' | 'refused' | 'withdrawn'}`);
      // two plans at once are judged one after the other
      await tx.$queryRaw`select 1 from money_source order by id for no key update`;
      const outlook = await judgePlan(tx, row);
      if (outlook.mistakes.length > 0) return refused('import-has-mistakes');
      if (digestOfOutlook(outlook) !== input.seen) return refused('changed-meanwhile');
      const changed = await carryOutPlan(tx, outlook, {
        fileName: row.fileName,
        isExample: row.isExample,
        proposerId: row.proposerId,
        approverId,
        at: now,
      });
      await tx.planImport.update({
        where: { id: row.id },
        data: { state: 'approved', approverId, answeredAt: now },
      });
      await enqueue(tx, mailPlanAnswered, { importId: row.id }, `mail-plan-answered:${row.id}`);
      return accepted(changed);
    },
    { refusals, patience },
  );
}

type Persons = ApprovedBy & { proposerId: string; fileName: string; isExample: boolean };

async function carryOutPlan(tx: Transaction, outlook: PlanOutlook, by: Persons): Promise<number> {
  const { fileName, isExample: _own, ...persons } = by;
  const occurredOn = dayInAmsterdam(by.at);
  for (const source of outlook.sources) {
    if (source.overprogramming === noMoney) continue;
    const reason = `Bestedingsplan ${fileName}: meer gepland dan er is, binnen wat is afgesproken`;
    const change = { kind: 'overprogramming', moneySourceId: source.id, amount: source.overprogramming } as const;
    await makeChange(tx, { ...change, reason, occurredOn }, persons);
  }
  const changing = outlook.steps.filter(({ kind }) => kind !== 'same');
  for (const step of changing) {
    const toFundId = step.fundId ?? (await openLine(tx, step, by));
    const reason = `Bestedingsplan ${fileName}${step.description === '' ? '' : `: ${step.description}`}`;
    await giveBudget(tx, { toFundId, amount: step.more, reason, occurredOn, ...persons });
  }
  return changing.length;
}

async function openLine(tx: Transaction, step: PlanStep, { at, isExample }: Persons): Promise<string> {
  const base = slugOfLine(step);
  const taken = await tx.fund.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  const slugs = new Set(taken.map(({ slug }) => slug));
  let slug = base;
  for (let number = 2; slugs.has(slug); number += 1) slug = `${base}-${String(number)}`;
  return openFund(tx, {
    slug,
    name: titleOfLine(step),
    description: step.description,
    bodyId: step.team.id,
    ...(step.actielijn === null ? {} : { actielijnId: step.actielijn.id }),
    label: step.label,
    year: step.year,
    moneySourceId: step.source.id,
    isExample,
    amount: null,
    at,
  });
}
