import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { closeChange } from '#app/modules/budgets/commands/close-change.server.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import type { ChangeSubject } from '#app/modules/budgets/change.ts';
import { as } from '#tests/integration/decisions/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlan } from './by-hand.ts';

const own = useTestDatabase();

const amount = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  fc.maxSafeInteger(),
  fc.constantFrom(0, -1, 1, 10_000_000_000_000, 10_000_000_000_001, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
);
const day = fc.oneof(
  fc.integer({ min: -2000, max: 2000 }).map((days) => addDays(calendarDate('2026-11-21'), days)),
  fc.constantFrom('0001-01-01', '1926-11-21', '2126-11-21', '9999-12-31').map(calendarDate),
);
const reason = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\u00a0',
    'x'.repeat(2001),
    'x'.repeat(2000),
    '<script>alert(1)</script>',
    "'; drop table fund",
  ),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const id = (real: string) =>
  fc.oneof(fc.constant(real), fc.constantFrom('', 'x', "' or 1=1", newId().toUpperCase()), fc.uuid());

test('whatever is asked, a change is proposed as asked or refused with a reason; never a fault, never anything else', async () => {
  const { scene, source, fund } = await aPlan(own.database);
  const fundId = id(fund.id);
  const subject: fc.Arbitrary<ChangeSubject> = fc.oneof(
    fc.record({
      kind: fc.constantFrom('pledge' as const, 'pledge-lowered' as const, 'overprogramming' as const),
      moneySourceId: id(source.id),
    }),
    fc.record({ kind: fc.constant('budget' as const), toFundId: fundId }),
    fc.record({ kind: fc.constant('return' as const), fromFundId: fundId }),
    fc.record({ kind: fc.constant('move' as const), fromFundId: fundId, toFundId: id(scene.fundId) }),
    fc.record({
      kind: fc.constantFrom('release' as const, 'payment' as const),
      fromFundId: fundId,
      decisionId: id(newId()),
    }),
    fc.record({ kind: fc.constant('correction' as const), correctsId: id(newId()) }),
  );
  // correction and sources ask for the programme office
  await own.database.body.update({ where: { id: scene.bodyId }, data: { slug: 'programmabureau' } });
  await fc.assert(
    fc.asyncProperty(subject, amount, day, reason, id('new'), async (about, howMuch, occurredOn, why, key) => {
      // the same form again would be answered as the first was
      const formKey = key === 'new' ? newId() : key;
      const change = { ...about, amount: cents(howMuch), occurredOn, reason: why };
      const outcome = await proposeChange({ formKey, change }, as(own.database, scene, 'manager'));
      if (!outcome.ok) {
        expect(outcome.reason).toMatch(/^[a-z-]+$/);
        return;
      }
      const row = await own.database.budgetChange.findUniqueOrThrow({ where: { id: outcome.value } });
      expect(row).toMatchObject({
        kind: about.kind,
        amountCents: BigInt(howMuch),
        reason: why.trim(),
        state: 'proposed',
      });
      expect(row.occurredOn.toISOString().slice(0, 10)).toBe(occurredOn);
    }),
    { numRuns: 250 },
  );
  await fc.assert(
    fc.asyncProperty(id(newId()), reason, async (changeId, why) => {
      const context = as(own.database, scene, 'budgetHolder');
      expect(await approveChange({ changeId }, context)).toMatchObject({ ok: false });
      expect(await closeChange({ changeId, reason: why }, context)).toMatchObject({ ok: false });
    }),
    { numRuns: 40 },
  );
});
