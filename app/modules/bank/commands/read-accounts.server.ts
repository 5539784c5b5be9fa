import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import type { SealingKeys } from '#app/platform/sealing.server.ts';
import { openAccount, type WholeAccount } from '../bank-account.store.server.ts';
import type { LookReason } from '../look.ts';

export type LookOrder = {
  /** Who sees them: the one who acts, also where a job of theirs does the work. */
  lookerId: string;
  reason: LookReason;
  at: Instant;
  keys: SealingKeys;
  /** The payment that they are for. */
  batchId?: string;
};

/**
 * Whole bank accounts, also ended ones. The one way to see them: each look is written down in the same transaction, for the
 * person whose account it is. Accounts that were erased, or that are unknown, are left out.
 * @param accountIds may be thousands; one that stands in it twice is one look
 * @throws SealBroken when one cannot be opened: its key is missing, or its row was tampered with
 */
export async function readAccounts(
  tx: Transaction,
  accountIds: readonly string[],
  { lookerId, reason, at, keys, batchId }: LookOrder,
): Promise<Map<string, WholeAccount>> {
  const ids = [...new Set(accountIds)];
  const rows = await tx.$queryRaw<{ id: string; personId: string; keyId: string; sealed: Uint8Array<ArrayBuffer> }[]>`
    select id::text as id, person_id::text as "personId", key_id as "keyId", sealed from bank_account
      where id = any(${ids}::uuid[]) and octet_length(sealed) > 0 order by id`;
  const opened = new Map(rows.map((row) => [row.id, openAccount(keys, row)]));
  await tx.$executeRaw`
    insert into bank_account_look (id, account_id, looker_id, looked_at, reason, batch_id)
      select gen_random_uuid(), seen, ${lookerId}::uuid, ${at}, ${reason}, ${batchId ?? null}::uuid
        from unnest(${[...opened.keys()]}::uuid[]) seen`;
  return opened;
}
