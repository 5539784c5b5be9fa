import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { beginGift } from '#app/modules/donations/commands/begin-gift.server.ts';
import { bringUpToDate } from '#app/modules/donations/commands/bring-up-to-date.server.ts';
import { closePurpose, openPurpose } from '#app/modules/donations/commands/set-purpose.server.ts';
import { makeBody, makeMoneySource } from '#tests/factories/index.ts';
import { expireSession, pay } from '#tests/stripe/checkout.ts';
import { aGift, begun, by, makeGiftSource, makeOffice, openedPurpose, useStripe, type Office } from './scene.ts';

const scene = useStripe();
const { fake } = scene;
let office: Office;
let purposeId: string;

beforeAll(async () => {
  office = await makeOffice(scene.database);
  purposeId = await openedPurpose(scene.database, office, null);
});

const begin = async (gift = aGift(), now = new Date()) =>
  beginGift(gift, { database: scene.database, now }, { stripe: scene.stripe, publicUrl: 'https://x.example' });

const sessionsOf = (giftId: string) =>
  fake.store.all('checkout.session').filter((session) => session.client_reference_id === giftId);

describe('beginning a gift', () => {
  test('leads to a page of Stripe that knows the amount, the language and the way back', async () => {
    const gift = aGift({ amount: cents(12_34), locale: 'en' });
    const url = await begin(gift);
    const [session] = sessionsOf(gift.formKey);
    expect(url).toEqual({ ok: true, value: session?.url });
    expect(session).toMatchObject({
      amount_total: 12_34,
      currency: 'eur',
      locale: 'en',
      submit_type: 'donate',
      success_url: `https://x.example/geven/bedankt/${gift.formKey}`,
      cancel_url: 'https://x.example/geven/donutfonds?afgebroken=ja',
    });
    expect(await scene.database.gift.findUnique({ where: { id: gift.formKey } })).toMatchObject({
      sessionId: session?.id,
      state: 'begun',
    });
  });

  test('twice with the same form, also at once, is one gift and one page', async () => {
    const gift = aGift();
    const [first, second] = await Promise.all([begin(gift), begin(gift)]);
    expect(first).toEqual(second);
    expect(await begin(gift)).toEqual(first);
    expect(sessionsOf(gift.formKey)).toHaveLength(1);
    expect(await begin({ ...gift, amount: cents(30_00) })).toEqual({ ok: false, reason: 'form-key-invalid' });
  });

  test('survives that Stripe fails, or does it and the answer is lost', async () => {
    const isSession = ({ path }: { path: string }) => path === '/v1/checkout/sessions';
    const gift = aGift();
    fake.failNext('error', 3, isSession);
    expect(await begin(gift)).toMatchObject({ ok: false, reason: 'stripe-unreachable' });
    fake.failNext('crash', 1, isSession);
    expect(await begin(gift)).toMatchObject({ ok: true });
    expect(sessionsOf(gift.formKey)).toHaveLength(1);
  });

  test.each([
    [{ amount: cents(4_99) }, 'amount-out-of-bounds'],
    [{ amount: cents(5_000_01) }, 'amount-out-of-bounds'],
    [{ slug: 'bestaat-niet' }, 'purpose-unknown'],
    [{ slug: 'wijkalliantie-proef' }, 'purpose-unknown'],
    [{ formKey: 'x' }, 'form-key-invalid'],
    [{ display: 'name', name: ' ' } as const, 'name-missing'],
    [{ display: 'name', name: 'x'.repeat(121) } as const, 'name-missing'],
  ])('%o is refused: %s', async (changes, reason) => {
    const gift = aGift(changes);
    expect(await begin(gift)).toEqual({ ok: false, reason });
    expect(sessionsOf(gift.formKey)).toHaveLength(0);
  });

  test('at the bounds is taken; of who stays anonymous no name is kept', async () => {
    expect(await begin(aGift({ amount: cents(5_00) }))).toMatchObject({ ok: true });
    const most = aGift({ amount: cents(5_000_00), name: 'Toch niet' });
    expect(await begin(most)).toMatchObject({ ok: true });
    expect(await scene.database.gift.findUnique({ where: { id: most.formKey } })).toMatchObject({ name: '' });
  });

  test('after the source ended is refused', async () => {
    expect(await begin(aGift(), new Date('2100-01-01T12:00:00Z'))).toEqual({ ok: false, reason: 'purpose-unknown' });
  });
});

