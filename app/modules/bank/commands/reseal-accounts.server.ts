import type { Database } from '#app/platform/database.server.ts';
import { openSealed, SealBroken, sealFor, type SealingKeys } from '#app/platform/sealing.server.ts';
import { markKeyPlace, openAccount, sealAccount } from '../bank-account.store.server.ts';

/** `unreadable`: ids of accounts that none of the keys opens; they stay as they are. */
export type Resealed = { resealed: number; unreadable: string[]; isMarkKeyReadable: boolean };

const accountsAtOnce = 500;

/**
 * Seals everything anew that another key than the first one sealed, so that the other keys can be thrown away. May run beside
 * the product, and again after it was broken off.
 */
export async function resealAccounts(database: Database, keys: SealingKeys): Promise<Resealed> {
  const isMarkKeyReadable = await resealMarkKey(database, keys);
  const unreadable: string[] = [];
  let resealed = 0;
  for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await database.$transaction(async (tx) => {
      const found = await tx.$queryRaw<
        { id: string; personId: string; keyId: string; sealed: Uint8Array<ArrayBuffer> }[]
      >`
        select id::text as id, person_id::text as "personId", key_id as "keyId", sealed from bank_account
          where id > ${last}::uuid and key_id <> ${keys[0].id} and octet_length(sealed) > 0
          order by id limit ${accountsAtOnce} for update`;
      for (const row of found) {
        const account = orNull(() => openAccount(keys, row));
        if (account === null) {
          unreadable.push(row.id);
          continue;
        }
        await tx.bankAccount.update({ where: { id: row.id }, data: sealAccount(keys, row, account) });
        resealed += 1;
      }
      return found;
    });
    const lastRow = rows.at(-1);
    if (lastRow === undefined) return { resealed, unreadable, isMarkKeyReadable };
    last = lastRow.id;
  }
}

async function resealMarkKey(database: Database, keys: SealingKeys): Promise<boolean> {
  return database.$transaction(async (tx) => {
    await tx.$executeRaw`select 1 from bank_mark_key for update`;
    const row = await tx.bankMarkKey.findFirst();
    if (row === null) return true;
    const text = orNull(() => openSealed(keys, markKeyPlace, row));
    if (text === null) return false;
    if (row.keyId !== keys[0].id)
      await tx.bankMarkKey.update({ where: { id: row.id }, data: sealFor(keys, markKeyPlace, text) });
    return true;
  });
}

function orNull<Value>(open: () => Value): Value | null {
  try {
    return open();
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}
