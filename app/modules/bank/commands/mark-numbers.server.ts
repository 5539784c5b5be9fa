import type { Transaction } from '#app/platform/database.server.ts';
import type { SealingKeys } from '#app/platform/sealing.server.ts';
import { markingOf } from '../bank-account.store.server.ts';

/**
 * Marks of account numbers, to compare with the accounts of persons without opening one: nobody's account counts as seen.
 * @param ibans in normal form, without spaces
 * @throws SealBroken when the key of the marks cannot be opened
 */
export async function markNumbers(
  tx: Transaction,
  keys: SealingKeys,
  ibans: readonly string[],
): Promise<Map<string, string>> {
  if (ibans.length === 0) return new Map();
  const mark = await markingOf(tx, keys);
  return new Map(ibans.map((iban) => [iban, mark(iban)]));
}
