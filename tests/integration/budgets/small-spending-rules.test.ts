import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { answerSpending } from '#app/modules/alliances/commands/answer-spending.server.ts';
import { takeSpendingNumber } from '#app/modules/alliances/spending.store.server.ts';
import { openDatabase, type Transaction } from '#app/platform/database.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { someoneWaitsForLock } from '#tests/support/locks.ts';
import { agreed, answer, by, confirm, makeAlliance, proposed, type AllianceScene } from './alliance-scene.ts';

const own = useTestDatabase();
let scene: AllianceScene;

beforeEach(async () => {
  scene = await makeAlliance(own.database);
});

describe('at the same instant', () => {
  test('two confirmations give one number and one commitment', async () => {
    const id = await agreed(own.database, scene);
    const outcomes = await Promise.all([
      confirm(own.database, scene, 'budgetHolder', id),
      confirm(own.database, scene, 'chair', id),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'already-confirmed' });
    expect(await own.database.ledgerEntry.count({ where: { spendingId: id } })).toBe(1);
  });

  test('an objection that is being written is waited for, and stops the confirmation', async () => {
    const id = await agreed(own.database, scene);
    let confirming: ReturnType<typeof confirm> | undefined;
    await own.database.$transaction(async (tx) => {
      const objection = {
        spendingId: id,
        revision: 1,
        personId: scene.people.chair,
        answer: 'objection',
        reason: 'Te duur',
      };
      await tx.spendingAnswer.create({ data: { id: newId(), ...objection, answeredAt: testNow } });
      confirming = confirm(own.database, scene, 'budgetHolder', id);
      await someoneWaitsForLock(own.database);
    });
    expect(await confirming).toMatchObject({ ok: false, reason: 'objection-open' });
    expect(await own.database.ledgerEntry.count({ where: { spendingId: id } })).toBe(0);
  });

  test('an objection and a confirmation: either the one came too late or the other stops', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await agreed(own.database, scene);
      const [objected, confirmed] = await Promise.all([
        answerSpending(
          { spendingId: id, revision: 1, answer: 'objection', reason: 'Te duur' },
          await by(own.database, scene, 'chair'),
        ),
        confirm(own.database, scene, 'budgetHolder', id),
      ]);
      expect(objected.ok).not.toBe(confirmed.ok);
      expect(objected.ok ? confirmed : objected).toMatchObject({
        reason: objected.ok ? 'objection-open' : 'already-confirmed',
      });
    }
  });

  test('the last euro goes once, and numbers have no gap', async () => {
    const poor = await makeAlliance(own.database, { fundCents: 3 * 250_00 + 249_99 });
    const ids = [];
    for (let made = 0; made < 6; made += 1) ids.push(await agreed(own.database, poor));
    const others = Array.from({ length: 6 }, () => openDatabase(own.url));
    const before = (await own.database.spendingCounter.findUnique({ where: { year: 2026 } }))?.last ?? 0;
    try {
      const outcomes = await Promise.all(
        ids.map((id, index) => confirm(others[index] ?? own.database, poor, 'budgetHolder', id)),
      );
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(3);
      expect(outcomes.filter((one) => !one.ok && one.reason === 'fund-exhausted')).toHaveLength(3);
    } finally {
      await Promise.all(others.map((other) => other.$disconnect()));
    }
    const fund = await own.database.fund.findUniqueOrThrow({
      where: { id: poor.fundId },
      include: { available: true },
    });
    expect(Number(fund.available.balanceCents)).toBe(249_99);
    expect((await own.database.spendingCounter.findUniqueOrThrow({ where: { year: 2026 } })).last).toBe(before + 3);
  });
});

/** Written straight into the tables, as no command does. */
describe('the database itself', () => {
  const confirmByHand = async (id: string, confirmerId: string) =>
    own.database.smallSpending.update({
      where: { id },
      data: { state: 'confirmed', number: 'K2026-9999', confirmerId, confirmedAt: new Date('2026-12-01T12:00:00Z') },
    });

  test('refuses to confirm what was not agreed, by who may not, and without its commitment', async () => {
    const alone = await proposed(own.database, scene);
    await expect(confirmByHand(alone, scene.people.chair)).rejects.toThrow(/spending_consents/);
    const id = await agreed(own.database, scene);
    await expect(confirmByHand(id, scene.people.proposer)).rejects.toThrow(
      /spending_without_interest|spending_two_persons/,
    );
    await expect(confirmByHand(id, scene.people.outsider)).rejects.toThrow(/spending_confirmer_seat/);
    await expect(confirmByHand(id, scene.people.chair)).rejects.toThrow(/spending_has_commitment/);
    await answer(own.database, scene, 'chair', id, 'objection');
    await expect(confirmByHand(id, scene.people.budgetHolder)).rejects.toThrow(/spending_objection_unmet/);
  });

  test('keeps what was answered and decided', async () => {
    const id = await agreed(own.database, scene);
    await expect(own.database.spendingAnswer.deleteMany({ where: { spendingId: id } })).rejects.toThrow(
      /record_append_only/,
    );
    await expect(own.database.smallSpending.update({ where: { id }, data: { amountCents: 1n } })).rejects.toThrow(
      /spending_revision/,
    );
    await confirm(own.database, scene, 'first', id);
    await expect(
      own.database.smallSpending.update({ where: { id }, data: { what: 'Iets anders', revision: 2 } }),
    ).rejects.toThrow(/spending_closed/);
    await expect(own.database.smallSpending.delete({ where: { id } })).rejects.toThrow(/spending_closed/);
    await expect(own.database.$executeRaw`truncate small_spending cascade`).rejects.toThrow(
      /spending_closed|append_only|append-only/,
    );
  });

  test('lets no commitment stand on nothing, on both grounds, or on a spending that was not confirmed', async () => {
    const { fundId, people } = scene;
    const fund = await own.database.fund.findUniqueOrThrow({ where: { id: fundId } });
    const commit = async (
      ground: { decisionId?: string; spendingId?: string },
      before: (tx: Transaction) => Promise<unknown> = () => Promise.resolve(),
    ) =>
      own.database.$transaction(async (tx) => {
        await before(tx);
        const entryId = newId();
        const persons = { proposerId: people.proposer, approverId: people.chair };
        const entry = {
          id: entryId,
          kind: 'commitment',
          idempotencyKey: entryId,
          description: 'x',
          occurredAt: testNow,
        };
        await tx.ledgerEntry.create({ data: { ...entry, ...persons, ...ground } });
        const line = (number: number, accountId: string, amountCents: bigint) =>
          tx.posting.create({ data: { entryId, line: number, accountId, amountCents } });
        await line(0, fund.availableAccountId, -250_00n);
        await line(1, fund.committedAccountId, 250_00n);
      });
    const spendingId = await agreed(own.database, scene);
    await expect(commit({})).rejects.toThrow(/ledger_entry_commitment/);
    await expect(commit({ spendingId })).rejects.toThrow(/commitment_has_spending/);
    // confirmed ten days later than its commitment says
    const later = async (tx: Transaction) =>
      tx.smallSpending.update({
        where: { id: spendingId },
        data: {
          state: 'confirmed',
          number: await takeSpendingNumber(tx, 2026),
          confirmerId: people.chair,
          confirmedAt: new Date('2026-12-01T12:00:00Z'),
        },
      });
    await expect(commit({ spendingId }, later)).rejects.toThrow(/commitment_has_spending/);
    await confirm(own.database, scene, 'first', spendingId);
    await expect(commit({ spendingId })).rejects.toThrow(/ledger_entry_one_spending_commitment/);
  });
});
