import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import { giveBudget } from '#app/modules/budgets/commands/give-budget.server.ts';
import { makeChange } from '#app/modules/budgets/commands/make-change.server.ts';
import { openFund } from '#app/modules/ledger/commands/open-fund.server.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { coalitionLines, otherLines, overprogrammedEuros, type DemoPlanLine } from '#prisma/demo/spending-plan.ts';
import { openDemoSources } from './load-demo-sources.ts';
import { adoptedOn, demoBody } from './demo-world.ts';

type DemoBudgets = {
  now: Instant;
  /** Two people of the programme office. */
  proposerId: string;
  approverId: string;
};

type Line = Omit<DemoPlanLine, 'euros'> & {
  year: number;
  euros: number;
  moneySourceId: string;
  sourceSlug: string;
  at: Instant;
};

/**
 * An example of a bestedingsplan of the size in the papers, year by year.
 * @returns the fund of the team that the demo is about
 */
export async function loadDemoBudgets(tx: Transaction, { now, proposerId, approverId }: DemoBudgets): Promise<string> {
  const thisYear = Number(dayInAmsterdam(now).slice(0, 4));
  const sources = await openDemoSources(tx, { thisYear, now });
  const world = {
    bodies: new Map((await tx.body.findMany()).map((body) => [body.slug, body])),
    actielijnen: new Map((await tx.actielijn.findMany()).map((actielijn) => [actielijn.slug, actielijn])),
  };
  const firstYear = thisYear - 3;
  const stated = adoptedOn(firstYear, { firstYear });
  await makeChange(
    tx,
    {
      kind: 'overprogramming',
      moneySourceId: sources.coalition.id,
      amount: cents(overprogrammedEuros * 100),
      reason: 'Voorbeeld: we plannen ongeveer 10% meer dan er is, omdat niet alles doorgaat.',
      occurredOn: dayInAmsterdam(stated),
    },
    { proposerId, approverId, at: stated },
  );
  let own = '';
  for (const line of linesByYear(thisYear, sources)) {
    const { year, at } = line;
    const { name, slug } = nameOf(line, world);
    const fundId = await openFund(tx, {
      slug,
      name,
      description: 'Voorbeeldbedrag voor de demo: de papieren van het programma noemen geen bedragen per regel.',
      bodyId: known(world.bodies, line.body).id,
      ...(line.actielijn === undefined ? {} : { actielijnId: known(world.actielijnen, line.actielijn).id }),
      ...(line.label === undefined ? {} : { label: line.label }),
      year,
      moneySourceId: line.moneySourceId,
      isExample: true,
      amount: null,
      at,
    });
    await giveBudget(tx, {
      toFundId: fundId,
      amount: cents(line.euros * 100),
      reason: `Voorbeeld: bestedingsplan ${String(year)}`,
      occurredOn: dayInAmsterdam(at),
      proposerId,
      approverId,
      at,
    });
    if (slug === `${demoBody}-${String(thisYear)}`) own = fundId;
  }
  return own;
}

function linesByYear(thisYear: number, sources: Awaited<ReturnType<typeof openDemoSources>>): Line[] {
  const coalition = [0, 1, 2, 3].flatMap((index) =>
    coalitionLines.map(({ euros, ...line }) => ({
      ...line,
      year: thisYear - 3 + index,
      euros: euros[index] ?? 0,
      moneySourceId: sources.coalition.id,
      sourceSlug: '',
      at: adoptedOn(thisYear - 3 + index, { firstYear: thisYear - 3 }),
    })),
  );
  const others = otherLines.map(({ source, ...line }) => ({
    ...line,
    year: thisYear,
    moneySourceId: sources[source].id,
    sourceSlug: sources[source].slug,
    at: sources[source].at,
  }));
  return [...coalition, ...others].filter(({ euros }) => euros > 0);
}

type Named = { name: string };
type World = {
  bodies: ReadonlyMap<string, Named>;
  actielijnen: ReadonlyMap<string, { title: string }>;
};

function nameOf(line: Line, { bodies, actielijnen }: World): { name: string; slug: string } {
  const about =
    line.actielijn === undefined
      ? known(bodies, line.body).name.replace(/^Opgaveteam /, '')
      : known(actielijnen, line.actielijn).title;
  const label = line.actielijn === undefined ? (line.label ?? '') : '';
  return {
    name: `${label === '' ? about : `${about}: ${label}`} ${String(line.year)}`,
    slug: [line.actielijn ?? line.body, wordsOf(label), line.sourceSlug, String(line.year)]
      .filter((part) => part !== '')
      .join('-'),
  };
}

/** The words of a label as they stand in an address. */
function wordsOf(label: string): string {
  return label.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}

function known<Value>(all: ReadonlyMap<string, Value>, slug: string): Value {
  const found = all.get(slug);
  if (found === undefined) throw new Error(`the demo names '${slug}', which is not there`);
  return found;
}
