import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { claimExpense } from '#app/modules/allowances/commands/claim-expense.server.ts';
import * as activityPage from '#app/routes/coordinatie.$slug._index.tsx';
import * as changePage from '#app/routes/coordinatie.$slug.wijzig.tsx';
import * as doorPage from '#app/routes/coordinatie.$slug.aanmelden.tsx';
import * as sheetPage from '#app/routes/coordinatie.$slug.uren.tsx';
import * as newPage from '#app/routes/coordinatie.nieuw.tsx';
import * as receiptPage from '#app/routes/coordinatie.bon.$id.tsx';
import { makeBody, makeMembership, makePerson } from '#tests/factories/index.ts';
import { type Browser } from '#tests/integration/people/visiting.ts';
import { browserOf } from './by-browser.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { acting, claim, makeAllowances, today, type AllowanceScene } from './scene.ts';

const own = useTestDatabase();
let scene: AllowanceScene;
let slug: string;

beforeEach(async () => {
  scene = await makeAllowances(own.database);
  slug = await slugOf(scene.activityId);
});

const slugOf = async (id: string) => (await own.database.activity.findUniqueOrThrow({ where: { id } })).slug;

const first = async () => browserOf(own.database, scene.coordinatorId, 'coordinator');

const claims = async (state?: string) =>
  own.database.allowanceClaim.findMany({
    where: { activityId: scene.activityId, ...(state === undefined ? {} : { state }) },
    orderBy: [{ day: 'asc' }, { minutes: 'asc' }],
  });

type Reply = { status: string; error: Record<string, string[]> };

describe('who sees and does what', () => {
  test('another team’s activity is not there, a volunteer is turned away, the controlegroep reads', async () => {
    const team = await makeAllowances(own.database);
    const stranger = await browserOf(own.database, team.coordinatorId, 'coordinator');
    for (const [page, path] of [
      [activityPage, ''],
      [changePage, '/wijzig'],
      [doorPage, '/aanmelden'],
      [sheetPage, '/uren'],
    ] as const) {
      expect((await stranger.get(page.loader, `/coordinatie/${slug}${path}`, { slug })).status).toBe(404);
      expect((await stranger.post(page.action, `/coordinatie/${slug}${path}`, {}, { slug })).status).toBe(404);
    }
    const volunteers = await browserOf(own.database, scene.volunteerId, 'bewoner');
    expect((await volunteers.get(activityPage.loader, `/coordinatie/${slug}`, { slug })).status).toBe(403);
    const office = await own.database.body.findUnique({ where: { slug: 'programmabureau' } });
    const bodyId = office?.id ?? (await makeBody(own.database, { slug: 'programmabureau', kind: 'programme' }));
    const reader = await makePerson(own.database);
    await makeMembership(own.database, { personId: reader, bodyId, role: 'controlegroep' });
    const reads = await browserOf(own.database, reader, 'controlegroep');
    const read = await reads.get(activityPage.loader, `/coordinatie/${slug}`, { slug });
    expect(read.status).toBe(200);
    expect((await reads.post(activityPage.action, `/coordinatie/${slug}`, {}, { slug })).status).toBe(403);
    expect((await reads.get(changePage.loader, `/coordinatie/${slug}/wijzig`, { slug })).status).toBe(403);
  });

  test('a receipt is for its volunteer, the coordinators and the controlegroep only, and is kept nowhere', async () => {
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const id = newId();
    const order = {
      activityId: scene.activityId,
      day: today,
      amount: cents(5_00),
      note: 'Verf',
      receipt: { fileName: 'C:\\map\\bon\u0000"\ud800.png', bytes },
      formKey: id,
    };
    const made = await claimExpense(order, acting(own.database, scene, scene.volunteerId));
    expect(made).toMatchObject({ ok: true });
    const get = async (browser: Browser, of = id) =>
      browser.get(receiptPage.loader, `/coordinatie/bon/${of}`, { id: of });
    const team = await makeAllowances(own.database);
    expect((await get(await browserOf(own.database, team.coordinatorId, 'coordinator'))).status).toBe(404);
    expect((await get(await browserOf(own.database, team.volunteerId, 'bewoner'))).status).toBe(404);
    for (const browser of [await first(), await browserOf(own.database, scene.volunteerId, 'bewoner')]) {
      const { status, response } = await get(browser);
      expect(status).toBe(200);
      expect(response?.headers.get('cache-control')).toBe('private, no-store');
      expect(response?.headers.get('content-type')).toBe('image/webp');
      expect(response?.headers.get('content-disposition')).toContain('filename="bon.webp"');
      expect((await get(browser, newId())).status).toBe(404);
      expect((await get(browser, 'geen-id')).status).toBe(404);
    }
  });
});

