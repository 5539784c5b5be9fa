import { beforeEach, describe, expect, test } from 'vitest';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { changeDecision } from '#app/modules/decisions/commands/change-decision.server.ts';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import { prepareAssignment } from '#app/modules/decisions/commands/prepare-assignment.server.ts';
import { saveAssignmentDraft } from '#app/modules/decisions/commands/save-assignment-draft.server.ts';
import { startAssignment } from '#app/modules/decisions/commands/start-assignment.server.ts';
import { typedProposal } from '#app/modules/decisions/form.ts';
import { recordAddedUp } from '#app/modules/decisions/lawfulness.store.server.ts';
import { assignmentPreparation } from '#app/modules/decisions/queries/assignment-preparation.query.server.ts';
import { lawfulnessOf } from '#app/modules/decisions/queries/lawfulness.server.ts';
import { preparedDecision } from '#app/modules/decisions/queries/prepared-decision.query.server.ts';
import { makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { assignmentOf, laid, preparedAssignment, started } from './assignment-scene.ts';
import { as, confirmation, kindOf, makeScene, type Scene } from './scene.ts';

const own = useTestDatabase();
let scene: Scene;
let organisationId: string;

beforeEach(async () => {
  scene = await makeScene(own.database);
  organisationId = await makeOrganisation(own.database);
});

async function joins(personId: string, id = organisationId): Promise<void> {
  await own.database.organisationMember.create({
    data: { id: newId(), organisationId: id, personId, beginsOn: new Date('2026-11-01') },
  });
}

describe('an interest in the organisation', () => {
  test('keeps members out of the table and the proposer out of the form', async () => {
    const { database } = own;
    await joins(scene.people.member);
    const draftId = await started(database, scene, organisationId);
    const form = await assignmentPreparation(database, as(database, scene, 'chair').actor, draftId, testNow);
    if (form === null || 'laidAs' in form) throw new Error('no form');
    const rowOf = (personId: string) => form.typed.attendance.find((row) => row.personId === personId);
    expect(rowOf(scene.people.member)).toMatchObject({ part: 'kept-out', interest: 'shared-organisation' });
    expect(rowOf(scene.people.chair)).toMatchObject({ part: '', interest: '' });
    expect(await laid(database, scene, organisationId)).toMatchObject({
      reason: 'proposal-incomplete',
      detail: { problem: 'participant-interest' },
    });
    await joins(scene.people.chair);
    expect(
      await startAssignment(
        { formKey: newId(), bodyId: scene.bodyId, organisationId, fields: typedProposal.parse({}) },
        as(database, scene, 'chair'),
      ),
    ).toMatchObject({ reason: 'interest' });
    const order = {
      draftId,
      bodyId: scene.bodyId,
      organisationId,
      proposal: assignmentOf(scene, { serviceKindId: await kindOf(own.database) }),
    };
    expect(await prepareAssignment(order, as(database, scene, 'chair'))).toMatchObject({ reason: 'interest' });
  });

  test.each([
    ['who confirms', 'budgetHolder', 'interest'],
    ['who took part', 'member', 'participant-interest'],
    ['who prepared', 'chair', 'participant-interest'],
  ] as const)('that %s got since the proposal keeps it from being confirmed', async (_who, person, reason) => {
    const { database } = own;
    const id = await preparedAssignment(database, scene, organisationId);
    const form = await confirmation(database, id);
    await joins(scene.people[person]);
    const holder = as(database, scene, 'budgetHolder');
    expect(await preparedDecision(database, holder.actor, id, testNow)).toMatchObject({ block: reason });
    expect(await confirmDecision(form, holder)).toMatchObject({ reason });
    const today = dayInAmsterdam(testNow);
    await expect(
      database.$transaction(async (tx) => {
        await recordAddedUp(tx, id, await lawfulnessOf(tx, id, today), { note: '', isRead: false });
        await tx.decision.update({
          where: { id },
          data: {
            state: 'confirmed',
            number: '2026-0999',
            confirmerId: scene.people.budgetHolder,
            confirmedAt: testNow,
            published: {},
            receipt: 'a',
          },
        });
      }),
    ).rejects.toThrow(/decision_without_interest/);
  });
});

describe('another choice of organisation', () => {
  test('keeps all that was typed, also of who could not take part for a while', async () => {
    const { database } = own;
    const context = as(database, scene, 'chair');
    const ofMember = await makeOrganisation(database, { members: [scene.people.member] });
    const id = await started(database, scene, organisationId);
    const view = async () => {
      const form = await assignmentPreparation(database, context.actor, id, testNow);
      if (form === null || 'laidAs' in form) throw new Error('no form');
      return form;
    };
    const typed = typedProposal.parse({
      ...(await view()).typed,
      title: 'Half af',
      attendance: [{ personId: scene.people.member, part: 'took-part', vote: '', interest: '' }],
    });
    await saveAssignmentDraft({ id, fields: typed }, context);
    await saveAssignmentDraft({ id, fields: { ...typed, organisationId: ofMember } }, context);
    const between = await view();
    const memberRow = (form: Awaited<ReturnType<typeof view>>) =>
      form.typed.attendance.find(({ personId }) => personId === scene.people.member);
    expect(between.basis.subject.organisation.id).toBe(ofMember);
    expect(memberRow(between)).toMatchObject({ part: 'kept-out' });
    // what the page then shows is sent back, with the first organisation again
    await saveAssignmentDraft({ id, fields: { ...between.typed, organisationId } }, context);
    expect(memberRow(await view())).toMatchObject({ part: 'took-part' });
    expect((await view()).typed.title).toBe('Half af');
    // one that is not there changes nothing, and nobody else sees or writes the draft
    await saveAssignmentDraft({ id, fields: { ...typed, organisationId: newId(), bodyId: 'x' } }, context);
    expect((await view()).basis.subject.organisation.id).toBe(organisationId);
    const other = as(database, scene, 'manager');
    expect(await saveAssignmentDraft({ id, fields: typed }, other)).toMatchObject({ reason: 'decision-unknown' });
    expect(await assignmentPreparation(database, other.actor, id, testNow)).toBeNull();
  });

  test('of what was laid before a confirmer makes it wait for a new look', async () => {
    const { database } = own;
    const context = as(database, scene, 'chair');
    const id = await preparedAssignment(database, scene, organisationId);
    const seen = await confirmation(database, id);
    const ofMember = await makeOrganisation(database, { members: [scene.people.member] });
    const change = {
      decisionId: id,
      revision: 1,
      proposal: assignmentOf(scene, { serviceKindId: await kindOf(own.database) }),
      organisationId: ofMember,
    };
    expect(await changeDecision(change, context)).toMatchObject({ detail: { problem: 'participant-interest' } });
    expect(await changeDecision({ ...change, organisationId: newId() }, context)).toMatchObject({
      reason: 'organisation-unknown',
    });
    const third = await makeOrganisation(database, { members: [await makePerson(database)] });
    expect(await changeDecision({ ...change, organisationId: third }, context)).toMatchObject({ ok: true });
    expect(await database.decision.findUniqueOrThrow({ where: { id } })).toMatchObject({
      recipientOrganisationId: third,
      revision: 2,
    });
    expect(await confirmDecision(seen, as(database, scene, 'budgetHolder'))).toMatchObject({
      reason: 'changed-meanwhile',
    });
  });
});
