import { createHash } from 'node:crypto';
import type { Question, SearchDocument } from '#app/modules/search/port.ts';

/** A made-up document; what is not given is empty. */
export function document(id: string, given: Partial<SearchDocument> = {}): SearchDocument {
  const made = {
    id,
    kind: 'initiative' as const,
    path: `/initiatieven/${id}`,
    title: id,
    summary: '',
    text: '',
    themes: [],
    areas: [],
    wholeDistrict: false,
    bodies: [],
    stage: null,
    needs: [],
    offers: [],
    cents: null,
    year: null,
    date: null,
    ...given,
  };
  return { ...made, stamp: createHash('sha256').update(JSON.stringify(made)).digest('hex') };
}

/** A question that asks nothing but what is given. */
export const question = (given: Partial<Question> = {}): Question => ({
  text: '',
  filters: {},
  money: { from: null, to: null },
  near: null,
  sort: 'relevance',
  cursor: null,
  limit: 20,
  facets: [],
  ...given,
});
