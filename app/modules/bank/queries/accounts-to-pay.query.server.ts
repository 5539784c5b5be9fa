import type { Instant } from '#app/kernel/instant.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { MaskedAccount } from '../iban.ts';

/** What a treasurer sees of the account of somebody who is to be paid. */
export type AccountToPay = MaskedAccount & {
  accountId: string;
  addedAt: Instant;
  /** Another number than the one before; null: this is the first. */
  changedAt: Instant | null;
  /** How many others have the same number now. */
  sharedWith: number;
};

/**
 * The accounts of these people now, for who prepares or approves a payment. Who has none is not among them. No number is opened.
 * @param personIds may be thousands
 */
export async function accountsToPay(
  database: Database | Transaction,
  personIds: readonly string[],
): Promise<Map<string, AccountToPay>> {
  const rows = await database.$queryRaw<(AccountToPay & { personId: string })[]>`
    select a.person_id::text as "personId", a.id::text as "accountId", a.country, a.last_four as "lastFour", a.added_at as "addedAt",
        case when before.iban_mark <> a.iban_mark then a.added_at end as "changedAt",
        (select count(*)::int from bank_account o
          where o.iban_mark = a.iban_mark and o.ended_at is null and o.person_id <> a.person_id) as "sharedWith"
      from bank_account a
      left join lateral (select b.iban_mark from bank_account b
        where b.person_id = a.person_id and b.id <> a.id order by b.ended_at desc limit 1) before on true
      where a.person_id = any(${[...personIds]}::uuid[]) and a.ended_at is null`;
  return new Map(rows.map(({ personId, ...account }) => [personId, account]));
}
