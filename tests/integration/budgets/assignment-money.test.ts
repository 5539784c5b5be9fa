import { expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { recipientJson } from '#app/modules/budgets/queries/public-json.server.ts';
import { recipientPage } from '#app/modules/budgets/queries/recipients.query.server.ts';
import { wijkMoney } from '#app/modules/budgets/queries/wijk-money.query.server.ts';
import { makeInitiative, makeOrganisation } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { preparedAssignment } from '#tests/integration/decisions/assignment-scene.ts';
import { as, confirmed, initiativeOf, makeScene, prepared } from '#tests/integration/decisions/scene.ts';
import { carriedOut, propose } from './by-hand.ts';

const own = useTestDatabase();
const everything = { year: null, until: null, page: 1 };

test('an assignment is paid, undone and released like any promise, and stands apart from subsidies', async () => {
  const { database } = own;
  const scene = await makeScene(database);
  const organisationId = await makeOrganisation(database);
  const { slug } = await database.organisation.findUniqueOrThrow({ where: { id: organisationId } });
  const initiativeId = await makeInitiative(database, {
    bodyId: scene.bodyId,
    stage: 'deciding',
    requestedCents: 1000_00,
    organisationId,
  });
  await confirmed(database, scene, await prepared(database, scene, initiativeId));
  const decisionId = await preparedAssignment(database, scene, organisationId);
  const number = await confirmed(database, scene, decisionId);
  const of = { fromFundId: scene.fundId, decisionId };

  const paid = await carriedOut(database, scene, { kind: 'payment', ...of }, 1500_00);
  expect(paid).toMatchObject({ ok: true });
  const payment = await database.ledgerEntry.findFirstOrThrow({ where: { decisionId, kind: 'payment' } });
  expect(await carriedOut(database, scene, { kind: 'correction', correctsId: payment.id }, 1500_00)).toMatchObject({
    ok: true,
  });
  expect(await carriedOut(database, scene, { kind: 'payment', ...of }, 400_00)).toMatchObject({ ok: true });
  expect(await carriedOut(database, scene, { kind: 'release', ...of }, 100_00)).toMatchObject({ ok: true });
  expect(await carriedOut(database, scene, { kind: 'payment', ...of }, 2000_01)).toMatchObject({ ok: false });

  const page = await recipientPage(database, slug, everything);
  expect(page?.totals).toMatchObject({ count: 2, granted: 3500_00, paid: 400_00, released: 100_00 });
  expect(page?.instruments).toEqual([
    { instrument: 'subsidy', count: 1, granted: 1000_00, paid: 0, released: 0, committed: 1000_00 },
    { instrument: 'assignment', count: 1, granted: 2500_00, paid: 400_00, released: 100_00, committed: 2000_00 },
  ]);
  expect(page?.decisions.find((one) => one.number === number)).toMatchObject({
    initiative: null,
    instrument: 'assignment',
    recipient: { kind: 'organisation', slug },
    wijken: [],
    wholeDistrict: false,
  });
  const json = page === null ? null : recipientJson(page, everything);
  expect(json?.instruments.map(({ instrument, grantedCents }) => [instrument, grantedCents])).toEqual([
    ['subsidy', 1000_00],
    ['assignment', 2500_00],
  ]);
  // it names no place, and all places together are what was granted
  const { unknown, totals, wijken, district } = await wijkMoney(database, { year: null, until: null });
  expect(unknown.granted).toBeGreaterThanOrEqual(2500_00);
  expect([...wijken, district, unknown].reduce((sum, { granted }) => sum + granted, 0)).toBe(totals.granted);
});

test('who belongs to the organisation proposes and approves nothing about its money', async () => {
  const { database } = own;
  const scene = await makeScene(database);
  const organisationId = await makeOrganisation(database);
  const decisionId = await preparedAssignment(database, scene, organisationId);
  await confirmed(database, scene, decisionId);
  const payment = { kind: 'payment', fromFundId: scene.fundId, decisionId } as const;
  const waiting = await propose(database, scene, payment, 100_00);
  if (!waiting.ok) throw new Error(waiting.reason);
  for (const personId of [scene.people.manager, scene.people.budgetHolder])
    await database.organisationMember.create({
      data: { id: newId(), organisationId, personId, beginsOn: new Date('2026-11-01') },
    });
  expect(await propose(database, scene, payment, 100_00)).toMatchObject({ ok: false, reason: 'interest' });
  expect(await approveChange({ changeId: waiting.value }, as(database, scene, 'budgetHolder'))).toMatchObject({
    ok: false,
    reason: 'interest',
  });
  expect(await database.ledgerEntry.count({ where: { decisionId, kind: 'payment' } })).toBe(0);
});

test.each(['assignment', 'plan'] as const)(
  'who stayed out of the decision on the %s stays away from its money',
  async (what) => {
    const { database } = own;
    const scene = await makeScene(database);
    const { chair, member, otherBudgetHolder } = scene.people;
    const tookPart = (personId: string) => ({ personId, part: 'took-part' as const, vote: null, interest: null });
    const attendance = [
      tookPart(chair),
      tookPart(member),
      { personId: otherBudgetHolder, part: 'recused' as const, vote: null, interest: 'family' as const },
    ];
    const decisionId =
      what === 'assignment'
        ? await preparedAssignment(database, scene, await makeOrganisation(database), { attendance })
        : await prepared(database, scene, await initiativeOf(database, scene), { attendance });
    await confirmed(database, scene, decisionId);
    const waiting = await propose(database, scene, { kind: 'payment', fromFundId: scene.fundId, decisionId }, 100_00);
    if (!waiting.ok) throw new Error(waiting.reason);
    const approve = async (who: 'otherBudgetHolder' | 'budgetHolder') =>
      approveChange({ changeId: waiting.value }, as(database, scene, who));
    expect(await approve('otherBudgetHolder')).toMatchObject({ ok: false, reason: 'interest' });
    expect(await approve('budgetHolder')).toMatchObject({ ok: true });
  },
);
