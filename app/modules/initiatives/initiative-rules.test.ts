import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { doubleFunding, requestedAmount, type FundingState } from './budget.ts';
import { differencesBetween } from './differences.ts';
import { listHref, readListFilter } from './list-filter.ts';
import { isOwner, maySubmitInPosition, submittingMove } from './policy.ts';
import { isSlug, slugFor } from './slug.ts';

describe('double funding', () => {
  const budget = [{ description: 'Verf', amount: cents(1000_00) }];
  const line = (amount: number, state: FundingState) => ({ party: 'Fonds', amount: cents(amount), state });
  it.each([
    ['nothing elsewhere', [], null],
    ['a refusal elsewhere', [line(500_00, 'refused')], null],
    ['a request elsewhere', [line(500_00, 'asked')], { risk: 'possible', overlap: 500_00 }],
    ['money elsewhere', [line(400_00, 'received'), line(100_00, 'asked')], { risk: 'certain', overlap: 500_00 }],
    ['a promise of more than the plan costs', [line(9000_00, 'promised')], { risk: 'certain', overlap: 1000_00 }],
  ])('with %s', (_, funding, expected) => {
    expect(doubleFunding(budget, funding)).toEqual(expected);
  });

  it('is impossible for a plan that asks no money', () => {
    expect(requestedAmount([])).toBe(0);
    expect(doubleFunding([], [line(500_00, 'received')])).toBeNull();
  });
});

describe('who may submit', () => {
  const rules = { civilServants: 'allowed-with-disclosure', committeeMembers: 'refused' } as const;
  const open = { civilServants: 'allowed', committeeMembers: 'allowed' } as const;
  it.each([
    ['none', '', rules, 'ok'],
    ['civil-servant', 'Ik werk bij de gemeente, niet hier.', rules, 'ok'],
    ['civil-servant', ' ja ', rules, 'disclosure-needed'],
    ['committee-member', 'Ik zit in de stadsdeelcommissie.', rules, 'submitter-refused-committee-member'],
    ['committee-member', '', open, 'ok'],
  ] as const)('%s who says %j', (position, disclosure, given, expected) => {
    const outcome = maySubmitInPosition(position, disclosure, given);
    expect(outcome.ok ? 'ok' : outcome.reason).toBe(expected);
  });

  it('owns nothing that nobody submitted', () => {
    expect(isOwner({ personId: 'a' }, { submitterId: null })).toBe(false);
    expect(isOwner({ personId: 'a' }, { submitterId: 'b' })).toBe(false);
    expect(isOwner({ personId: 'a' }, { submitterId: 'a' })).toBe(true);
  });

  it.each([
    ['draft', 'submit'],
    ['question', 'answer-question'],
    ['submitted', 'revise'],
    ['parked', 'revise'],
    ['scoring', null],
    ['withdrawn', null],
  ] as const)('at %s submitting is %s', (stage, move) => {
    expect(submittingMove(stage)).toBe(move);
  });
});

describe('an address', () => {
  it.each([
    ['Energiecoöperatie Westerlicht!', 'energiecooperatie-westerlicht'],
    ['Nieuw', 'nieuw-2'],
    ['حديقة', 'plan'],
    ['2027', 'plan-2027'],
    ['../../admin', 'admin'],
  ])('of %j is %j', (title, slug) => {
    expect(slugFor(title, () => false)).toBe(slug);
  });

  it('is free, and one that the database takes (initiative_slug)', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120 }), fc.nat(5), (title, used) => {
        const taken = new Set<string>();
        for (let number = 0; number <= used; number += 1) {
          const slug = slugFor(title, (candidate) => taken.has(candidate));
          expect(taken.has(slug)).toBe(false);
          expect(isSlug(slug)).toBe(true);
          taken.add(slug);
        }
      }),
    );
  });
});

describe('the address of a list', () => {
  it('reads what it wrote', () => {
    const filter = readListFilter(
      new URLSearchParams('zoek=groen+%26+grijs&thema=wonen&gebied=FE01&team=eid&fase=klaar&sorteer=nieuwste&na=abc-1'),
    );
    expect(filter).toEqual({
      text: 'groen & grijs',
      theme: 'wonen',
      area: 'FE01',
      body: 'eid',
      stage: 'klaar',
      order: 'nieuwste',
      page: 1,
      cursor: 'abc-1',
    });
    expect(readListFilter(new URL(listHref(filter), 'https://x.nl').searchParams)).toEqual(filter);
  });

  it('orders by name only where nothing was typed', () => {
    expect(readListFilter(new URLSearchParams('sorteer=titel&pagina=3')).order).toBe('titel');
    expect(readListFilter(new URLSearchParams('zoek=groen&sorteer=titel')).order).toBe('beste-match');
  });

  it('bears anything', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (one, other, page) => {
        const filter = readListFilter(
          new URLSearchParams({
            zoek: one,
            thema: other,
            gebied: one,
            team: other,
            fase: one,
            sorteer: other,
            pagina: page,
          }),
        );
        expect(filter.page).toBeGreaterThanOrEqual(1);
        expect(readListFilter(new URL(listHref(filter), 'https://x.nl').searchParams)).toEqual(filter);
      }),
    );
  });
});

describe('differences', () => {
  const field = (text: string) => [{ field: 'what', text }];
  it('show what was added and what was taken out', () => {
    expect(differencesBetween(field('Wij planten klimop.'), field('Wij planten rozen.'))).toEqual([
      {
        field: 'what',
        pieces: [
          { kind: 'same', text: 'Wij planten ' },
          { kind: 'removed', text: 'klimop' },
          { kind: 'added', text: 'rozen' },
          { kind: 'same', text: '.' },
        ],
      },
    ]);
  });

  it('hold the old text and the new one exactly, however long', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.constantFrom(1, 500), (old, now, times) => {
        const [difference] = differencesBetween(field(old.repeat(times)), field(now.repeat(times)));
        const text = (left: 'added' | 'removed') =>
          (difference?.pieces ?? [])
            .filter(({ kind }) => kind !== left)
            .map((piece) => piece.text)
            .join('');
        if (old === now) expect(difference).toBeUndefined();
        else if (old.repeat(times) !== now.repeat(times))
          expect([text('added'), text('removed')]).toEqual([old.repeat(times), now.repeat(times)]);
      }),
      { numRuns: 50 },
    );
  });
});
