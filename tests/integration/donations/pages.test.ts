import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { bringUpToDate } from '#app/modules/donations/commands/bring-up-to-date.server.ts';
import * as give from '#app/routes/geven.$slug.tsx';
import * as purposes from '#app/routes/geven._index.tsx';
import * as thanks from '#app/routes/geven.bedankt.$id.tsx';
import * as work from '#app/routes/penningmeester.giften._index.tsx';
import * as gift from '#app/routes/penningmeester.giften.$id.tsx';
import * as goals from '#app/routes/penningmeester.giften.doelen.tsx';
import { browserOf } from '#tests/integration/allowances/by-browser.ts';
import { Browser } from '#tests/integration/people/visiting.ts';
import { pay } from '#tests/stripe/checkout.ts';
import { aGift, begun, makeOffice, openedPurpose, useStripe, type Office } from './scene.ts';

const scene = useStripe();
const { fake } = scene;
let office: Office;

beforeAll(async () => {
  office = await makeOffice(scene.database);
  await openedPurpose(scene.database, office, null);
});

const visitor = (settings = fake.settings) => new Browser(scene.database, 'demo', settings);
const to = { slug: 'donutfonds' };
const filled = () => ({
  formKey: newId(),
  amount: '25',
  kind: 'resident',
  display: 'anonymous',
  name: '',
  showAmount: 'no',
});

async function paid(name = ''): Promise<string> {
  const { giftId, sessionId } = await begun(scene, aGift(name === '' ? {} : { display: 'name', name }));
  pay(fake.store, sessionId, 'now');
  await bringUpToDate(giftId, scene.stripe, { database: scene.database, now: new Date() });
  return giftId;
}

describe('giving', () => {
  test('leads to the page of Stripe', async () => {
    const answer = await visitor().post(give.action, '/geven/donutfonds', filled(), to);
    expect(answer).toMatchObject({ status: 303 });
    expect(answer.location).toMatch(new RegExp(`^${fake.url}/pay/cs_test_`));
  });

  test.each([
    [{ amount: '4,99' }, 422],
    [{ amount: '' }, 422],
    [{ amount: '5000,01' }, 422],
    [{ display: 'name' }, 422],
    [{ kind: 'robot' }, 422],
    [{ website: 'http://spam.example' }, 422],
    [{ formKey: 'x' }, 422],
  ])('%o comes back with %i', async (changes, status) => {
    const answer = await visitor().post(give.action, '/geven/donutfonds', { ...filled(), ...changes }, to);
    expect(answer.status).toBe(status);
  });

  test('to what is not there is not found', async () => {
    for (const slug of ['bestaat-niet', 'wijkalliantie-proef']) {
      expect((await visitor().get(give.loader, `/geven/${slug}`, { slug })).status).toBe(404);
      expect((await visitor().post(give.action, `/geven/${slug}`, filled(), { slug })).status).toBe(404);
    }
  });

  test('says that it cannot be done now when Stripe does not answer', async () => {
    fake.failNext('error', 3);
    expect((await visitor().post(give.action, '/geven/donutfonds', filled(), to)).status).toBe(503);
  });

  test('without a key shows another way, and says why to who works with money only', async () => {
    const off = await visitor({}).get(give.loader, '/geven/donutfonds', to);
    expect(off.data).toMatchObject({ isOnline: false, tellsStaff: false });
    expect((await visitor({}).post(give.action, '/geven/donutfonds', filled(), to)).status).toBe(422);
    const staff = await browserOf(scene.database, office.people.treasurer, 'penningmeester');
    expect((await staff.get(purposes.loader, '/geven')).data).toMatchObject({ purposes: [], tellsStaff: true });
  });
});

describe('thanking', () => {
  const thank = async (id: string) => visitor().get(thanks.loader, `/geven/bedankt/${id}`, { id });

  test('asks Stripe when no message came yet, and tells nothing about who gave', async () => {
    fake.webhooks.mode = 'drop';
    const { giftId, sessionId } = await begun(scene, aGift({ display: 'name', name: 'Bakkerij Zon' }));
    expect((await thank(giftId)).data).toMatchObject({ view: { standing: 'begun' } });
    pay(fake.store, sessionId, 'now');
    const { data } = await thank(giftId);
    fake.webhooks.mode = 'send';
    expect(data).toMatchObject({ view: { standing: 'paid', amount: 25_00 } });
    expect(JSON.stringify(data)).not.toContain('Zon');
  });

  test('waits when Stripe does not answer, and knows no other gifts', async () => {
    const { giftId } = await begun(scene);
    fake.failNext('error', 3);
    expect((await thank(giftId)).data).toMatchObject({ view: { standing: 'begun' } });
    expect((await thank(newId())).status).toBe(404);
    expect((await thank('x')).status).toBe(404);
  });
});

describe('the work on gifts', () => {
  test('is seen by who works with money there, and by nobody else', async () => {
    const id = await paid();
    const at = (browser: Browser) => [
      browser.get(work.loader, '/penningmeester/giften'),
      browser.get(gift.loader, `/penningmeester/giften/${id}`, { id }),
      browser.get(goals.loader, '/penningmeester/giften/doelen'),
    ];
    const statuses = async (browser: Browser) => (await Promise.all(at(browser))).map(({ status }) => status);
    expect(await statuses(visitor())).toEqual([302, 302, 302]);
    const outsider = await browserOf(scene.database, office.people.outsider, 'bewoner');
    expect(await statuses(outsider)).toEqual([403, 403, 403]);
    // of a wijkalliantie: sees the desk, and not what was given to the donutfonds
    const other = await browserOf(scene.database, office.people.allianceTreasurer, 'lid');
    expect(await statuses(other)).toEqual([200, 404, 200]);
    expect((await other.get(work.loader, '/penningmeester/giften')).data).toMatchObject({ gifts: [], purposes: [] });
    const treasurer = await browserOf(scene.database, office.people.treasurer, 'penningmeester');
    expect(await statuses(treasurer)).toEqual([200, 200, 200]);
  });

  test('goes by form: propose to give back, approve by another, make anonymous', async () => {
    const id = await paid('Familie Zon');
    const path = `/penningmeester/giften/${id}`;
    const proposer = await browserOf(scene.database, office.people.manager, 'programmabureau');
    const order = { formKey: newId(), amount: '5', reason: 'Gevraagd.' };
    expect((await proposer.post(gift.action, path, { ...order, amount: '26' }, { id })).status).toBe(422);
    expect((await proposer.post(gift.action, path, order, { id })).status).toBe(303);
    const refundId = order.formKey;
    const answerer = await browserOf(scene.database, office.people.holder, 'budgethouder');
    expect((await answerer.post(gift.action, path, { refundId, answer: 'refuse', reason: '' }, { id })).status).toBe(
      422,
    );
    expect((await answerer.post(gift.action, path, { refundId, answer: 'approve', reason: '' }, { id })).status).toBe(
      303,
    );
    expect((await answerer.post(gift.action, path, { refundId, answer: 'refuse', reason: 'Nee' }, { id })).status).toBe(
      409,
    );
    expect((await answerer.post(gift.action, path, { intent: 'hide' }, { id })).status).toBe(303);
    expect(await scene.database.gift.findUnique({ where: { id } })).toMatchObject({ name: '', display: 'anonymous' });
  });
});
