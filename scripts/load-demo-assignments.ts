import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import { prepareAssignment } from '#app/modules/decisions/commands/prepare-assignment.server.ts';
import { startAssignment } from '#app/modules/decisions/commands/start-assignment.server.ts';
import type { AssignmentTerms } from '#app/modules/decisions/assignment.ts';
import { previewOf } from '#app/modules/decisions/preview.server.ts';
import type { Proposal } from '#app/modules/decisions/proposal.ts';
import { dossierOf } from '#app/modules/decisions/queries/dossier.server.ts';
import { startingAssignment } from '#app/modules/decisions/queries/assignment-preparation.query.server.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';

type DemoAssignment = Pick<AssignmentTerms, 'title' | 'task' | 'recipientReason'> & {
  organisation: string;
  euros: number;
  motivation: string;
  /** Days of work, from the day after the decision. */
  days: number;
};

const published: DemoAssignment = {
  organisation: 'eigenwijks',
  title: 'Voorbeeld: twaalf gesprekken in de buurt',
  task: 'Eigenwijks houdt twaalf gesprekken in buurthuizen. Bewoners vertellen wat zij nodig hebben om mee te beslissen. Van elk gesprek komt een verslag van één bladzijde, zonder namen.',
  recipientReason:
    'Wij vroegen drie organisaties om een aanbod. Eigenwijks heeft de meeste buurthuizen en mensen die de taal van de buurt spreken.',
  euros: 9_600,
  motivation: 'Het team wil weten wat bewoners tegenhoudt, voordat er nieuwe regels komen.',
  days: 120,
};

const waiting: DemoAssignment = {
  organisation: 'vuilnisoproer',
  title: 'Voorbeeld: schoonmaakdagen met scholen',
  task: 'Vuilnisoproer bereidt vier schoonmaakdagen voor met vier basisscholen: programma, spullen en begeleiding.',
  recipientReason: 'Deze organisatie werkt al met de scholen en heeft de spullen. Een tweede aanbod was duurder.',
  euros: 4_250,
  motivation: 'Scholen vragen hierom en het team wil het dit jaar nog doen.',
  days: 60,
};

/** One assignment that is published and one that waits for the budget holder; both examples. */
export async function loadDemoAssignments(world: DemoWorld): Promise<void> {
  const decisionId = await prepare(world, published, 24);
  const { receipt } = previewOf(await dossierOf(world.database, decisionId));
  const { revision } = await world.database.decision.findUniqueOrThrow({ where: { id: decisionId } });
  const context = await world.as('budgethouder', 22);
  expectAccepted(await confirmDecision({ decisionId, revision, seen: receipt, formKey: newId() }, context));
  await prepare(world, waiting, 1);
}

async function prepare(world: DemoWorld, assignment: DemoAssignment, daysAgo: number): Promise<string> {
  const context = await world.as('programmamanager', daysAgo);
  const { id: organisationId } = await world.database.organisation.findUniqueOrThrow({
    where: { slug: assignment.organisation },
  });
  const choice = { bodyId: world.bodyId, organisationId };
  const fields = startingAssignment(context.now, '');
  const draftId = expectAccepted(await startAssignment({ formKey: newId(), ...choice, fields }, context));
  const proposal = proposalOf(world, assignment, addDays(dayInAmsterdam(context.now), -1));
  return expectAccepted(await prepareAssignment({ draftId, ...choice, proposal }, context));
}

function proposalOf(world: DemoWorld, assignment: DemoAssignment, takenOn: NonNullable<Proposal['takenOn']>): Proposal {
  const { title, task, recipientReason, euros, motivation, days } = assignment;
  return {
    outcome: 'grant',
    amount: cents(euros * 100),
    amountNote: '',
    instrument: 'assignment',
    fundId: world.fundId,
    conditions: 'Halverwege vertelt de organisatie in het opgaveteam hoe het gaat.',
    referToBodyId: null,
    method: 'consent',
    takenOn,
    motivation,
    interestStatement: 'Niemand die meebesliste hoort bij deze organisatie.',
    criteria: [],
    attendance: ['voorzitter', 'lid', 'budgethouder'].map((account) => ({
      personId: world.personId(account),
      part: 'took-part',
      vote: null,
      interest: null,
    })),
    objections: [],
    replacesId: null,
    assignment: {
      title,
      task,
      recipientReason,
      actielijnId: null,
      beginsOn: addDays(takenOn, 1),
      endsOn: addDays(takenOn, days),
    },
  };
}
