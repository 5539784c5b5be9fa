import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { changeDecision } from '#app/modules/decisions/commands/change-decision.server.ts';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import { prepareDecision } from '#app/modules/decisions/commands/prepare-decision.server.ts';
import { decisionPage } from '#app/modules/decisions/queries/decision-page.query.server.ts';
import { likeness } from '#app/modules/procurement/cost-match.ts';
import { otherMoneyOf } from '#app/modules/procurement/queries/other-money.server.ts';
import { makeInitiative, makeOrganisation, makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { as, confirmation, confirmed, makeScene, prepared, proposalOf, type Scene } from '../decisions/scene.ts';
import { planContent, type PlanFacts } from './plan-content.ts';

const own = useTestDatabase();

async function planOf(scene: Scene, budget: [string, number][], plan: PlanFacts = {}, otherFunding: object[] = []) {
  return makeInitiative(own.database, {
    bodyId: scene.bodyId,
    stage: 'deciding',
    requestedCents: 1000_00,
    content: planContent(budget, plan, otherFunding),
    ...(plan.title === undefined ? {} : { title: plan.title }),
    ...(plan.organisationId === undefined ? {} : { organisationId: plan.organisationId }),
    ...(plan.submitterId === undefined ? {} : { submitterId: plan.submitterId }),
  });
}

const lay = async (scene: Scene, initiativeId: string, changes: Parameters<typeof proposalOf>[1] = {}) =>
  prepareDecision(
    { formKey: newId(), initiativeId, version: 1, proposal: proposalOf(scene, changes) },
    as(own.database, scene, 'chair'),
  );

describe('the same costs funded twice', () => {
  test('of the same organisation, in days that overlap, for a cost that is alike', async () => {
    const scene = await makeScene(own.database);
    const organisationId = await makeOrganisation(own.database);
    const first = await planOf(scene, [['Huur van de zaal', 400]], { organisationId });
    const decisionId = await prepared(own.database, scene, first);
    const second = await planOf(
      scene,
      [
        ['Huur zaal', 450],
        ['Kok', 50],
      ],
      { organisationId, from: '2027-12-31', until: null },
    );
    expect(await otherMoneyOf(own.database, second, 1)).toMatchObject([
      {
        key: `decision:${decisionId}`,
        isGiven: false,
        party: 'organisation',
        overlapDays: 1,
        lines: [{ own: { description: 'Huur zaal', amount: 450_00 }, other: { amount: 400_00 }, why: 'alike' }],
      },
    ]);
    const apart = await planOf(scene, [['Huur zaal', 450]], { organisationId, from: '2028-01-01', until: null });
    expect(await otherMoneyOf(own.database, apart, 1)).toEqual([]);
    const others = await planOf(scene, [['Huur zaal', 450]], { organisationId: await makeOrganisation(own.database) });
    expect(await otherMoneyOf(own.database, others, 1)).toEqual([]);
    const unlike = await planOf(scene, [['Flyers', 450]], { organisationId });
    expect(await otherMoneyOf(own.database, unlike, 1)).toEqual([]);
    expect(await otherMoneyOf(own.database, second, 9)).toEqual([]);
  });

  test('is explained before it is laid before a confirmer, and stands in the register', async () => {
    const scene = await makeScene(own.database);
    const organisationId = await makeOrganisation(own.database);
    const granted = await confirmed(
      own.database,
      scene,
      await prepared(own.database, scene, await planOf(scene, [['Drukwerk', 100]], { organisationId, title: 'Krant' })),
    );
    const initiativeId = await planOf(scene, [['Drukwerk', 90]], { organisationId });
    expect(await lay(scene, initiativeId)).toMatchObject({
      reason: 'proposal-incomplete',
      detail: { problem: 'cost-answer-missing' },
    });
    const [flag] = await otherMoneyOf(own.database, initiativeId, 1);
    const costAnswers = [{ flag: flag?.key ?? '', answer: 'Een andere oplage, later in het jaar.' }];
    const decisionId = await prepared(own.database, scene, initiativeId, { costAnswers });
    const number = await confirmed(own.database, scene, decisionId);
    const page = await decisionPage(own.database, number);
    expect(page?.receiptMatches).toBe(true);
    expect(page?.publication).toMatchObject({
      otherMoney: [{ kind: 'decision', number: granted, title: 'Krant', answer: costAnswers[0]?.answer }],
    });
    await expect(
      own.database.decisionCostAnswer.update({
        where: { decisionId_flag: { decisionId, flag: flag?.key ?? '' } },
        data: { answer: 'Anders' },
      }),
    ).rejects.toThrow(/decision_published/);
  });

  test('of a resident it stands there without which other plan it is', async () => {
    const scene = await makeScene(own.database);
    const submitterId = await makePerson(own.database);
    await confirmed(
      own.database,
      scene,
      await prepared(
        own.database,
        scene,
        await planOf(scene, [['Zand en tegels', 100]], { submitterId, title: 'Mijn geheime plan' }),
      ),
    );
    const initiativeId = await planOf(scene, [['zand en tegels', 90]], { submitterId });
    const [flag] = await otherMoneyOf(own.database, initiativeId, 1);
    expect(flag).toMatchObject({ party: 'resident', title: 'Mijn geheime plan' });
    const costAnswers = [{ flag: flag?.key ?? '', answer: 'Een andere straat.' }];
    const number = await confirmed(
      own.database,
      scene,
      await prepared(own.database, scene, initiativeId, { costAnswers }),
    );
    const { publication } = (await decisionPage(own.database, number)) ?? {};
    expect(publication).toMatchObject({
      otherMoney: [{ number: null, title: null, amountCents: null, lines: [{ own: 'zand en tegels', other: null }] }],
    });
    expect(JSON.stringify(publication)).not.toContain('geheime');
  });

  test('what came after it was laid waits until the proposer says why', async () => {
    const scene = await makeScene(own.database);
    const organisationId = await makeOrganisation(own.database);
    const initiativeId = await planOf(scene, [['Muziek', 100]], { organisationId });
    const decisionId = await prepared(own.database, scene, initiativeId);
    const early = await confirmation(own.database, decisionId);
    const later = await planOf(scene, [['Muziek', 80]], { organisationId });
    const [flag] = await otherMoneyOf(own.database, later, 1);
    const answered = [{ flag: flag?.key ?? '', answer: 'Andere avond.' }];
    await confirmed(own.database, scene, await prepared(own.database, scene, later, { costAnswers: answered }));
    const holder = as(own.database, scene, 'budgetHolder');
    expect(await confirmDecision(early, holder)).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await confirmDecision(await confirmation(own.database, decisionId), holder)).toMatchObject({
      reason: 'cost-unexplained',
    });
    const [back] = await otherMoneyOf(own.database, initiativeId, 1);
    const proposal = proposalOf(scene, { costAnswers: [{ flag: back?.key ?? '', answer: 'Andere avond.' }] });
    const changed = await changeDecision(
      { decisionId, revision: early.revision, proposal },
      as(own.database, scene, 'chair'),
    );
    expect(changed).toMatchObject({ ok: true });
    expect(await confirmDecision(await confirmation(own.database, decisionId), holder)).toMatchObject({ ok: true });
  });

  test('a party of the programme that the plan itself names', async () => {
    const scene = await makeScene(own.database);
    const { name } = await own.database.body.findUniqueOrThrow({ where: { id: scene.bodyId } });
    const asked = { party: `Bijdrage ${name}`, amount: cents(100_00), state: 'asked' };
    const funding = [asked, { party: 'Oranje Fonds', amount: cents(5_00), state: 'promised' }];
    const initiativeId = await planOf(scene, [['Kok', 10]], {}, funding);
    expect(await otherMoneyOf(own.database, initiativeId, 1)).toMatchObject([
      { kind: 'named', bodyName: name, amount: 100_00, isGiven: false },
    ]);
    const refused = await planOf(scene, [['Kok', 10]], {}, [{ ...asked, state: 'refused' }]);
    expect(await otherMoneyOf(own.database, refused, 1)).toEqual([]);
  });
});

test.each([
  ['Huur van de zaal', 'Zaalhuur'],
  ['Plantjes', 'planten en aarde'],
  ['Drukwerk', 'drukwerk'],
  ['', 'iets'],
])('the likeness of %s and %s is that of pg_trgm', async (one, other) => {
  const [row] = await own.database.$queryRaw<{ same: number }[]>`
    select similarity(${one}, ${other})::float8 as same`;
  expect(likeness(one, other)).toBeCloseTo(row?.same ?? -1, 5);
});
