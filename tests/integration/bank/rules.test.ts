import { expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { haveAccount, ibanOf } from './scene.ts';

const test = useTestDatabase();

/** The rule that a statement breaks; null when it is taken. */
async function breaks(statement: string, ...values: unknown[]): Promise<string | null> {
  try {
    await test.database.$executeRawUnsafe(statement, ...values);
    return null;
  } catch (error) {
    const [, rule] = /violates (?:rule|[a-z ]*constraint) "([^"]+)"/.exec(String(error)) ?? [];
    if (rule === undefined) throw error;
    return rule;
  }
}

const account = async () => {
  const personId = await makePerson(test.database);
  return { personId, id: await haveAccount(test.database, personId) };
};

const insert = `insert into bank_account (id, person_id, sealed, key_id, iban_mark, country, last_four, added_at)
  values ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, now())`;
const good = { sealed: Buffer.alloc(60, 7), keyId: '1', mark: 'ab'.repeat(32), country: 'NL', lastFour: '1234' };

async function adds(personId: string, given: Partial<typeof good> = {}): Promise<string | null> {
  const { sealed, keyId, mark, country, lastFour } = { ...good, ...given };
  return breaks(insert, newId(), personId, sealed, keyId, mark, country, lastFour);
}

it('takes one running account of a person, and another after it ended', async () => {
  const { personId, id } = await account();
  expect(await adds(personId)).toBe('bank_account_one');
  expect(await breaks('update bank_account set ended_at = now() where id = $1::uuid', id)).toBeNull();
  expect(await adds(personId)).toBeNull();
});

it.each([
  ['bank_account_country', { country: 'nl' }],
  ['bank_account_country', { country: 'N1' }],
  ['bank_account_last_four', { lastFour: '123' }],
  ['bank_account_last_four', { lastFour: '12 4' }],
  ['bank_account_mark', { mark: 'NL35WIJK0123456789' }],
  ['bank_account_mark', { mark: '' }],
  ['bank_account_key', { keyId: 'Two' }],
  ['bank_account_sealed', { sealed: Buffer.from('NL35WIJK0123456789') }],
  ['bank_account_fixed', { sealed: Buffer.alloc(0), mark: '' }],
])('%s', async (rule, given) => {
  expect(await adds(await makePerson(test.database), given)).toBe(rule);
});

it('takes no account of who left', async () => {
  const personId = await makePerson(test.database);
  await test.database.person.update({ where: { id: personId }, data: { deletedAt: testNow } });
  expect(await adds(personId)).toBe('bank_account_of_person');
});

it.each([
  `person_id = (select id from person where id <> person_id limit 1)`,
  `country = 'BE'`,
  `last_four = '9999'`,
  `added_at = added_at - interval '1 day'`,
  `iban_mark = repeat('0', 64)`,
  `sealed = sealed || '\\x00'`,
  `key_id = '2'`,
])('lets nobody set %s', async (change) => {
  await makePerson(test.database);
  const { id } = await account();
  expect(await breaks(`update bank_account set ${change} where id = $1::uuid`, id)).toBe('bank_account_fixed');
});

it('ends once, after it began', async () => {
  const { id } = await account();
  const end = async (when: string) => breaks(`update bank_account set ended_at = ${when} where id = $1::uuid`, id);
  expect(await end(`added_at - interval '1 second'`)).toBe('bank_account_ended');
  expect(await end('added_at')).toBeNull();
  expect(await end(`added_at + interval '1 day'`)).toBe('bank_account_fixed');
  expect(await end('null')).toBe('bank_account_fixed');
});

it('is erased only when it ended, with its mark, and stays empty', async () => {
  const { id } = await account();
  const erase = `update bank_account set sealed = '', iban_mark = '' where id = $1::uuid`;
  expect(await breaks(erase, id)).toBe('bank_account_erased');
  await breaks('update bank_account set ended_at = now() where id = $1::uuid', id);
  expect(await breaks(`update bank_account set sealed = '' where id = $1::uuid`, id)).toBe('bank_account_mark');
  expect(await breaks(erase, id)).toBeNull();
  const back = `update bank_account set sealed = $2, key_id = '2', iban_mark = $3 where id = $1::uuid`;
  expect(await breaks(back, id, good.sealed, good.mark)).toBe('bank_account_fixed');
});

it('is not erased while a payment needs it', async () => {
  const { id } = await account();
  await breaks('update bank_account set ended_at = now() where id = $1::uuid', id);
  const needed = (answer: boolean) =>
    `create or replace function bank_account_needed(account uuid) returns boolean language sql stable as $$ select ${String(answer)} $$`;
  await test.database.$executeRawUnsafe(needed(true));
  const erase = `update bank_account set sealed = '', iban_mark = '' where id = $1::uuid`;
  expect(await breaks(erase, id)).toBe('bank_account_needed');
  await test.database.$executeRawUnsafe(needed(false));
  expect(await breaks(erase, id)).toBeNull();
});

it('can be sealed anew with another key, and is never deleted', async () => {
  const { id } = await account();
  expect(
    await breaks(`update bank_account set sealed = $2, key_id = '2' where id = $1::uuid`, id, good.sealed),
  ).toBeNull();
  expect(await breaks('delete from bank_account where id = $1::uuid', id)).toBe('record_append_only');
  expect(await breaks('truncate bank_account cascade')).toBe('record_append_only');
});

it('writes a look once and for ever, in words without a name', async () => {
  const { id, personId } = await account();
  const look = (reason: string) =>
    breaks(
      `insert into bank_account_look (id, account_id, looker_id, looked_at, reason) values ($1::uuid, $2::uuid, $3::uuid, now(), $4)`,
      newId(),
      id,
      personId,
      reason,
    );
  expect(await look('payment:V2026-0003')).toBeNull();
  expect(await look('voor Jan de Vries')).toBe('bank_account_look_reason');
  expect(await look(`payment:${ibanOf(1)} x`)).toBe('bank_account_look_reason');
  expect(await breaks(`update bank_account_look set looked_at = now()`)).toBe('record_append_only');
  expect(await breaks('delete from bank_account_look')).toBe('record_append_only');
  expect(await breaks('truncate bank_account_look')).toBe('record_append_only');
});

it('has one key for marks, that is never deleted', async () => {
  await account();
  expect(await breaks(`insert into bank_mark_key (id, sealed, key_id) values (2, $1, '1')`, good.sealed)).toBe(
    'bank_mark_key_one',
  );
  expect(await breaks('delete from bank_mark_key')).toBe('record_append_only');
  expect(await breaks('truncate bank_mark_key')).toBe('record_append_only');
});
