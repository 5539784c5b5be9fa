import type { SearchEngine } from '../port.ts';
import { pointsOfLength } from '../words/points.ts';
import { enoughOf, pointsOfWord, subjectOf, type Telling } from '../words/telling.ts';
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
  const subject = subjectOf(text, vocabulary);
  const { words, needed } = subject;
  if (words.length === 0) return null;
  const stemsOf = ({ stem, also }: Telling): string[] => [stem, ...also];
  const pairs = words
    .slice(0, -1)
    .map(
      (word, at) => `(${oneOf('terms', stemsOf(word))} AND ${oneOf('terms', words.slice(at + 1).flatMap(stemsOf))})`,
    );
  return {
    filter: [
      needed < 2 || pairs.length === 0 ? oneOf('terms', words.flatMap(stemsOf)) : `(${pairs.join(' OR ')})`,
      ...(kinds.length === 0 ? [] : [oneOf('kind', kinds)]),
      ...(exceptId === undefined ? [] : [`id != ${quoted(exceptId)}`]),
    ],
    points: ({ terms, titleTerms }) => {
      const [said, title] = [new Set(terms), new Set(titleTerms)];
      return (
        words.reduce((sum, word) => sum + Math.round(word.telling * shareOf(word, said, title)), 0) +
        pointsOfLength(terms.length)
      );
    },
    enough: enoughOf(subject),
  };
}

function shareOf({ stem, also }: Telling, said: ReadonlySet<string>, title: ReadonlySet<string>): number {
  if (title.has(stem)) return pointsOfWord.title;
  if (said.has(stem)) return pointsOfWord.text;
  return also.some((each) => said.has(each)) ? pointsOfWord.compound : 0;
}
