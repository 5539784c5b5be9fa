import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { changeDecision } from '#app/modules/decisions/commands/change-decision.server.ts';
import { discardDecision } from '#app/modules/decisions/commands/discard-decision.server.ts';
import { decisionToChange } from '#app/modules/decisions/queries/change.query.server.ts';
import { makeOrganisation, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { assignmentOf, preparedAssignment } from './assignment-scene.ts';
import { as, confirmed, initiativeOf, makeScene, prepared, type Scene } from './scene.ts';

const own = useTestDatabase();
let scene: Scene;
let organisationId: string;

beforeEach(async () => {
  scene = await makeScene(own.database);
  organisationId = await makeOrganisation(own.database);
});

const confirmation = () => ({
  state: 'confirmed',
  number: '2026-0900',
  confirmerId: scene.people.budgetHolder,
  confirmedAt: testNow,
  published: {},
  receipt: 'x',
});

async function discarded(): Promise<string> {
  const id = await preparedAssignment(own.database, scene, organisationId);
  const answer = await discardDecision(
    { decisionId: id, revision: 1, reason: 'Te duur.' },
    as(own.database, scene, 'chair'),
  );
  if (!answer.ok) throw new Error(answer.reason);
  return id;
}

describe('the states of a decision, by hand', () => {
  test('begin with what is prepared: none is born confirmed or discarded', async () => {
    const { database } = own;
    const id = await preparedAssignment(database, scene, organisationId);
    const row = await database.decision.findUniqueOrThrow({ where: { id }, omit: { published: true } });
    for (const state of [
      confirmation(),
      {
        state: 'discarded',
        discardedById: scene.people.chair,
        discardedAt: testNow,
        discardReason: 'Zomaar',
      },
    ])
      await expect(database.decision.create({ data: { ...row, id: newId(), ...state } }), state.state).rejects.toThrow(
        /decision_begins_prepared/,
      );
  });

  test('end where it was laid aside: it does not come back, change or go', async () => {
    const { database } = own;
    const id = await discarded();
    const open = { discardedAt: null, discardedById: null, discardReason: null };
    for (const data of [
      { ...open, state: 'prepared' },
      { ...open, ...confirmation() },
      { discardReason: 'Iets anders.' },
      { discardedById: scene.people.member },
    ])
      await expect(database.decision.update({ where: { id }, data }), JSON.stringify(data)).rejects.toThrow(
        /decision_discarded_stays/,
      );
    await expect(database.decisionParticipant.deleteMany({ where: { decisionId: id } })).rejects.toThrow(
      /decision_discarded_stays/,
    );
    await expect(database.decision.delete({ where: { id } })).rejects.toThrow(/decision_discarded_stays/);
  });

  test('say when it was prepared: interests look back to that moment', async () => {
    const { database } = own;
    const id = await preparedAssignment(database, scene, organisationId);
    await expect(database.decision.update({ where: { id }, data: { preparedAt: null } })).rejects.toThrow(
      /decision_prepared_at/,
    );
  });

  test('replace a decision on the same plan and no other', async () => {
    const { database } = own;
    const parked = { outcome: 'park', amount: null, fundId: null, instrument: null } as const;
    const replacesId = await prepared(database, scene, await initiativeOf(database, scene), parked);
    await confirmed(database, scene, replacesId);
    for (const id of [
      await preparedAssignment(database, scene, organisationId),
      await prepared(database, scene, await initiativeOf(database, scene), parked),
    ])
      await expect(database.decision.update({ where: { id }, data: { replacesId } })).rejects.toThrow(
        /decision_replaces_same_plan/,
      );
  });
});

test('an award without a plan is no assignment: nobody changes it into one', async () => {
  const { database } = own;
  const id = newId();
  await database.decision.create({
    data: {
      id,
      origin: 'product',
      state: 'prepared',
      bodyId: scene.bodyId,
      recipientOrganisationId: organisationId,
      instrument: 'award',
      title: 'Beloning',
      outcome: 'decline',
      method: 'consent',
      motivation: 'Nog niet.',
      takenOn: testNow,
      proposerId: scene.people.chair,
      preparedAt: testNow,
    },
  });
  const chair = as(database, scene, 'chair');
  expect(await decisionToChange(database, chair.actor, id, testNow)).toBeNull();
  expect(await changeDecision({ decisionId: id, revision: 1, proposal: assignmentOf(scene) }, chair)).toMatchObject({
    reason: 'decision-unknown',
  });
  expect(await database.decision.findUniqueOrThrow({ where: { id } })).toMatchObject({ instrument: 'award' });
});
