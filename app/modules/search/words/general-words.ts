import { stemOf } from './stem.ts';

const stemsOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(stemOf));

/** What somebody wants with a subject; it tells less than the subject does. */
const general = stemsOf(
  'straat wijk buurt plek plaats ruimte groep activiteit iemand mensen samen gratis hulp help helpen support cursus bijeenkomst maken',
);

/** For whom somebody asks: after `mijn` they are no subject. */
const family = stemsOf(
  'moeder vader ouders dochter zoon kind kinderen oma opa man vrouw zus broer vriend vriendin buurvrouw buurman mother father mom dad daughter son kids',
);

const mine: ReadonlySet<string> = new Set(['mijn', 'mn', 'onze', 'my', 'our']);

/** @param before the word that stands before it; null for the first */
export const isGeneralWord = (stem: string, before: string | null = null): boolean =>
  general.has(stem) || (before !== null && mine.has(before) && family.has(stem));
