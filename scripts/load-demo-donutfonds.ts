import { PDFDocument } from '@cantoo/pdf-lib';
import { addDays, calendarDate, dayInAmsterdam, daysBetween, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { giveBudget } from '#app/modules/budgets/commands/give-budget.server.ts';
import { makeChange } from '#app/modules/budgets/commands/make-change.server.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import { applyForDonut, withdrawApplication } from '#app/modules/donutfonds/commands/apply.server.ts';
import { closeCall } from '#app/modules/donutfonds/commands/close-call.server.ts';
import { confirmSplit } from '#app/modules/donutfonds/commands/confirm-split.server.ts';
import { keepEvidence } from '#app/modules/donutfonds/commands/keep-evidence.server.ts';
import { openCall } from '#app/modules/donutfonds/commands/open-call.server.ts';
import { proposeSplit } from '#app/modules/donutfonds/commands/propose-split.server.ts';
import { writeDonor } from '#app/modules/donutfonds/commands/write-donor.server.ts';
import { writeVisit } from '#app/modules/donutfonds/commands/write-visit.server.ts';
import { openFund } from '#app/modules/ledger/commands/open-fund.server.ts';
import { openMoneySource } from '#app/modules/ledger/commands/open-money-source.server.ts';
import { joinOrganisation } from '#app/modules/people/commands/join-organisation.server.ts';
import {
  demoDonorsOfLastYear,
  demoDonorsOfThisYear,
  demoDonutOfLastYear,
  demoDonutOfThisYear,
  type DemoDonutApplication,
} from '#prisma/demo/donutfonds.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';

/** The days of a year of the donutfonds, in days before now. */
type Timeline = { opened: number; closes: number; applied: number; visited: number };

/** A year that was decided and paid, and this year's, which is open: figures at the edges of the rules, visits, donors. */
export async function loadDemoDonutfonds(world: DemoWorld): Promise<void> {
  const today = dayInAmsterdam(world.now);
  const year = Number(today.slice(0, 4));
  const moneySourceId = await openSource(world, year - 1);
  const member = {
    personId: world.personId('aanvrager'),
    organisationId: await organisationId(world, 'voorbeeld-moestuin'),
  };
  await world.database.$transaction((tx) =>
    joinOrganisation(tx, { ...member, beginsOn: addDays(today, -3 * 366), confirmedById: null }),
  );
  const ago = (monthAndDay: string) => daysBetween(calendarDate(`${String(year - 1)}-${monthAndDay}`), today);
  const before = { opened: ago('09-01'), closes: ago('10-15'), applied: ago('09-20'), visited: ago('10-08') };
  const past = await openYear(world, { year: year - 1, euros: 5_000, moneySourceId, days: before });
  const ids = await applyForAll(world, past.callId, demoDonutOfLastYear, before);
  await decide(world, { ...past, ids, closed: ago('10-16'), proposed: ago('11-05'), confirmed: ago('11-12') });
  await pay(world, past.fundId, ago('11-26'));
  await writeDonors(world, past.pledgeId, demoDonorsOfLastYear);
  const now = { opened: 30, closes: -21, applied: 12, visited: 4 };
  const running = await openYear(world, { year, euros: 6_000, moneySourceId, days: now });
  await applyForAll(world, running.callId, demoDonutOfThisYear, now);
  await writeDonors(world, running.pledgeId, demoDonorsOfThisYear);
}

const instantOf = ({ now }: DemoWorld, daysAgo: number): Instant => new Date(now.getTime() - daysAgo * 86_400_000);
const dayOf = (world: DemoWorld, daysAgo: number): CalendarDate => addDays(dayInAmsterdam(world.now), -daysAgo);

async function organisationId({ database }: DemoWorld, slug: string): Promise<string> {
  return (await database.organisation.findUniqueOrThrow({ where: { slug } })).id;
}

async function openSource({ database }: DemoWorld, firstYear: number): Promise<string> {
  return database.$transaction((tx) =>
    openMoneySource(tx, {
      slug: 'giften-donutfonds',
      kind: 'donation',
      form: 'money',
      name: 'Giften voor het donutfonds',
      nameEn: 'Gifts for the donutfonds',
      conditions: 'Gegeven om kleine organisaties te belonen (voorbeeld).',
      conditionsEn: 'Given to reward small organisations (example).',
      beginsOn: calendarDate(`${String(firstYear)}-01-01`),
      endsOn: calendarDate(`${String(firstYear + 2)}-12-31`),
      overprogrammingBps: 0,
      isExample: true,
      amount: null,
      at: new Date(`${String(firstYear)}-01-01T09:00:00Z`),
    }),
  );
}

type Year = { year: number; euros: number; moneySourceId: string; days: Timeline };

/** A line of the plan with its gifts, and the call that divides it. */
async function openYear(world: DemoWorld, { year, euros, moneySourceId, days }: Year) {
  const { database, personId, bodyId } = world;
  const givenAt = days.opened + 10;
  const at = instantOf(world, givenAt);
  const persons = { proposerId: personId('programmamanager'), approverId: personId('budgethouder'), at };
  const gift = {
    amount: cents(euros * 100),
    reason: 'Voorbeeld: giften voor het donutfonds',
    occurredOn: dayOf(world, givenAt),
  };
  const { fundId, pledgeId } = await database.$transaction(async (tx) => {
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
    const number = await makeChange(tx, { kind: 'pledge', moneySourceId, ...gift }, persons);
    await giveBudget(tx, { toFundId: fundId, ...gift, ...persons });
    return { fundId, pledgeId: (await tx.budgetChange.findUniqueOrThrow({ where: { number } })).id };
  });
  const callId = newId();
  const rules = await database.donutRules.findUniqueOrThrow({ where: { version: 1 } });
  const call = {
    formKey: callId,
    fundId,
    rulesId: rules.id,
    opensOn: dayOf(world, days.opened),
    closesOn: dayOf(world, days.closes),
  };
  expectAccepted(await openCall(call, await world.as('programmamanager', days.opened)));
  return { fundId, pledgeId, callId };
}

/** @returns the id of each organisation's application */
async function applyForAll(
  world: DemoWorld,
  callId: string,
  applications: readonly DemoDonutApplication[],
  days: Timeline,
): Promise<Map<DemoDonutApplication, string>> {
  const ids = new Map<DemoDonutApplication, string>();
  for (const application of applications) {
    const { organisation: slug, by, value, costs, evidence, publish, story, visit } = application;
    const target = { callId, organisationId: await organisationId(world, slug) };
    const context = await world.as(by, days.applied);
    const file = { fileName: `voorbeeld-${slug}.pdf`, bytes: await examplePdf(slug) };
    const content = {
      value: cents(value * 100),
      costs: cents(costs * 100),
      evidenceKind: evidence.kind,
      evidenceName: evidence.name ?? '',
      evidenceOn: dayOf(world, days.applied + 40),
      publishEvidence: publish,
      story,
    };
    const evidenceId = expectAccepted(await keepEvidence(file, context));
    const order = { ...target, formKey: newId(), revision: 0, content, evidenceId };
    const applicationId = expectAccepted(await applyForDonut(order, context));
    ids.set(application, applicationId);
    if (application.isWithdrawn === true)
      expectAccepted(await withdrawApplication({ ...target, revision: 1 }, await world.as(by, days.applied - 1)));
    if (visit === undefined) continue;
    const report = {
      applicationId,
      formKey: newId(),
      latest: 0,
      visitedOn: dayOf(world, days.visited),
      metWith: 'De coördinator en twee vrijwilligers',
      seen: visit.seen,
      finding: visit.finding,
      findingReason: visit.reason,
    };
    expectAccepted(await writeVisit(report, await world.as('loket', days.visited - 1)));
  }
  return ids;
}

async function examplePdf(slug: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([420, 300]);
  page.drawText('VOORBEELD', { x: 40, y: 220, size: 36 });
  page.drawText(`Verzonnen bewijs voor de demo (${slug})`, { x: 40, y: 180, size: 12 });
  return document.save();
}

type Decided = {
  callId: string;
  ids: ReadonlyMap<DemoDonutApplication, string>;
  closed: number;
  proposed: number;
  confirmed: number;
};

async function decide(world: DemoWorld, { callId, ids, closed, proposed, confirmed }: Decided): Promise<void> {
  expectAccepted(await closeCall({ callId }, await world.as('programmamanager', closed)));
  const order = {
    callId,
    formKey: newId(),
    motivation: 'Vijf organisaties lieten zien wat zij doen voor de buurt. Drie krijgen een gelijk deel. (Voorbeeld)',
    setAside: new Map([...ids].flatMap(([{ setAside }, id]) => (setAside === undefined ? [] : [[id, setAside]]))),
  };
  const splitId = expectAccepted(await proposeSplit(order, await world.as('programmamanager', proposed)));
  expectAccepted(await confirmSplit({ splitId }, await world.as('budgethouder', confirmed)));
}

/** The treasurer pays the rewards two weeks later. */
async function pay(world: DemoWorld, fromFundId: string, daysAgo: number): Promise<void> {
  const rewarded = await world.database.decision.findMany({
    where: { fundId: fromFundId, outcome: 'grant' },
    orderBy: { number: 'asc' },
    select: { id: true, amountCents: true },
  });
  for (const { id: decisionId, amountCents } of rewarded) {
    const proposes = await world.as('penningmeester', daysAgo);
    const change = {
      kind: 'payment',
      fromFundId,
      decisionId,
      amount: cents(amountCents ?? 0n),
      reason: 'Voorbeeld: beloning betaald.',
      occurredOn: dayInAmsterdam(proposes.now),
    } as const;
    const changeId = expectAccepted(await proposeChange({ formKey: newId(), change }, proposes));
    expectAccepted(await approveChange({ changeId }, await world.as('budgethouder', daysAgo)));
  }
}

async function writeDonors(
  world: DemoWorld,
  pledgeId: string,
  gifts: typeof demoDonorsOfLastYear | typeof demoDonorsOfThisYear,
): Promise<void> {
  const context = await world.as('programmabureau', 5);
  for (const { euros, ...gift } of gifts) {
    const order = { ...gift, formKey: newId(), donorId: null, revision: 0, pledgeId, organisationId: null };
    expectAccepted(await writeDonor({ ...order, amount: cents(euros * 100) }, context));
  }
}
