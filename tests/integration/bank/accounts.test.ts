import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { readAccounts, type LookOrder } from '#app/modules/bank/commands/read-accounts.server.ts';
import { saveAccount } from '#app/modules/bank/commands/save-account.server.ts';
import { SealBroken } from '#app/platform/sealing.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { freshly, haveAccount, ibanOf, keys } from './scene.ts';

const test = useTestDatabase();

const read = async (ids: string[], order: Pick<LookOrder, 'lookerId'> & Partial<LookOrder>) =>
  test.database.$transaction(async (tx) =>
    readAccounts(tx, ids, { reason: 'payment:V2026-0003', at: testNow, keys, ...order }),
  );

const looksAt = async (accountId: string) => test.database.bankAccountLook.count({ where: { accountId } });
const running = async (personId: string) =>
  test.database.bankAccount.findMany({ where: { personId, endedAt: null }, select: { id: true, lastFour: true } });

describe('saving an account', () => {
  it('keeps it sealed, with only country, last four and mark to see', async () => {
    const personId = await makePerson(test.database);
    const id = await haveAccount(test.database, personId, { iban: 'nl35 wijk 0123 4567 89', holder: ' Ömer  Şahin ' });
    const row = await test.database.bankAccount.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ personId, country: 'NL', lastFour: '6789', keyId: '1', endedAt: null });
    expect(Buffer.from(row.sealed).toString('latin1')).not.toMatch(/WIJK|0123456789|mer/);
    const seen = await read([id], { lookerId: personId });
    expect(seen.get(id)).toEqual({ iban: 'NL35WIJK0123456789', holder: 'Ömer Şahin' });
  });

  it('asks to sign in again after a quarter of an hour', async () => {
    const personId = await makePerson(test.database);
    const order = { iban: ibanOf(1), holder: 'J. de Vries', replaces: null, formKey: newId() };
    const outcome = async (minutesAgo: number) => saveAccount(order, freshly(test.database, personId, { minutesAgo }));
    expect(await outcome(15.1)).toEqual({ ok: false, reason: 'sign-in-again' });
    expect(await outcome(-1)).toEqual({ ok: false, reason: 'sign-in-again' });
    const { signedInAt: _, ...unknown } = freshly(test.database, personId).actor;
    expect(await saveAccount(order, { ...freshly(test.database, personId), actor: unknown })).toMatchObject({
      reason: 'sign-in-again',
    });
    expect(await running(personId)).toEqual([]);
    expect(await outcome(15)).toMatchObject({ ok: true });
  });

  it.each([
    [{ iban: 'NL35 WIJK 0123 4567 98' }, 'iban-check'],
    [{ holder: 'Jansen # Zoon' }, 'holder-characters'],
    [{ formKey: "' or 1=1" }, 'form-key-invalid'],
    [{ replaces: 'nothing' }, 'changed-meanwhile'],
  ])('%o is refused', async (given, reason) => {
    const personId = await makePerson(test.database);
    const order = { iban: ibanOf(1), holder: 'J. de Vries', replaces: null, formKey: newId(), ...given };
    expect(await saveAccount(order, freshly(test.database, personId))).toMatchObject({ ok: false, reason });
    expect(await running(personId)).toEqual([]);
  });

  it('saves once what is posted twice, also at the same instant', async () => {
    const personId = await makePerson(test.database);
    const order = { iban: ibanOf(1), holder: 'J. de Vries', replaces: null, formKey: newId() };
    const both = await Promise.all([0, 1].map(async () => saveAccount(order, freshly(test.database, personId))));
    expect(both).toEqual([
      { ok: true, value: { accountId: order.formKey } },
      { ok: true, value: { accountId: order.formKey } },
    ]);
    expect(await test.database.bankAccount.count({ where: { personId } })).toBe(1);
    // the page was kept, and the number was changed in it
    const other = { ...order, iban: ibanOf(2) };
    expect(await saveAccount(other, freshly(test.database, personId))).toMatchObject({ reason: 'form-key-invalid' });
  });

  it('takes nothing with the key of somebody else, also at the same instant', async () => {
    const [one, other] = [await makePerson(test.database), await makePerson(test.database)];
    const order = { iban: ibanOf(1), holder: 'J. de Vries', replaces: null, formKey: newId() };
    const both = await Promise.all([one, other].map(async (id) => saveAccount(order, freshly(test.database, id))));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both).toContainEqual({ ok: false, reason: 'form-key-invalid' });
  });

  it('lets one of two windows win', async () => {
    const personId = await makePerson(test.database);
    const first = await haveAccount(test.database, personId);
    const both = await Promise.all(
      [2, 3].map(async (number) =>
        saveAccount(
          { iban: ibanOf(number), holder: 'J. de Vries', replaces: first, formKey: newId() },
          freshly(test.database, personId),
        ),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await running(personId)).toHaveLength(1);
    expect(await test.database.bankAccount.count({ where: { personId } })).toBe(2);
  });

  it('gives the same number of two people the same mark', async () => {
    const marks = await Promise.all(
      [ibanOf(41), ibanOf(41), ibanOf(42)].map(async (iban) => {
        const id = await haveAccount(test.database, await makePerson(test.database), { iban });
        return (await test.database.bankAccount.findUniqueOrThrow({ where: { id } })).ibanMark;
      }),
    );
    expect(marks[0]).toBe(marks[1]);
    expect(marks[2]).not.toBe(marks[0]);
  });
});

