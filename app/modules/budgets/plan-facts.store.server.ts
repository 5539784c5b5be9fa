import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { balancesSelect, fundMoney } from '#app/modules/ledger/fund-balances.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { readPlan } from './plan-file.server.ts';
import { outlookOf, type PlanFacts, type PlanOutlook } from './plan-outlook.ts';

type Reader = Database | Transaction;

/** The text of a plan, and whether its amounts were made up. */
export type PlanToJudge = { content: string; isExample: boolean };

/** Judges a plan against what there is now. Without readable headers rows are not judged. */
export async function judgePlan(reader: Reader, { content, isExample }: PlanToJudge): Promise<PlanOutlook> {
  const { rows, mistakes } = readPlan(content);
  if (mistakes.some(({ row, code }) => row <= 1 || code === 'quotes-broken' || code === 'too-many-rows'))
    return { steps: [], sources: [], mistakes };
  const outlook = outlookOf(rows, await planFacts(reader), isExample);
  const all = [...mistakes, ...outlook.mistakes].sort((a, b) => a.row - b.row);
  return { ...outlook, mistakes: all };
}

async function planFacts(reader: Reader): Promise<PlanFacts> {
  const teams = await reader.body.findMany({ select: { id: true, slug: true, name: true, shortName: true } });
  const actielijnen = await reader.actielijn.findMany({ select: { id: true, slug: true, title: true, bodyId: true } });
  const sources = await reader.moneySource.findMany({
    include: { origin: true, overprogrammed: true, unallocated: true },
  });
  const lines = await reader.fund.findMany({ include: balancesSelect });
  return {
    teams,
    actielijnen,
    sources: sources.map((source) => ({
      id: source.id,
      slug: source.slug,
      name: source.name,
      isMoney: source.form === 'money',
      fromYear: yearOf(source.beginsOn),
      untilYear: yearOf(source.endsOn),
      pledged: cents(-source.origin.balanceCents),
      overprogrammed: cents(-source.overprogrammed.balanceCents),
      unallocated: cents(source.unallocated.balanceCents),
      overprogrammingBps: source.overprogrammingBps,
    })),
    lines: lines.map((line) => ({ ...line, budget: fundMoney(line).budget })),
  };
}

function yearOf(column: Date): number {
  return Number(fromDateColumn(column).slice(0, 4));
}
