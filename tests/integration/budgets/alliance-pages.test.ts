import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { answerSpending } from '#app/modules/alliances/commands/answer-spending.server.ts';
import { spendingForm } from '#app/modules/alliances/form.ts';
import { allianceMailHandlers } from '#app/modules/alliances/mails/mail-spending.server.ts';
import { allianceJson } from '#app/modules/alliances/queries/alliance-json.server.ts';
import { alliancePage } from '#app/modules/alliances/queries/alliance-page.query.server.ts';
import { allianceWork } from '#app/modules/alliances/queries/alliance-work.query.server.ts';
import { spendingPage } from '#app/modules/alliances/queries/spending-page.query.server.ts';
import { setHousehold } from '#app/modules/people/commands/set-household.server.ts';
import { changeSetting } from '#app/modules/programme/commands/change-setting.server.ts';
import { makeBody, makeMembership, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { agreed, by, confirm, makeAlliance, proposed, today, type AllianceScene, type Who } from './alliance-scene.ts';

const own = useTestDatabase();
let scene: AllianceScene;
let slug: string;

beforeEach(async () => {
  scene = await makeAlliance(own.database);
  slug = (await own.database.body.findUniqueOrThrow({ where: { id: scene.bodyId } })).slug;
});

const page = () => alliancePage(own.database, slug, { year: 2026, today, locale: 'nl' });

describe('the public page', () => {
  test('adds up to the cent, says why, and names nobody', async () => {
    const id = await agreed(own.database, scene);
    await confirm(own.database, scene, 'first', id);
    await proposed(own.database, scene);
    await own.database.bodyMembership.updateMany({
      where: { bodyId: scene.bodyId },
      data: { household: 'Geheim huis' },
    });
    const view = await page();
    expect(view).toMatchObject({
      residentCount: 6,
      sums: { budget: 5_000_00, committed: 250_00, paid: 0, available: 4_750_00 },
      running: [{ what: 'Plantenbakken voor het plein', amount: 250_00 }],
    });
    expect(view?.lines[0]).toMatchObject({
      kind: 'commitment',
      amount: 250_00,
      availableAfter: 4_750_00,
      reason: 'Het plein is kaal.',
      spending: { payee: 'Tuincentrum' },
    });
    if (view === null) throw new Error('no page');
    expect(allianceJson(view)).toMatchObject({
      year: 2026,
      totals: { budgetCents: 5_000_00, committedCents: 250_00, paidCents: 0, availableCents: 4_750_00 },
      entries: [
        {
          kind: 'commitment',
          amountCents: 250_00,
          availableChangeCents: -250_00,
          smallSpending: { number: 'K2026-0001' },
        },
        {},
      ],
    });
    const said = JSON.stringify([view, allianceJson(view)]);
    for (const person of await own.database.person.findMany()) {
      expect(said).not.toContain(person.id);
      expect(said).not.toContain(`"${person.name}"`);
    }
    expect(said).not.toContain('Geheim huis');
  });

  test('is only there for a wijkalliantie; a year without money says so', async () => {
    const team = await makeBody(own.database, { slug: 'gewoon-team' });
    expect(team).toBeTruthy();
    for (const other of ['gewoon-team', 'bestaat-niet', ''])
      expect(await alliancePage(own.database, other, { year: null, today, locale: 'nl' })).toBeNull();
    const shown = async (year: number | null) => alliancePage(own.database, slug, { year, today, locale: 'nl' });
    expect((await shown(null))?.year).toBe(2026);
    expect(await shown(2025)).toMatchObject({ year: 2025, years: [2026], funds: [], lines: [], sums: { budget: 0 } });
  });
});

describe('the work of members', () => {
  test('is sorted by what each can do now', async () => {
    const id = await agreed(own.database, scene);
    const workOf = async (who: Who, days = 0) => {
      const { actor, now } = await by(own.database, scene, who, { days });
      const { toAnswer, toConfirm, mine, others } = await allianceWork(own.database, actor, now);
      return [toAnswer, toConfirm, mine, others].map((lines) => lines.length);
    };
    expect(await workOf('proposer')).toEqual([0, 0, 1, 0]);
    expect(await workOf('chair')).toEqual([1, 0, 0, 0]);
    expect(await workOf('first')).toEqual([0, 0, 0, 1]);
    expect(await workOf('first', 8)).toEqual([0, 1, 0, 0]);
    expect(await workOf('outsider')).toEqual([0, 0, 0, 0]);
    const { actor, now } = await by(own.database, scene, 'outsider');
    expect(await spendingPage(own.database, actor, id, now)).toBeNull();
    expect(await spendingPage(own.database, actor, 'geen-id', now)).toBeNull();
  });

  test('the controlegroep reads it and changes nothing; a chair without a second step is asked for it', async () => {
    const id = await agreed(own.database, scene);
    const office = await own.database.body.findUnique({ where: { slug: 'programmabureau' } });
    const bodyId = office?.id ?? (await makeBody(own.database, { slug: 'programmabureau', kind: 'programme' }));
    await makeMembership(own.database, { personId: scene.people.outsider, bodyId, role: 'controlegroep' });
    const control = await by(own.database, scene, 'outsider');
    expect(await spendingPage(own.database, control.actor, id, control.now)).toMatchObject({
      answerBlock: 'role-needed',
      confirmBlock: 'role-needed',
    });
    const input = { spendingId: id, revision: 1, answer: 'consent', reason: '' } as const;
    expect(await answerSpending(input, control)).toMatchObject({ reason: 'role-needed' });
    const chair = await by(own.database, scene, 'chair', { secondFactor: false });
    expect(await answerSpending(input, chair)).toMatchObject({ reason: 'second-factor-needed' });
  });

  test('mails go to who wants them, and not when somebody was quicker', async () => {
    const id = await proposed(own.database, scene);
    await own.database.person.update({ where: { id: scene.people.first }, data: { mailOnWork: false } });
    const sent: string[] = [];
    const context = {
      database: own.database,
      mailer: { send: (mail: { to: string }) => Promise.resolve(void sent.push(mail.to)) },
      publicUrl: 'http://localhost',
      secret: 'x',
      now: testNow,
      jobKey: 'key',
    };
    const member = allianceMailHandlers.find(({ name }) => name === 'mail-spending-member');
    const send = async (who: Who, revision = 1) =>
      member?.run({ spendingId: id, revision, news: 'proposed', personId: scene.people[who] }, context);
    await send('first');
    await send('second');
    await send('third', 2);
    const { email } = await own.database.person.findUniqueOrThrow({ where: { id: scene.people.second } });
    expect(sent).toEqual([email]);
    const all = allianceMailHandlers.find(({ name }) => name === 'mail-spending');
    await all?.run({ spendingId: id, revision: 1, news: 'proposed' }, context);
    const jobs = await own.database.$queryRaw<unknown[]>`
      select 1 from graphile_worker.jobs where key like ${`mail-spending-member:${id}:1:proposed:%`}`;
    expect(jobs).toHaveLength(5);
  });
});

describe('households', () => {
  test('are set by the chair, never for oneself, nor elsewhere', async () => {
    const membershipOf = async (who: Who, bodyId = scene.bodyId) =>
      (await own.database.bodyMembership.findFirstOrThrow({ where: { personId: scene.people[who], bodyId } })).id;
    const set = async (who: Who, target: string, household = ' Plein  4 ') =>
      setHousehold({ membershipId: target, bodyId: scene.bodyId, household }, await by(own.database, scene, who));
    expect(await set('first', await membershipOf('second'))).toMatchObject({ reason: 'role-needed' });
    expect(await set('chair', await membershipOf('chair'))).toMatchObject({ reason: 'household-own' });
    for (const unknown of [newId(), 'x'])
      expect(await set('chair', unknown)).toMatchObject({ reason: 'membership-unknown' });
    const other = await makeAlliance(own.database);
    const theirs = await own.database.bodyMembership.findFirstOrThrow({ where: { bodyId: other.bodyId } });
    expect(await set('chair', theirs.id)).toMatchObject({ reason: 'membership-unknown' });
    expect(await set('chair', await membershipOf('first'), 'x'.repeat(61))).toMatchObject({
      reason: 'household-too-long',
    });
    expect(await set('chair', await membershipOf('first'))).toMatchObject({ ok: true });
    const where = { id: await membershipOf('first') };
    expect(await own.database.bodyMembership.findUnique({ where })).toMatchObject({ household: 'Plein 4' });
  });
});

describe('what is typed', () => {
  const typed = {
    formKey: newId(),
    revision: '1',
    what: 'Verf',
    why: 'Mooi',
    amount: '1.234,56',
    fundId: newId(),
    payeeKind: 'shop',
    shop: 'Verfwinkel',
  };
  test('is read in Dutch notation; a plan by its whole address', () => {
    const link = 'https://wijkbeurs.example/initiatieven/de-tuin?x=1';
    expect(spendingForm.parse({ ...typed, initiative: link })).toMatchObject({ amount: 123456, initiative: 'de-tuin' });
  });
  test.each([
    ['no number', { amount: 'veel' }],
    ['less than nothing', { amount: '-5' }],
    ['nothing', { amount: '0' }],
    ['half a cent', { amount: '1,005' }],
    ['a huge amount', { amount: '99999999999999999999' }],
    ['no shop', { shop: '' }],
    ['no organisation', { payeeKind: 'organisation', organisationId: '' }],
    ['another payee', { payeeKind: 'piet' }],
    ['no link', { initiative: 'javascript:alert(1)' }],
  ])('refuses %s', (_what, changes) => {
    expect(spendingForm.safeParse({ ...typed, ...changes }).success).toBe(false);
  });
});

test('the setting is changed by an administrator only, and once', async () => {
  const office = await own.database.body.findUnique({ where: { slug: 'programmabureau' } });
  const bodyId = office?.id ?? (await makeBody(own.database, { slug: 'programmabureau', kind: 'programme' }));
  const input = { key: 'small-spending', value: { thresholdCents: 300_00, days: 3 }, changedAt: '' } as const;
  expect(await changeSetting(input, await by(own.database, scene, 'chair'))).toMatchObject({ reason: 'role-needed' });
  scene.people.outsider = await makePerson(own.database);
  await makeMembership(own.database, { personId: scene.people.outsider, bodyId, role: 'administrator' });
  const context = await by(own.database, scene, 'outsider');
  expect(await changeSetting(input, context)).toMatchObject({ ok: true });
  expect(await changeSetting(input, context)).toMatchObject({ reason: 'changed-meanwhile' });
  expect((await page())?.rules).toEqual({ thresholdCents: 300_00, days: 3 });
});