describe('looking at accounts', () => {
  it('writes down each look, and leaves out what is unknown or erased', async () => {
    const [lookerId, one, two] = await Promise.all([0, 1, 2].map(async () => makePerson(test.database)));
    const kept = await haveAccount(test.database, one ?? '', { iban: ibanOf(7) });
    const gone = await haveAccount(test.database, two ?? '');
    await test.database.bankAccount.update({ where: { id: gone }, data: { endedAt: testNow } });
    await test.database.bankAccount.update({ where: { id: gone }, data: { sealed: new Uint8Array(), ibanMark: '' } });
    const batchId = newId();
    const seen = await read([kept, kept, gone, newId()], { lookerId: lookerId ?? '', batchId });
    expect([...seen]).toEqual([[kept, { iban: ibanOf(7), holder: 'J. de Vries' }]]);
    expect(await test.database.bankAccountLook.findMany({ where: { accountId: kept } })).toEqual([
      expect.objectContaining({ lookerId, lookedAt: testNow, reason: 'payment:V2026-0003', batchId }),
    ]);
    expect(await looksAt(gone)).toBe(0);
  });

  it('writes no look where the transaction fails', async () => {
    const personId = await makePerson(test.database);
    const id = await haveAccount(test.database, personId);
    const failing = test.database.$transaction(async (tx) => {
      await readAccounts(tx, [id], { lookerId: personId, reason: 'own-download', at: testNow, keys });
      throw new Error('the file could not be made');
    });
    await expect(failing).rejects.toThrow('could not be made');
    expect(await looksAt(id)).toBe(0);
  });

  it('opens nothing that was moved from another row, nor with another key, and does not say what it held', async () => {
    const [one, two] = [await makePerson(test.database), await makePerson(test.database)];
    const mine = await haveAccount(test.database, one, { iban: ibanOf(8) });
    const theirs = await haveAccount(test.database, two, { iban: ibanOf(9) });
    await expect(read([mine], { lookerId: one, keys: [{ id: '1', key: randomBytes(32) }] })).rejects.toThrow(
      SealBroken,
    );
    await expect(read([mine], { lookerId: one, keys: [{ id: '2', key: randomBytes(32) }] })).rejects.toThrow(
      SealBroken,
    );
    // whoever can write in the database reaches past the rules
    await test.database.$transaction([
      test.database.$executeRawUnsafe('alter table bank_account disable trigger user'),
      test.database
        .$executeRaw`update bank_account set sealed = (select sealed from bank_account where id = ${theirs}::uuid) where id = ${mine}::uuid`,
      test.database.$executeRawUnsafe('alter table bank_account enable trigger user'),
    ]);
    await expect(read([mine], { lookerId: one })).rejects.toThrow(SealBroken);
    expect(await looksAt(mine)).toBe(0);
  });
});
