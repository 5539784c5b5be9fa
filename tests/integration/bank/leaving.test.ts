import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { eraseLeftAccounts } from '#app/modules/bank/commands/erase-left-accounts.server.ts';
import { readAccounts } from '#app/modules/bank/commands/read-accounts.server.ts';
import { removeAccount } from '#app/modules/bank/commands/remove-account.server.ts';
import { resealAccounts } from '#app/modules/bank/commands/reseal-accounts.server.ts';
import { saveAccount } from '#app/modules/bank/commands/save-account.server.ts';
import { deleteAccount } from '#app/modules/people/commands/delete-account.server.ts';
import { deletionFacts } from '#app/modules/people/queries/deletion.query.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import type { SealingKeys } from '#app/platform/sealing.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { acting, approve, claim, makeAllowances, type AllowanceScene } from '#tests/integration/allowances/scene.ts';
import * as ownData from '#app/routes/mijn.gegevens._index.tsx';
import { browserOf } from '#tests/integration/people/visiting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { freshly, haveAccount, ibanOf, keys } from './scene.ts';
import { testSecret } from '#tests/support/test-secret.ts';

const test = useTestDatabase();

const rowOf = async (id: string) => test.database.bankAccount.findUniqueOrThrow({ where: { id } });
const needed = async (ids: string[]) =>
  test.database.$executeRawUnsafe(
    `create or replace function bank_account_needed(account uuid) returns boolean language sql stable as $$
      select account = any('{${ids.join(',')}}'::uuid[]) $$`,
  );

describe('who deletes their account here', () => {
  it('leaves no number behind', async () => {
    const personId = await makePerson(test.database);
    const before = await haveAccount(test.database, personId, { iban: ibanOf(1) });
    const id = await haveAccount(test.database, personId, { iban: ibanOf(2), replaces: before });
    expect(
      await deleteAccount({ confirmation: 'verwijder' }, { ...freshly(test.database, personId), secret: testSecret }),
    ).toMatchObject({
      ok: true,
    });
    for (const row of [await rowOf(before), await rowOf(id)])
      expect(row).toMatchObject({ sealed: new Uint8Array(), ibanMark: '', endedAt: testNow });
  });

  it('leaves the one that a payment needs until it is over', async () => {
    const personId = await makePerson(test.database);
    const id = await haveAccount(test.database, personId);
    await needed([id]);
    expect(
      await deleteAccount({ confirmation: 'verwijder' }, { ...freshly(test.database, personId), secret: testSecret }),
    ).toMatchObject({
      ok: true,
    });
    expect(await rowOf(id)).toMatchObject({ endedAt: testNow });
    expect((await rowOf(id)).sealed.length).toBeGreaterThan(0);
    expect(await eraseLeftAccounts(test.database)).toBe(0);
    await needed([]);
    expect(await eraseLeftAccounts(test.database)).toBe(1);
    expect((await rowOf(id)).sealed).toHaveLength(0);
    expect(await eraseLeftAccounts(test.database)).toBe(0);
  });

  it('leaves nothing to who saves an account at the same instant', async () => {
    const personId = await makePerson(test.database);
    const order = { iban: ibanOf(3), holder: 'J. de Vries', replaces: null, formKey: newId() };
    await Promise.all([
      deleteAccount({ confirmation: 'verwijder' }, { ...freshly(test.database, personId), secret: testSecret }),
      saveAccount(order, freshly(test.database, personId)),
    ]);
    const rows = await test.database.bankAccount.findMany({ where: { personId } });
    for (const row of rows) expect(row).toMatchObject({ sealed: new Uint8Array(), endedAt: testNow });
  });

  describe('while hours were approved and not paid', () => {
    let scene: AllowanceScene;
    beforeAll(async () => {
      scene = await makeAllowances(test.database);
      await claim(test.database, scene, { minutes: 120 });
      await approve(test.database, scene);
    });

    it('is told how much', async () => {
      const mine = acting(test.database, scene, scene.volunteerId);
      expect((await deletionFacts(test.database, mine.actor, testNow)).unpaid).toBe(11_20);
      expect(await deleteAccount({ confirmation: 'verwijder' }, { ...mine, secret: testSecret })).toEqual({
        ok: false,
        reason: 'allowance-unpaid',
      });
    });

    it('ticks that on the page, beside the word', async () => {
      const { email } = await test.database.person.findUniqueOrThrow({ where: { id: scene.volunteerId } });
      const { browser } = await browserOf(test.database, email);
      expect((await browser.get(ownData.loader, '/mijn/gegevens')).data).toMatchObject({ unpaid: 11_20 });
      const refused = await browser.post(ownData.action, '/mijn/gegevens', { confirmation: 'verwijder' });
      expect(refused).toMatchObject({
        status: 422,
        data: { error: { givesUpUnpaid: ['people:refusal.allowance-unpaid'] } },
      });
      const given = { confirmation: 'verwijder', givesUpUnpaid: 'on' };
      expect((await browser.post(ownData.action, '/mijn/gegevens', given)).location).toBe('/');
      const { deletedAt } = await test.database.person.findUniqueOrThrow({ where: { id: scene.volunteerId } });
      expect(deletedAt).toEqual(testNow);
    });
  });
});

