import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import { accepted, type Outcome } from '#app/kernel/outcome.ts';
import { takeNumber, yearOf } from '#app/modules/decisions/decision.store.server.ts';
import { commitMoney } from '#app/modules/ledger/commands/commit-money.server.ts';
import { inTransaction, type Database } from '#app/platform/database.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import type { Scene } from '#tests/integration/decisions/scene.ts';

export type Grant = { decisionId: string; fundId: string; amount: number; proposerId: string; confirmerId: string };

/** Grants that only wait to be confirmed, many at a time, each for a plan of its own. */
export async function prepareGrants(
  database: Database,
  scene: Scene,
  fundId: string,
  amounts: readonly number[],
): Promise<Grant[]> {
  const submitterId = await makePerson(database);
  const grants = amounts.map((amount) => ({
    decisionId: newId(),
    fundId,
    amount,
    proposerId: scene.people.chair,
    confirmerId: scene.people.budgetHolder,
  }));
  const plans = grants.map(({ amount }) => ({ id: newId(), amount }));
  await database.initiative.createMany({
    data: plans.map(({ id, amount }) => ({
      id,
      slug: `plan-${id}`,
      stage: 'deciding',
      title: 'Buurttuin',
      summary: 'Samen een tuin maken.',
      currentVersion: 1,
      requestedCents: BigInt(amount),
      submitterId,
      bodyId: scene.bodyId,
      submittedAt: testNow,
    })),
  });
  await database.initiativeVersion.createMany({
    data: plans.map(({ id }) => ({
      initiativeId: id,
      version: 1,
      content: {},
      createdById: submitterId,
      createdAt: testNow,
    })),
  });
  await database.decision.createMany({
    data: grants.map(({ decisionId, amount, proposerId }, index) => ({
      id: decisionId,
      origin: 'product',
      state: 'prepared',
      bodyId: scene.bodyId,
      initiativeId: plans[index]?.id ?? '',
      initiativeVersion: 1,
      title: 'Buurttuin',
      outcome: 'grant',
      amountCents: BigInt(amount),
      instrument: 'subsidy',
      fundId,
      method: 'consent',
      motivation: 'Dit helpt de buurt.',
      takenOn: new Date('2026-10-01'),
      proposerId,
      preparedAt: testNow,
    })),
  });
  return grants;
}

/**
 * What confirming does to the register and the ledger, without the papers around it: number, publication, commitment, in one
 * transaction. The pages do it by `confirmDecision`; this is for many at once.
 */
export async function confirmGrant(
  database: Database,
  { decisionId, fundId, amount, proposerId, confirmerId }: Grant,
  at: Instant = testNow,
): Promise<Outcome<void, 'fund-exhausted'>> {
  const refusals = { fund_not_overcommitted: 'fund-exhausted', fund_not_overcommitted_then: 'fund-exhausted' } as const;
  return inTransaction<void, 'fund-exhausted', 'fund-exhausted'>(
    { database },
    async (tx) => {
      const number = await takeNumber(tx, yearOf(at));
      const published = { number };
      await tx.decision.update({
        where: { id: decisionId },
        data: { state: 'confirmed', number, published, receipt: number, confirmerId, confirmedAt: at },
      });
      const order = { decisionId, fundId, amount: cents(amount), proposerId, approverId: confirmerId, at };
      await commitMoney(tx, { ...order, description: number });
      return accepted();
    },
    { refusals },
  );
}
