import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { prepareDecision } from '#app/modules/decisions/commands/prepare-decision.server.ts';
import type { Proposal } from '#app/modules/decisions/proposal.ts';
import { confirmAsDemo } from './demo-confirm.ts';
import { expectAccepted, type DemoWorld, type SubmittedPlan } from './demo-world.ts';

const membersAtTheTable = ['voorzitter', 'lid', 'budgethouder'];

/** One grant that is published, and one decision that waits for the budget holder to confirm. */
export async function loadDemoDecisions(world: DemoWorld, plans: readonly SubmittedPlan[]): Promise<void> {
  for (const made of plans) {
    if (made.plan.stage === 'granted') {
      const decisionId = await prepare(world, made, 30);
      await confirmAsDemo(world, decisionId, { account: 'budgethouder', daysAgo: 28 });
    } else if (made.plan.stage === 'prepared') {
      await prepare(world, made, 2);
    }
  }
}

async function prepare(world: DemoWorld, { initiativeId }: SubmittedPlan, daysAgo: number): Promise<string> {
  const context = await world.as('programmamanager', daysAgo);
  const decisionId = newId();
  const proposal = await grantInFull(world, initiativeId, addDays(dayInAmsterdam(context.now), -1));
  return expectAccepted(await prepareDecision({ formKey: decisionId, initiativeId, version: 1, proposal }, context));
}

async function grantInFull(world: DemoWorld, initiativeId: string, takenOn: Proposal['takenOn']): Promise<Proposal> {
  const { requestedCents } = await world.database.initiative.findUniqueOrThrow({ where: { id: initiativeId } });
  const { round } = await world.database.roundEntry.findFirstOrThrow({
    where: { initiativeId },
    select: { round: { select: { criteriaVersion: { select: { criteria: { select: { id: true } } } } } } },
  });
  return {
    outcome: 'grant',
    amount: cents(requestedCents),
    amountNote: '',
    instrument: 'subsidy',
    serviceKindId: null,
    costAnswers: [],
    fundId: world.fundId,
    conditions: 'Na een half jaar vertellen jullie in het opgaveteam hoe het gaat.',
    referToBodyId: null,
    method: 'consent',
    takenOn,
    motivation:
      'Bewoners dragen dit plan zelf en bereiken buren die wij niet bereiken. Daarom geven we het hele bedrag.',
    interestStatement: 'Niemand die meebesliste heeft een belang bij dit plan.',
    criteria: round.criteriaVersion.criteria.map(({ id }) => ({
      criterionId: id,
      motivation: 'Wij volgen hier de beoordelaars.',
    })),
    attendance: membersAtTheTable.map((account) => ({
      personId: world.personId(account),
      part: 'took-part',
      vote: null,
      interest: null,
    })),
    objections: [
      {
        objection: 'Eén lid vroeg of het ook na dit jaar doorgaat.',
        answer: 'De indieners zoeken samen met een partner naar geld voor daarna.',
      },
    ],
    replacesId: null,
    assignment: null,
  };
}
