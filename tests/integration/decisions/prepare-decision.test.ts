import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { changeDecision } from '#app/modules/decisions/commands/change-decision.server.ts';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import { discardDecision } from '#app/modules/decisions/commands/discard-decision.server.ts';
import { prepareDecision } from '#app/modules/decisions/commands/prepare-decision.server.ts';
import { saveDecisionDraft } from '#app/modules/decisions/commands/save-decision-draft.server.ts';
import { typedProposal } from '#app/modules/decisions/form.ts';
import type { Proposal } from '#app/modules/decisions/proposal.ts';
import { planBasis } from '#app/modules/decisions/queries/plan-basis.server.ts';
import { makeFund, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { as, confirmation, confirmed, initiativeOf, makeScene, prepared, proposalOf, type Scene } from './scene.ts';

const own = useTestDatabase();

async function order(scene: Scene, changes: Partial<Proposal> = {}) {
  return {
    formKey: newId(),
    initiativeId: await initiativeOf(own.database, scene),
    version: 1,
    proposal: proposalOf(scene, changes),
  };
}

async function declare(personId: string, initiativeId: string) {
  await own.database.interestDeclaration.create({
    data: { id: newId(), personId, initiativeId, kind: 'employer', declaredAt: new Date() },
  });
}

describe('preparing', () => {
  test.each(['chair', 'member', 'manager'] as const)('a %s may', async (who) => {
    const scene = await makeScene(own.database);
    expect(await prepareDecision(await order(scene), as(own.database, scene, who))).toMatchObject({ ok: true });
  });

  test.each(['loket', 'reviewer', 'budget_holder', 'treasurer', 'controlegroep', 'administrator', null] as const)(
    'a %s may not',
    async (role) => {
      const scene = await makeScene(own.database);
      expect(await prepareDecision(await order(scene), as(own.database, scene, 'chair', { role }))).toMatchObject({
        ok: false,
        reason: 'role-needed',
      });
    },
  );

  test('somebody with an interest may not', async () => {
    const scene = await makeScene(own.database);
    const input = await order(scene);
    await declare(scene.people.chair, input.initiativeId);
    expect(await prepareDecision(input, as(own.database, scene, 'chair'))).toMatchObject({
      ok: false,
      reason: 'interest',
    });
  });

  test('somebody who puts themselves down as staying out may not', async () => {
    const scene = await makeScene(own.database);
    const attendance = proposalOf(scene).attendance.map((one) =>
      one.personId === scene.people.chair ? { ...one, part: 'recused' as const, interest: 'family' as const } : one,
    );
    expect(await prepareDecision(await order(scene, { attendance }), as(own.database, scene, 'chair'))).toMatchObject({
      ok: false,
      reason: 'interest',
    });
  });

  test('somebody with an interest cannot be put down as taking part, whatever the form says', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const input = await order(scene);
    await declare(scene.people.member, input.initiativeId);
    const outcome = await prepareDecision(input, as(database, scene, 'chair'));
    expect(outcome).toMatchObject({
      ok: false,
      reason: 'proposal-incomplete',
      detail: { problem: 'participant-interest' },
    });
    // nor past the command
    const decisionId = await prepared(database, scene, await initiativeOf(database, scene));
    const { initiativeId } = await database.decision.findUniqueOrThrow({ where: { id: decisionId } });
    await declare(scene.people.manager, initiativeId ?? '');
    await expect(
      database.decisionParticipant.create({
        data: { id: newId(), decisionId, personId: scene.people.manager, part: 'took-part' },
      }),
    ).rejects.toThrow(/decision_without_interest/);
  });

  test('money of another body is refused, by the command and by the database', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const elsewhere = await makeScene(database);
    const outcome = await prepareDecision(
      await order(scene, { fundId: elsewhere.fundId }),
      as(database, scene, 'chair'),
    );
    expect(outcome).toMatchObject({ ok: false, reason: 'proposal-incomplete', detail: { problem: 'fund-missing' } });
    const decisionId = await prepared(database, scene, await initiativeOf(database, scene));
    await expect(
      database.decision.update({ where: { id: decisionId }, data: { fundId: elsewhere.fundId } }),
    ).rejects.toThrow(/decision_fund_of_body/);
  });

  test('on an initiative that cannot be decided on, changed meanwhile, or is not there', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const context = as(database, scene, 'chair');
    const input = await order(scene);
    expect(await prepareDecision({ ...input, version: 2 }, context)).toMatchObject({
      ok: false,
      reason: 'changed-meanwhile',
    });
    expect(await prepareDecision({ ...input, initiativeId: newId() }, context)).toMatchObject({
      ok: false,
      reason: 'initiative-unknown',
    });
    expect(await prepareDecision({ ...input, initiativeId: 'x' }, context)).toMatchObject({
      ok: false,
      reason: 'initiative-unknown',
    });
    expect(await prepareDecision({ ...input, formKey: 'x' }, context)).toMatchObject({
      ok: false,
      reason: 'form-key-invalid',
    });
    const scoring = await initiativeOf(database, scene, { stage: 'scoring' });
    expect(await prepareDecision({ ...input, initiativeId: scoring }, context)).toMatchObject({
      ok: false,
      reason: 'stage-does-not-allow',
    });
  });

  test('with the id of a decision of somebody else as key of the form', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const decisionId = await prepared(database, scene, await initiativeOf(database, scene));
    expect(
      await prepareDecision({ ...(await order(scene)), formKey: decisionId }, as(database, scene, 'chair')),
    ).toMatchObject({
      ok: false,
      reason: 'form-key-invalid',
    });
  });

  test('takes the draft along', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const input = await order(scene);
    const fields = typedProposal.parse({ motivation: 'Nog niet af', amount: 'veel', attendance: 'onzin' });
    expect(
      await saveDecisionDraft({ initiativeId: input.initiativeId, fields }, as(database, scene, 'chair')),
    ).toMatchObject({ ok: true });
    expect(
      await saveDecisionDraft(
        { initiativeId: input.initiativeId, fields },
        as(database, scene, 'chair', { role: 'loket' }),
      ),
    ).toMatchObject({ ok: false });
    expect(await database.decisionDraft.findMany({ where: { initiativeId: input.initiativeId } })).toMatchObject([
      { fields: { motivation: 'Nog niet af', amount: 'veel' } },
    ]);
    await prepareDecision(input, as(database, scene, 'chair'));
    expect(await database.decisionDraft.count({ where: { initiativeId: input.initiativeId } })).toBe(0);
  });
});