describe('an activity by its pages', () => {
  const typed = (changes: Record<string, string> = {}) => ({
    formKey: newId(),
    ground: `decision:${scene.decisionId}`,
    name: 'Nieuw',
    description: 'Samen\r\ndoen',
    budget: '250',
    hour: '5,60',
    hourYoung: '3,30',
    beginsOn: '2026-01-01',
    endsOn: '2026-12-31',
    ...changes,
  });
  const open = async (browser: Browser, changes: Record<string, string> = {}) =>
    browser.post(newPage.action, '/coordinatie/nieuw', typed(changes));

  test('opens on money with room, and gets an address of its own', async () => {
    const browser = await first();
    const loaded = await browser.get(newPage.loader, '/coordinatie/nieuw');
    expect(loaded.data).toMatchObject({ grounds: [{ kind: 'decision', id: scene.decisionId, left: 1000_00 }] });
    const fields = typed();
    const made = await browser.post(newPage.action, '/coordinatie/nieuw', fields);
    expect(made.location).toMatch(/^\/coordinatie\/nieuw-\d+$/);
    expect((await browser.post(newPage.action, '/coordinatie/nieuw', fields)).location).toBe(made.location);
    expect((await browser.get(newPage.loader, '/coordinatie/nieuw')).data).toMatchObject({
      grounds: [{ left: 750_00 }],
    });
  });

  test.each([
    [{ budget: '1000,01' }, { budget: ['coordination:refusal.over-promise'] }],
    [{ hour: '6' }, { normReason: ['coordination:refusal.norm-reason-missing'] }],
    [{ areaCode: 'ZZ' }, { areaCode: ['coordination:mistake.area'] }],
    [{ ground: 'decision:x' }, { ground: ['coordination:mistake.ground'] }],
    [{ ground: `spending:${newId()}` }, { ground: ['coordination:refusal.ground-unknown'] }],
    [{ budget: '0' }, { budget: ['coordination:mistake.budget'] }],
    [{ hour: '', hourYoung: '' }, { hour: ['coordination:mistake.hourOrExpenses'] }],
    [{ hourYoung: '' }, { hourYoung: ['coordination:mistake.youngMissing'] }],
    [{ hourYoung: '5,61' }, { hourYoung: ['coordination:mistake.youngMore'] }],
    [{ endsOn: '2025-12-31' }, { endsOn: ['coordination:mistake.endsBefore'] }],
    [{ endsOn: '2028-01-03' }, { endsOn: ['coordination:mistake.tooLong'] }],
    [{ beginsOn: '2026-02-30' }, { beginsOn: ['coordination:mistake.day'] }],
    [{ formKey: 'x' }, { formKey: ['coordination:mistake.form'] }],
  ])('is refused with %j', async (changes, error) => {
    const answer = await open(await first(), changes);
    expect(answer.status).toBeGreaterThanOrEqual(404);
    expect((answer.data as Reply).error).toEqual(error);
  });

  test('changes and closes, and somebody at the door takes part', async () => {
    const browser = await first();
    const params = { slug };
    const at = (path: string) => `/coordinatie/${slug}${path}`;
    const { formKey: _key, ground: _ground, ...content } = typed({ endsOn: '2027-06-30', beginsOn: '2025-12-01' });
    expect((await browser.post(changePage.action, at('/wijzig'), { ...content, revision: '1' }, params)).status).toBe(
      303,
    );
    expect((await browser.post(changePage.action, at('/wijzig'), { ...content, revision: '1' }, params)).status).toBe(
      409,
    );
    const door = { name: 'Joke', email: `${newId()}@elders.example` };
    expect((await browser.post(doorPage.action, at('/aanmelden'), door, params)).status).toBe(303);
    expect(
      (await browser.post(doorPage.action, at('/aanmelden'), { name: '', email: 'x' }, params)).data,
    ).toMatchObject({
      error: { name: ['coordination:mistake.person'], email: ['forms:email'] },
    });
    expect(await own.database.activityVolunteer.count({ where: { activityId: scene.activityId } })).toBe(2);
    await claim(own.database, scene);
    const close = { intent: 'close', revision: '2' };
    const kept = await browser.post(changePage.action, at('/wijzig'), close, params);
    expect([kept.status, (kept.data as { refusal: string }).refusal]).toEqual([
      422,
      expect.stringContaining('wachten'),
    ]);
    const [waiting] = await claims('claimed');
    const approve = { intent: 'approve-all', allIds: waiting?.id ?? '' };
    expect((await browser.post(activityPage.action, at(''), approve, params)).status).toBe(303);
    expect((await browser.post(changePage.action, at('/wijzig'), close, params)).status).toBe(303);
    expect((await browser.post(doorPage.action, at('/aanmelden'), door, params)).status).toBe(422);
  });
});
