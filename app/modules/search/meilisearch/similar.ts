import type { SearchEngine } from '../port.ts';
import { pointsOfLength } from '../words/points.ts';
import { enoughOf, tellingStems } from '../words/telling.ts';
import type { Vocabulary } from '../words/vocabulary.ts';
import { oneOf, quoted } from './filter.ts';
import type { Candidate } from './plan.ts';

type Options = Parameters<SearchEngine['similar']>[1];

/** What to ask for, and how alike a candidate is; as the embedded engine asks and counts. */
export type Likeness = {
  filter: string[];
  points: (candidate: Pick<Candidate, 'terms' | 'titleTerms'>) => number;
  /** With fewer points it is not alike. */
  enough: number;
};

/** Two of the words that tell most of a text; null when it has none that are known. */
export function likenessTo(text: string, { kinds, exceptId }: Options, vocabulary: Vocabulary): Likeness | null {
  const telling = tellingStems(text, vocabulary);
  if (telling.length === 0) return null;
  const stems = telling.map(({ stem }) => stem);
  const pairs = stems
    .slice(0, -1)
    .map((stem, at) => `(terms = ${quoted(stem)} AND ${oneOf('terms', stems.slice(at + 1))})`);
  return {
    filter: [
      pairs.length === 0 ? oneOf('terms', stems) : `(${pairs.join(' OR ')})`,
      ...(kinds.length === 0 ? [] : [oneOf('kind', kinds)]),
      ...(exceptId === undefined ? [] : [`id != ${quoted(exceptId)}`]),
    ],
    points: ({ terms, titleTerms }) =>
      telling.reduce((sum, { stem, telling: each }) => {
        const share = titleTerms.includes(stem) ? 150 : terms.includes(stem) ? 100 : 0;
        return sum + Math.round(each * share);
      }, 0) + pointsOfLength(terms.length),
    enough: enoughOf(telling),
  };
}
