import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { answerClaims } from '#app/modules/allowances/commands/answer-claims.server.ts';
import { changeActivity } from '#app/modules/allowances/commands/change-activity.server.ts';
import { claimHours } from '#app/modules/allowances/commands/claim-hours.server.ts';
import { openActivity } from '#app/modules/allowances/commands/open-activity.server.ts';
import { takePart } from '#app/modules/allowances/commands/take-part.server.ts';
import { withdrawClaim } from '#app/modules/allowances/commands/withdraw-claim.server.ts';
import { makePerson } from '#tests/factories/index.ts';
import { carriedOut } from '#tests/integration/budgets/by-hand.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import {
  acting,
  activityContent,
  approve,
  claim,
  coordinator,
  makeAllowances,
  opened,
  today,
  volunteer,
  type AllowanceScene,
} from './scene.ts';

const own = useTestDatabase();

const only = async (scene: AllowanceScene) =>
  own.database.allowanceClaim.findFirstOrThrow({
    where: { activityId: scene.activityId },
    orderBy: { claimedAt: 'desc' },
  });

const answer = async (scene: AllowanceScene, claimIds: string[], which: 'first' | 'other' = 'first') =>
  answerClaims(
    { activityId: scene.activityId, claimIds, answer: { approve: true } },
    coordinator(own.database, scene, which),
  );

describe('who claims and who approves', () => {
  test('are never the same person, and nobody approves what they typed for somebody else', async () => {
    const scene = await makeAllowances(own.database);
    await takePart({ activityId: scene.activityId, takesPart: true }, coordinator(own.database, scene));
    const lines = [
      { personId: scene.volunteerId, day: today, minutes: 90, note: '' },
      { personId: scene.coordinatorId, day: today, minutes: 60, note: '' },
    ];
    const sheet = { activityId: scene.activityId, lines, formKey: newId() };
    expect(await claimHours(sheet, coordinator(own.database, scene))).toEqual({ ok: true, value: { claims: 2 } });
    // the same sheet again changes nothing
    expect(await claimHours(sheet, coordinator(own.database, scene))).toEqual({ ok: true, value: { claims: 2 } });
    expect(await approve(own.database, scene)).toMatchObject({ reason: 'same-person' });
    expect(await approve(own.database, scene, 'other')).toMatchObject({ ok: true });
    const rows = await own.database.allowanceClaim.findMany({ where: { activityId: scene.activityId } });
    expect(rows.map(({ state, amountCents }) => [state, amountCents]).sort()).toEqual([
      ['approved', 560],
      ['approved', 840],
    ]);
    expect(
      await own.database.$queryRaw`select key from graphile_worker.jobs where task_identifier = 'mail-claim-answer'`,
    ).toHaveLength(2);
  });

  test('a coordinator of another team, a former one, or somebody without a role types and answers nothing', async () => {
    const scene = await makeAllowances(own.database);
    const other = await makeAllowances(own.database);
    await claim(own.database, scene);
    const { id } = await only(scene);
    const order = { activityId: scene.activityId, claimIds: [id], answer: { approve: true } as const };
    expect(await answerClaims(order, coordinator(own.database, other))).toMatchObject({ reason: 'role-needed' });
    expect(await answerClaims(order, acting(own.database, scene, scene.volunteerId))).toMatchObject({
      reason: 'role-needed',
    });
    const line = { personId: scene.volunteerId, day: calendarDate('2026-11-20'), minutes: 60, note: '' };
    expect(
      await claimHours(
        { activityId: scene.activityId, lines: [line], formKey: newId() },
        coordinator(own.database, other),
      ),
    ).toMatchObject({ reason: 'role-needed' });
    // a role that ended yesterday, while the page still shows the form
    await own.database.bodyMembership.updateMany({
      where: { personId: scene.coordinatorId },
      data: { endsOn: new Date('2026-11-20') },
    });
    expect(await answer(scene, [id])).toMatchObject({ reason: 'role-needed' });
    expect(await answer(scene, [id], 'other')).toMatchObject({ ok: true });
    // an id of another activity
    expect(
      await answerClaims({ ...order, activityId: other.activityId }, coordinator(own.database, other)),
    ).toMatchObject({
      reason: 'claim-unknown',
    });
  });

  test('two who answer at once: one answer stands', async () => {
    const scene = await makeAllowances(own.database);
    await claim(own.database, scene);
    const { id } = await only(scene);
    const refuse = answerClaims(
      { activityId: scene.activityId, claimIds: [id], answer: { approve: false, reason: 'Was er niet' } },
      coordinator(own.database, scene, 'other'),
    );
    const outcomes = await Promise.all([answer(scene, [id]), refuse]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((one) => !one.ok && one.reason === 'answered-already')).toHaveLength(1);
  });

  test('an answered claim stays as it is, also for hand-written SQL; one that waits is withdrawn, not changed', async () => {
    const scene = await makeAllowances(own.database);
    await claim(own.database, scene);
    const { id } = await only(scene);
    const sql = async (set: string) =>
      own.database.$executeRawUnsafe(`update allowance_claim set ${set} where id = '${id}'`);
    await expect(sql(`amount_cents = 561, minutes = 60`)).rejects.toThrow(/claim_(shape|closed)/);
    await expect(sql(`state = 'approved', answered_by_id = person_id, answered_at = now()`)).rejects.toThrow(
      /claim_(two_persons|by_coordinator)/,
    );
    await expect(own.database.$executeRaw`delete from allowance_claim where id = ${id}::uuid`).rejects.toThrow(
      /record_append_only/,
    );
    const volunteerActs = acting(own.database, scene, scene.volunteerId);
    expect(
      await withdrawClaim({ claimId: id }, acting(own.database, scene, await makePerson(own.database))),
    ).toMatchObject({
      reason: 'claim-unknown',
    });
    expect(await withdrawClaim({ claimId: id }, volunteerActs)).toMatchObject({ ok: true });
    expect(await withdrawClaim({ claimId: id }, volunteerActs)).toMatchObject({ ok: true });
    expect(await claim(own.database, scene)).toMatchObject({ ok: true });
    const again = await own.database.allowanceClaim.findFirstOrThrow({
      where: { activityId: scene.activityId, state: 'claimed' },
    });
    expect(await answer(scene, [again.id])).toMatchObject({ ok: true });
    expect(await withdrawClaim({ claimId: again.id }, volunteerActs)).toMatchObject({ reason: 'answered-already' });
  });
});

