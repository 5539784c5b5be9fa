import type { Searching } from '#app/modules/search/searching.ts';
import type { Reads } from '#app/platform/read-watch.server.ts';

/**
 * What an answer is made from: PostgreSQL's own index, and the words of editors. Meilisearch may have a change later than that index:
 * `search_change` tells when it has.
 */
const indexTables = [
  ...['search_state', 'search_page_a', 'search_page_b', 'search_change'],
  ...['search_synonym', 'search_place', 'search_place_area'],
];

/** The same searching for one reader, which notes that its answer depends on the index. */
export function watchSearch(search: Searching, reads: Reads): Searching {
  const note = () => {
    for (const table of indexTables) reads.tables.add(table);
  };
  return {
    search: async (question) => {
      note();
      return search.search(question);
    },
    similar: async (text, options) => {
      note();
      return search.similar(text, options);
    },
  };
}