describe('a prepared decision', () => {
  test('is changed by its proposer only, on the revision that was seen', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const decisionId = await prepared(database, scene, await initiativeOf(database, scene));
    const proposal = proposalOf(scene, {
      amount: cents(250_00),
      amountNote: 'Een kwart om te beginnen.',
      objections: [{ objection: 'Te klein.', answer: 'Volgend jaar meer.' }],
    });
    expect(await changeDecision({ decisionId, revision: 1, proposal }, as(database, scene, 'member'))).toMatchObject({
      ok: false,
      reason: 'not-the-proposer',
    });
    expect(await changeDecision({ decisionId, revision: 7, proposal }, as(database, scene, 'chair'))).toMatchObject({
      ok: false,
      reason: 'changed-meanwhile',
    });
    expect(await changeDecision({ decisionId, revision: 1, proposal }, as(database, scene, 'chair'))).toEqual({
      ok: true,
      value: undefined,
    });
    const row = await database.decision.findUniqueOrThrow({
      where: { id: decisionId },
      include: { objections: true, participants: true, criteria: true },
    });
    expect(row).toMatchObject({ amountCents: 250_00n, revision: 2, objections: [{ answer: 'Volgend jaar meer.' }] });
    expect([row.participants.length, row.criteria.length]).toEqual([2, 2]);
  });

  test('is laid aside with a reason, also when its proposer has an interest by now, and another can be prepared', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const initiativeId = await initiativeOf(database, scene);
    const decisionId = await prepared(database, scene, initiativeId);
    await declare(scene.people.chair, initiativeId);
    expect(
      await discardDecision({ decisionId, revision: 1, reason: '  ' }, as(database, scene, 'budgetHolder')),
    ).toMatchObject({ ok: false, reason: 'reason-missing' });
    expect(
      await discardDecision({ decisionId, revision: 1, reason: 'Belang.' }, as(database, scene, 'member')),
    ).toMatchObject({ ok: false, reason: 'role-needed' });
    expect(
      await discardDecision({ decisionId, revision: 1, reason: 'Belang.' }, as(database, scene, 'budgetHolder')),
    ).toMatchObject({ ok: true });
    expect(
      await confirmDecision({ ...(await confirmation(database, decisionId)) }, as(database, scene, 'budgetHolder')),
    ).toMatchObject({ ok: false, reason: 'already-discarded' });
    const again = await prepareDecision(
      {
        formKey: newId(),
        initiativeId,
        version: 1,
        proposal: proposalOf(scene, {
          attendance: [scene.people.member, scene.people.budgetHolder].map((personId) => ({
            personId,
            part: 'took-part' as const,
            vote: null,
            interest: null,
          })),
        }),
      },
      as(database, scene, 'manager'),
    );
    expect(again).toMatchObject({ ok: true });
  });

  test('that was confirmed is neither changed nor laid aside', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const decisionId = await prepared(database, scene, await initiativeOf(database, scene));
    await confirmed(database, scene, decisionId);
    expect(
      await changeDecision({ decisionId, revision: 2, proposal: proposalOf(scene) }, as(database, scene, 'chair')),
    ).toMatchObject({ ok: false, reason: 'already-confirmed' });
    expect(
      await discardDecision({ decisionId, revision: 2, reason: 'Spijt.' }, as(database, scene, 'chair')),
    ).toMatchObject({ ok: false, reason: 'already-confirmed' });
  });

  test('that waits to replace another takes its place only when confirmed', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const initiativeId = await initiativeOf(database, scene);
    const parked = await prepared(database, scene, initiativeId, { outcome: 'park', amount: null, fundId: null });
    await confirmed(database, scene, parked);
    const decisionId = await prepared(database, scene, initiativeId, { replacesId: parked });
    expect((await planBasis(database, initiativeId, testNow))?.replaceable).toMatchObject([{ id: parked }]);
    await discardDecision({ decisionId, revision: 1, reason: 'Nog even wachten.' }, as(database, scene, 'chair'));
    const again = await prepared(database, scene, initiativeId, { replacesId: parked });
    await confirmed(database, scene, again);
    expect((await planBasis(database, initiativeId, testNow))?.replaceable).toMatchObject([{ id: again }]);
  });
});

test('the basis shows the funds of the body alone, and who sits in it today', async () => {
  const { database } = own;
  const scene = await makeScene(database);
  await makeFund(database, { bodyId: (await makeScene(database)).bodyId });
  const basis = await planBasis(database, await initiativeOf(database, scene), testNow);
  expect(basis?.funds.map(({ id }) => id)).toEqual([scene.fundId]);
  // a programme manager prepares, and does not decide
  expect(basis?.members.map(({ personId }) => personId).sort()).toEqual(
    [scene.people.chair, scene.people.member, scene.people.budgetHolder, scene.people.otherBudgetHolder].sort(),
  );
});
