import { describe, expect, test } from 'vitest';
import { addDays, calendarDate, toDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { answerClaims } from '#app/modules/allowances/commands/answer-claims.server.ts';
import { changeActivity } from '#app/modules/allowances/commands/change-activity.server.ts';
import { openActivity } from '#app/modules/allowances/commands/open-activity.server.ts';
import { takePart } from '#app/modules/allowances/commands/take-part.server.ts';
import { tellCircumstances } from '#app/modules/allowances/commands/tell-circumstances.server.ts';
import { activityPage, openActivities, ownPart } from '#app/modules/allowances/queries/activities.query.server.ts';
import { ownAllowances, ownRoom } from '#app/modules/allowances/queries/own-allowances.query.server.ts';
import { deleteAccount } from '#app/modules/people/commands/delete-account.server.ts';
import { myData } from '#app/modules/people/queries/my-data.query.server.ts';
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
} from './scene.ts';
import { testSecret } from '#tests/support/test-secret.ts';

const own = useTestDatabase();

const slugOf = async (id: string) => (await own.database.activity.findUniqueOrThrow({ where: { id } })).slug;

describe('public numbers', () => {
  test('say how many take part from five on', async () => {
    const scene = await makeAllowances(own.database, { name: 'Soep voor weinig' });
    const slug = await slugOf(scene.activityId);
    for (let index = 0; index < 3; index += 1) await volunteer(own.database, scene);
    expect((await activityPage(own.database, slug))?.volunteers).toBeNull();
    const fifth = await volunteer(own.database, scene);
    expect((await activityPage(own.database, slug))?.volunteers).toBe(5);
    await takePart({ activityId: scene.activityId, takesPart: false }, acting(own.database, scene, fifth));
    expect((await activityPage(own.database, slug))?.volunteers).toBeNull();
  });
});

describe('the list', () => {
  test('holds what is open and not over, by wijk', async () => {
    await own.database.area.createMany({
      data: [{ code: 'FK', name: 'Osdorp-Oost', level: 'wijk' }],
      skipDuplicates: true,
    });
    const budget = cents(1000_00);
    const scene = await makeAllowances(own.database, { name: 'Lijst open', budget });
    await opened(own.database, scene, { name: 'Lijst wijk', budget, areaCode: 'FK' });
    await opened(own.database, scene, { name: 'Lijst voorbij', budget, endsOn: addDays(today, -1) });
    const closed = await opened(own.database, scene, { name: 'Lijst dicht', budget });
    await changeActivity({ activityId: closed, revision: 1, change: 'close' }, coordinator(own.database, scene));
    const names = async (area: string | null) =>
      (await openActivities(own.database, { area, today })).activities
        .map(({ name }) => name)
        .filter((name) => name.startsWith('Lijst'));
    expect(await names(null)).toEqual(expect.arrayContaining(['Lijst open', 'Lijst wijk']));
    expect(await names(null)).toHaveLength(2);
    expect(await names('FK')).toEqual(['Lijst wijk']);
    expect(await names('heel-nieuw-west')).toEqual(['Lijst open']);
    // no wijk: filters nothing
    expect(await names('ZZ')).toHaveLength(2);
    await own.database.area.createMany({
      data: [{ code: 'FA', name: 'Sloterdijk', level: 'wijk' }],
      skipDuplicates: true,
    });
    expect(await openActivities(own.database, { area: 'FA', today })).toMatchObject({ activities: [], area: 'FA' });
    expect((await openActivities(own.database, { area: 'FA', today })).areas).toContainEqual({
      code: 'FK',
      name: 'Osdorp-Oost',
    });
    expect(await activityPage(own.database, await slugOf(closed))).toMatchObject({ isOpen: false });
  });

  test('leaves the address of the figures to the figures', async () => {
    const scene = await makeAllowances(own.database);
    const id = newId();
    const content = activityContent({ name: 'Cijfers', budget: cents(100_00) });
    const outcome = await openActivity(
      { ground: { kind: 'decision', id: scene.decisionId }, content, formKey: id },
      coordinator(own.database, scene),
    );
    expect(outcome).toEqual({ ok: true, value: 'cijfers-2' });
  });

  test.each(['bestaat-niet', 'Geen Adres', "x' or 1=1", ''])('knows nothing at %j', async (slug) => {
    const scene = await makeAllowances(own.database);
    const me = acting(own.database, scene, scene.volunteerId).actor;
    expect(await activityPage(own.database, slug)).toBeNull();
    expect(await ownPart(own.database, me, slug)).toBeNull();
  });
});

