import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { tellCircumstances } from '#app/modules/allowances/commands/tell-circumstances.server.ts';
import { activityPeople } from '#app/modules/allowances/queries/activity-people.query.server.ts';
import * as activityPage from '#app/routes/coordinatie.$slug._index.tsx';
import * as sheetPage from '#app/routes/coordinatie.$slug.uren.tsx';
import { makePerson } from '#tests/factories/index.ts';
import { type Browser } from '#tests/integration/people/visiting.ts';
import { browserOf } from './by-browser.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { acting, claim, coordinator, makeAllowances, opened, volunteer, type AllowanceScene } from './scene.ts';

const own = useTestDatabase();
let scene: AllowanceScene;
let slug: string;

beforeEach(async () => {
  scene = await makeAllowances(own.database);
  slug = await slugOf(scene.activityId);
});

const slugOf = async (id: string) => (await own.database.activity.findUniqueOrThrow({ where: { id } })).slug;

const first = async () => browserOf(own.database, scene.coordinatorId, 'coordinator');
const other = async () => browserOf(own.database, scene.otherCoordinatorId, 'coordinator-2');

const claims = async (state?: string) =>
  own.database.allowanceClaim.findMany({
    where: { activityId: scene.activityId, ...(state === undefined ? {} : { state }) },
    orderBy: [{ day: 'asc' }, { minutes: 'asc' }],
  });

type Reply = { status: string; error: Record<string, string[]> };

describe('a paper sheet', () => {
  const post = async (browser: Browser, fields: Record<string, string>) =>
    browser.post(sheetPage.action, `/coordinatie/${slug}/uren`, fields, { slug });

  test('names every mistake at its line and saves nothing; put right it is saved once', async () => {
    const second = await volunteer(own.database, scene);
    const stranger = await makePerson(own.database);
    await claim(own.database, scene, { day: '2026-11-10' });
    const browser = await first();
    const sheet = {
      formKey: newId(),
      day: '2026-11-10',
      'rows[0].personId': second,
      'rows[0].hours': '2,5',
      'rows[1].personId': scene.volunteerId,
      'rows[1].hours': '1',
      'rows[2].personId': stranger,
      'rows[2].hours': '1',
      'rows[3].personId': second,
      'rows[3].hours': '',
      'rows[4].personId': second,
      'rows[4].day': '2026-11-30',
      'rows[4].hours': '1',
    };
    const refusedSheet = await post(browser, sheet);
    expect(refusedSheet.status).toBe(422);
    expect((refusedSheet.data as Reply).error).toMatchObject({
      'rows[1].hours': ['coordination:refusal.claimed-already'],
      'rows[2].hours': ['coordination:refusal.not-taking-part'],
      'rows[4].hours': ['coordination:refusal.day-ahead'],
    });
    expect((refusedSheet.data as Reply).error['rows[0].hours']).toBeUndefined();
    expect(await claims()).toHaveLength(1);

    const right = { ...sheet, 'rows[1].hours': '', 'rows[2].hours': '', 'rows[4].day': '2026-11-12' };
    expect((await post(browser, right)).status).toBe(303);
    expect((await post(browser, right)).status).toBe(303);
    expect((await claims()).map(({ personId, minutes }) => [personId, minutes])).toEqual([
      [scene.volunteerId, 60],
      [second, 150],
      [second, 60],
    ]);
  });

  test('asks whether more than twelve hours on a day are meant, also in two lines', async () => {
    const browser = await first();
    const sheet = {
      formKey: newId(),
      day: '2026-11-10',
      'rows[0].personId': scene.volunteerId,
      'rows[0].hours': '12:05',
    };
    const asked = await post(browser, sheet);
    expect((asked.data as Reply).error).toEqual({ sure: ['coordination:mistake.sure'] });
    const inTwo = { ...sheet, 'rows[0].hours': '8', 'rows[1].personId': scene.volunteerId, 'rows[1].hours': '5' };
    expect((await post(browser, inTwo)).data).toMatchObject({ error: { sure: ['coordination:mistake.sure'] } });
    expect(await claims()).toEqual([]);
    expect((await post(browser, { ...sheet, sure: 'on' })).status).toBe(303);
    expect(await claims()).toMatchObject([{ minutes: 725 }]);
  });

  test('says what cannot be read, before anything is tried', async () => {
    const browser = await first();
    const answer = await post(browser, {
      formKey: newId(),
      day: '',
      'rows[0].personId': scene.volunteerId,
      'rows[0].hours': '2',
      'rows[1].personId': '',
      'rows[1].day': '2026-11-10',
      'rows[1].hours': 'veel',
      'rows[2].personId': "x'; drop table activity; --",
      'rows[2].day': '2026-02-30',
      'rows[2].hours': '2',
    });
    expect(answer.status).toBe(422);
    expect((answer.data as Reply).error).toEqual({
      'rows[0].day': ['coordination:mistake.sheetDay'],
      'rows[1].personId': ['coordination:mistake.sheetPerson'],
      'rows[1].hours': ['coordination:mistake.hours'],
      'rows[2].personId': ['coordination:mistake.sheetPerson'],
      'rows[2].day': ['coordination:mistake.day'],
    });
    const empty = await post(browser, { formKey: newId(), day: '2026-11-10' });
    expect((empty.data as Reply).error).toEqual({ '': ['coordination:refusal.no-hours'] });
    expect(await claims()).toEqual([]);
  });

  test('is not taken by an activity that pays expenses only, and no hours are tried', async () => {
    const activityId = await opened(own.database, scene, {
      name: 'Alleen onkosten',
      budget: cents(100_00),
      hour: cents(0),
      hourYoung: cents(0),
    });
    slug = await slugOf(activityId);
    const personId = await volunteer(own.database, scene, activityId);
    const answer = await post(await first(), {
      formKey: newId(),
      day: '2026-11-10',
      'rows[0].personId': personId,
      'rows[0].hours': '2',
    });
    expect((answer.data as Reply).error).toMatchObject({ 'rows[0].hours': ['coordination:refusal.hours-unpaid'] });
  });
});

