import { describe, expect, it } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { ChangeKind } from './change.ts';
import { newChangeForm } from './form.ts';
import type { ChangeChoice } from './new-change.ts';

const choice = (id: string, given: Partial<ChangeChoice> = {}): ChangeChoice => ({
  id,
  slug: id,
  name: id,
  nameEn: id,
  place: '',
  sourceId: 'source',
  sourceName: '',
  sourceNameEn: '',
  ground: 'decision',
  fundId: 'fund',
  now: cents(500_00),
  most: cents(100_00),
  notBefore: calendarDate('2026-03-01'),
  byStripe: false,
  undoes: null,
  ...given,
});

const choices = {
  subjects: [choice('one')],
  targets: [choice('one'), choice('two'), choice('far', { sourceId: 'other' })],
};
const typed = {
  subject: 'one',
  target: 'two',
  amount: '12,50',
  reason: ' Nodig ',
  occurredOn: '2026-03-01',
  formKey: 'k',
};

const judge = (kind: ChangeKind, given: Partial<typeof typed> = {}) =>
  newChangeForm({ kind, choices, today: calendarDate('2026-11-21'), locale: 'nl' }).safeParse({ ...typed, ...given });

const common = { amount: 12_50, reason: 'Nodig', occurredOn: '2026-03-01' };

describe('a new change', () => {
  it.each([
    ['pledge', { moneySourceId: 'one' }],
    ['pledge-lowered', { moneySourceId: 'one' }],
    ['overprogramming', { moneySourceId: 'one' }],
    ['budget', { toFundId: 'one' }],
    ['return', { fromFundId: 'one' }],
    ['move', { fromFundId: 'one', toFundId: 'two' }],
    ['release', { fromFundId: 'fund', decisionId: 'one' }],
    ['payment', { fromFundId: 'fund', decisionId: 'one' }],
  ] as const)('of the kind %s is about what belongs to it', (kind, subject) => {
    expect(judge(kind)).toMatchObject({
      success: true,
      data: { formKey: 'k', change: { kind, ...subject, ...common } },
    });
  });

  it.each(['release', 'payment'] as const)('a %s of a small spending is about that', (kind) => {
    const spending = { subjects: [choice('one', { ground: 'spending' })], targets: [] };
    const form = newChangeForm({ kind, choices: spending, today: calendarDate('2026-11-21'), locale: 'nl' });
    const { data } = form.safeParse(typed);
    expect(data?.change).toMatchObject({ kind, fromFundId: 'fund', spendingId: 'one' });
    expect(data?.change).not.toHaveProperty('decisionId');
  });

  it.each([
    ['payment', 'stripe', ['bank', 'stripe'], true, 'stripe'],
    ['payment', 'bank', ['bank', 'stripe'], true, undefined],
    ['payment', '', ['bank'], false, undefined],
    ['payment', 'stripe', ['bank', 'stripe'], false, 'changes:refusal.stripe-not-ready'],
    ['payment', 'stripe', ['bank'], true, 'changes:problem.way-off'],
    ['payment', 'giro', ['bank', 'stripe'], true, 'changes:problem.way-off'],
    ['release', 'stripe', ['bank', 'stripe'], true, 'changes:problem.way-off'],
  ] as const)('a %s goes by "%s" only where that can be', (kind, way, ways, byStripe, expected) => {
    const offered = { subjects: [choice('one', { byStripe })], targets: [] };
    const form = newChangeForm({ kind, choices: offered, ways, today: calendarDate('2026-11-21'), locale: 'nl' });
    const { data, error } = form.safeParse({ ...typed, way });
    expect(error?.issues.find(({ path }) => path[0] === 'way')?.message ?? data?.change.way).toBe(expected);
  });

  it('takes the whole amount for a correction, whatever was typed', () => {
    expect(judge('correction', { amount: '1' })).toMatchObject({
      data: { change: { kind: 'correction', correctsId: 'one', amount: 500_00 } },
    });
  });

  it.each([
    ['amount', '', 'changes:problem.amount-missing'],
    ['amount', 'veel', 'changes:problem.amount-notation'],
    ['amount', '$ 5', 'changes:problem.amount-currency'],
    ['amount', '1,005', 'changes:problem.amount-rounding'],
    ['amount', '1,234.56', 'changes:problem.amount-notation'],
    ['amount', '£5', 'changes:problem.amount-currency'],
    ['amount', '0', 'changes:problem.amount-zero'],
    ['amount', '-5', 'changes:problem.amount-negative'],
    ['amount', '99999999999,00', 'changes:problem.amount-huge'],
    ['amount', '100,01', 'changes:problem.amount-not-there?amount='],
    ['reason', '  ', 'changes:refusal.reason-missing'],
    ['reason', 'x'.repeat(2001), 'forms:tooLong?count=2000'],
    ['occurredOn', '', 'changes:problem.day-missing'],
    ['occurredOn', '2026-02-30', 'forms:date'],
    ['occurredOn', '1926-03-01', 'changes:problem.day-too-old'],
    ['occurredOn', '2026-11-22', 'changes:refusal.in-the-future'],
    ['occurredOn', '2026-02-28', 'changes:refusal.too-early'],
    ['subject', 'unknown', 'changes:problem.subject-missing'],
    ['target', '', 'changes:problem.target-missing'],
    ['target', 'one', 'changes:problem.same-line'],
    ['target', 'far', 'changes:refusal.another-source'],
  ] as const)('with %s ‘%s’ says what is wrong beside the field', (field, value, message) => {
    const { error } = judge('move', { [field]: value });
    expect(error?.issues).toHaveLength(1);
    expect(error?.issues[0]).toMatchObject({ path: [field] });
    expect(error?.issues[0]?.message.startsWith(message)).toBe(true);
  });

  it('names every mistake at once', () => {
    const { error } = newChangeForm({
      kind: 'move',
      choices,
      today: calendarDate('2026-11-21'),
      locale: 'nl',
    }).safeParse({});
    expect(error?.issues.map(({ path }) => path[0])).toEqual(['subject', 'target', 'amount', 'reason', 'occurredOn']);
  });

  it('understands Dutch notation', () => {
    const wide = { subjects: [choice('one', { most: null })], targets: [] };
    const form = newChangeForm({ kind: 'return', choices: wide, today: calendarDate('2026-11-21'), locale: 'nl' });
    expect(form.safeParse({ ...typed, amount: '€ 1.234,56' })).toMatchObject({ data: { change: { amount: 1234_56 } } });
  });
});