describe('what a volunteer sees', () => {
  test('is the room that the database then takes, to the cent', async () => {
    const scene = await makeAllowances(own.database, { hour: cents(600), normReason: 'Zwaar werk' });
    const me = acting(own.database, scene, scene.volunteerId);
    await tellCircumstances({ turns21On: null, elsewhere: { year: 2026, amount: cents(2100_00) } }, me);
    await claim(own.database, scene, { minutes: 6 * 60 });
    const room = await ownRoom(own.database, me.actor, today);
    expect(room).toMatchObject({
      most: { month: 220_00, year: 2200_00 },
      received: { month: 36_00, year: 36_00, elsewhere: 2100_00 },
      room: { month: 184_00, year: 64_00, left: 64_00 },
      isUnder21: false,
    });
    // 10 hours and 40 minutes are exactly 64 euros
    const yesterday = addDays(today, -1);
    expect(await claim(own.database, scene, { day: yesterday, minutes: 645 })).toMatchObject({ reason: 'over-year' });
    expect(await claim(own.database, scene, { day: yesterday, minutes: 640 })).toMatchObject({ ok: true });
    expect((await ownRoom(own.database, me.actor, today))?.room.left).toBe(0);
    // another year begins anew
    expect((await ownRoom(own.database, me.actor, calendarDate('2025-12-31')))?.room.left).toBe(210_00);
    expect(await ownRoom(own.database, me.actor, calendarDate('2020-12-31'))).toBeNull();
  });

  test('is their own claims, what became of them and why, and nobody else’s', async () => {
    const scene = await makeAllowances(own.database);
    const me = acting(own.database, scene, scene.volunteerId);
    const other = await volunteer(own.database, scene);
    await claim(own.database, scene, { personId: other, minutes: 300 });
    await claim(own.database, scene, { day: '2026-10-05', minutes: 90 });
    await claim(own.database, scene, { day: '2026-11-05', minutes: 60 });
    const refused = await own.database.allowanceClaim.findFirstOrThrow({
      where: { day: toDateColumn(calendarDate('2026-11-05')), personId: scene.volunteerId },
    });
    await answerClaims(
      {
        activityId: scene.activityId,
        claimIds: [refused.id],
        answer: { approve: false, reason: 'Toen was er niets.' },
      },
      coordinator(own.database, scene),
    );
    const view = await ownAllowances(own.database, me.actor, today);
    expect(view.months.map(({ month, waiting, approved }) => [month, waiting, approved])).toEqual([
      ['2026-11-01', 0, 0],
      ['2026-10-01', 840, 0],
    ]);
    expect(view.months[0]?.claims).toMatchObject([{ state: 'refused', answer: 'Toen was er niets.', amount: 560 }]);
    expect(view.months[1]?.claims).toMatchObject([{ state: 'claimed', minutes: 90, byCoordinator: false }]);
    expect(view.activities).toMatchObject([{ isOpen: true, hasLeft: false, paysHours: true, paysExpenses: true }]);
    expect(JSON.stringify(view)).not.toContain(scene.coordinatorId);
    expect(await ownPart(own.database, me.actor, view.activities[0]?.slug ?? '')).toMatchObject({ takesPart: 'now' });
    const nobody = acting(own.database, scene, scene.coordinatorId).actor;
    expect((await ownAllowances(own.database, nobody, today)).months).toEqual([]);
  });
});

describe('personal data', () => {
  test('can be downloaded without that of others, and goes with the account while claims stay', async () => {
    const scene = await makeAllowances(own.database);
    const me = acting(own.database, scene, scene.volunteerId);
    const other = await volunteer(own.database, scene);
    await claim(own.database, scene, { personId: other });
    await claim(own.database, scene);
    await tellCircumstances(
      { turns21On: calendarDate('2028-03-04'), elsewhere: { year: 2026, amount: cents(12_34) } },
      me,
    );
    const mine = await myData(own.database, me.actor, me.now);
    expect(mine).toMatchObject({
      volunteer: { turns21On: new Date('2028-03-04') },
      otherAllowances: [{ year: 2026, amountCents: 1234 }],
      activitiesTakenPartIn: [{ leftAt: null }],
      allowanceClaims: [{ minutes: 60, note: 'Gekookt', state: 'claimed' }],
      claimsAnswered: 0,
    });
    const text = JSON.stringify(mine);
    for (const secret of [other, scene.coordinatorId, scene.otherCoordinatorId]) expect(text).not.toContain(secret);

    expect(await deleteAccount({ confirmation: 'verwijder' }, { ...me, secret: testSecret })).toMatchObject({
      ok: true,
    });
    const where = { personId: scene.volunteerId };
    expect(await own.database.volunteer.count({ where })).toBe(0);
    expect(await own.database.allowanceClaim.count({ where })).toBe(1);
    expect(await own.database.activityVolunteer.findFirstOrThrow({ where })).toMatchObject({ leftAt: me.now });
    // what is already claimed can still be judged
    expect(await approve(own.database, scene)).toMatchObject({ ok: true });
  });
});
