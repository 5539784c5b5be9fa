import { describe, expect, test } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { refundable, standingOf } from './gift.ts';

const paid = { amount: cents(50_00), state: 'paid', refunded: cents(0), dispute: 'none', waiting: cents(0) } as const;

describe('how a gift stands', () => {
  test.each([
    [paid, 'paid', 50_00],
    [{ ...paid, state: 'begun' } as const, 'begun', 0],
    [{ ...paid, state: 'processing' } as const, 'processing', 0],
    [{ ...paid, state: 'abandoned' } as const, 'abandoned', 0],
    [{ ...paid, refunded: cents(1) }, 'partly-refunded', 49_99],
    [{ ...paid, refunded: cents(50_00) }, 'refunded', 0],
    [{ ...paid, refunded: cents(10_00), waiting: cents(39_99) }, 'partly-refunded', 1],
    [{ ...paid, dispute: 'open' } as const, 'disputed', 0],
    [{ ...paid, dispute: 'won' } as const, 'paid', 50_00],
    [{ ...paid, dispute: 'lost' } as const, 'dispute-lost', 0],
  ])('%o → %s, of which %i can be given back', (gift, standing, left) => {
    expect(standingOf(gift)).toBe(standing);
    expect(refundable(gift)).toBe(left);
  });
});
