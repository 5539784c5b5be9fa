import { expect, test } from 'vitest';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { checkPaymentFile } from '#app/modules/payouts/payment-file-check.server.ts';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { sendBatch } from '#app/modules/payouts/commands/send-batch.server.ts';
import { writeBatchFile } from '#app/modules/payouts/commands/write-batch-file.server.ts';
import { fillVolunteers } from '#scripts/bench-people.ts';
import { testNow } from '#tests/factories/index.ts';
import { today } from '#tests/integration/allowances/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { cameBack, confirmReturns, paid, statementText, take, waiting } from './bank.ts';
import { aDraft, balances, makePayouts, testKeys, treasurer } from './scene.ts';

const own = useTestDatabase();
const many = 10_000;

test('ten thousand people are paid, by a file and a statement that fit to the cent', { timeout: 600_000 }, async () => {
  const scene = await makePayouts(own.database);
  await fillVolunteers(own.database, {
    activityId: scene.activityId,
    count: many - 1,
    amount: 97,
    claimedById: scene.coordinatorId,
    answeredById: scene.otherCoordinatorId,
    keys: testKeys,
    now: testNow,
  });
  const took: Record<string, number> = {};
  const timed = async <Result>(what: string, work: () => Promise<Result>): Promise<Result> => {
    const start = performance.now();
    const result = await work();
    took[what] = Math.round(performance.now() - start);
    return result;
  };
  const batch = await timed('composed', async () => aDraft(own.database, scene));
  const approval = { batchId: batch.id, revision: batch.revision, oddReason: 'Nagekeken' };
  const other = treasurer(own.database, scene, 'other');
  expect(await timed('approved', async () => approveBatch(approval, other))).toEqual({ ok: true });
  const sending = { batchId: batch.id, executeOn: today };
  expect(await timed('sent', async () => sendBatch(sending, other))).toEqual({ ok: true });
  expect(batch.lines).toHaveLength(many);
  const file = await timed('file', async () =>
    writeBatchFile({ number: batch.number }, { ...treasurer(own.database, scene), keys: testKeys }),
  );
  if (!file.ok) throw new Error(file.reason);
  expect(await checkPaymentFile(file.value.xml)).toEqual({ ok: true });
  expect(file.value.xml.match(/<CdtTrfTxInf>/g)).toHaveLength(many);
  const total = batch.lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
  expect(file.value.xml).toContain(`<CtrlSum>${(total / 100).toFixed(2)}</CtrlSum>`);

  const text = statementText([
    ...batch.lines.map((line) => paid(line)),
    ...batch.lines.slice(0, 50).map((line) => cameBack(line)),
  ]);
  const result = await timed('statement', async () => take(own.database, scene, text));
  expect(result).toMatchObject({ ok: true, value: { taken: 1, settled: many, returned: 50, waiting: 0 } });
  const again = await timed('statement again', async () => take(own.database, scene, text, 'other'));
  expect(again).toMatchObject({ ok: true, value: { taken: 0, known: 1, settled: 0 } });
  expect(await timed('returns confirmed', async () => confirmReturns(own.database, scene))).toBe(50);
  const back = batch.lines.slice(0, 50).reduce((sum, { amountCents }) => sum + amountCents, 0);
  expect(await balances(own.database, scene)).toMatchObject({ payable: 0, settled: total - back });
  expect(await waiting(own.database)).toEqual([]);
  const { findings: found } = await timed('check of the ledger', async () => findings(own.database, testNow));
  const broken = found.filter(({ offenders }) => offenders.length > 0).map(({ invariant }) => invariant);
  expect(broken).not.toContain('statements-match-ledger');
  expect(broken).not.toContain('batches-add-up');
  // said, not asserted: how long it takes depends on what else the machine does
  console.info(took);
});