describe('what can be claimed', () => {
  test('is work that was done, in the period, by who takes part, once a day and at most 24 hours', async () => {
    const scene = await makeAllowances(own.database, { hour: cents(100), hourYoung: cents(100) });
    const { database } = own;
    expect(await claim(database, scene, { day: '2026-11-22' })).toMatchObject({ reason: 'day-ahead' });
    expect(await claim(database, scene, { day: '2025-11-30' })).toMatchObject({ reason: 'outside-period' });
    expect(await claim(database, scene, { personId: await makePerson(database) })).toMatchObject({
      reason: 'not-taking-part',
    });
    expect(await claim(database, scene, { activityId: newId() })).toMatchObject({ reason: 'activity-unknown' });
    expect(await claim(database, scene, { activityId: "x' or '1'='1" })).toMatchObject({ reason: 'activity-unknown' });
    expect(await claim(database, scene, { minutes: 900 })).toMatchObject({ ok: true });
    expect(await claim(database, scene, { minutes: 60 })).toMatchObject({ reason: 'claimed-already' });
    const other = await opened(database, scene, { name: 'Iets anders', budget: cents(500_00) });
    await takePart({ activityId: other, takesPart: true }, acting(database, scene, scene.volunteerId));
    expect(await claim(database, scene, { activityId: other, minutes: 545 })).toMatchObject({ reason: 'day-full' });
  });

  test('a double post at the same instant claims once, and somebody else cannot use its key', async () => {
    const scene = await makeAllowances(own.database);
    const formKey = newId();
    const both = await Promise.all([claim(own.database, scene, { formKey }), claim(own.database, scene, { formKey })]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await own.database.allowanceClaim.count({ where: { activityId: scene.activityId } })).toBe(1);
    const personId = await volunteer(own.database, scene);
    expect(await claim(own.database, scene, { formKey, personId })).toMatchObject({ reason: 'form-key-invalid' });
  });

  test('a sheet with one line that cannot be is not taken at all; two sheets the other way round do not wait for ever', async () => {
    const scene = await makeAllowances(own.database);
    const people = [
      scene.volunteerId,
      ...(await Promise.all([1, 2, 3].map(async () => volunteer(own.database, scene)))),
    ];
    const sheet = async (order: string[], day: string, minutes: number) =>
      claimHours(
        {
          activityId: scene.activityId,
          lines: order.map((personId) => ({ personId, day: calendarDate(day), minutes, note: '' })),
          formKey: newId(),
        },
        coordinator(own.database, scene),
      );
    expect(await sheet([...people, await makePerson(own.database)], '2026-11-01', 60)).toMatchObject({
      reason: 'not-taking-part',
    });
    expect(await own.database.allowanceClaim.count({ where: { activityId: scene.activityId } })).toBe(0);
    const outcomes = await Promise.all([
      sheet(people, '2026-11-02', 60),
      sheet([...people].reverse(), '2026-11-03', 60),
      sheet(people, '2026-11-04', 60),
    ]);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await own.database.allowanceClaim.count({ where: { activityId: scene.activityId } })).toBe(12);
  });
});

