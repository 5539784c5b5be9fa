import { newId } from '#app/kernel/ids.ts';
import { phases } from '#app/modules/portfolios/portfolio.ts';
import { areas, themes } from '#prisma/programme/index.ts';
import type { BenchPortfolio } from '../bench-market.ts';
import { numbers } from '../made-up/chance.ts';
import { labelledPortfolios } from './index.ts';

const syllables = [
  'ba',
  'der',
  'fo',
  'ging',
  'hel',
  'ka',
  'lo',
  'men',
  'nis',
  'pro',
  'ris',
  'sta',
  'ten',
  'vor',
  'wij',
];

/** Words of a language that does not exist, some often and most seldom, as in a real one. */
const vocabulary = Array.from({ length: 8000 }, (_, place) => {
  const parts = [place % 15, Math.floor(place / 15) % 15, Math.floor(place / 225) % 15, Math.floor(place / 3375)];
  return parts.map((part) => syllables[part] ?? '').join('');
});

/**
 * As many portfolios as asked, always the same: sentences of the labelled set with other words in between, anywhere in the district.
 */
export function manyPortfolios(count: number): BenchPortfolio[] {
  const next = numbers(20261122);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  const some = <Item>(most: number, make: () => Item) => Array.from({ length: Math.floor(next() * (most + 1)) }, make);
  // rank by Zipf's law: the second word half as often as the first
  const word = () => vocabulary[Math.floor(vocabulary.length ** next()) - 1] ?? '';
  const words = (most: number) => some(most, word).join(' ');
  const needs = labelledPortfolios.flatMap((portfolio) => portfolio.needs);
  const offers = labelledPortfolios.flatMap((portfolio) => portfolio.offers);
  const line = (lines: typeof needs) => {
    const [resource, text] = pick(lines);
    return [resource, `${text} ${words(6)}`] as const;
  };
  const buurten = areas.filter(({ level }) => level === 'buurt');
  return Array.from({ length: count }, (_, place) => ({
    id: newId(),
    key: String(place),
    name: `Groep ${word()} ${word()}`,
    about: `${pick(labelledPortfolios).about} ${words(20)}`,
    phase: pick(phases),
    areas: next() < 0.1 ? [] : [pick(buurten).code],
    themes: [...new Set(some(2, () => pick(themes).slug))],
    needs: some(3, () => line(needs)),
    offers: some(3, () => line(offers)),
  }));
}
