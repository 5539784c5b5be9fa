import { isFunctionWord } from './words/function-words.ts';
import { wordsOf } from './words/split.ts';
import { stemOf } from './words/stem.ts';

/** Pages of the product that answer a question themselves, where what is found only mentions its words. */
export const signposts = [
  { key: 'decides', path: '/opgaveteams' },
  { key: 'money', path: '/budgetten' },
  { key: 'plan', path: '/initiatieven/nieuw' },
  { key: 'how', path: '/zo-werkt-het' },
  { key: 'meetings', path: '/vergaderingen' },
  { key: 'vote', path: '/stemmen' },
  { key: 'follow', path: '/volgen' },
  { key: 'privacy', path: '/privacy' },
  { key: 'postcode', path: '/kaart' },
] as const;

export type SignpostKey = (typeof signposts)[number]['key'];

/** Words that are all in such a question, in any order. */
const questions: Record<Exclude<SignpostKey, 'postcode'>, readonly string[]> = {
  decides: ['wie beslist', 'wie besluit', 'wie bepaalt', 'wie gaat erover', 'wie gaat over', 'who decides'],
  money: ['hoeveel geld', 'waar blijft geld', 'waar gaat geld heen', 'geld nog over', 'how much money', 'where money'],
  plan: [
    ...['geld aanvragen', 'vraag geld aan', 'subsidie aanvragen', 'vraag subsidie aan', 'budget aanvragen'],
    ...['plan indienen', 'idee indienen', 'ik heb een idee', 'ik heb een plan', 'hoe begin ik', 'apply money'],
    ...['dien plan in', 'dien idee in', 'dien initiatief in', 'initiatief indienen', 'plan insturen', 'plan aanmelden'],
    ...['submit plan', 'submit idea', 'have idea'],
  ],
  how: ['hoe werkt', 'wat is wijkbeurs', 'how does work', 'how it works'],
  meetings: ['wanneer vergadering', 'wanneer vergadert', 'when meeting'],
  vote: ['stemmen', 'stemming', 'stem', 'vote', 'voting'],
  follow: ['nieuwsbrief', 'op de hoogte', 'volgen', 'newsletter', 'follow'],
  privacy: ['mijn gegevens', 'privacy', 'wat bewaren jullie', 'my data'],
};

const stemsOf = (text: string): string[] => wordsOf(text).map(stemOf);

const known = signposts.flatMap(({ key }) => (key === 'postcode' ? [] : { key, said: questions[key].map(stemsOf) }));

/** Postcodes of Nieuw-West, and those of Amsterdam with their letters: nothing here has an address, so the map is where to choose a place. */
const postcode = /^\s*(?:106\d|10\d\d\s?[a-z]{2})\s*$/i;

/** Pages that answer what was typed, the most telling first; at most two. */
export function signpostsFor(text: string): SignpostKey[] {
  if (postcode.test(text)) return ['postcode'];
  const words = wordsOf(text.slice(0, 200));
  const asked = new Set(words.map(stemOf));
  // one word is such a question only alone: who learns Dutch does not look for how to follow
  const telling = words.filter((word) => !isFunctionWord(word)).map(stemOf);
  return known
    .filter(({ said }) =>
      said.some(
        (stems) =>
          stems.every((stem) => asked.has(stem)) && (stems.length > 1 || telling.every((stem) => stems.includes(stem))),
      ),
    )
    .map(({ key }) => key)
    .slice(0, 2);
}
