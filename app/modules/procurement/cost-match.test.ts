import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { likeness, namesParty, overlapDays, sameCost, sameCosts } from './cost-match.ts';

const line = (description: string, euro: number) => ({ description, amount: cents(euro * 100) });

describe('whether two lines are the same cost', () => {
  test.each([
    ['Huur zaal', 100, 'huur  zaal!', 250, 'same-words'],
    ['Huur zaal', 100, 'Zaalhuur', 900, 'alike'],
    ['Huur van de zaal', 100, 'Huur zaal', 900, 'alike'],
    ['Plantjes en aarde', 300, 'Aarde, potgrond', 300, 'same-amount'],
    ['Plantjes en aarde', 300, 'Aarde, potgrond', 301, null],
    ['Kosten voor de kok', 300, 'Kosten drukwerk', 300, null],
    ['Café-avonden', 10, 'cafe avonden', 20, 'same-words'],
    ['', 10, '', 10, null],
  ])('%s (%i) and %s (%i): %s', (one, euro, other, otherEuro, why) => {
    expect(sameCost(line(one, euro), line(other, otherEuro))).toBe(why);
  });

  test('it does not matter which is asked first, and a line is like itself', () => {
    const words = fc.string({ maxLength: 30 });
    fc.assert(
      fc.property(words, words, (one, other) => {
        expect(likeness(one, other)).toBe(likeness(other, one));
        expect(likeness(one, other)).toBeLessThanOrEqual(1);
        if (/\p{L}/u.test(one.normalize('NFKD'))) expect(likeness(one, one)).toBe(1);
      }),
    );
  });

  test('each line of the plan has one brother, the most alike', () => {
    expect(
      sameCosts(
        [line('Drukwerk', 50), line('Kok', 20)],
        [line('Drukwerk flyers', 50), line('drukwerk', 70), line('Bus', 1)],
      ),
    ).toEqual([{ own: line('Drukwerk', 50), other: line('drukwerk', 70), why: 'same-words' }]);
  });
});

describe('days that two periods share', () => {
  const period = (startsOn: string, endsOn: string | null) => ({
    startsOn: calendarDate(startsOn),
    endsOn: endsOn === null ? null : calendarDate(endsOn),
  });
  test.each([
    ['2026-01-01', '2026-03-31', '2026-03-31', '2026-12-31', 1],
    ['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31', 0],
    ['2026-01-01', null, '2026-12-31', null, 1],
    ['2026-01-01', null, '2027-01-01', null, 0],
    ['2026-01-01', '2026-12-31', '2026-06-01', '2026-06-30', 30],
  ])('%s – %s and %s – %s: %i', (a, b, c, d, days) => {
    expect(overlapDays(period(a, b), period(c, d))).toBe(days);
    expect(overlapDays(period(c, d), period(a, b))).toBe(days);
  });
});

test.each([
  ['Opgaveteam Veiligheid', 'Opgaveteam Veiligheid'],
  ['bijdrage van opgaveteam veiligheid', 'Opgaveteam Veiligheid'],
  ['Oranje Fonds', null],
  ['team', null],
])('%s names %s', (words, party) => {
  expect(namesParty(words, ['Opgaveteam Veiligheid', 'Wijkalliantie Slotermeer'])).toBe(party);
});
