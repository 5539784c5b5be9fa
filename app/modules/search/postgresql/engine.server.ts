import { quickReads, TooSlow } from '#app/platform/quick-reads.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { alike } from '../in-memory/alike.ts';
import type { Placed } from '../in-memory/first.ts';
import { look } from '../in-memory/look.ts';
import type { Hit, SearchDocument, SearchEngine } from '../port.ts';
import { SearchBeingFilled } from '../being-filled.ts';
import { SearchTooSlow } from '../too-slow.ts';
import { fragmentsOf, marksOf, textFragmentsOf, type Marks } from '../words/fragments.ts';
import { understand } from '../words/understand.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { putDocuments, removeDocuments } from './documents.store.server.ts';
import { holdIndex, isUpTo, stateColumns, type HeldIndex, type Holding, type IndexState } from './held-index.server.ts';
import { rebuildShelf } from './rebuild.store.server.ts';
import { rulesNumber, type Shelf } from './rows.ts';

const noMarks: Marks = { stems: new Set(), beginnings: [], wishes: 0 };

function hitOf({ text, stamp: _stamp, ...shown }: SearchDocument, marks: Marks): Hit {
  return {
    ...shown,
    titleFragments: fragmentsOf(shown.title, marks),
    textFragments: textFragmentsOf(shown.summary, text, marks),
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

/** While others go on changing things an answer is a moment old. */
const mostLooks = 3;

type PageRow = IndexState & { document: SearchDocument | null };

/**
 * The embedded engine: PostgreSQL keeps the index, each process holds what is looked through in memory. An answer is checked against the
 * database when its pages are read: whoever was behind looks again. Throws `SearchTooSlow`, and `SearchBeingFilled` where it would
 * find nothing because the index was emptied.
 */
export function openPostgresqlEngine(database: Database, holding: Holding = {}): SearchEngine {
  const reads = quickReads(database);
  const held = holdIndex(database, holding);

  /** Of the shelf that answers now: what was taken out is not shown, whatever is in memory. */
  const pagesOf = async (placed: readonly Placed[]) => {
    const rows = await reads.rows<PageRow>(
      `select ${stateColumns}, p.document from search_state s left join lateral (
         select document from search_page_a where s.live = 'a' and id = any($1::text[])
         union all select document from search_page_b where s.live = 'b' and id = any($1::text[])) p on true`,
      [placed.map(({ id }) => id)],
    );
    const [state] = rows;
    if (state === undefined) throw new Error('search_state has no row');
    const documents = new Map(rows.flatMap(({ document }) => (document === null ? [] : [[document.id, document]])));
    return { state, documents };
  };

  /** Looks in what this process holds, and again when that turns out to be behind. */
  const lookedUp = async <Found>(work: (index: HeldIndex['index']) => Found, placedOf: (found: Found) => Placed[]) => {
    let known = await held.current();
    for (let times = 1; ; times += 1) {
      // what is held goes on changing while the pages are read: what counts is what was looked in
      const looked = { shelf: known.shelf, change: known.change };
      const found = work(known.index);
      const { state, documents } = await pagesOf(placedOf(found));
      if (isUpTo(looked, state) || times === mostLooks)
        return { found, documents, isEmpty: known.index.size === 0 && state.isUnfilled };
      const renewed = await held.renewed(state);
      if (renewed === null) return { found, documents, isEmpty: false };
      known = renewed;
    }
  };

  return {
    name: 'postgresql',

    search: tellingTooSlow(async (asked, programme) => {
      const limit = Math.max(1, Math.min(100, Math.trunc(asked.limit) || 20));
      const question = { ...asked, limit };
      const cursor = readCursor(question.cursor);
      const { found, documents, isEmpty } = await lookedUp(
        (index) => {
          const understood = understand(question.text, programme, index.vocabulary);
          return { ...look(index, question, understood.wishes, cursor), understood };
        },
        ({ first }) => first.slice(0, limit),
      );
      if (isEmpty) throw new SearchBeingFilled();
      const { understood, first } = found;
      const marks = understood.wishes.length === 0 ? noMarks : marksOf(understood.wishes);
      const last = first[limit - 1];
      return {
        hits: first.slice(0, limit).flatMap(({ id }) => {
          const document = documents.get(id);
          return document === undefined ? [] : [hitOf(document, marks)];
        }),
        total: { count: found.total, isExact: true },
        facets: found.facets,
        next:
          first.length > limit && last !== undefined
            ? writeCursor({ level: found.level, key: last.key, id: last.id })
            : null,
        corrected: understood.corrected,
        isNear: found.isNear || (found.total > 0 && understood.isMainUnknown),
        places: understood.places,
      };
    }),

    similar: tellingTooSlow(async (text, options) => {
      const { found, documents } = await lookedUp(
        (index) => alike(index, text, options),
        (first) => first,
      );
      return found.flatMap(({ id }) => {
        const document = documents.get(id);
        return document === undefined ? [] : [hitOf(document, noMarks)];
      });
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