it('is removed once by its person, who can add another', async () => {
  const personId = await makePerson(test.database);
  const id = await haveAccount(test.database, personId);
  const both = await Promise.all(
    [0, 1].map(async () => removeAccount({ accountId: id }, freshly(test.database, personId, { minutesAgo: 300 }))),
  );
  expect(both).toEqual([{ ok: true }, { ok: true }]);
  const next = await haveAccount(test.database, personId, { iban: ibanOf(5), now: addMinutes(testNow, 1) });
  expect((await rowOf(next)).endedAt).toBeNull();
});

describe('another key', () => {
  it('seals everything anew, after which the old one can go, and marks stay equal', async () => {
    const personId = await makePerson(test.database);
    const id = await haveAccount(test.database, personId, { iban: ibanOf(81) });
    const { ibanMark } = await rowOf(id);
    const [old] = keys;
    const next = { id: '2', key: randomBytes(32) };
    const rotated: SealingKeys = [next, old];
    const other = await makePerson(test.database);
    const order = { iban: ibanOf(81), holder: 'J. de Vries', replaces: null, formKey: newId() };
    // between the restart and resealing
    await saveAccount(order, { ...freshly(test.database, other), keys: rotated });
    expect(await rowOf(order.formKey)).toMatchObject({ keyId: '2', ibanMark });

    const done = await resealAccounts(test.database, rotated);
    expect(done).toMatchObject({ unreadable: [], isMarkKeyReadable: true });
    expect(done.resealed).toBeGreaterThan(0);
    expect(await rowOf(id)).toMatchObject({ keyId: '2', ibanMark, country: 'NL' });
    expect(await resealAccounts(test.database, [next])).toMatchObject({ resealed: 0, unreadable: [] });
    const look = { lookerId: personId, reason: 'own-download', at: testNow, keys: [next] } as const;
    const read = await test.database.$transaction(async (tx) => readAccounts(tx, [id], look));
    expect(read.get(id)?.iban).toBe(ibanOf(81));
    const third = { ...order, formKey: newId() };
    await saveAccount(third, { ...freshly(test.database, await makePerson(test.database)), keys: [next] });
    expect((await rowOf(third.formKey)).ibanMark).toBe(ibanMark);

    // without the right key nothing is touched, and it is told
    const lost = await resealAccounts(test.database, [{ id: '3', key: randomBytes(32) }]);
    expect(lost).toMatchObject({ resealed: 0, isMarkKeyReadable: false });
    expect(lost.unreadable).toContain(id);
    expect((await rowOf(id)).keyId).toBe('2');
  });
});
