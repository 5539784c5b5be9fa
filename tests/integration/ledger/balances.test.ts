import { describe, expect, test } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { openFund } from '#app/modules/ledger/commands/open-fund.server.ts';
import { transfer } from '#app/modules/ledger/entry.ts';
import { fundList } from '#app/modules/ledger/queries/fund-list.query.server.ts';
import { fundPage } from '#app/modules/ledger/queries/fund-page.query.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { confirmed, initiativeOf, makeScene, prepared } from '#tests/integration/decisions/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aFund, besides, differences, movement, raw } from './entry-by-hand.ts';

const own = useTestDatabase();

describe('balances', () => {
  test('stay the sum of the postings when many write at once, and money neither appears nor disappears', async () => {
    const { database } = own;
    const one = await aFund(own.database, 50);
    const other = await besides(own.database, one);
    const moves = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const [from, to, amount] = index % 3 === 2 ? ([other, one, 3] as const) : ([one, other, 9] as const);
        const lines = transfer(from.availableAccountId, to.availableAccountId, cents(amount));
        return { lines, entry: await movement(own.database, from, to, amount) };
      }),
    );
    const attempts = moves.map(({ lines, entry }) =>
      database
        .$transaction((tx) => raw(tx, lines, entry))
        .then(
          () => true,
          () => false,
        ),
    );
    expect(await Promise.all(attempts)).toContain(true);
    expect(await differences(own.database)).toEqual([]);
    const { _sum } = await database.ledgerAccount.aggregate({ _sum: { balanceCents: true } });
    expect(_sum.balanceCents).toBe(0n);
  });
});

describe('what the pages show', () => {
  test('a fund with every entry, its decision, and what was left after it', async () => {
    const { database } = own;
    const scene = await makeScene(database, { fundCents: 3000_00 });
    const numbers = [];
    for (let index = 0; index < 2; index += 1)
      numbers.push(
        await confirmed(database, scene, await prepared(database, scene, await initiativeOf(database, scene))),
      );
    const { slug } = await database.fund.findUniqueOrThrow({ where: { id: scene.fundId } });
    const page = await fundPage(database, slug);
    expect(page?.fund).toMatchObject({ budget: 3000_00, committed: 2000_00, available: 1000_00, isExample: true });
    expect(
      page?.entries.map(({ kind, decision, availableChange, availableAfter, committedAfter }) => [
        kind,
        decision?.number,
        availableChange,
        availableAfter,
        committedAfter,
      ]),
    ).toEqual([
      ['commitment', numbers[1], -1000_00, 1000_00, 2000_00],
      ['commitment', numbers[0], -1000_00, 2000_00, 1000_00],
      ['opening', undefined, 3000_00, 3000_00, 0],
    ]);
    expect(page?.olderThan).toBeNull();
    const text = JSON.stringify(page);
    expect(Object.values(scene.people).filter((id) => text.includes(id))).toEqual([]);
    expect(page?.fund).toMatchObject((await fundList(database)).find((fund) => fund.slug === slug) ?? {});
    expect(await fundPage(database, 'bestaat-niet')).toBeNull();
  });

  test('the same fund cannot be opened twice', async () => {
    const { slug, bodyId, moneySourceId } = await aFund(own.database);
    const again = {
      slug,
      bodyId,
      moneySourceId,
      name: 'Nog een',
      description: '',
      year: 2026,
      isExample: true,
      amount: cents(1),
      at: testNow,
    };
    await expect(own.database.$transaction((tx) => openFund(tx, again))).rejects.toThrow(
      /ledger_account_code_key|fund_slug_key|Unique/,
    );
    expect(await differences(own.database)).toEqual([]);
  });
});