describe('a form that was used', () => {
  test('claims the same again once, and never says that other hours were taken', async () => {
    const scene = await makeAllowances(own.database);
    const formKey = newId();
    const again = async (changes: { day?: string; minutes?: number } = {}) =>
      claim(own.database, scene, { formKey, ...changes });
    expect(await again()).toMatchObject({ ok: true });
    expect(await again()).toMatchObject({ ok: true });
    expect(await again({ day: '2026-11-20' })).toMatchObject({ reason: 'form-key-invalid' });
    expect(await again({ minutes: 90 })).toMatchObject({ reason: 'form-key-invalid' });
    await withdrawClaim({ claimId: formKey }, acting(own.database, scene, scene.volunteerId));
    expect(await again()).toMatchObject({ reason: 'form-key-invalid' });
  });
});

describe('an activity', () => {
  test('opens only on money that its own body promised for that plan, within what is left of it', async () => {
    const scene = await makeAllowances(own.database);
    const other = await makeAllowances(own.database);
    const open = async (changes: object, decisionId = scene.decisionId) =>
      openActivity(
        { ground: { kind: 'decision', id: decisionId }, content: activityContent(changes), formKey: newId() },
        coordinator(own.database, scene),
      );
    expect(await open({ budget: cents(1000_01) })).toMatchObject({ reason: 'over-promise' });
    expect(await open({}, other.decisionId)).toMatchObject({ reason: 'role-needed' });
    expect(await open({}, newId())).toMatchObject({ reason: 'ground-unknown' });
    expect(await open({ budget: cents(500_00), hour: cents(600) })).toMatchObject({ reason: 'norm-reason-missing' });
    expect(await open({ budget: cents(500_00), hour: cents(600), normReason: 'Zwaar werk' })).toMatchObject({
      ok: true,
    });
    const both = await Promise.all([open({ budget: cents(400_00) }), open({ budget: cents(400_00) })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter((one) => !one.ok && one.reason === 'over-promise')).toHaveLength(1);
  });

  test('keeps its money: nobody releases or pays elsewhere what volunteers count on, until it closes', async () => {
    const scene = await makeAllowances(own.database, { budget: cents(9000_00) });
    const { database } = own;
    const of = { fromFundId: scene.team.fundId, decisionId: scene.decisionId };
    const move = async (kind: 'release' | 'payment', amount: number) =>
      carriedOut(database, scene.team, { kind, ...of }, amount);
    expect(await move('release', 1000_01)).toMatchObject({ reason: 'activities-need-it' });
    expect(await move('payment', 1000_01)).toMatchObject({ reason: 'activities-need-it' });
    expect(await move('release', 600_00)).toMatchObject({ ok: true });
    expect(await move('payment', 400_01)).toMatchObject({ reason: 'activities-need-it' });
    await changeActivity({ activityId: scene.activityId, revision: 1, change: 'close' }, coordinator(database, scene));
    expect(await move('payment', 400_01)).toMatchObject({ ok: true });
  });

  test('changes and closes with a revision; hours keep the rate they had', async () => {
    const scene = await makeAllowances(own.database);
    const { database } = own;
    await claim(database, scene);
    const change = async (revision: number, to: Parameters<typeof changeActivity>[0]['change']) =>
      changeActivity({ activityId: scene.activityId, revision, change: to }, coordinator(database, scene));
    expect(await change(1, { to: activityContent({ budget: cents(5_59) }) })).toMatchObject({
      reason: 'budget-claimed',
    });
    expect(await change(1, { to: activityContent({ endsOn: calendarDate('2026-11-20') }) })).toMatchObject({
      reason: 'claims-outside-period',
    });
    expect(await change(1, { to: activityContent({ hour: cents(500) }) })).toMatchObject({ ok: true });
    expect(await change(1, { to: activityContent() })).toMatchObject({ reason: 'changed-meanwhile' });
    expect((await only(scene)).rateCents).toBe(560);
    expect(await change(2, 'close')).toMatchObject({ reason: 'claims-waiting' });
    await approve(database, scene);
    expect(await change(2, 'close')).toMatchObject({ ok: true });
    expect(await claim(database, scene, { day: '2026-11-20' })).toMatchObject({ reason: 'activity-closed' });
    // what was left of its budget is free for another
    const rest = await opened(database, scene, { budget: cents(9994_40), name: 'Rest' });
    expect(rest).not.toBe(scene.activityId);
  });
});
