import { quickReads } from '#app/platform/quick-reads.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { ProgrammeWords } from '../port.ts';
import { understandNow } from '../words/suggested.ts';
import type { Understood } from '../words/understand.ts';
import { openVocabulary, type GrowingVocabulary } from '../words/vocabulary.ts';
import type { Shelf } from './rows.ts';

/** The words of one shelf as this process knows them. */
export type KnownWords = { shelf: Shelf; vocabulary: GrowingVocabulary; lastNumber: number };

/** Rarer ones beyond these are found as they are written only. */
const most = 300_000;

type Row = { live: Shelf; documents: number; last: string | null; words: string | null };

function parse(words: string | null): { word: string; count: number }[] {
  if (words === null) return [];
  return words.split(' ').map((entry) => {
    const colon = entry.indexOf(':');
    return { word: entry.slice(0, colon), count: Number(entry.slice(colon + 1)) };
  });
}

/** Keeps the words of the index at hand, so that a question is understood without asking the database. */
export function keepKnownWords(database: Database) {
  const reads = quickReads(database);
  let known: KnownWords | null = null;
  let loading: Promise<KnownWords> | null = null;

  const load = async (): Promise<KnownWords> => {
    const [row] = await reads.rows<Row>(
      `select s.live, case s.live when 'a' then s.documents_a else s.documents_b end as documents,
         (select max(number)::text from search_word where shelf = s.live) as last,
         (select string_agg(word || ':' || count, ' ') from
            (select word, count from search_word where shelf = s.live and count > 0 order by count desc, word limit ${most}) as w) as words
         from search_state s`,
      [],
    );
    if (row === undefined) throw new Error('search_state has no row');
    return {
      shelf: row.live,
      vocabulary: openVocabulary(parse(row.words), row.documents),
      lastNumber: Number(row.last ?? 0),
    };
  };

  const grow = async (had: KnownWords): Promise<KnownWords> => {
    const [row] = await reads.rows<Row>(
      `select s.live, case s.live when 'a' then s.documents_a else s.documents_b end as documents,
         (select max(number)::text from search_word where shelf = s.live) as last,
         (select string_agg(word || ':' || count, ' ') from search_word where shelf = $1 and number > $2 and count > 0) as words
         from search_state s`,
      [had.shelf, had.lastNumber],
    );
    if (row?.live !== had.shelf) return load();
    had.vocabulary.add(parse(row.words));
    had.vocabulary.setDocuments(row.documents);
    had.lastNumber = Number(row.last ?? 0);
    return had;
  };

  const renewed = async (): Promise<KnownWords> => {
    loading ??= (known === null ? load() : grow(known))
      .then((fresh) => (known = fresh))
      .finally(() => {
        loading = null;
      });
    return loading;
  };

  return {
    /** What a question means; nothing is suggested that no document has any more. */
    understood: async (
      text: string,
      programme: ProgrammeWords,
      { shelf, vocabulary }: KnownWords,
    ): Promise<Understood> =>
      understandNow(text, programme, vocabulary, async (words) => {
        const there = await reads.rows<{ word: string }>(
          'select word from search_word where shelf = $1 and word = any($2::text[]) and count > 0',
          [shelf, words],
        );
        return there.map(({ word }) => word);
      }),
    current: async (): Promise<KnownWords> => known ?? renewed(),
    /** After words were added, or the shelf is another. */
    renewed,
    forget: (): void => {
      known = null;
    },
  };
}
