import type { Database } from '#app/platform/database.server.ts';
import type { OddLine } from './odd-lines.server.ts';

/**
 * Of whom a draft cannot be approved as it is, so that the treasurer sees which lines to take out (`payment_line_account`,
 * `payment_over_limit`).
 * @param odd only who is near a limit can be over it, and judging ten thousand people takes seconds
 */
export async function blockedLines(database: Database, batchId: string, odd: readonly OddLine[]): Promise<OddLine[]> {
  const near = odd.filter(({ kind }) => kind === 'limit-near').map(({ lineId }) => lineId);
  return database.$queryRaw<OddLine[]>`
    select l.id::text as "lineId", 'account-ended' as kind from payment_line l join bank_account a on a.id = l.bank_account_id
      where l.batch_id = ${batchId}::uuid and l.state = 'open' and a.ended_at is not null
    union
    select l.id::text, 'over-limit' from payment_line l
      where l.id = any (${near}::uuid[]) and l.state = 'open' and l.person_id in (
        select o.person_id from people_over_limit(array(
          select claim_id from payment_line_claim where line_id = any (${near}::uuid[]))) o (person_id))
    order by 1, 2`;
}
