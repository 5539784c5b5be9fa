import { beforeAll, describe, expect, test } from 'vitest';
import { fundJson } from '#app/modules/ledger/queries/fund-json.server.ts';
import { fundPage, readSequence } from '#app/modules/ledger/queries/fund-page.query.server.ts';
import { confirmed, initiativeOf, prepared } from '#tests/integration/decisions/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlan, carriedOut } from './by-hand.ts';

const own = useTestDatabase();
let slug: string;

beforeAll(async () => {
  const { database } = own;
  const { scene, fund } = await aPlan(database, 5000_00);
  ({ slug } = fund);
  const carry = async (subject: Parameters<typeof carriedOut>[2], amount: number) => {
    const outcome = await carriedOut(database, scene, subject, amount);
    if (!outcome.ok) throw new Error(outcome.reason);
    return database.ledgerEntry.findFirstOrThrow({ where: { change: { number: outcome.value } } });
  };
  await carry({ kind: 'budget', toFundId: fund.id }, 5000_00);
  const line = { ...scene, fundId: fund.id };
  const grant = async () =>
    confirmed(database, line, await prepared(database, line, await initiativeOf(database, line)));
  const number = await grant();
  await grant();
  await grant();
  const { id: decisionId } = await database.decision.findUniqueOrThrow({ where: { number } });
  const of = { fromFundId: fund.id, decisionId };
  await carry({ kind: 'payment', ...of }, 600_01);
  const release = await carry({ kind: 'release', ...of }, 100_00);
  await carry({ kind: 'release', ...of }, 50_00);
  await carry({ kind: 'correction', correctsId: release.id }, 100_00);
});

describe('the entries of a fund', () => {
  test('a page at a time, with the balances that one long list would show', async () => {
    const whole = await fundPage(own.database, slug, { size: 100 });
    expect(whole?.entries[0]).toMatchObject({ kind: 'correction', availableChange: -100_00 });
    expect(whole?.entries[0]?.availableAfter).toBe(whole?.fund.available);
    expect(whole?.entries.at(-1)).toMatchObject({ kind: 'budget', availableAfter: 5000_00, committedAfter: 0 });
    const paged = [];
    let before: bigint | null = null;
    do {
      const page = await fundPage(own.database, slug, { before, size: 3 });
      paged.push(...(page?.entries ?? []));
      before = readSequence(page?.olderThan ?? null);
    } while (before !== null);
    expect(paged).toEqual(whole?.entries);
    expect(paged.length).toBe(8);
  });

  test('the same for machines, without a person', async () => {
    const view = await fundPage(own.database, slug, { size: 3 });
    if (view === null) throw new Error('it is there');
    const json = fundJson(view);
    expect(json).toMatchObject({
      format: 'wijkbeurs.fund',
      budgetCents: view.fund.budget,
      next: `/fondsen/${slug}.json?voor=${view.olderThan ?? ''}`,
    });
    expect(json.budgetCents).toBe(json.availableCents + json.committedCents + json.paidCents);
    expect(json.entries[0]).toMatchObject({ kind: 'correction', availableAfterCents: json.availableCents });
    for (const { id, email } of await own.database.person.findMany())
      for (const secret of [id, email]) expect(JSON.stringify(json)).not.toContain(secret);
  });

  test.each(['', '0', '-1', '1e3', 'x', '9'.repeat(30), null])('an address that names no place: %s', (text) => {
    expect(readSequence(text)).toBeNull();
  });
});
