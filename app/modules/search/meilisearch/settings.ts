import { attributeOf } from './filter.ts';

/** Hits that can be paged through and counted; above it an answer says "more than". */
export const mostHits = 1000;

/** Values of a facet that an answer gives. */
export const mostValues = 1000;

/** Different words of all documents together, which are counted as a facet to know the vocabulary. */
const mostWords = 500_000;

const onlyEqual = { facetSearch: false, filter: { equality: true, comparison: false } };

/**
 * Everything about an index that is not a document, as code. `rebuild` gives it to the fresh index, and an index that an older
 * release left is brought up to date before the first search of a process.
 */
export const indexSettings = {
  // found is by our own terms (filters); of what both engines find, Meilisearch says which answers the words as they were typed best
  searchableAttributes: ['title', 'summary', 'text'],
  filterableAttributes: [
    { attributePatterns: ['id', ...Object.values(attributeOf), 'titleTerms', 'terms', 'words'], features: onlyEqual },
    {
      attributePatterns: ['cents', 'putAt'],
      features: { facetSearch: false, filter: { equality: true, comparison: true } },
    },
  ],
  sortableAttributes: ['date', 'cents', 'id'],
  // a chosen order comes before relevance; what is equal goes by date and id, so that pages neither overlap nor skip
  rankingRules: ['sort', 'words', 'typo', 'attribute', 'proximity', 'exactness', 'date:desc', 'id:asc'],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 },
    disableOnAttributes: [],
    disableOnWords: [],
  },
  // function words and the programme's synonyms change what a question means, for both engines alike: before it is asked
  stopWords: [],
  synonyms: {},
  faceting: { maxValuesPerFacet: mostWords, sortFacetValuesBy: { '*': 'count' as const, words: 'alpha' as const } },
  pagination: { maxTotalHits: mostHits },
  proximityPrecision: 'byWord' as const,
  facetSearch: false,
};
