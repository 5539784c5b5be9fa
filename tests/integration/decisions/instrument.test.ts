import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import { prepareDecision } from '#app/modules/decisions/commands/prepare-decision.server.ts';
import { decisionPage } from '#app/modules/decisions/queries/decision-page.query.server.ts';
import { makeInitiative, makeOrganisation } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { as, confirmation, initiativeOf, makeScene, prepared, kindOf, proposalOf, type Scene } from './scene.ts';

const own = useTestDatabase();

const planOfOrganisation = (scene: Scene, organisationId: string) =>
  makeInitiative(own.database, { bodyId: scene.bodyId, stage: 'deciding', requestedCents: 1000_00, organisationId });

async function confirm(decisionId: string, scene: Scene) {
  return confirmDecision(await confirmation(own.database, decisionId), as(own.database, scene, 'budgetHolder'));
}

describe('how money is given', () => {
  test('an assignment names its organisation, in the register too', async () => {
    const scene = await makeScene(own.database);
    const organisationId = await makeOrganisation(own.database);
    const { slug, name } = await own.database.organisation.findUniqueOrThrow({ where: { id: organisationId } });
    const decisionId = await prepared(own.database, scene, await planOfOrganisation(scene, organisationId), {
      instrument: 'assignment',
      serviceKindId: await kindOf(own.database),
    });
    const confirmed = await confirm(decisionId, scene);
    expect(confirmed).toMatchObject({ ok: true });
    const page = await decisionPage(own.database, confirmed.ok ? confirmed.value : '');
    expect(page?.publication).toMatchObject({ version: 3, instrument: 'assignment', recipient: { slug, name } });
    expect(page?.receiptMatches).toBe(true);
  });

  test('a subsidy to residents has no recipient by name', async () => {
    const scene = await makeScene(own.database);
    const confirmed = await confirm(
      await prepared(own.database, scene, await initiativeOf(own.database, scene)),
      scene,
    );
    const page = await decisionPage(own.database, confirmed.ok ? confirmed.value : '');
    expect(page?.publication).toMatchObject({ version: 3, instrument: 'subsidy', recipient: null });
  });

  test('an assignment to residents is refused, by PostgreSQL as well', async () => {
    const scene = await makeScene(own.database);
    const initiativeId = await initiativeOf(own.database, scene);
    const outcome = await prepareDecision(
      { formKey: newId(), initiativeId, version: 1, proposal: proposalOf(scene, { instrument: 'assignment' }) },
      as(own.database, scene, 'chair'),
    );
    expect(outcome).toMatchObject({ ok: false, reason: 'proposal-incomplete' });
    const decisionId = await prepared(own.database, scene, initiativeId);
    await expect(
      own.database.decision.update({ where: { id: decisionId }, data: { instrument: 'assignment' } }),
    ).rejects.toThrow(/decision_recipient_named/);
  });

  test('what was prepared before this was recorded waits until it says so', async () => {
    const scene = await makeScene(own.database);
    const decisionId = await prepared(own.database, scene, await initiativeOf(own.database, scene));
    await own.database.decision.update({ where: { id: decisionId }, data: { instrument: null } });
    expect(await confirm(decisionId, scene)).toMatchObject({ ok: false, reason: 'instrument-missing' });
    await expect(
      own.database.decision.update({
        where: { id: decisionId },
        data: { state: 'confirmed', number: '2026-0999', confirmedAt: new Date(), receipt: 'a', published: {} },
      }),
    ).rejects.toThrow(/decision_/);
  });

  test('who belongs to the organisation that gets the money stays out, though the plan is of another', async () => {
    const scene = await makeScene(own.database);
    const decisionId = await prepared(own.database, scene, await initiativeOf(own.database, scene));
    const organisationId = await makeOrganisation(own.database);
    await own.database.organisationMember.create({
      data: { id: newId(), organisationId, personId: scene.people.budgetHolder, beginsOn: new Date('2026-01-01') },
    });
    await own.database.decision.update({
      where: { id: decisionId },
      data: { recipientOrganisationId: organisationId },
    });
    expect(await confirm(decisionId, scene)).toMatchObject({ ok: false, reason: 'interest' });
    // round the command
    await expect(
      own.database.decision.update({ where: { id: decisionId }, data: { confirmerId: scene.people.budgetHolder } }),
    ).rejects.toThrow(/decision_without_interest/);
  });
});
