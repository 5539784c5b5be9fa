import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { answerPutBack } from '#app/modules/payouts/commands/answer-put-back.server.ts';
import { proposePutBack } from '#app/modules/payouts/commands/propose-put-back.server.ts';
import { endToEndId } from '#app/modules/payouts/batch.ts';
import { importStatement } from '#app/modules/payouts/commands/import-statement.server.ts';
import { acting } from '#tests/integration/allowances/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aReference, cameBack, paid, paidWhole, sentBatch, statementText, take, type BankScene } from './bank.ts';
import { anApproved, anIban, asOffice, makePayouts, payFrom, testKeys, treasurer } from './scene.ts';
import { readingOf } from './reading.ts';

const own = useTestDatabase();
let scene: BankScene;
beforeEach(async () => {
  scene = await sentBatch(own.database);
});

const { taken, states, line, sums, reasonsOf } = readingOf(own, () => scene);

describe('a booking waits with its reason', () => {
  test.each<[string, (scene: BankScene) => Parameters<typeof statementText>[0]]>([
    ['other-money', () => [{ reference: aReference(), amount: cents(1234), direction: 'debit' }]],
    ['id-unknown', ({ batch }) => [paid({ ...batch.lines[0]!, endToEndId: endToEndId(newId()) })]],
    ['wrong-amount', ({ batch }) => [paid({ ...batch.lines[0]!, amountCents: batch.lines[0]!.amountCents + 1 })]],
    ['wrong-amount', ({ batch }) => [paid({ ...batch.lines[0]!, amountCents: batch.lines[0]!.amountCents - 1 })]],
    ['batch-differs', ({ batch }) => [{ ...paidWhole(batch), amount: cents(1) }]],
    ['batch-differs', ({ batch }) => [{ ...paidWhole(batch), batch: { ...paidWhole(batch).batch!, count: 4 } }]],
    ['batch-return-differs', ({ batch }) => [{ ...paidWhole(batch), direction: 'credit' }]],
    ['credit-unexplained', ({ batch }) => [{ ...paid(batch.lines[0]!), direction: 'credit' }]],
    ['return-early', ({ batch }) => [cameBack(batch.lines[0]!)]],
    [
      'return-unknown',
      () => [
        {
          reference: aReference(),
          amount: cents(5),
          direction: 'credit',
          payments: [{ endToEndId: 'NOTPROVIDED', amount: cents(5), returnReason: 'AC01' }],
        },
      ],
    ],
    [
      'parts-differ',
      ({ batch }) => [
        {
          reference: aReference(),
          amount: cents(9),
          direction: 'debit',
          payments: paid(batch.lines[0]!).payments ?? [],
        },
      ],
    ],
  ])('%s', async (reason, entries) => {
    expect(await reasonsOf(async () => taken(statementText(entries(scene))))).toEqual([reason]);
    expect(await states()).toEqual(['open', 'open', 'open']);
    expect((await sums()).settled).toBe(0);
  });

  test('not-sent: the batch is approved and not at the bank', async () => {
    const other = await makePayouts(own.database);
    const approved = await anApproved(own.database, other);
    expect(
      await reasonsOf(async () => taken(statementText([paid(approved.lines[0]!), paidWhole(approved as never)]))),
    ).toEqual(['not-sent', 'not-sent']);
  });

  test('other-account: the batch was paid from another account', async () => {
    const iban = anIban('77');
    await payFrom(own.database, iban);
    expect(
      await reasonsOf(async () => taken(statementText([paid(line(0)), paidWhole(scene.batch)], { iban }))),
    ).toEqual(['other-account', 'other-account']);
  });

  test('line-ended: the bank paid what two treasurers had put back', async () => {
    const id = newId();
    const order = { batchId: scene.batch.id, lineId: line(0).id, reason: 'Bank weigert', formKey: id };
    await proposePutBack(order, treasurer(own.database, scene));
    await answerPutBack({ putBackId: id, confirm: true }, treasurer(own.database, scene, 'other'));
    expect(await reasonsOf(async () => taken(statementText([paid(line(0))])))).toEqual(['line-ended']);
  });
});

describe('nothing changes', () => {
  const counts = async () =>
    Promise.all([
      own.database.bankStatement.count(),
      own.database.statementItem.count(),
      own.database.ledgerEntry.count(),
      states(),
    ]);

  test.each<[string, (text: string) => string]>([
    ['account-unknown', (text) => text.replace(anIban('1'), anIban('999'))],
    [
      'balance-off',
      // as if there had been nine times ten thousand euros more
      (text) => text.replace(/(?<=<Cd>OPBD<\/Cd><\/CdOrPrtry><\/Tp><Amt Ccy="EUR">)/, '9'),
    ],
    ['wrong-currency', (text) => text.replaceAll('"EUR"', '"USD"')],
    ['wrong-namespace', (text) => text.replace('001.08', '001.10')],
    ['truncated', (text) => text.slice(0, -20)],
    ['declares-entities', (text) => text.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')],
    ['not-xml', () => 'Datum;Bedrag'],
  ])('by a file that is refused: %s', async (reason, broken) => {
    const before = await counts();
    const text = broken(statementText([paid(line(0)), paid(line(1))]));
    expect(await take(own.database, scene, text)).toMatchObject({ ok: false, reason });
    expect(await counts()).toEqual(before);
  });

  test('by a file of which the second statement is of another account', async () => {
    const before = await counts();
    const good = statementText([paid(line(0))]);
    const bad = statementText([paid(line(1))], { iban: anIban('999') });
    const both = good.replace('</Stmt>', `</Stmt>${/<Stmt>.*<\/Stmt>/s.exec(bad)![0]}`);
    expect(await take(own.database, scene, both)).toMatchObject({
      reason: 'account-unknown',
      detail: { account: 'NL•• •••• •••• ••09 99' },
    });
    expect(await counts()).toEqual(before);
  });

  test.each([null, 'coordinator', 'chair', 'controlegroep'] as const)('by who has the role %s', async (role) => {
    const before = await counts();
    async function* never(): AsyncGenerator<Uint8Array> {
      yield await Promise.reject(new Error('read without asking'));
    }
    const context = asOffice(acting(own.database, scene, scene.treasurerId, role), scene.officeId);
    expect(await importStatement(never(), { ...context, keys: testKeys })).toEqual({
      ok: false,
      reason: 'role-needed',
    });
    expect(await counts()).toEqual(before);
  });
});
