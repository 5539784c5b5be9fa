import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import * as expenses from '#app/routes/activiteiten.$slug.onkosten.tsx';
import * as hours from '#app/routes/activiteiten.$slug.uren.tsx';
import * as activity from '#app/routes/activiteiten.$slug._index.tsx';
import * as figures from '#app/routes/activiteiten.cijfers[.json].ts';
import * as own from '#app/routes/mijn-vergoedingen._index.tsx';
import * as aboutYou from '#app/routes/mijn-vergoedingen.over-jou.tsx';
import { useTestDatabase } from '#tests/support/database.ts';
import { Browser, browserOf } from '#tests/integration/people/visiting.ts';
import { claim, makeAllowances, type AllowanceScene } from './scene.ts';

const db = useTestDatabase();

async function setting(changes: Parameters<typeof makeAllowances>[1] = {}) {
  const scene = await makeAllowances(db.database, changes);
  const { slug } = await db.database.activity.findUniqueOrThrow({ where: { id: scene.activityId } });
  const { email } = await db.database.person.findUniqueOrThrow({ where: { id: scene.volunteerId } });
  const { browser } = await browserOf(db.database, email, { mode: 'demo' });
  return { scene, slug, browser };
}

const mine = async (scene: AllowanceScene) =>
  db.database.allowanceClaim.findMany({ where: { personId: scene.volunteerId }, include: { receipt: true } });

const tap = (changes: Record<string, string> = {}) => ({
  formKey: newId(),
  when: '2026-11-21',
  duration: '120',
  note: '',
  ...changes,
});

describe('who is not signed in', () => {
  test('reads the activity and the figures, and is asked to sign in for the rest', async () => {
    const { slug } = await setting();
    const visitor = new Browser(db.database, 'demo');
    const seen = await visitor.get(activity.loader, `/activiteiten/${slug}`, { slug });
    expect(seen.data).toMatchObject({ mine: null, activity: { slug } });
    const json = await visitor.get(figures.loader, '/activiteiten/cijfers.json');
    expect(json.status).toBe(200);
    for (const [loader, path] of [
      [hours.loader, `/activiteiten/${slug}/uren`],
      [expenses.loader, `/activiteiten/${slug}/onkosten`],
      [own.loader, '/mijn-vergoedingen'],
      [aboutYou.loader, '/mijn-vergoedingen/over-jou'],
    ] as const)
      expect((await visitor.get(loader, path, { slug })).location).toBe(
        `/inloggen?${new URLSearchParams({ naar: path }).toString()}`,
      );
    // a form comes back after signing in
    expect((await visitor.post(activity.action, `/activiteiten/${slug}`, { intent: 'join' }, { slug })).status).toBe(
      401,
    );
  });

  test.each(['bestaat-niet', 'Hoofd Letters', '%00'])('finds nothing at %s', async (slug) => {
    const { browser } = await setting();
    for (const page of [activity, hours, expenses]) {
      expect((await browser.get(page.loader, '/activiteiten/x', { slug })).status).toBe(404);
      expect((await browser.post(page.action, '/activiteiten/x', { intent: 'join' }, { slug })).status).toBe(404);
    }
  });
});

describe('signing up', () => {
  test('works once and again, and leaving too', async () => {
    const { scene, slug, browser } = await setting();
    const press = async (intent: string) =>
      browser.post(activity.action, `/activiteiten/${slug}`, { intent }, { slug });
    const left = async () =>
      (await db.database.activityVolunteer.findFirstOrThrow({ where: { personId: scene.volunteerId } })).leftAt;
    expect(await press('leave')).toMatchObject({ status: 303, location: `/activiteiten/${slug}` });
    expect(await left()).not.toBeNull();
    expect(await press('join')).toMatchObject({ status: 303 });
    expect(await press('join')).toMatchObject({ status: 303 });
    expect(await left()).toBeNull();
    expect((await press('opeten')).status).toBe(400);
  });
});

