import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { answerPutBack } from '#app/modules/payouts/commands/answer-put-back.server.ts';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { discardBatch } from '#app/modules/payouts/commands/discard-batch.server.ts';
import { leaveOutLine } from '#app/modules/payouts/commands/leave-out-line.server.ts';
import { proposePutBack } from '#app/modules/payouts/commands/propose-put-back.server.ts';
import { sendBatch } from '#app/modules/payouts/commands/send-batch.server.ts';
import { approve, claim, today } from '#tests/integration/allowances/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { cameBack, confirmReturns, paid, statementText, take as bankSays } from './bank.ts';
import { balances, compose, makePayouts, paidVolunteer, treasurer, type PayoutScene } from './scene.ts';

/** Whatever people do in whatever order, two of it at the same instant: money is counted once, and nobody passes a limit. */

const own = useTestDatabase();

const steps = ['work', 'compose', 'approve', 'send', 'settle', 'return', 'put-back', 'discard', 'leave-out'] as const;

type Step = { what: (typeof steps)[number]; who: number; minutes: number; pick: number };

const anyStep: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom(...steps),
  who: fc.nat(3),
  // up to a day of twelve hours, so that the limit of a month comes in sight
  minutes: fc.integer({ min: 1, max: 144 }).map((fives) => fives * 5),
  pick: fc.nat(50),
});

test('each claim is paid once at most, nobody passes a limit, and the ledger says what the lines say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anyStep, anyStep), { minLength: 8, maxLength: 22 }), async (pairs) => {
      const scene = await makePayouts(own.database);
      const people = [
        scene.volunteerId,
        await paidVolunteer(own.database, scene),
        await paidVolunteer(own.database, scene),
      ];
      let at = 0;
      for (const pair of pairs) {
        at += 1;
        const day = at;
        await Promise.all(pair.map(async (step) => take(scene, people, step, day)));
        await expectSound(scene);
      }
    }),
    { numRuns: 8 },
  );
}, 240_000);

async function take(scene: PayoutScene, people: readonly string[], { what, who, minutes, pick }: Step, day: number) {
  const one = treasurer(own.database, scene);
  const other = treasurer(own.database, scene, 'other');
  const batches = await own.database.paymentBatch.findMany({
    where: { bodyId: scene.team.bodyId },
    include: { lines: true },
    orderBy: { composedAt: 'asc' },
  });
  const batch = batches[pick % Math.max(1, batches.length)];
  const lines = batch?.lines ?? [];
  const line = lines[pick % Math.max(1, lines.length)];
  if (what === 'work') {
    const personId = people[who % people.length] ?? scene.volunteerId;
    await claim(own.database, scene, { personId, minutes, day: addDays(today, -day) });
    await approve(own.database, scene, 'other');
  } else if (what === 'compose') {
    await compose(who % 2 === 0 ? one : other, scene);
  } else if (batch === undefined || line === undefined) {
    return;
  } else if (what === 'approve') {
    await approveBatch(
      { batchId: batch.id, revision: batch.revision, oddReason: 'Nagekeken' },
      batch.composedById === scene.treasurerId ? other : one,
    );
  } else if (what === 'send') {
    await sendBatch({ batchId: batch.id, executeOn: today }, one);
  } else if (what === 'leave-out') {
    await leaveOutLine({ batchId: batch.id, lineId: line.id, reason: 'Eerst bellen' }, one);
  } else if (what === 'discard') {
    await discardBatch({ batchId: batch.id, reason: 'Toch niet' }, one);
  } else if (what === 'put-back') {
    const formKey = newId();
    await proposePutBack({ batchId: batch.id, lineId: who < 2 ? null : line.id, reason: 'Geweigerd', formKey }, one);
    await answerPutBack({ putBackId: formKey, confirm: who !== 3 }, other);
  } else {
    const some = who === 0 ? lines : [line];
    const text = statementText(some.map((told) => (what === 'settle' ? paid(told) : cameBack(told))));
    await bankSays(own.database, scene, text, who % 2 === 0 ? 'first' : 'other');
    // of two at the same instant the second finds it confirmed
    if (what === 'return') await confirmReturns(own.database, scene, who % 2 === 0 ? 'other' : 'first').catch(() => 0);
  }
}

async function expectSound(scene: PayoutScene) {
  const differences = await own.database.$queryRaw`
    select b.number, d.* from payment_batch b cross join lateral batch_differences(b.id) d`;
  expect(differences).toEqual([]);
  const twice = await own.database.$queryRaw`
    select x.claim_id from payment_line_claim x join payment_line l on l.id = x.line_id
      where l.state in ('open', 'settled') group by 1 having count(*) > 1`;
  expect(twice).toEqual([]);
  const over = await own.database.$queryRaw`
    select c.person_id from payment_line l join payment_line_claim x on x.line_id = l.id join allowance_claim c on c.id = x.claim_id
      where l.state = 'settled' group by c.person_id, date_trunc('month', c.day)
      having sum(c.amount_cents) > (select month_cents from allowance_rule_on(min(c.day)))`;
  expect(over).toEqual([]);
  const [owed] = await own.database.$queryRaw<[{ payable: number; settled: number }]>`
    select coalesce(sum(l.amount_cents) filter (where l.state = 'open'), 0)::int as payable,
        coalesce(sum(l.amount_cents) filter (where l.state = 'settled'), 0)::int as settled
      from payment_line l join payment_batch b on b.id = l.batch_id
      where b.body_id = ${scene.team.bodyId}::uuid and b.state in ('approved', 'sent', 'settled')`;
  const sums = await balances(own.database, scene);
  expect(sums).toMatchObject(owed);
  expect(Object.values(sums).reduce((sum, cents) => sum + cents, 0)).toBe(20_000_00);
}
