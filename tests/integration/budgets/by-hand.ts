import { calendarDate, toDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import type { ChangeSubject } from '#app/modules/budgets/change.ts';
import { takeChangeNumber } from '#app/modules/budgets/change.store.server.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { makeFund, makeMoneySource, testNow } from '#tests/factories/index.ts';
import { as, makeScene, type Scene } from '#tests/integration/decisions/scene.ts';

/** A source with money, a line without, and a body with a fund of its own. */
export async function aPlan(database: Database, sourceCents = 1000_00) {
  const scene = await makeScene(database);
  const moneySourceId = await makeMoneySource(database, { amountCents: sourceCents });
  const fundId = await makeFund(database, { bodyId: scene.bodyId, moneySourceId, amountCents: null });
  const source = await database.moneySource.findUniqueOrThrow({ where: { id: moneySourceId } });
  const fund = await database.fund.findUniqueOrThrow({ where: { id: fundId } });
  return { scene, source, fund };
}

export type Line = readonly [accountId: string, amount: number];

/** An entry written line by line, past what the store checks. */
export async function entry(
  tx: Transaction,
  given: { kind: string; changeId?: string; decisionId?: string; occurredAt?: Date; people?: [string, string] },
  ...lines: Line[]
): Promise<string> {
  const id = newId();
  const { people, ...columns } = given;
  await tx.ledgerEntry.create({
    data: {
      id,
      idempotencyKey: id,
      description: 'Proef',
      occurredAt: testNow,
      ...columns,
      ...(people === undefined ? {} : { proposerId: people[0], approverId: people[1] }),
    },
  });
  for (const [line, [accountId, amount]] of lines.entries())
    await tx.posting.create({ data: { entryId: id, line, accountId, amountCents: BigInt(amount) } });
  return id;
}

/** An approved change of budget to a fund with an entry of what the test wants. */
export async function approvedBudget(
  tx: Transaction,
  scene: Scene,
  fundId: string,
  given: { amount?: number; occurredOn?: string; at?: Date; lines: Line[]; entryAt?: Date },
): Promise<string> {
  const id = newId();
  const people = [scene.people.manager, scene.people.budgetHolder] as [string, string];
  const at = given.at ?? testNow;
  await tx.budgetChange.create({
    data: {
      id,
      kind: 'budget',
      toFundId: fundId,
      amountCents: BigInt(given.amount ?? 5),
      reason: 'Proef',
      occurredOn: toDateColumn(calendarDate(given.occurredOn ?? '2026-11-21')),
      state: 'proposed',
      proposerId: people[0],
      proposedAt: at,
    },
  });
  const number = await takeChangeNumber(tx, 2026);
  await tx.budgetChange.update({
    where: { id },
    data: { state: 'approved', number, approverId: people[1], answeredAt: at },
  });
  return entry(tx, { kind: 'budget', changeId: id, people, occurredAt: given.entryAt ?? at }, ...given.lines);
}

/** Proposed by the manager; nothing moves yet. */
export async function propose(
  database: Database,
  scene: Scene,
  subject: ChangeSubject,
  amount: number,
  occurredOn = '2026-11-21',
) {
  const change = { ...subject, amount: cents(amount), reason: 'Nodig', occurredOn: calendarDate(occurredOn) };
  return proposeChange({ formKey: newId(), change }, as(database, scene, 'manager'));
}

/** Proposed by the manager and approved by the budget holder. */
export async function carriedOut(
  database: Database,
  scene: Scene,
  subject: ChangeSubject,
  amount: number,
  occurredOn?: string,
) {
  const proposed = await propose(database, scene, subject, amount, occurredOn);
  if (!proposed.ok) return proposed;
  return approveChange({ changeId: proposed.value }, as(database, scene, 'budgetHolder'));
}
