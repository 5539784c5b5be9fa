import { addDays, calendarDate, dayInAmsterdam, daysBetween } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import { prepareDecision } from '#app/modules/decisions/commands/prepare-decision.server.ts';
import type { Proposal } from '#app/modules/decisions/proposal.ts';
import { demoGrants, type DemoGrant } from '#prisma/demo/grants.ts';
import { demoOrganisations } from '#prisma/demo/organisations.ts';
import { confirmAsDemo } from './demo-confirm.ts';
import { acceptPlan, submitPlan } from './demo-plans.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';

/** Who sits at the table of each team. */
const tables: Record<string, readonly string[]> = {
  'eigenaarschap-inclusie-democratie': ['voorzitter', 'lid'],
  'kansen-voor-de-jeugd': ['jeugd-voorzitter', 'jeugd-lid'],
};

/** Grants of the years before, each submitted, accepted, decided and paid through the same commands as on the pages. */
export async function loadDemoGrants(world: DemoWorld): Promise<void> {
  for (const grant of demoGrants) await load(world, grant);
}

async function load(world: DemoWorld, grant: DemoGrant): Promise<void> {
  const today = dayInAmsterdam(world.now);
  const year = Number(today.slice(0, 4)) - grant.yearsAgo;
  // a past year's money is decided on in its spring
  const decidedOn = calendarDate(`${String(year)}-03-12`);
  const daysAgo = daysBetween(decidedOn, today);
  const { id: bodyId } = await world.database.body.findUniqueOrThrow({ where: { slug: grant.body } });
  const { id: fundId } = await world.database.fund.findUniqueOrThrow({
    where: { slug: `${grant.line}-${String(year)}` },
  });
  const organisation = demoOrganisations.find(({ member }) => member === grant.by)?.slug;
  const { initiativeId } = await submitPlan(
    world,
    {
      by: grant.by,
      ...(organisation === undefined ? {} : { organisation }),
      title: `${grant.title} (voorbeeld)`,
      summary: 'Verzonnen voor de demo, om te laten zien wat er met geld gebeurt.',
      why: 'Bewoners vroegen hierom bij een bijeenkomst in de buurt.',
      what: 'We doen het samen met bewoners en vertellen elk half jaar hoe het gaat.',
      ownership: 'Bewoners beslissen mee: elke maand is er een overleg waar iedereen welkom is.',
      areas: grant.areas,
      themes: [grant.theme],
      budget: grant.costs.map(([description, euros]) => ({ description, amount: String(euros) })),
      startsOn: addDays(decidedOn, 20),
    },
    { bodyId, daysAgo: daysAgo + 50 },
  );
  await acceptPlan(world, initiativeId, daysAgo + 40);
  const decisionId = await decide(world, grant, { initiativeId, bodyId, fundId, daysAgo });
  const ofGrant = { fromFundId: fundId, decisionId };
  if (grant.paid > 0)
    await change(world, { kind: 'payment', ...ofGrant }, grant.paid, 'Voorbeeld: betaald.', daysAgo - 60);
  if (grant.released > 0)
    await change(world, { kind: 'release', ...ofGrant }, grant.released, 'Voorbeeld: niet nodig.', daysAgo - 90);
}

/** The programme office prepares and confirms; the team at its table decided by consent. */
async function decide(
  world: DemoWorld,
  grant: DemoGrant,
  on: { initiativeId: string; bodyId: string; fundId: string; daysAgo: number },
): Promise<string> {
  const { initiativeId, bodyId, fundId, daysAgo } = on;
  const prepares = await world.as('programmabureau', daysAgo);
  const criteria = await world.database.criterion.findMany({
    where: { criteriaVersion: { criteriaSet: { bodyId } } },
    orderBy: { position: 'asc' },
    select: { id: true },
  });
  const proposal: Proposal = {
    outcome: 'grant',
    amount: cents(grant.costs.reduce((sum, [, euros]) => sum + euros, 0) * 100),
    amountNote: '',
    instrument: 'subsidy',
    serviceKindId: null,
    costAnswers: [],
    fundId,
    conditions: 'Elk half jaar vertellen jullie in het opgaveteam hoe het gaat.',
    referToBodyId: null,
    method: 'consent',
    takenOn: addDays(dayInAmsterdam(prepares.now), -2),
    motivation: 'Bewoners vroegen hierom en beslissen mee. Daarom geven we het hele bedrag. (Voorbeeld)',
    interestStatement: 'Niemand die meebesliste heeft een belang bij dit plan.',
    criteria: criteria.map(({ id }) => ({ criterionId: id, motivation: 'Het plan past hierbij. (Voorbeeld)' })),
    attendance: (tables[grant.body] ?? []).map((account) => ({
      personId: world.personId(account),
      part: 'took-part',
      vote: null,
      interest: null,
    })),
    objections: [],
    replacesId: null,
    assignment: null,
  };
  const decisionId = newId();
  expectAccepted(await prepareDecision({ formKey: decisionId, initiativeId, version: 1, proposal }, prepares));
  await confirmAsDemo(world, decisionId, { account: 'budgethouder-programma', daysAgo: daysAgo - 1 });
  return decisionId;
}

/** A payment or release, proposed and approved on the same day. */
async function change(
  world: DemoWorld,
  subject: { kind: 'payment' | 'release'; fromFundId: string; decisionId: string },
  euros: number,
  reason: string,
  daysAgo: number,
): Promise<void> {
  const proposes = await world.as('programmabureau', daysAgo);
  const occurredOn = dayInAmsterdam(proposes.now);
  const order = { formKey: newId(), change: { ...subject, amount: cents(euros * 100), reason, occurredOn } };
  const changeId = expectAccepted(await proposeChange(order, proposes));
  expectAccepted(await approveChange({ changeId }, await world.as('budgethouder-programma', daysAgo)));
}
