import { PDFDocument } from '@cantoo/pdf-lib';
import { addDays, calendarDate, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { giveBudget } from '#app/modules/budgets/commands/give-budget.server.ts';
import { makeChange } from '#app/modules/budgets/commands/make-change.server.ts';
import { applyForDonut } from '#app/modules/donutfonds/commands/apply.server.ts';
import { keepEvidence } from '#app/modules/donutfonds/commands/keep-evidence.server.ts';
import { openCall } from '#app/modules/donutfonds/commands/open-call.server.ts';
import { writeDonor } from '#app/modules/donutfonds/commands/write-donor.server.ts';
import { writeVisit } from '#app/modules/donutfonds/commands/write-visit.server.ts';
import { openFund } from '#app/modules/ledger/commands/open-fund.server.ts';
import { openMoneySource } from '#app/modules/ledger/commands/open-money-source.server.ts';
import { joinOrganisation } from '#app/modules/people/commands/join-organisation.server.ts';
import { demoDonutApplications } from '#prisma/demo/donutfonds.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';

const openedDaysAgo = 30;

/** The donutfonds of this year in the demo: open, with example figures at the edges of the rules, a visit and donors. */
export async function loadDemoDonutfonds(world: DemoWorld): Promise<void> {
  const { fundId, pledgeId } = await openExampleFund(world);
  const callId = newId();
  const today = dayInAmsterdam(world.now);
  const rules = await world.database.donutRules.findUniqueOrThrow({ where: { version: 1 } });
  const call = {
    formKey: callId,
    fundId,
    rulesId: rules.id,
    opensOn: addDays(today, -openedDaysAgo),
    closesOn: addDays(today, 21),
  };
  expectAccepted(await openCall(call, await world.as('programmamanager', openedDaysAgo)));
  const [first] = await applyForAll(world, callId);
  if (first !== undefined) {
    const visit = {
      applicationId: first,
      formKey: newId(),
      latest: 0,
      visitedOn: addDays(today, -4),
      metWith: 'De coördinator en twee vrijwilligers',
      seen: 'Voorbeeld: een volle ochtend met veel buren. De lijst met uren lag klaar.',
      finding: 'holds',
      findingReason: 'Voorbeeld: de uren en aantallen in het document kloppen met wat we zagen.',
    } as const;
    expectAccepted(await writeVisit(visit, await world.as('loket', 3)));
  }
  await writeDonors(world, pledgeId);
}

/** A source of donations with a pledge, and a line of the plan that holds it. */
async function openExampleFund({ database, now, personId, bodyId }: DemoWorld) {
  const year = Number(dayInAmsterdam(now).slice(0, 4));
  const at = new Date(now.getTime() - (openedDaysAgo + 10) * 86_400_000);
  const persons = { proposerId: personId('programmamanager'), approverId: personId('budgethouder'), at };
  const amount = cents(6_000_00);
  const occurredOn = dayInAmsterdam(at);
  return database.$transaction(async (tx) => {
    const moneySourceId = await openMoneySource(tx, {
      slug: 'giften-donutfonds',
      kind: 'donation',
      form: 'money',
      name: 'Giften voor het donutfonds',
      nameEn: 'Gifts for the donutfonds',
      conditions: 'Gegeven om kleine organisaties te belonen (voorbeeld).',
      conditionsEn: 'Given to reward small organisations (example).',
      beginsOn: calendarDate(`${String(year)}-01-01`),
      endsOn: calendarDate(`${String(year + 1)}-12-31`),
      overprogrammingBps: 0,
      isExample: true,
      amount: null,
      at,
    });
    const fundId = await openFund(tx, {
      slug: `donutfonds-${String(year)}`,
      name: `Donutfonds ${String(year)}`,
      description: 'Voorbeeldbedrag voor de demo.',
      bodyId,
      year,
      moneySourceId,
      label: 'Beloning van kleine organisaties',
      isExample: true,
      amount: null,
      at,
    });
    const reason = 'Voorbeeld: giften voor het donutfonds';
    const number = await makeChange(tx, { kind: 'pledge', moneySourceId, amount, reason, occurredOn }, persons);
    await giveBudget(tx, { toFundId: fundId, amount, reason, occurredOn, ...persons });
    const { id: pledgeId } = await tx.budgetChange.findUniqueOrThrow({ where: { number } });
    return { fundId, pledgeId };
  });
}

/** @returns ids of the applications */
async function applyForAll(world: DemoWorld, callId: string): Promise<string[]> {
  const { database, now } = world;
  const ids: string[] = [];
  for (const { organisation: slug, by, value, costs, evidence, publish, story } of demoDonutApplications) {
    const { id: organisationId, name } = await database.organisation.findUniqueOrThrow({ where: { slug } });
    if (by === 'aanvrager') {
      const beginsOn = addDays(dayInAmsterdam(now), -365);
      await database.$transaction((tx) =>
        joinOrganisation(tx, { personId: world.personId(by), organisationId, beginsOn, confirmedById: null }),
      );
    }
    const context = await world.as(by, 12);
    const file = { fileName: `voorbeeld-${slug}.pdf`, bytes: await examplePdf(name) };
    const content = {
      value: cents(value * 100),
      costs: cents(costs * 100),
      evidenceKind: evidence.kind,
      evidenceName: evidence.name ?? '',
      evidenceOn: addDays(dayInAmsterdam(now), -60),
      publishEvidence: publish,
      story,
    };
    const evidenceId = expectAccepted(await keepEvidence(file, context));
    const order = { callId, organisationId, formKey: newId(), revision: 0, content, evidenceId };
    ids.push(expectAccepted(await applyForDonut(order, context)));
  }
  return ids;
}

async function examplePdf(name: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([420, 300]);
  page.drawText('VOORBEELD', { x: 40, y: 220, size: 36 });
  page.drawText(`Verzonnen bewijs voor de demo van ${name}`, { x: 40, y: 180, size: 12 });
  return document.save();
}

async function writeDonors(world: DemoWorld, pledgeId: string): Promise<void> {
  const context = await world.as('programmabureau', 5);
  const gifts = [
    { kind: 'company', display: 'name', name: 'Bakkerij Voorbeeld', euros: 3_500, showAmount: true },
    { kind: 'resident', display: 'anonymous', name: '', euros: 250, showAmount: false },
    {
      kind: 'resident',
      display: 'name',
      name: 'Een familie uit Slotervaart (voorbeeld)',
      euros: 500,
      showAmount: true,
    },
  ] as const;
  for (const { euros, ...gift } of gifts) {
    const order = { ...gift, formKey: newId(), donorId: null, revision: 0, pledgeId, organisationId: null };
    expectAccepted(await writeDonor({ ...order, amount: cents(euros * 100) }, context));
  }
}
