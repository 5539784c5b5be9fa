import { expect, test } from 'vitest';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { noteLineCheck } from '#app/modules/payouts/commands/note-line-check.server.ts';
import { removePastRetention } from '#app/modules/retention/commands/remove-past-retention.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { paid, sentBatch, statementText, take } from '#tests/integration/payouts/bank.ts';
import { treasurer } from '#tests/integration/payouts/scene.ts';
import { useAgingDatabase } from './aging.ts';

const own = useAgingDatabase();

test('who was paid is found neither by the account nor by the name that the bank gave', async () => {
  const scene = await sentBatch(own.database, 2);
  const [old, fresh] = scene.batch.lines;
  for (const { id: lineId } of scene.batch.lines)
    expect(
      await noteLineCheck({ lineId, answer: 'close', bankName: 'J. de Voorbeeld' }, treasurer(own.database, scene)),
    ).toEqual({ ok: true });
  const text = statementText(scene.batch.lines.map((line) => paid(line)));
  expect(await take(own.database, scene, text)).toMatchObject({ value: { settled: 2 } });
  // nobody may remove what the bank said before that
  await expect(own.database.paymentLineCheck.deleteMany({ where: { lineId: old!.id } })).rejects.toThrow(
    /record_append_only/,
  );

  await own.database.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    await tx.$executeRaw`update payment_line set settled_on = '2010-03-04' where id = ${old!.id}::uuid`;
    await tx.$executeRaw`update payment_line set settled_on = now()::date where id = ${fresh!.id}::uuid`;
    await tx.$executeRaw`update payment_batch set note = 'Jansen belde', settled_at = '2010-03-04' where id = ${scene.batch.id}::uuid`;
  });
  await removePastRetention(own.database);

  const lines = await own.database.paymentLine.findMany({
    where: { batchId: scene.batch.id },
    select: {
      id: true,
      personId: true,
      bankAccountId: true,
      amountCents: true,
      checks: { select: { bankName: true } },
    },
  });
  const { personId, bankAccountId, amountCents } = fresh!;
  expect(lines.find(({ id }) => id === fresh!.id)).toMatchObject({ personId, bankAccountId, amountCents });
  expect(lines.find(({ id }) => id === fresh!.id)?.checks).toHaveLength(1);
  const erased = lines.find(({ id }) => id === old!.id);
  expect(erased).toMatchObject({ bankAccountId: null, amountCents: old!.amountCents, checks: [] });
  expect(erased?.personId).not.toBe(old!.personId);
  expect(await own.database.paymentBatch.findUnique({ where: { id: scene.batch.id } })).toMatchObject({
    note: '',
    state: 'settled',
  });
  const { findings: found } = await findings(own.database, testNow);
  expect(found.filter(({ offenders }) => offenders.length > 0)).toEqual([]);
});
