import { createHash } from 'node:crypto';
import { canonicalJson } from '#app/kernel/canonical-json.ts';
import type { DocumentKind, SearchDocument } from '../port.ts';

/** What one file in this folder says of a document; what it leaves out, such a document has none of. */
export type Draft = Pick<SearchDocument, 'path' | 'title' | 'summary'> & {
  /** Slug or number by which the page is known. */
  key: string;
  /** Pieces of the text, in order of weight; empty ones are left out. */
  texts: readonly (string | null)[];
} & Partial<
    Pick<
      SearchDocument,
      'themes' | 'areas' | 'wholeDistrict' | 'bodies' | 'stage' | 'needs' | 'offers' | 'cents' | 'year' | 'date'
    >
  >;

const longestText = 20_000;
const longestSummary = 2000;

/** @param wijkOf codes of buurten with the wijk that they lie in */
export function documentOf(kind: DocumentKind, draft: Draft, wijkOf: ReadonlyMap<string, string>): SearchDocument {
  const { key, path, title, summary, texts } = draft;
  const unique = (values: readonly string[] | undefined) => [...new Set(values)].sort();
  const document = {
    id: documentId(kind, key),
    kind,
    path,
    title: plain(title),
    summary: cut(plain(summary), longestSummary),
    text: cut(
      texts
        .map((text) => plain(text ?? ''))
        .filter((text) => text !== '')
        .join('\n'),
      longestText,
    ),
    themes: unique(draft.themes),
    areas: unique(draft.areas?.flatMap((code) => [code, ...[wijkOf.get(code) ?? []].flat()])),
    wholeDistrict: draft.wholeDistrict ?? false,
    bodies: unique(draft.bodies),
    stage: draft.stage ?? null,
    needs: unique(draft.needs),
    offers: unique(draft.offers),
    cents: draft.cents ?? null,
    year: draft.year ?? null,
    date: draft.date ?? null,
  };
  return { ...document, stamp: createHash('sha256').update(canonicalJson(document)).digest('hex') };
}

export function documentId(kind: DocumentKind, key: string): string {
  return `${kind}-${key}`;
}

/** The year of a calendar date. */
export function yearOf(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 4));
}

/** Without what no engine can keep: NUL, halves of characters, and other controls than line ends. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\P{Cc}\n]+/gu, ' ')
    .trim();
}

/** Never in the middle of a character. */
function cut(text: string, longest: number): string {
  return text.length <= longest ? text : text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}