describe('claiming hours', () => {
  test('takes a few taps, once for a double post', async () => {
    const { scene, slug, browser } = await setting();
    const fields = tap();
    const post = async () => browser.post(hours.action, `/activiteiten/${slug}/uren`, fields, { slug });
    expect(await post()).toMatchObject({ status: 303, location: '/mijn-vergoedingen' });
    expect(await post()).toMatchObject({ status: 303 });
    expect(await mine(scene)).toMatchObject([{ minutes: 120, amountCents: 1120, state: 'claimed' }]);
  });

  test('above the limit says how much can still be filled in, and keeps what was typed', async () => {
    const { scene, slug, browser } = await setting({ hour: cents(600), normReason: 'Zwaar werk' });
    await claim(db.database, scene, { day: '2026-11-02', minutes: 24 * 60 });
    const answer = await browser.post(
      hours.action,
      `/activiteiten/${slug}/uren`,
      tap({ duration: 'other', otherDuration: '960', sure: 'on', note: 'Soep' }),
      { slug },
    );
    // 220 less 144 is 76 euros: twelve and a half hours are 75
    expect(answer.status).toBe(422);
    const text = decodeURIComponent(JSON.stringify(answer.data));
    expect(text).toContain('volunteering:claim.overHours');
    expect(text.replaceAll(/[+\u00a0]/g, ' ')).toContain('left=€ 76,00&time=12 uur en 30 minuten');
    expect(answer.data).toMatchObject({ initialValue: { otherDuration: '960', note: 'Soep' } });
    await claim(db.database, scene, { day: '2026-11-03', minutes: 760 });
    const full = await browser.post(hours.action, `/activiteiten/${slug}/uren`, tap(), { slug });
    expect(JSON.stringify(full.data)).toContain('volunteering:claim.overFull');
    expect(await mine(scene)).toHaveLength(2);
  });

  test.each([
    ['otherDay', { when: 'other', otherDay: '2026-02-30' }],
    ['duration', { duration: 'duizend' }],
    ['note', { note: 'x'.repeat(501) }],
  ])('names a mistake in %s', async (field, changes) => {
    const { scene, slug, browser } = await setting();
    const answer = await browser.post(hours.action, `/activiteiten/${slug}/uren`, tap(changes), { slug });
    expect(answer.status).toBe(422);
    expect(Object.keys((answer.data as { error: object }).error)).toEqual([field]);
    expect(await mine(scene)).toEqual([]);
  });
});

describe('claiming expenses', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );

  async function send(fields: Record<string, string>, file: Buffer | null) {
    const { scene, slug, browser } = await setting();
    const form = new FormData();
    for (const [name, value] of Object.entries({
      formKey: newId(),
      amount: '12,50',
      day: '2026-11-20',
      note: 'Groente',
      ...fields,
    }))
      form.append(name, value);
    form.append('receipt', file === null ? new File([], '') : new File([new Uint8Array(file)], 'bon.png'));
    const path = `/activiteiten/${slug}/onkosten`;
    return { answer: await browser.postForm(expenses.action, path, form, { slug }), claims: await mine(scene) };
  }

  test('keeps the receipt, made anew', async () => {
    const { answer, claims } = await send({}, png);
    expect(answer).toMatchObject({ status: 303, location: '/mijn-vergoedingen' });
    expect(claims).toMatchObject([{ kind: 'expense', amountCents: 1250, receipt: { contentType: 'image/webp' } }]);
  });

  test.each<[string, Record<string, string>, Buffer | null, string[]]>([
    ['without a receipt', {}, null, ['receipt']],
    ['with nothing right', { amount: 'x', note: '' }, null, ['amount', 'note', 'receipt']],
    ['with a file that is none', {}, Buffer.from('geen bon'), ['receipt']],
    ['above the month', { amount: '220,01' }, png, ['']],
    ['ahead', { day: '2026-11-22' }, png, ['']],
  ])('%s changes nothing and says why', async (_name, fields, file, wrong) => {
    const { answer, claims } = await send(fields, file);
    expect(answer.status).toBe(422);
    expect(Object.keys((answer.data as { error: object }).error).sort()).toEqual(wrong);
    expect(JSON.stringify(answer.data)).toContain(fields.amount ?? '12,50');
    expect(claims).toEqual([]);
  });
});

describe('withdrawing', () => {
  test('is for one’s own claims that wait', async () => {
    const { scene, browser } = await setting();
    const other = await setting();
    await claim(db.database, scene);
    await claim(db.database, other.scene);
    const [ownClaim] = await mine(scene);
    const [foreign] = await mine(other.scene);
    const press = async (claimId: string) => browser.post(own.action, '/mijn-vergoedingen', { claimId });
    expect((await press(foreign?.id ?? '')).status).toBe(404);
    expect((await press('geen-id')).status).toBe(404);
    expect((await press(ownClaim?.id ?? '')).status).toBe(303);
    expect(await mine(scene)).toMatchObject([{ state: 'withdrawn' }]);
    expect(await mine(other.scene)).toMatchObject([{ state: 'claimed' }]);
  });
});

describe('what the law asks', () => {
  test('is kept and changes the rate', async () => {
    const { scene, slug, browser } = await setting();
    const path = '/mijn-vergoedingen/over-jou';
    const fields = { age: 'young', turns21On: '2028-01-01', elsewhere: '100' };
    expect((await browser.post(aboutYou.action, path, { ...fields, turns21On: '' })).status).toBe(422);
    expect((await browser.post(aboutYou.action, path, fields)).status).toBe(303);
    expect((await browser.get(hours.loader, `/activiteiten/${slug}/uren`, { slug })).data).toMatchObject({
      hour: 330,
      age: { isYoung: true, hasTold: true, turned: null },
      room: { received: { elsewhere: 100_00 } },
    });
    await browser.post(hours.action, `/activiteiten/${slug}/uren`, tap(), { slug });
    expect(await mine(scene)).toMatchObject([{ rateCents: 330, amountCents: 660 }]);
  });
});
