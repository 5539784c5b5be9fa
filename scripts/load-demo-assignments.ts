import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { prepareAssignment } from '#app/modules/decisions/commands/prepare-assignment.server.ts';
import { startAssignment } from '#app/modules/decisions/commands/start-assignment.server.ts';
import type { AssignmentTerms } from '#app/modules/decisions/assignment.ts';
import type { Proposal } from '#app/modules/decisions/proposal.ts';
import { startingAssignment } from '#app/modules/decisions/queries/assignment-preparation.query.server.ts';
import { confirmAsDemo } from './demo-confirm.ts';
import { expectAccepted, type DemoWorld } from './demo-world.ts';

type DemoAssignment = Pick<AssignmentTerms, 'title' | 'task' | 'recipientReason'> & {
  organisation: string;
  /** Slug of the kind of work. */
  kind: string;
  /** Slug of the line of action that pays it; left out: the money of the whole team. */
  actielijn?: string;
  euros: number;
  motivation: string;
  /** Days of work, from the day after the decision. */
  days: number;
};

const published: DemoAssignment = {
  organisation: 'eigenwijks',
  kind: 'onderzoek-en-evaluatie',
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
  kind: 'beheer-en-groen',
  title: 'Voorbeeld: schoonmaakdagen met scholen',
  task: 'Vuilnisoproer bereidt vier schoonmaakdagen voor met vier basisscholen: programma, spullen en begeleiding.',
  recipientReason: 'Deze organisatie werkt al met de scholen en heeft de spullen. Een tweede aanbod was duurder.',
  euros: 4_250,
  motivation: 'Scholen vragen hierom en het team wil het dit jaar nog doen.',
  days: 200,
};

/** With what this organisation got before, near the limit of Europe: who confirms it is warned. */
const nearTheLimit: DemoAssignment = {
  organisation: 'eigenwijks',
  kind: 'onderzoek-en-evaluatie',
  actielijn: 'zeggenschap-over-samen-nieuw-west',
  title: 'Voorbeeld: onderzoek naar zeggenschap in alle wijken',
  task: 'Eigenwijks onderzoekt in alle 15 wijken hoe bewoners meebeslissen en wat hen tegenhoudt. Na elk half jaar komt er een verslag dat iedereen kan lezen.',
  recipientReason:
    'Eigenwijks deed de eerste gesprekken en kent de buurthuizen. Er zijn nog geen andere aanbiedingen gevraagd.',
  euros: 168_000,
  motivation: 'De gesprekken in de buurt laten zien dat er meer onderzoek nodig is.',
  days: 540,
};

/** One assignment that is published and two that wait for the budget holder, one of them near a limit; all examples. */
export async function loadDemoAssignments(world: DemoWorld): Promise<void> {
  const decisionId = await prepare(world, published, 24);
  await confirmAsDemo(world, decisionId, { account: 'budgethouder', daysAgo: 22 });
  await prepare(world, waiting, 1);
  await prepare(world, nearTheLimit, 3);
}

async function prepare(world: DemoWorld, assignment: DemoAssignment, daysAgo: number): Promise<string> {
  const context = await world.as('programmamanager', daysAgo);
  const { id: organisationId } = await world.database.organisation.findUniqueOrThrow({
    where: { slug: assignment.organisation },
  });
  const choice = { bodyId: world.bodyId, organisationId };
  const fields = startingAssignment(context.now, '');
  const draftId = expectAccepted(await startAssignment({ formKey: newId(), ...choice, fields }, context));
  const proposal = await proposalOf(world, assignment, addDays(dayInAmsterdam(context.now), -1));
  return expectAccepted(await prepareAssignment({ draftId, ...choice, proposal }, context));
}

async function proposalOf(
  world: DemoWorld,
  assignment: DemoAssignment,
  takenOn: NonNullable<Proposal['takenOn']>,
): Promise<Proposal> {
  const { title, task, recipientReason, euros, motivation, days, kind, actielijn } = assignment;
  const { id: serviceKindId } = await world.database.serviceKind.findUniqueOrThrow({ where: { slug: kind } });
  const line = actielijn === undefined ? null : await lineOf(world, actielijn);
  return {
    outcome: 'grant',
    amount: cents(euros * 100),
    amountNote: '',
    instrument: 'assignment',
    serviceKindId,
    costAnswers: [],
    fundId: line?.fundId ?? world.fundId,
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
      actielijnId: line?.actielijnId ?? null,
      beginsOn: addDays(takenOn, 1),
      endsOn: addDays(takenOn, days),
    },
  };
}

/** A line of action with the money it has this year. */
async function lineOf({ database, bodyId, now }: DemoWorld, slug: string) {
  const year = Number(dayInAmsterdam(now).slice(0, 4));
  const { id: actielijnId } = await database.actielijn.findUniqueOrThrow({ where: { slug } });
  const { id: fundId } = await database.fund.findFirstOrThrow({ where: { bodyId, actielijnId, year } });
  return { actielijnId, fundId };
}
