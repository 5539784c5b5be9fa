import { expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import { proposalForm } from '#app/modules/decisions/form.ts';
import { assignmentBasis } from '#app/modules/decisions/queries/assignment-basis.server.ts';
import { decisionToChange } from '#app/modules/decisions/queries/change.query.server.ts';
import { decisionPage } from '#app/modules/decisions/queries/decision-page.query.server.ts';
import { otherMoneyOf } from '#app/modules/procurement/queries/other-money.server.ts';
import { makeInitiative, makeOrganisation, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { laid, preparedAssignment, terms } from '../decisions/assignment-scene.ts';
import { as, confirmation, kindOf, makeScene, prepared, type Scene } from '../decisions/scene.ts';
import { planContent } from './plan-content.ts';

const own = useTestDatabase();

async function setup() {
  const scene = await makeScene(own.database, { fundCents: 900_000_000_00 });
  return { scene, party: await makeOrganisation(own.database) };
}

async function withPlan(scene: Scene, party: string, amount: number): Promise<string> {
  const initiativeId = await makeInitiative(own.database, {
    bodyId: scene.bodyId,
    stage: 'deciding',
    requestedCents: amount,
    organisationId: party,
  });
  return prepared(own.database, scene, initiativeId, {
    instrument: 'assignment',
    serviceKindId: await kindOf(own.database),
    amount: cents(amount),
  });
}

const without = async (scene: Scene, party: string, amount: number, kind?: string) =>
  preparedAssignment(own.database, scene, party, {
    amount: cents(amount),
    serviceKindId: await kindOf(own.database, kind),
  });

async function confirm(
  scene: Scene,
  decisionId: string,
  given: { note?: string; isRead?: boolean; by?: 'budgetHolder' | 'otherBudgetHolder' } = {},
) {
  const { by = 'budgetHolder', ...said } = given;
  return confirmDecision({ ...(await confirmation(own.database, decisionId)), ...said }, as(own.database, scene, by));
}

test('with and without a plan count together, and the register says so', async () => {
  const { scene, party } = await setup();
  expect(await confirm(scene, await without(scene, party, 150_000_00))).toMatchObject({ ok: true });
  const second = await withPlan(scene, party, 30_000_00);
  expect(await confirm(scene, second)).toMatchObject({ reason: 'warning-unread' });
  expect(await confirm(scene, second, { isRead: true })).toMatchObject({ ok: true });
  const third = await without(scene, party, 36_000_00);
  expect(await confirm(scene, third, { isRead: true, note: ' ' })).toMatchObject({ reason: 'note-missing' });
  const done = await confirm(scene, third, { note: 'Openbaar aanbesteed in oktober.' });
  const page = await decisionPage(own.database, done.ok ? done.value : '');
  expect(page).toMatchObject({ receiptMatches: true });
  expect(page?.publication).toMatchObject({
    subject: { kind: 'assignment' },
    otherMoney: null,
    procurement: {
      kind: { slug: 'communicatie' },
      earlierCents: 180_000_00,
      totalCents: 216_000_00,
      state: 'over',
      note: 'Openbaar aanbesteed in oktober.',
    },
  });
  expect(await own.database.decisionProcurement.findUnique({ where: { decisionId: third } })).toMatchObject({
    totalCents: 216_000_00n,
    state: 'over',
  });
});

test('two confirmed at once, one with a plan and one without, do not pass the limit together', async () => {
  const { scene, party } = await setup();
  const both = [await without(scene, party, 120_000_00), await withPlan(scene, party, 120_000_00)];
  const forms = await Promise.all(both.map(async (id) => confirmation(own.database, id)));
  const holders = [as(own.database, scene, 'budgetHolder'), as(own.database, scene, 'otherBudgetHolder')] as const;
  const outcomes = await Promise.all([confirmDecision(forms[0]!, holders[0]), confirmDecision(forms[1]!, holders[1])]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'changed-meanwhile' });
  const waiting = both[outcomes.findIndex(({ ok }) => !ok)] ?? '';
  expect(await confirm(scene, waiting)).toMatchObject({ reason: 'note-missing' });
});

test('another kind of work is added up apart', async () => {
  const { scene, party } = await setup();
  expect(await confirm(scene, await without(scene, party, 150_000_00))).toMatchObject({ ok: true });
  expect(await confirm(scene, await without(scene, party, 150_000_00, 'ict'))).toMatchObject({ ok: true });
});

test('a kind of work is needed, one of the list, and it stays when the proposal is changed', async () => {
  const { scene, party } = await setup();
  for (const serviceKindId of [null, '', 'geen-id', newId(), "'; drop table decision; --"])
    expect(await laid(own.database, scene, party, { serviceKindId })).toMatchObject({
      reason: 'proposal-incomplete',
      detail: { problem: 'service-kind-missing' },
    });
  const kindId = await kindOf(own.database, 'ict');
  const decisionId = await without(scene, party, 1_000_00, 'ict');
  const change = await decisionToChange(own.database, as(own.database, scene, 'chair').actor, decisionId, testNow);
  expect(change?.typed).toMatchObject({ serviceKindId: kindId, costAnswers: [] });
});

test('the form names the missing kind beside the missing amount', async () => {
  const { scene, party } = await setup();
  const basis = await assignmentBasis(own.database, { bodyId: scene.bodyId, organisationId: party }, testNow);
  if (basis === null) throw new Error('no basis');
  const read = proposalForm(basis.facts).safeParse({ outcome: 'grant', instrument: 'assignment', amount: '' });
  const fields = read.success ? [] : read.error.issues.map(({ path }) => path.join('.'));
  expect(fields).toEqual(expect.arrayContaining(['amount', 'serviceKindId', 'fundId', 'task']));
});

test('a kind that ended yesterday is not to choose', async () => {
  const { scene, party } = await setup();
  const { database } = own;
  const kind = await database.serviceKind.findUniqueOrThrow({ where: { slug: 'ruimte-en-materiaal' } });
  const ended = { revision: kind.revision + 1, endsOn: new Date('2026-11-20') };
  await database.$transaction([
    database.serviceKindVersion.create({
      data: {
        kindId: kind.id,
        name: kind.name,
        nameEn: kind.nameEn,
        regime: kind.regime,
        reason: 'Niet meer nodig.',
        createdAt: testNow,
        ...ended,
      },
    }),
    database.serviceKind.update({ where: { id: kind.id }, data: ended }),
  ]);
  expect(await laid(database, scene, party, { serviceKindId: kind.id })).toMatchObject({
    detail: { problem: 'service-kind-missing' },
  });
});

test('a plan that asks for what an assignment pays already is flagged, in the days of that assignment', async () => {
  const { scene, party } = await setup();
  const id = await preparedAssignment(own.database, scene, party, {
    serviceKindId: await kindOf(own.database),
    assignment: { ...terms, title: 'Gesprekken in de buurt' },
  });
  const asks = async (from: string, until: string) => {
    const initiativeId = await makeInitiative(own.database, {
      bodyId: scene.bodyId,
      stage: 'deciding',
      organisationId: party,
      content: planContent([['Gesprekken buurt', 900]], { organisationId: party, from, until }),
    });
    return otherMoneyOf(own.database, initiativeId, 1);
  };
  expect(await asks('2027-03-31', '2027-04-30')).toMatchObject([
    { key: `decision:${id}`, overlapDays: 1, href: `/besluitvorming/${id}` },
  ]);
  expect(await asks('2027-04-01', '2027-04-30')).toEqual([]);
});
