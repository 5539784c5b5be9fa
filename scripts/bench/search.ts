import { setTimeout as wait } from 'node:timers/promises';
import type { ProgrammeWords, SearchEngine } from '#app/modules/search/port.ts';
import { starterPlaces } from '#app/modules/search/words/starter-places.ts';
import { starterSynonyms } from '#app/modules/search/words/starter-synonyms.ts';
import { madeUpDocuments } from '../made-up/documents.ts';
import { madeUpQuestions } from '../made-up/questions.ts';
import type { Bench } from './context.ts';
import { enginesOf } from './engines.ts';
import type { Line } from './report.ts';
import { untilQuiet } from './quiet.ts';
import { readSizes } from './sizes.ts';
import { inParallel } from './timing.ts';

const words: ProgrammeWords = { synonyms: starterSynonyms, places: starterPlaces };
const parallel = 10;
const order = { parallel, seconds: Number(process.env.BENCH_SECONDS ?? 8), warm: 2 };

/** Every engine with ever more documents; ten questions at the same time, in the process that serves pages. */
export async function benchSearch(bench: Bench): Promise<void> {
  const { platform, report } = bench;
  // the product fills its index at its first start; after that it is the measurement's
  await untilQuiet(platform.database);
  const sizes = readSizes(process.env.BENCH_SIZES, '1k,10k,100k');
  for (const engine of enginesOf(platform)) {
    const lines = new Map<string, Line[]>();
    for (const size of sizes) {
      const start = performance.now();
      await engine.rebuild(batches(size), words);
      report.tell(
        'search',
        `${engine.name}: an index of ${String(size)} documents made anew`,
        (performance.now() - start) / 1000,
        's',
      );
      if (engine.name === 'postgresql') await platform.database.$executeRaw`vacuum analyze`;
      for (const line of await ask(bench, engine, size)) lines.set(line.what, [...(lines.get(line.what) ?? []), line]);
      await oneMore(bench, engine, size);
    }
    for (const [what, [first, ...rest]] of lines) {
      const last = rest.at(-1);
      if (first !== undefined && last !== undefined)
        report.tell(
          'search',
          `${what}: ${String(last.size / first.size)} times the documents, p95 times`,
          last.p95 / first.p95,
          '×',
        );
    }
  }
}

async function* batches(size: number) {
  // gives pages and the worker a turn between batches, as reading rows would
  for (const batch of madeUpDocuments(size)) yield await Promise.resolve(batch);
}

/** Who held the index before answers from that while this one is read. */
async function untilRead(engine: SearchEngine, size: number): Promise<void> {
  const nothing = { text: '', filters: {}, money: { from: null, to: null }, near: null, cursor: null };
  for (;;) {
    const { total } = await engine.search({ ...nothing, sort: 'newest', limit: 1, facets: [] }, words);
    if (total.count === size) return;
    await wait(50);
  }
}

async function ask({ report, sql }: Bench, engine: SearchEngine, size: number): Promise<Line[]> {
  const questions = madeUpQuestions(900);
  const at = (round: number) => questions[(round * 13) % questions.length] ?? fail();
  const same = async (round: number) => {
    const ids = found[round % found.length] ?? [];
    return sql.query(
      'select id, document from search_page_a where id = any($1) union all select id, document from search_page_b where id = any($1)',
      [ids],
    );
  };
  if (engine.name === 'postgresql') await untilRead(engine, size);
  const found: string[][] = [];
  let bytes = 0;
  for (const question of questions.slice(0, 60)) {
    const answer = await engine.search(question, words);
    bytes += JSON.stringify(answer).length / 60;
    found.push(answer.hits.map(({ id }) => id));
  }
  const answered = found.filter((ids) => ids.length > 0).length / found.length;
  report.tell(
    'search',
    `${engine.name}, ${String(size)} documents: questions that found something`,
    100 * answered,
    '%',
  );
  const bare = await inParallel({ ...order, seconds: 2, warm: 0.5 }, same);
  const shared = { part: 'search', size, parallel, bytes, sql: bare.p50 };
  const kinds = {
    'with counts per filter': at,
    'as one types: ten hits': (round: number) => ({ ...at(round), facets: [], limit: 10 }),
    'no text: list with counts': (round: number) => ({ ...at(round), text: '', sort: 'newest' as const }),
  };
  const lines: Line[] = [];
  for (const [what, questionAt] of Object.entries(kinds)) {
    const timing = await inParallel(order, async (round) => engine.search(questionAt(round), words));
    lines.push(report.add({ ...shared, what: `${engine.name}: ${what}`, ...timing }));
  }
  const similar = await inParallel({ ...order, seconds: order.seconds / 2 }, async (round) =>
    engine.similar(`${at(round).text} ${at(round + 1).text}`, { kinds: ['initiative'], most: 5 }),
  );
  lines.push(report.add({ ...shared, what: `${engine.name}: what resembles it`, ...similar }));
  return lines;
}

/** A change that is to be found at once. */
async function oneMore({ report }: Bench, engine: SearchEngine, size: number): Promise<void> {
  const changed = [...madeUpDocuments(200, 1)];
  const timing = await inParallel({ parallel: 1, seconds: 2, warm: 0.5 }, async (round) =>
    engine.put(changed[round % changed.length] ?? []),
  );
  report.add({ part: 'search', what: `${engine.name}: one changed document put in`, size, parallel: 1, ...timing });
}

function fail(): never {
  throw new RangeError('there are no questions');
}
