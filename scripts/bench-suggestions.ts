import { monitorEventLoopDelay } from 'node:perf_hooks';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { matchAll, matchChanged } from '#app/modules/matching/commands/match-portfolios.server.ts';
import { suggestionsFor } from '#app/modules/matching/queries/suggestions.query.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { addPortfolios, emptyMarket, type BenchPortfolio } from './bench-market.ts';
import { labelledPairs, labelledPortfolios } from './suggestion-labels/index.ts';
import { manyPortfolios } from './suggestion-labels/many.ts';

const count = Number(process.env.BENCH_PORTFOLIOS ?? 10_000);

/**
 * How good suggestions are, on the labelled set, and how long they take with ten thousand portfolios. All goes the way of the
 * product: rows in PostgreSQL, its stems, the job, the page's query.
 */
export async function benchSuggestions(database: Database): Promise<void> {
  const now = new Date();
  const keeperId = newId();
  await database.person.create({ data: { id: keeperId, email: `${keeperId}@wijkbeurs.example`, name: 'Meting' } });
  await emptyMarket(database);
  await judge(database, keeperId, now);
  await emptyMarket(database);
  await measure(database, keeperId, now);
}

/** Prints which share of the first five suggestions are pairs that fit. */
async function judge(database: Database, keeperId: string, now: Date): Promise<void> {
  const ids = new Map(labelledPortfolios.map(({ key }) => [key, newId()]));
  const idOf = (key: string) => ids.get(key) ?? '';
  await addPortfolios(
    database,
    labelledPortfolios.map((portfolio): BenchPortfolio => ({ ...portfolio, id: idOf(portfolio.key) })),
    keeperId,
    now,
  );
  await matchAll(database, now);
  const fits = new Set(labelledPairs().flatMap(([a, b]) => [`${idOf(a)} ${idOf(b)}`, `${idOf(b)} ${idOf(a)}`]));
  let [found, attainable] = [0, 0];
  for (const id of ids.values()) {
    const first = await database.matchSuggestion.findMany({
      where: { portfolioId: id, place: 'ranked' },
      orderBy: [{ score: 'desc' }, { otherId: 'asc' }],
      take: 5,
    });
    found += first.filter(({ otherId }) => fits.has(`${id} ${otherId}`)).length;
    attainable += Math.min(5, [...fits].filter((pair) => pair.startsWith(`${id} `)).length);
  }
  const shown = 5 * ids.size;
  const random = fits.size / (ids.size * (ids.size - 1));
  console.log(
    `\nsuggestions on the labelled set    ${String(ids.size)} portfolios, ${String(fits.size / 2)} pairs that fit\n` +
      `precision@5 ${(found / shown).toFixed(3)} · the best possible ${(attainable / shown).toFixed(3)} · ` +
      `at random ${random.toFixed(3)} · found ${((100 * found) / attainable).toFixed(0)} % of what five places can hold`,
  );
}

async function measure(database: Database, keeperId: string, now: Date): Promise<void> {
  const portfolios = manyPortfolios(count);
  await addPortfolios(database, portfolios, keeperId, now);
  await database.$executeRaw`vacuum analyze`;
  console.log(
    `\n${`suggestions, ${String(count)} portfolios`.padEnd(34)}${'times'.padStart(9)}${'p50 ms'.padStart(9)}${'p95 ms'.padStart(9)}${'longest pause ms'.padStart(18)}`,
  );
  await timed('all lists made anew', 1, async () => matchAll(database, now));
  await database.$executeRaw`vacuum analyze`;
  await timed('one change', 20, async (round) => {
    const { id } = at(portfolios, round * 37);
    await database.portfolioLine.updateMany({
      where: { portfolioId: id, direction: 'need' },
      data: { text: `Een ruimte voor ${String(round)} mensen en een docent` },
    });
    await matchChanged(database, now);
  });
  const actor: SignedIn = {
    person: { id: newId(), email: '', name: '', locale: 'nl' },
    ...{ sessionId: null, roles: [], organisations: [], secondFactor: false, demo: true },
  };
  const day = { today: dayInAmsterdam(now), locale: 'nl' as const };
  await timed('list of one read', 200, async (round) =>
    suggestionsFor(database, actor, at(portfolios, round * 41).id, day),
  );
  await timed('yardstick: select 1', 200, async () => database.$queryRaw`select 1`);
  const unseen = await database.$queryRaw<{ unseen: number }[]>`
    select count(*)::int as unseen from match_profile p
      where not exists (select from match_suggestion s where s.other_id = p.portfolio_id)`;
  console.log(`in nobody's list: ${String(unseen[0]?.unseen)}`);
}

function at(portfolios: readonly BenchPortfolio[], place: number): BenchPortfolio {
  const portfolio = portfolios[place % portfolios.length];
  if (portfolio === undefined) throw new RangeError('there are no portfolios');
  return portfolio;
}

/** The longest pause is how long the process did nothing else: a page that is asked for then waits as long. */
async function timed(what: string, rounds: number, work: (round: number) => Promise<unknown>): Promise<void> {
  const pauses = monitorEventLoopDelay({ resolution: 5 });
  pauses.enable();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work(round);
    times.push(performance.now() - start);
  }
  pauses.disable();
  times.sort((a, b) => a - b);
  const share = (part: number) => (times[Math.floor(part * (times.length - 1))] ?? 0).toFixed(1).padStart(9);
  console.log(
    `${what.padEnd(34)}${String(rounds).padStart(9)}${share(0.5)}${share(0.95)}${(pauses.max / 1e6).toFixed(0).padStart(18)}`,
  );
}
