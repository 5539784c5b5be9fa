import { quickReads, TooSlow } from '#app/platform/quick-reads.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Answer, Count, Facet, Hit, Question, SearchDocument, SearchEngine } from '../port.ts';
import { fragmentsOf, marksOf, textFragmentsOf, type Marks } from '../words/fragments.ts';
import type { Understood } from '../words/understand.ts';
import { SearchTooSlow } from '../too-slow.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { keepKnownWords, type KnownWords } from './known-words.server.ts';
import { rebuildShelf } from './rebuild.store.server.ts';
import { rulesNumber, valueOfTerm, type Shelf } from './rows.ts';
import { few, mostCounted, searchStatement } from './search-statement.ts';
import { levelsOf } from './wanted.ts';
import { likeStatement } from './like-statement.ts';
import { putDocuments, removeDocuments } from './documents.store.server.ts';

type Found = { key: number; document: SearchDocument };
type AnswerRow = {
  live: Shelf;
  documents: number;
  lastNumber: string | null;
  level: number;
  total: number;
  facets: string | null;
  found: Found[] | null;
  /** When nothing was asked: how many documents have each value. */
  everything?: [string, number][] | null;
} & { [without in `without_${Facet}`]?: string | null };

const noMarks: Marks = { stems: new Set(), beginnings: [], wishes: 0 };

/** Levels that are tried at once; most questions need no other. */
const strictLevels = 2;

function hitOf({ text, stamp: _stamp, ...shown }: SearchDocument, marks: Marks): Hit {
  return {
    ...shown,
    titleFragments: fragmentsOf(shown.title, marks),
    textFragments: textFragmentsOf(shown.summary, text, marks),
  };
}

function counts(
  facets: string | null | undefined,
  wanted: readonly Facet[],
  everything?: readonly (readonly [string, number])[],
): Map<string, Map<string, number>> {
  const found = new Map<string, Map<string, number>>(wanted.map((facet) => [facet, new Map<string, number>()]));
  const terms = new Map<string, number>(everything);
  for (const term of everything === undefined ? (facets ?? '').split(' ') : [])
    if (term !== '') terms.set(term, (terms.get(term) ?? 0) + 1);
  for (const [term, count] of terms) {
    const { facet, value } = valueOfTerm(term);
    found.get(facet)?.set(value, count);
  }
  return found;
}

const inOrder = (values: ReadonlyMap<string, number>): Count[] =>
  [...values]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));

function facetsOf(question: Question, row: AnswerRow, own: readonly Facet[]): Answer['facets'] {
  const shared = counts(row.facets, question.facets, row.everything ?? undefined);
  return Object.fromEntries(
    question.facets.map((facet) => {
      const values = own.includes(facet) ? counts(row[`without_${facet}`], [facet]).get(facet) : shared.get(facet);
      return [facet, inOrder(values ?? new Map<string, number>())];
    }),
  );
}

function answerOf(question: Question, row: AnswerRow, own: readonly Facet[], understood: Understood): Answer {
  const marks = understood.wishes.length === 0 ? noMarks : marksOf(understood.wishes);
  const found = row.found ?? [];
  const shown = found.slice(0, question.limit);
  const last = shown.at(-1);
  return {
    hits: shown.map(({ document }) => hitOf(document, marks)),
    total:
      row.everything === undefined
        ? { count: Math.min(row.total, mostCounted), isExact: row.total <= mostCounted }
        : { count: row.documents, isExact: true },
    facets: facetsOf(question, row, own),
    next:
      found.length > question.limit && last !== undefined
        ? writeCursor({ level: row.level, key: last.key, id: last.document.id })
        : null,
    corrected: understood.corrected,
    places: understood.places,
  };
}

const tellingTooSlow =
  <Given extends unknown[], Result>(work: (...given: Given) => Promise<Result>) =>
  async (...given: Given): Promise<Result> => {
    try {
      return await work(...given);
    } catch (error) {
      throw error instanceof TooSlow ? new SearchTooSlow(error) : error;
    }
  };

/** Search in PostgreSQL: always there, in the database that the product has anyway. Throws `SearchTooSlow`. */
export function openPostgresqlEngine(database: Database): SearchEngine {
  const reads = quickReads(database);
  const words = keepKnownWords(database);

  return {
    name: 'postgresql',

    search: tellingTooSlow(async (asked, programme) => {
      const question = { ...asked, limit: Math.max(1, Math.min(100, Math.trunc(asked.limit) || 20)) };
      const once = async (known: KnownWords) => {
        const understood = await words.understood(question.text, programme, known);
        const levels = levelsOf(understood.wishes);
        const cursor = readCursor(question.cursor);
        const index = { shelf: known.shelf, documents: known.vocabulary.documents() };
        const read = async (from: number, until: number) => {
          const some = levels.slice(from, until);
          const { sql, values, own } = searchStatement(question, understood.wishes, some, index, cursor);
          const [row] = await reads.rows<AnswerRow>(sql, values);
          if (row === undefined) throw new Error('search_state has no row');
          return { row: { ...row, level: row.level + from }, own, understood };
        };
        // the next page is of the level that gave the first
        if (cursor !== null && cursor.level < levels.length) return read(cursor.level, cursor.level + 1);
        const strict = await read(0, strictLevels);
        if (strict.row.total >= few || levels.length <= strictLevels) return strict;
        const lenient = await read(strictLevels, levels.length);
        return lenient.row.total > strict.row.total ? lenient : strict;
      };
      const known = await words.current();
      let { row, own, understood } = await once(known);
      const isOther = row.live !== known.shelf;
      const hasNewWords = Number(row.lastNumber ?? 0) > known.lastNumber;
      if (isOther || hasNewWords) ({ row, own, understood } = await once(await words.renewed()));
      return answerOf(question, row, own, understood);
    }),

    similar: tellingTooSlow(async (text, options) => {
      const once = async (known: KnownWords) => {
        const statement = likeStatement(text, options, known.vocabulary, known.shelf);
        if (statement === null) return { live: known.shelf, found: [] };
        const [row] = await reads.rows<{ live: Shelf; found: Found[] | null }>(statement.sql, statement.values);
        return { live: row?.live ?? known.shelf, found: row?.found ?? [] };
      };
      const known = await words.current();
      let { live, found } = await once(known);
      if (live !== known.shelf) ({ live, found } = await once(await words.renewed()));
      return found.map(({ document }) => hitOf(document, noMarks));
    }),

    put: async (documents) => {
      await putDocuments(database, documents);
    },

    remove: async (ids) => {
      await removeDocuments(database, ids);
    },

    rebuild: async (batches) => {
      await rebuildShelf(database, batches);
    },

    stamps: async function* () {
      let after = '';
      for (;;) {
        const [state] = await database.$queryRaw<
          { live: Shelf; rules: number }[]
        >`select live, case live when 'a' then rules_a else rules_b end as rules from search_state`;
        const shelf = state?.live ?? 'a';
        const batch = await database.$queryRawUnsafe<{ id: string; stamp: string }[]>(
          `select id, stamp from search_page_${shelf} where id > $1 order by id limit 1000`,
          after,
        );
        // made by older rules: whoever compares sees that it must be put anew
        yield state?.rules === rulesNumber || state?.rules === 0 ? batch : batch.map(({ id }) => ({ id, stamp: '' }));
        const last = batch.at(-1);
        if (last === undefined || batch.length < 1000) return;
        after = last.id;
      }
    },
  };
}
