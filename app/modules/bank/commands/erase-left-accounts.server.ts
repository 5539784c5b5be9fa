import type { Database } from '#app/platform/database.server.ts';

/**
 * Erases the accounts of people who deleted their account here, once no payment needs them any more (`bank_account_needed`).
 * Deleting does that at once for all others. @returns how many were erased
 */
export async function eraseLeftAccounts(database: Database): Promise<number> {
  return database.$executeRaw`
    update bank_account a set sealed = '', iban_mark = '' from person p
      where p.id = a.person_id and p.deleted_at is not null and a.ended_at is not null and octet_length(a.sealed) > 0
        and not bank_account_needed(a.id)`;
}
