import type { Facet, Question } from '#app/modules/search/port.ts';
import { chanceOf, type Chance } from './chance.ts';
import { subjects } from './subjects/index.ts';
import { groups, heads, streets, tails } from './words.ts';

const facets: readonly Facet[] = ['kind', 'theme', 'area', 'body', 'stage', 'year'];

/** What residents type: words, half words, typos, streets, two and three words, sentences; the made-up documents answer most of them. */
const ways: readonly ((chance: Chance) => string)[] = [
  (chance) => thing(chance),
  (chance) => thing(chance).slice(0, 5),
  (chance) => mistyped(chance, thing(chance)),
  (chance) => `${thing(chance)} ${chance.pickOften(streets)[0]}`,
  (chance) => `${thing(chance)} ${chance.pickOften(groups)}`,
  (chance) => chance.pickOften(streets)[0],
  (chance) => chance.pickOften(heads) + chance.pickOften(tails),
  (chance) => `waar kan ik ${thing(chance)} vinden voor ${chance.pickOften(groups)}`,
  (chance) =>
    `${chance.pickOften(heads)} ${chance.pickOften(tails)} ${chance.pick(['osdorp', 'geuzenveld', 'slotermeer', 'slotervaart'])}`,
];

/** Questions as the search page asks them, with counts at each filter; always the same for the same seed. */
export function madeUpQuestions(count: number, seed = 1): Question[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, (_, at) => ({
    text: (ways[at % ways.length] ?? thing)(chance),
    filters: chance.happens(0.3) ? { theme: [chance.pick(subjects).themes[0] ?? ''] } : {},
    money: { from: null, to: null },
    ...{ near: null, sort: 'relevance' as const, cursor: null, limit: 20, facets },
  }));
}

function thing(chance: Chance): string {
  return chance.pick(chance.pickOften(subjects).things).toLowerCase();
}

function mistyped(chance: Chance, word: string): string {
  const at = chance.between(1, Math.max(1, word.length - 3));
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}
