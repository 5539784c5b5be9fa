import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { prepareAssignment } from '#app/modules/decisions/commands/prepare-assignment.server.ts';
import { startAssignment } from '#app/modules/decisions/commands/start-assignment.server.ts';
import type { AssignmentTerms } from '#app/modules/decisions/assignment.ts';
import { typedProposal } from '#app/modules/decisions/form.ts';
import type { Proposal } from '#app/modules/decisions/proposal.ts';
import type { Database } from '#app/platform/database.server.ts';
import { as, kindOf, proposalOf, type Scene } from './scene.ts';

export const terms: AssignmentTerms = {
  title: 'Tien gesprekken in de buurt',
  task: 'Tien gesprekken houden, met een verslag van elk.',
  recipientReason: 'Zij kennen de buurt het best; twee andere aanbiedingen waren duurder.',
  actielijnId: null,
  beginsOn: calendarDate('2026-12-01'),
  endsOn: calendarDate('2027-03-31'),
};

export function assignmentOf(scene: Scene, changes: Partial<Proposal> = {}): Proposal {
  return proposalOf(scene, {
    instrument: 'assignment',
    amount: cents(2500_00),
    criteria: [],
    assignment: terms,
    ...changes,
  });
}

/** Begun by the chair. @returns id of the draft */
export async function started(database: Database, scene: Scene, organisationId: string): Promise<string> {
  const outcome = await startAssignment(
    { formKey: newId(), bodyId: scene.bodyId, organisationId, fields: typedProposal.parse({}) },
    as(database, scene, 'chair'),
  );
  if (!outcome.ok) throw new Error(`not started: ${outcome.reason}`);
  return outcome.value;
}

/** Begun and laid before a confirmer by the chair. */
export async function laid(
  database: Database,
  scene: Scene,
  organisationId: string,
  changes: Partial<Proposal> = {},
): ReturnType<typeof prepareAssignment> {
  const draftId = await started(database, scene, organisationId);
  const proposal = assignmentOf(scene, { serviceKindId: await kindOf(database), ...changes });
  return prepareAssignment({ draftId, bodyId: scene.bodyId, organisationId, proposal }, as(database, scene, 'chair'));
}

/** @throws Error when it was refused */
export async function preparedAssignment(
  database: Database,
  scene: Scene,
  organisationId: string,
  changes: Partial<Proposal> = {},
): Promise<string> {
  const outcome = await laid(database, scene, organisationId, changes);
  if (!outcome.ok) throw new Error(`not prepared: ${outcome.reason} ${JSON.stringify(outcome.detail)}`);
  return outcome.value;
}
