import { beforeEach, describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import { prepareAssignment } from '#app/modules/decisions/commands/prepare-assignment.server.ts';
import { startAssignment } from '#app/modules/decisions/commands/start-assignment.server.ts';
import { typedProposal } from '#app/modules/decisions/form.ts';
import { decisionPage } from '#app/modules/decisions/queries/decision-page.query.server.ts';
import { register } from '#app/modules/decisions/queries/register.query.server.ts';
import { readRegisterFilter } from '#app/modules/decisions/register-filter.ts';
import { openFund } from '#app/modules/ledger/commands/open-fund.server.ts';
import { makeBody, makeFund, makeMoneySource, makeOrganisation, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { assignmentOf, laid, preparedAssignment, terms } from './assignment-scene.ts';
import { as, confirmation, confirmed, kindOf, makeScene, type Scene } from './scene.ts';

const own = useTestDatabase();
let scene: Scene;
let organisationId: string;

beforeEach(async () => {
  scene = await makeScene(own.database);
  organisationId = await makeOrganisation(own.database);
});

async function makeActielijn(bodyId: string): Promise<string> {
  const id = newId();
  await own.database.actielijn.create({
    data: { id, slug: `lijn-${id}`, title: 'Meedoen', goal: 'Doel', bodyId, stage: 'running', stateNote: '' },
  });
  return id;
}

describe('an assignment without a plan', () => {
  test('is confirmed by another, committed, published and told to who got it', async () => {
    const { database } = own;
    const decisionId = await preparedAssignment(database, scene, organisationId);
    expect(await database.assignmentDraft.count({ where: { id: decisionId } })).toBe(0);
    const number = await confirmed(database, scene, decisionId);
    const { name, slug } = await database.organisation.findUniqueOrThrow({ where: { id: organisationId } });
    const page = await decisionPage(database, number);
    expect(page).toMatchObject({ receiptMatches: true, recomputed: { matches: true } });
    expect(page?.publication).toMatchObject({
      version: 3,
      instrument: 'assignment',
      amountCents: 2500_00,
      recipient: { name, slug },
      subject: {
        kind: 'assignment',
        title: terms.title,
        task: terms.task,
        recipientReason: terms.recipientReason,
        actielijn: null,
        beginsOn: '2026-12-01',
        endsOn: '2027-03-31',
      },
    });
    const entry = await database.ledgerEntry.findFirstOrThrow({ where: { decisionId }, include: { postings: true } });
    expect(entry.kind).toBe('commitment');
    expect(entry.postings.map(({ amountCents }) => amountCents).sort()).toEqual([-2500_00n, 2500_00n]);
    const jobs = await database.$queryRaw<
      { key: string }[]
    >`select key from graphile_worker.jobs where key is not null`;
    expect(jobs.map(({ key }) => key)).toContain(`mail-assignment-given:${decisionId}`);
    const listed = await register(
      database,
      readRegisterFilter(new URLSearchParams(`soort=opdracht&zoek=${number}`)),
      'nl',
    );
    expect(listed.lines.map((line) => [line.number, line.instrument])).toEqual([[number, 'assignment']]);
    const subsidies = await register(
      database,
      readRegisterFilter(new URLSearchParams(`soort=subsidie&zoek=${number}`)),
      'nl',
    );
    expect(subsidies.total).toBe(0);
  });

  test('is prepared by who may, and confirmed by a budget holder alone, who is another', async () => {
    const { database } = own;
    const choice = { bodyId: scene.bodyId, organisationId, fields: typedProposal.parse({}) };
    for (const role of ['budget_holder', 'treasurer', 'reviewer', 'loket', 'controlegroep', null] as const)
      expect(
        await startAssignment({ formKey: newId(), ...choice }, as(database, scene, 'manager', { role })),
        String(role),
      ).toEqual({ ok: false, reason: 'role-needed' });
    const elsewhere = await makeBody(database);
    expect(
      await startAssignment({ formKey: newId(), ...choice, bodyId: elsewhere }, as(database, scene, 'chair')),
    ).toEqual({ ok: false, reason: 'role-needed' });
    const form = await confirmation(database, await preparedAssignment(database, scene, organisationId));
    expect(await confirmDecision(form, as(database, scene, 'chair'))).toMatchObject({ reason: 'role-needed' });
    expect(await confirmDecision(form, as(database, scene, 'chair', { role: 'budget_holder' }))).toMatchObject({
      reason: 'same-person',
    });
    expect(await confirmDecision(form, as(database, scene, 'budgetHolder'))).toMatchObject({ ok: true });
  });

  test('names an organisation, body, line of action and fund that are there and fit', async () => {
    const { database } = own;
    const choice = { formKey: newId(), bodyId: scene.bodyId, organisationId, fields: typedProposal.parse({}) };
    const context = as(database, scene, 'chair');
    for (const id of ['x', "' or 1=1", newId()])
      expect(await startAssignment({ ...choice, organisationId: id }, context)).toMatchObject({
        reason: 'organisation-unknown',
      });
    expect(await startAssignment({ ...choice, bodyId: 'x' }, context)).toMatchObject({ reason: 'body-unknown' });
    expect(await startAssignment({ ...choice, formKey: 'x' }, context)).toMatchObject({ reason: 'form-key-invalid' });
    const other = await makeBody(database);
    const otherFund = await makeFund(database, { bodyId: other });
    const [ownLine, otherLine] = [await makeActielijn(scene.bodyId), await makeActielijn(other)];
    for (const [changes, problem] of [
      [{ fundId: otherFund }, 'fund-missing'],
      [{ fundId: 'x' }, 'fund-missing'],
      [{ assignment: { ...terms, actielijnId: otherLine } }, 'actielijn-unknown'],
      [{ assignment: { ...terms, actielijnId: 'x' } }, 'actielijn-unknown'],
      [{ assignment: { ...terms, endsOn: calendarDate('2026-11-30') } }, 'end-before-begin'],
      [{ assignment: null }, 'title-missing'],
      [{ instrument: 'subsidy' }, 'instrument-missing'],
      [{ outcome: 'decline' }, 'outcome-impossible'],
    ] as const)
      expect(await laid(database, scene, organisationId, changes), problem).toMatchObject({
        reason: 'proposal-incomplete',
        detail: { problem },
      });
    expect(
      await laid(database, scene, organisationId, { assignment: { ...terms, actielijnId: ownLine } }),
    ).toMatchObject({ ok: true });
  });

  test('is held by PostgreSQL to the same, round the commands', async () => {
    const { database } = own;
    const id = await preparedAssignment(database, scene, organisationId);
    const other = await makeActielijn(await makeBody(database));
    for (const [data, constraint] of [
      [{ endsOn: new Date('2026-11-01') }, /decision_assignment_period/],
      [{ task: ' ' }, /decision_assignment_described/],
      [{ recipientReason: null }, /decision_assignment_described/],
      [{ beginsOn: null }, /decision_assignment_described/],
      [{ actielijnId: other }, /decision_actielijn_of_body/],
      [{ recipientOrganisationId: null }, /decision_recipient_named/],
    ] as const)
      await expect(database.decision.update({ where: { id }, data })).rejects.toThrow(constraint);
    const [line, another] = [await makeActielijn(scene.bodyId), await makeActielijn(scene.bodyId)];
    const moneySourceId = await makeMoneySource(database);
    const labelled = await database.$transaction((tx) =>
      openFund(tx, {
        slug: `lijn-${line}`,
        name: 'Lijn',
        description: '',
        bodyId: scene.bodyId,
        actielijnId: line,
        year: 2026,
        moneySourceId,
        isExample: true,
        amount: null,
        at: testNow,
      }),
    );
    await expect(
      database.decision.update({ where: { id }, data: { fundId: labelled, actielijnId: another } }),
    ).rejects.toThrow(/decision_fund_of_actielijn/);
    expect(
      await laid(database, scene, organisationId, { fundId: labelled, assignment: { ...terms, actielijnId: another } }),
    ).toMatchObject({ detail: { problem: 'fund-of-other-actielijn' } });
    expect((await database.decision.findUniqueOrThrow({ where: { id } })).task).toBe(terms.task);
  });

  test('goes once, however often it is sent, and never to a key of somebody else', async () => {
    const { database } = own;
    const formKey = newId();
    const choice = { formKey, bodyId: scene.bodyId, organisationId, fields: typedProposal.parse({}) };
    const chair = as(database, scene, 'chair');
    expect(await startAssignment(choice, chair)).toEqual({ ok: true, value: formKey });
    expect(await startAssignment(choice, chair)).toEqual({ ok: true, value: formKey });
    expect(await startAssignment(choice, as(database, scene, 'manager'))).toMatchObject({ reason: 'form-key-invalid' });
    const order = {
      draftId: formKey,
      bodyId: scene.bodyId,
      organisationId,
      proposal: assignmentOf(scene, { serviceKindId: await kindOf(own.database) }),
    };
    expect(await prepareAssignment(order, as(database, scene, 'manager'))).toMatchObject({
      reason: 'decision-unknown',
    });
    const twice = await Promise.all([prepareAssignment(order, chair), prepareAssignment(order, chair)]);
    expect(twice).toEqual([
      { ok: true, value: formKey },
      { ok: true, value: formKey },
    ]);
    expect(await database.decision.count({ where: { bodyId: scene.bodyId } })).toBe(1);
    expect(await startAssignment(choice, chair)).toEqual({ ok: true, value: formKey });
  });

  test('is confirmed by one of two at once, and answered again to the same form', async () => {
    const { database } = own;
    const id = await preparedAssignment(database, scene, organisationId);
    const [one, other] = [await confirmation(database, id), await confirmation(database, id)];
    const answers = await Promise.all([
      confirmDecision(one, as(database, scene, 'budgetHolder')),
      confirmDecision(other, as(database, scene, 'otherBudgetHolder')),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: 'already-confirmed' });
    expect(await database.ledgerEntry.count({ where: { decisionId: id } })).toBe(1);
    const [winner, who] = answers[0].ok ? ([one, 'budgetHolder'] as const) : ([other, 'otherBudgetHolder'] as const);
    expect(await confirmDecision(winner, as(database, scene, who))).toEqual(answers.find(({ ok }) => ok));
  });

  test('takes no more than there is, and nothing of a source whose time is over', async () => {
    const { database } = own;
    const poor = await makeScene(database, { fundCents: 100_00 });
    const id = await preparedAssignment(database, poor, organisationId);
    expect(await confirmDecision(await confirmation(database, id), as(database, poor, 'budgetHolder'))).toMatchObject({
      reason: 'fund-exhausted',
    });
    const late = await preparedAssignment(database, scene, organisationId);
    const after = { now: new Date('2099-01-01T12:00:00Z') };
    expect(
      await confirmDecision(await confirmation(database, late, after.now), as(database, scene, 'budgetHolder', after)),
    ).toMatchObject({ reason: 'source-ended' });
    expect(await database.ledgerEntry.count({ where: { decisionId: { in: [id, late] } } })).toBe(0);
  });
});