describe('a gift', () => {
  test('that was not paid in time is abandoned', async () => {
    const { giftId, sessionId } = await begun(scene, aGift({ display: 'name', name: 'Bakkerij Zon' }));
    fake.webhooks.mode = 'drop';
    expireSession(fake.store, sessionId);
    fake.webhooks.mode = 'send';
    await bringUpToDate(giftId, scene.stripe, { database: scene.database, now: new Date() });
    expect(await scene.database.gift.findUnique({ where: { id: giftId } })).toMatchObject({
      state: 'abandoned',
      name: '',
    });
  });

  test('that never reached Stripe is abandoned after a day', async () => {
    fake.failNext('error', 3);
    const gift = aGift();
    await begin(gift);
    const check = async (hours: number) => {
      const now = new Date(Date.now() + hours * 3_600_000);
      await bringUpToDate(gift.formKey, scene.stripe, { database: scene.database, now });
      return (await scene.database.gift.findUniqueOrThrow({ where: { id: gift.formKey } })).state;
    };
    expect(await check(24)).toBe('begun');
    expect(await check(26)).toBe('abandoned');
  });

  test('of which the page was made while we died is found by its message', async () => {
    const { giftId, sessionId } = await begun(scene);
    await scene.database.$executeRaw`alter table gift disable trigger gift_fixed`;
    await scene.database.gift.update({ where: { id: giftId }, data: { sessionId: null } });
    await scene.database.$executeRaw`alter table gift enable trigger gift_fixed`;
    pay(fake.store, sessionId, 'now');
    await fake.webhooks.settled();
    expect(await scene.work()).toEqual([]);
    expect(await scene.database.gift.findUnique({ where: { id: giftId } })).toMatchObject({ state: 'paid', sessionId });
  });

  test.each([
    { amountCents: 1 },
    { state: 'begun', paidAt: null },
    { intentId: 'pi_other' },
    { name: 'Iemand anders', display: 'name' },
    { refundedCents: 25_01 },
  ])('that was paid stays: %o', async (changes) => {
    const { giftId, sessionId } = await begun(scene);
    pay(fake.store, sessionId, 'now');
    await bringUpToDate(giftId, scene.stripe, { database: scene.database, now: new Date() });
    await expect(scene.database.gift.update({ where: { id: giftId }, data: changes })).rejects.toThrow(
      /gift_fixed|gift_after|gift_paid/,
    );
    await expect(scene.database.gift.delete({ where: { id: giftId } })).rejects.toThrow(/gift_fixed/);
  });
});

describe('what can be given to', () => {
  const open = async (who: keyof Office['people'], bodyId: string | null, moneySourceId: string) =>
    openPurpose({ formKey: newId(), bodyId, moneySourceId }, await by(scene.database, office, who));

  test('is said by the office alone, once for each, in a source of donations of its own', async () => {
    const source = await makeGiftSource(scene.database);
    for (const who of ['outsider', 'allianceTreasurer'] as const)
      expect(await open(who, office.allianceId, source)).toEqual({ ok: false, reason: 'role-needed' });
    expect(await open('treasurer', null, source)).toEqual({ ok: false, reason: 'already-open' });
    expect(await open('treasurer', office.officeId, source)).toEqual({ ok: false, reason: 'body-unknown' });
    expect(await open('treasurer', newId(), source)).toEqual({ ok: false, reason: 'body-unknown' });
    expect(await open('treasurer', office.allianceId, newId())).toEqual({ ok: false, reason: 'source-unknown' });
    const coalition = await makeMoneySource(scene.database);
    expect(await open('treasurer', office.allianceId, coalition)).toEqual({ ok: false, reason: 'source-unknown' });
    expect(await open('treasurer', office.allianceId, source)).toMatchObject({ ok: true });
    const other = await makeBody(scene.database, { kind: 'wijkalliantie' });
    expect(await open('treasurer', other, source)).toEqual({ ok: false, reason: 'source-taken' });
  });

  test('ends, and then nobody begins a gift to it', async () => {
    const close = async (who: keyof Office['people']) =>
      closePurpose({ purposeId }, await by(scene.database, office, who));
    expect(await close('outsider')).toEqual({ ok: false, reason: 'role-needed' });
    expect(await close('manager')).toMatchObject({ ok: true });
    expect(await close('manager')).toMatchObject({ ok: true });
    expect(await close('treasurer')).toEqual({ ok: false, reason: 'already-closed' });
    expect(await begin()).toEqual({ ok: false, reason: 'purpose-unknown' });
  });
});
