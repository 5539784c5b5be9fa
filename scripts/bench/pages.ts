import { madeUpSlug, writeMadeUpPlans } from '../made-up/rows.ts';
import type { Bench } from './context.ts';
import { untilQuiet } from './quiet.ts';
import { readSizes } from './sizes.ts';
import { benchSubmit } from './submit.ts';
import { inParallel } from './timing.ts';
import { openWeb } from './web.ts';

const parallel = 8;
const brief = { parallel, seconds: 2, warm: 0.5 };

/** Numbers spread over the first so many, never two the same after each other. */
const spread = (count: number, most: number) =>
  Array.from({ length: Math.min(count, most) }, (_, at) => (at * 7919) % most);

type Page = {
  what: string;
  paths: (size: number) => string[];
  sql: string;
  values?: (round: number, size: number) => unknown[];
};

const list = `select i.id, i.slug, i.title, i.summary, i.stage, i.requested_cents, o.name, b.name
  from initiative i left join organisation o on o.id = i.organisation_id left join body b on b.id = i.body_id
  where i.stage <> 'draft' order by coalesce(i.submitted_at, i.created_at) desc, i.id desc limit 24`;

const pages: readonly Page[] = [
  { what: 'list, the same page', paths: () => ['/initiatieven'], sql: list },
  {
    what: 'list, each another page',
    paths: (size) => spread(400, Math.floor(size / 24)).map((page) => `/initiatieven?pagina=${String(page + 1)}`),
    sql: `${list} offset $1`,
    values: (round, size) => [((round * 7919) % Math.floor(size / 24)) * 24],
  },
  {
    what: 'facets: a theme and a wijk',
    paths: () =>
      ['leefomgeving', 'wonen', 'inclusie', 'werk', 'veiligheid', 'cultuur', 'gezondheid', 'bestaanszekerheid'].flatMap(
        (theme) =>
          ['FB', 'FC', 'FJ', 'FK', 'FL', 'FM', 'FN', 'FQ'].map((area) => `/initiatieven?thema=${theme}&gebied=${area}`),
      ),
    sql: `select i.stage, t.theme_slug, count(*) from initiative i join initiative_theme t on t.initiative_id = i.id
      where i.stage <> 'draft' group by 1, 2`,
  },
  {
    what: 'detail, the same plan',
    paths: () => [`/initiatieven/${madeUpSlug(0)}`],
    sql: detail(),
    values: () => [madeUpSlug(0)],
  },
  {
    what: 'detail, each another plan',
    paths: (size) => spread(5000, size).map((index) => `/initiatieven/${madeUpSlug(index)}`),
    sql: detail(),
    values: (round, size) => [madeUpSlug((round * 7919) % size)],
  },
  {
    what: 'public budget page',
    paths: () => ['/budgetten'],
    sql: `select f.*, a.balance_cents, c.balance_cents from fund f
      join ledger_account a on a.id = f.available_account_id join ledger_account c on c.id = f.committed_account_id`,
  },
];

function detail(): string {
  return `select i.*, v.content, o.name, b.name from initiative i
    join initiative_version v on v.initiative_id = i.id and v.version = i.current_version
    left join organisation o on o.id = i.organisation_id left join body b on b.id = i.body_id where i.slug = $1`;
}

/** Pages with many initiatives behind them, as anonymous visitors ask for them, and submitting one more. */
export async function benchPages(bench: Bench): Promise<void> {
  const { platform, origin, report, sql } = bench;
  const web = await openWeb(await origin());
  let written = 0;
  try {
    for (const size of readSizes(process.env.BENCH_PAGE_SIZES ?? process.env.BENCH_SIZES, '1k,10k').filter(
      (each) => each <= 100_000,
    )) {
      const start = performance.now();
      await writeMadeUpPlans(platform.database, { first: written, count: size - written });
      await platform.database.$executeRaw`vacuum analyze`;
      report.tell(
        'pages',
        `${String(size - written)} more initiatives written in`,
        (performance.now() - start) / 1000,
        's',
      );
      written = size;
      report.tell('pages', 'until the worker was done with it', (await untilQuiet(platform.database)) / 1000, 's');
      for (const page of pages) {
        const visited = await web.visit(page.paths(size));
        const bare = await inParallel(brief, async (round) => sql.query(page.sql, page.values?.(round, size) ?? []));
        report.add({ part: 'pages', what: page.what, size, parallel, ...visited, sql: bare.p50 });
      }
      await benchSubmit(bench, size);
      report.tell(
        'pages',
        'until the worker was done with what was submitted',
        (await untilQuiet(platform.database)) / 1000,
        's',
      );
    }
  } finally {
    web.close();
  }
}