describe('answering', () => {
  const post = async (browser: Browser, fields: Record<string, string>) =>
    browser.post(activityPage.action, `/coordinatie/${slug}`, fields, { slug });

  test('approves what was shown, refuses with a reason, and keeps one away from what one typed', async () => {
    const second = await volunteer(own.database, scene);
    for (const day of ['2026-11-02', '2026-11-03']) await claim(own.database, scene, { day });
    const shown = (await claims('claimed')).map(({ id }) => id);
    // somebody claims while the page stands open
    await claim(own.database, scene, { personId: second, day: '2026-11-04' });
    const browser = await first();
    expect((await post(browser, { intent: 'approve-all', allIds: shown.join() })).status).toBe(303);
    expect((await claims()).map(({ state }) => state)).toEqual(['approved', 'approved', 'claimed']);
    const [left] = await claims('claimed');
    const id = left?.id ?? '';
    const without = await post(browser, { intent: 'refuse', 'claimIds[0]': id });
    expect(without.status).toBe(422);
    expect(without.data).toMatchObject({ reply: { error: { reason: ['coordination:refusal.reason-missing'] } } });
    expect((await post(browser, { intent: 'approve' })).data).toMatchObject({
      reply: { error: { '': ['coordination:refusal.no-hours'] } },
    });
    expect((await post(browser, { intent: 'refuse', 'claimIds[0]': id, reason: 'Was er niet' })).status).toBe(303);
    expect((await claims('refused')).map(({ answer }) => answer)).toEqual(['Was er niet']);
    expect((await post(browser, { intent: 'anything' })).status).toBe(400);
  });

  test('says which claim passes the law, and nothing of where else somebody works', async () => {
    await claim(own.database, scene, { day: '2026-11-02' });
    const elsewhere = await opened(own.database, scene, { name: 'Geheime andere klus', budget: cents(900_00) });
    const { volunteerId } = scene;
    await own.database.activityVolunteer.create({
      data: { activityId: elsewhere, personId: volunteerId, signedUpById: volunteerId, signedUpAt: new Date() },
    });
    await claim(own.database, scene, { activityId: elsewhere, day: '2026-11-05', minutes: 300 });
    const second = await volunteer(own.database, scene);
    await claim(own.database, scene, { personId: second, day: '2026-11-03' });
    await tellCircumstances(
      { turns21On: null, elsewhere: { year: 2026, amount: cents(2_199_00) } },
      acting(own.database, scene, volunteerId),
    );
    const waiting = await claims('claimed');
    const over = waiting.find(({ personId }) => personId === volunteerId)?.id;
    const answer = await post(await first(), { intent: 'approve-all', allIds: waiting.map(({ id }) => id).join() });
    expect(answer.data).toMatchObject({
      refusedId: over,
      reply: { error: { '': ['coordination:refusal.over-year'] } },
    });
    expect(await claims('approved')).toEqual([]);
    const { actor } = coordinator(own.database, scene);
    const people = await activityPeople(own.database, actor, scene.activityId);
    expect(people.waiting).toHaveLength(2);
    expect(JSON.stringify(people)).not.toContain('Geheime');
    expect(people.totals).toEqual({ approved: 0, waiting: 2 * 560 });
  });

  test('leaves a claim of one’s own and a typed one to a colleague', async () => {
    const lines = [{ personId: scene.volunteerId, day: '2026-11-02', hours: '1' }];
    const typed = Object.fromEntries(
      lines.flatMap((line, row) => Object.entries(line).map(([key, value]) => [`rows[${String(row)}].${key}`, value])),
    );
    const sheet = { formKey: newId(), day: '', ...typed };
    expect((await (await first()).post(sheetPage.action, `/coordinatie/${slug}/uren`, sheet, { slug })).status).toBe(
      303,
    );
    const [waiting] = await claims('claimed');
    const fields = { intent: 'approve', 'claimIds[0]': waiting?.id ?? '' };
    expect((await post(await first(), fields)).data).toMatchObject({
      reply: { error: { '': ['coordination:refusal.same-person'] } },
    });
    const { actor } = coordinator(own.database, scene);
    expect((await activityPeople(own.database, actor, scene.activityId)).waiting).toMatchObject([
      { keptFrom: 'typed' },
    ]);
    expect((await post(await other(), fields)).status).toBe(303);
    expect(await claims('approved')).toHaveLength(1);
  });
});
