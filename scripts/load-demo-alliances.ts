import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import { answerSpending } from '#app/modules/alliances/commands/answer-spending.server.ts';
import { confirmSpending } from '#app/modules/alliances/commands/confirm-spending.server.ts';
import { proposeSpending } from '#app/modules/alliances/commands/propose-spending.server.ts';
import type { SpendingContent } from '#app/modules/alliances/spending.ts';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { giveBudget } from '#app/modules/budgets/commands/give-budget.server.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import { openFund } from '#app/modules/ledger/commands/open-fund.server.ts';
import { adoptedOn, expectAccepted, type DemoWorld } from './demo-world.ts';

export const demoAlliance = 'wijkalliantie-dichtersbuurt';

/** The wijkalliantie of the demo: an example budget for the year, and small spendings in three states, one of them paid. */
export async function loadDemoAlliances(world: DemoWorld): Promise<void> {
  const { id: bodyId } = await world.database.body.findUniqueOrThrow({ where: { slug: demoAlliance } });
  const fundId = await openExampleBudget(world, bodyId);

  const pots = await propose(world, bodyId, 'wijkgenoot', 20, {
    what: 'Plantenbakken bij het buurthuis',
    why: 'Het plein is kaal. Met bakken en planten zitten mensen er weer graag.',
    amount: cents(235_50),
    fundId,
    payee: { kind: 'shop', name: 'Tuincentrum De Voorbeeldtuin' },
    initiativeSlug: null,
  });
  for (const account of ['buurvrouw', 'buurman', 'lid']) await answer(world, pots, account, 17);
  expectAccepted(await confirmSpending({ spendingId: pots, revision: 1 }, await world.as('budgethouder', 11)));

  await pay(world, {
    fundId,
    spendingId: pots,
    amount: cents(198_75),
    reason: 'Voorbeeld: de bon van het tuincentrum.',
  });

  const { id: organisationId } = await world.database.organisation.findFirstOrThrow({
    where: { slug: 'eigenwijks' },
    select: { id: true },
  });
  const hall = await propose(world, bodyId, 'buurman', 19, {
    what: 'Zaal voor de bewonersavond',
    why: 'Daar kiezen we samen wat er met het plein gebeurt.',
    amount: cents(150_00),
    fundId,
    payee: { kind: 'organisation', organisationId },
    initiativeSlug: null,
  });
  for (const account of ['buurvrouw', 'wijkgenoot', 'lid']) await answer(world, hall, account, 16);
  expectAccepted(await confirmSpending({ spendingId: hall, revision: 1 }, await world.as('budgethouder', 10)));

  const soup = await propose(world, bodyId, 'buurvrouw', 2, {
    what: 'Soep en koffie voor de schoonmaakdag',
    why: 'Veertig buren ruimen samen de straat op. Daarna eten we met elkaar.',
    amount: cents(180_00),
    fundId,
    payee: { kind: 'resident' },
    initiativeSlug: null,
  });
  for (const account of ['lid', 'wijkgenoot']) await answer(world, soup, account, 1);

  const music = await propose(world, bodyId, 'buurman', 4, {
    what: 'Muziek op het straatfeest',
    why: 'Met muziek komen er meer mensen en leren buren elkaar kennen.',
    amount: cents(450_00),
    fundId,
    payee: { kind: 'shop', name: 'Geluidsverhuur Voorbeeld' },
    initiativeSlug: null,
  });
  await answer(world, music, 'buurvrouw', 3);
  await answer(
    world,
    music,
    'lid',
    2,
    'Het is te laat op de avond voor wie jonge kinderen heeft. Kan het eerder stoppen?',
  );
}

async function openExampleBudget({ database, now, personId }: DemoWorld, bodyId: string): Promise<string> {
  const year = Number(dayInAmsterdam(now).slice(0, 4));
  const at = adoptedOn(year, { firstYear: year - 3 });
  const source = await database.moneySource.findUniqueOrThrow({ where: { slug: 'coalitiemiddelen' } });
  return database.$transaction(async (tx) => {
    const toFundId = await openFund(tx, {
      slug: `${demoAlliance}-${String(year)}`,
      name: `Wijkalliantie Dichtersbuurt ${String(year)}`,
      description: 'Voorbeeldbedrag voor de demo: de papieren van het programma noemen geen bedrag.',
      bodyId,
      year,
      moneySourceId: source.id,
      isExample: true,
      amount: null,
      at,
    });
    await giveBudget(tx, {
      toFundId,
      amount: cents(7_500_00),
      reason: `Voorbeeld: budget van de wijkalliantie voor ${String(year)}`,
      occurredOn: dayInAmsterdam(at),
      proposerId: personId('programmamanager'),
      approverId: personId('budgethouder'),
      at,
    });
    return toFundId;
  });
}

async function pay(
  world: DemoWorld,
  { fundId, spendingId, amount, reason }: { fundId: string; spendingId: string; amount: Cents; reason: string },
) {
  const context = await world.as('penningmeester', 8);
  const subject = { kind: 'payment', fromFundId: fundId, spendingId } as const;
  const change = { ...subject, amount, reason, occurredOn: dayInAmsterdam(context.now) };
  const changeId = expectAccepted(await proposeChange({ change, formKey: newId() }, context));
  expectAccepted(await approveChange({ changeId }, await world.as('budgethouder', 8)));
}

async function propose(world: DemoWorld, bodyId: string, account: string, daysAgo: number, content: SpendingContent) {
  const input = { bodyId, content, formKey: newId() };
  return expectAccepted(await proposeSpending(input, await world.as(account, daysAgo)));
}

/** Consents, or objects where a reason is given. */
async function answer(world: DemoWorld, spendingId: string, account: string, daysAgo: number, reason = '') {
  const said = reason === '' ? ('consent' as const) : ('objection' as const);
  const input = { spendingId, revision: 1, answer: said, reason };
  expectAccepted(await answerSpending(input, await world.as(account, daysAgo)));
}
