import type { Fragment, Hit, SearchDocument } from '../port.ts';
import { termsOf } from '../words/terms.ts';

/**
 * Whoever changes the shape of a record, or what the words of a text are, raises this: records of the old way are then seen as
 * lagging behind, and written anew.
 */
const recordVersion = 3;

/**
 * A document as it lies in Meilisearch. Beside what is shown it carries the words of our own analysis, since Meilisearch knows no Dutch
 * stems or compounds: both engines find by the same.
 */
export type SearchRecord = Omit<SearchDocument, 'year' | 'stamp'> & {
  /** As text: a number would come back from a count in another shape. */
  year: string | null;
  stamp: string;
  /** Stems of the title. */
  titleTerms: string[];
  /** Stems of everything. */
  terms: string[];
  /** As written, folded: what the vocabulary learns from it. */
  words: string[];
  /** Milliseconds since 1970: what was put while a fresh index was filled. */
  putAt: number;
};

export function recordOf(document: SearchDocument, putAt: number): SearchRecord {
  const { title, all, words } = termsOf(document);
  return {
    ...document,
    year: document.year === null ? null : String(document.year),
    stamp: `${String(recordVersion)}:${document.stamp}`,
    titleTerms: title,
    terms: [...new Set([...title, ...all])],
    words,
    putAt,
  };
}

/** The stamp of the document from which a record was made; empty when it was made in an older way. */
export function stampOf({ stamp }: Pick<SearchRecord, 'stamp'>): string {
  const mark = `${String(recordVersion)}:`;
  return stamp.startsWith(mark) ? stamp.slice(mark.length) : '';
}

/** What is asked for of a hit: all that is shown, and the text for its fragments. */
export const shown = [
  ...['id', 'kind', 'path', 'title', 'summary', 'text', 'themes', 'areas', 'wholeDistrict', 'bodies', 'stage'],
  ...['needs', 'offers', 'cents', 'year', 'date'],
];

export type ShownRecord = Omit<SearchRecord, 'stamp' | 'titleTerms' | 'terms' | 'words' | 'putAt'>;

export function hitOf(record: ShownRecord, fragments: { title: Fragment[]; text: Fragment[] }): Hit {
  return {
    id: record.id,
    kind: record.kind,
    path: record.path,
    title: record.title,
    summary: record.summary,
    themes: record.themes,
    areas: record.areas,
    wholeDistrict: record.wholeDistrict,
    bodies: record.bodies,
    stage: record.stage,
    needs: record.needs,
    offers: record.offers,
    cents: record.cents,
    year: record.year === null ? null : Number(record.year),
    date: record.date,
    titleFragments: fragments.title,
    textFragments: fragments.text,
  };
}
