import { writeMadeUpPlans, madeUpSlug } from '../made-up/rows.ts';
import type { Bench } from './context.ts';
import { processorTime } from './processor.ts';
import { untilQuiet } from './quiet.ts';
import { readSizes } from './sizes.ts';
import { openWeb } from './web.ts';

/** Everything somebody reads, and one page that asks the database nothing. */
const pages = (size: number): Record<string, string[]> => ({
  '/': ['/'],
  list: ['/initiatieven'],
  'list, a theme and a wijk': ['/initiatieven?thema=leefomgeving&gebied=FK', '/initiatieven?thema=wonen&gebied=FN'],
  'detail, each another plan': Array.from(
    { length: 400 },
    (_, at) => `/initiatieven/${madeUpSlug((at * 7919) % size)}`,
  ),
  'list, each another page': Array.from(
    { length: 400 },
    (_, at) => `/initiatieven?pagina=${String(((at * 7919) % Math.floor(size / 24)) + 1)}`,
  ),
  '/budgetten': ['/budgetten'],
  '/besluiten': ['/besluiten'],
  '/besluiten/2024-0001': ['/besluiten/2024-0001'],
  '/zoeken': ['/zoeken'],
  '/zo-werkt-het': ['/zo-werkt-het'],
});

/** Pages that are made anew for each who asks, as for who is signed in, and what the processor does for them. */
export async function benchAnew({ platform, origin, report }: Bench): Promise<void> {
  const web = await openWeb(await origin());
  // the part `pages` may have written some
  let written = await platform.database.initiative.count({ where: { slug: { startsWith: madeUpSlug('') } } });
  try {
    for (const size of readSizes(process.env.BENCH_PAGE_SIZES ?? process.env.BENCH_SIZES, '1k,10k').filter(
      (each) => each >= written && each <= 100_000,
    )) {
      await writeMadeUpPlans(platform.database, { first: written, count: size - written });
      await platform.database.$executeRaw`vacuum analyze`;
      await untilQuiet(platform.database);
      written = size;
      for (const [what, paths] of Object.entries(pages(size))) {
        let spent = { node: 0, postgresql: null as number | null };
        const asked = await web.visitAnew(paths, async () => {
          const before = await processorTime(platform.database);
          return async () => {
            const after = await processorTime(platform.database);
            spent = {
              node: after.node - before.node,
              postgresql: after.postgresql === null ? null : after.postgresql - (before.postgresql ?? 0),
            };
          };
        });
        report.add({ part: 'pages made anew', what, size, parallel: 8, ...asked });
        report.tell('pages made anew', `${what}, Node`, spent.node / asked.times, 'ms of the processor a page');
        if (spent.postgresql !== null)
          report.tell('pages made anew', `${what}, PostgreSQL`, spent.postgresql / asked.times, 'ms');
      }
    }
  } finally {
    web.close();
  }
}
