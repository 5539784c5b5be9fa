import type { DocumentKind, SearchDocument } from '../port.ts';
import { isFunctionWord } from './function-words.ts';
import { wordsOf } from './split.ts';
import { stemOf } from './stem.ts';

/** Under what a document is found. */
export type DocumentTerms = {
  /** Stems of the title, function words too: `Wij` can be a name. */
  title: string[];
  /** Stems of title, summary and text, without function words. */
  all: string[];
  /** The words as written, folded, each once: what the vocabulary learns from it. */
  words: string[];
};

/** What people call such a thing when they ask for one; its own text need not say it. */
const namesOfKind: Partial<Record<DocumentKind, readonly string[]>> = {
  organisation: ['organisatie'],
  portfolio: ['portfolio'],
  actielijn: ['actielijn'],
  decision: ['besluit'],
  minutes: ['verslag', 'notulen', 'vergadering'],
  action: ['actie'],
  gathering: ['bijeenkomst'],
};

/** Texts are cut here: what an index holds of one document is bounded. */
const longestText = 20_000;
const mostWords = 3000;

/** The terms under which a document is indexed. Both engines and the vocabulary go by these. */
export function termsOf(document: Pick<SearchDocument, 'kind' | 'title' | 'summary' | 'text'>): DocumentTerms {
  const title = wordsOf(document.title.slice(0, longestText));
  const rest = wordsOf(`${document.summary.slice(0, longestText)} \n ${document.text.slice(0, longestText)}`);
  const telling = [...new Set([...(namesOfKind[document.kind] ?? []), ...title, ...rest])]
    .filter((word) => !isFunctionWord(word))
    .slice(0, mostWords);
  return {
    title: [...new Set(title.map(stemOf))],
    all: [...new Set(telling.map(stemOf))],
    words: telling,
  };
}
