import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { noteLineCheck } from '#app/modules/payouts/commands/note-line-check.server.ts';
import { oddLines } from '#app/modules/payouts/queries/odd-lines.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { paid, sentBatch, statementText, take, type BankScene } from './bank.ts';
import { aDraft, makePayouts, treasurer } from './scene.ts';

const own = useTestDatabase();
let scene: BankScene;
beforeEach(async () => {
  scene = await sentBatch(own.database);
});

const line = (index: number) => scene.batch.lines[index]!;
const first = () => treasurer(own.database, scene);
const other = () => treasurer(own.database, scene, 'other');

describe('what the bank answers about a name', () => {
  const bankDoubts = async () =>
    (await oddLines(own.database, scene.batch.id, scene.otherTreasurerId))
      .filter(({ kind }) => kind === 'bank-doubts')
      .map(({ lineId }) => lineId);

  test('makes a line odd when it is close or none, until the bank says that it matches', async () => {
    const lineId = line(0).id;
    expect(await bankDoubts()).toEqual([]);
    expect(await noteLineCheck({ lineId, answer: 'close', bankName: 'J. Voorbeelt' }, first())).toEqual({ ok: true });
    expect(await noteLineCheck({ lineId, answer: 'close', bankName: 'J. Voorbeelt' }, first())).toEqual({ ok: true });
    expect(await bankDoubts()).toEqual([lineId]);
    expect(await own.database.paymentLineCheck.count({ where: { lineId } })).toBe(1);
    await noteLineCheck({ lineId, answer: 'none', bankName: '' }, other());
    expect(await bankDoubts()).toEqual([lineId]);
    await noteLineCheck({ lineId, answer: 'match', bankName: 'wordt niet bewaard' }, other());
    expect(await bankDoubts()).toEqual([]);
    const [last] = await own.database.paymentLineCheck.findMany({ where: { lineId }, orderBy: { sequence: 'desc' } });
    expect(last).toMatchObject({ answer: 'match', bankName: '' });
  });

  test('is noted of a draft too, and not once the bank has paid', async () => {
    await take(own.database, scene, statementText([paid(line(0))]));
    const order = { lineId: line(0).id, answer: 'match' as const, bankName: '' };
    expect(await noteLineCheck(order, first())).toMatchObject({ reason: 'line-not-open' });
    const drafted = await makePayouts(own.database);
    const draft = await aDraft(own.database, drafted);
    const inDraft = { ...order, lineId: draft.lines[0]!.id };
    expect(await noteLineCheck(inDraft, treasurer(own.database, drafted))).toEqual({ ok: true });
    expect(await noteLineCheck(inDraft, treasurer(own.database, scene))).toMatchObject({ reason: 'role-needed' });
  });

  test.each([
    ['bank-name-missing', { answer: 'close' as const, bankName: ' ' }],
    ['line-unknown', { answer: 'match' as const, bankName: '', lineId: 'x' }],
    ['line-unknown', { answer: 'match' as const, bankName: '', lineId: newId() }],
  ])('%s', async (reason, changes) => {
    expect(await noteLineCheck({ lineId: line(0).id, ...changes }, first())).toMatchObject({ ok: false, reason });
  });
});
