import { expect, test } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { batchButtons } from './batch-buttons.ts';
import type { BatchPage } from './views.ts';

const one = { people: 1, amount: cents(1) };
const draft: Parameters<typeof batchButtons>[0] = {
  state: 'draft',
  rail: 'sepa',
  mayWork: true,
  keptFromApproving: null,
  payerChanged: false,
  counts: { open: one, left_out: one, settled: one, returned: one, put_back: one },
};

const cases: [Partial<BatchPage>, string[]][] = [
  [{}, ['approve', 'leave-out', 'discard']],
  [{ keptFromApproving: 'composer' }, ['leave-out', 'discard']],
  [{ state: 'approved' }, ['send', 'discard']],
  [{ state: 'approved', payerChanged: true }, ['discard']],
  [{ state: 'sent' }, ['put-back']],
  [{ state: 'sent', rail: 'stripe' }, []],
  [{ state: 'settled' }, []],
  [{ state: 'discarded' }, []],
  [{ mayWork: false }, []],
];

test.each(cases)('a payment that is %o has these buttons', (given, buttons) => {
  expect(batchButtons({ ...draft, ...given })).toEqual(buttons);
});
