import { addDays, addMonths, daysBetween, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';

/** One line of a budget: what it is for and what it costs. */
export type CostLine = { description: string; amount: Cents };

/** Days in which money is spent, both included; without a last day a year. */
export type Period = { startsOn: CalendarDate; endsOn: CalendarDate | null };

/** From which likeness of words two lines can be the same cost; of `likeness`, 0 to 1. */
const leastLikeness = 0.5;

/** Words that stand in any budget: sharing one of these says nothing. */
const commonWords = new Set(
  'kosten voor onze jullie diverse overige algemene uren inzet voorbereiding totaal bijdrage posten onvoorzien project buurt wijk'.split(
    ' ',
  ),
);

/** Small letters without accents, words apart by one space: what people type in different ways becomes the same. */
export function plainWords(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * How alike two texts are, from 0 to 1: the share of their groups of three letters that both have. The measure of
 * PostgreSQL's pg_trgm, which a test compares it with.
 */
export function likeness(one: string, other: string): number {
  const [a, b] = [threes(one), threes(other)];
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((three) => b.has(three)).length;
  return shared / (a.size + b.size - shared);
}

function threes(text: string): Set<string> {
  const groups = new Set<string>();
  for (const word of plainWords(text).split(' ')) {
    if (word === '') continue;
    const letters = [...`  ${word} `];
    for (let at = 0; at + 3 <= letters.length; at += 1) groups.add(letters.slice(at, at + 3).join(''));
  }
  return groups;
}

export type SameCost = 'same-words' | 'alike' | 'same-amount';

/**
 * Why two lines can be the same cost, or null: the same words, words that are much alike, or the same amount and a word of
 * four letters or more in common that does not stand in any budget. Rather one too many than one too few.
 */
export function sameCost(one: CostLine, other: CostLine): SameCost | null {
  const [a, b] = [plainWords(one.description), plainWords(other.description)];
  if (a === '' || b === '') return null;
  if (a === b) return 'same-words';
  if (likeness(a, b) >= leastLikeness) return 'alike';
  const told = (words: string) => words.split(' ').filter((word) => word.length >= 4 && !commonWords.has(word));
  const known = new Set(told(a));
  return one.amount > 0 && one.amount === other.amount && told(b).some((word) => known.has(word))
    ? 'same-amount'
    : null;
}

/** The days that two periods share, 0 or more. */
export function overlapDays(one: Period, other: Period): number {
  const begins = one.startsOn > other.startsOn ? one.startsOn : other.startsOn;
  const [a, b] = [lastDay(one), lastDay(other)];
  return Math.max(0, daysBetween(begins, a < b ? a : b) + 1);
}

function lastDay({ startsOn, endsOn }: Period): CalendarDate {
  return endsOn ?? addDays(addMonths(startsOn, 12), -1);
}

export type LinePair = { own: CostLine; other: CostLine; why: SameCost };

const strength: Record<SameCost, number> = { 'same-words': 2, alike: 1, 'same-amount': 0 };

/** For each line of the one budget the line of the other that is most like it; lines that are like none are left out. */
export function sameCosts(own: readonly CostLine[], others: readonly CostLine[]): LinePair[] {
  return own.flatMap((line) => {
    const pairs = others.flatMap((other): LinePair[] => {
      const why = sameCost(line, other);
      return why === null ? [] : [{ own: line, other, why }];
    });
    const best = pairs.reduce<LinePair | null>(
      (best, pair) => (best === null || strength[pair.why] > strength[best.why] ? pair : best),
      null,
    );
    return best === null ? [] : [best];
  });
}

/** Whether the words of a plan name one of these parties: the same, much alike, or with the party's whole name in them. */
export function namesParty(words: string, parties: readonly string[]): string | null {
  const said = ` ${plainWords(words)} `;
  return (
    parties.find((party) => {
      const name = plainWords(party);
      return name.length >= 6 && (said.includes(` ${name} `) || likeness(said, name) >= 0.7);
    }) ?? null
  );
}
