import { z } from 'zod';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { openSealed, sealFor, type Sealed, type SealingKeys } from '#app/platform/sealing.server.ts';
import { keyedDigest, randomToken } from '#app/platform/secret.server.ts';

/** What is sealed of an account. */
export type WholeAccount = { iban: string; holder: string };

const whole = z.object({ iban: z.string(), holder: z.string() });

type Place = { id: string; personId: string };

const placeOf = ({ id, personId }: Place) => `bank_account/${id}/${personId}`;

export function sealAccount(keys: SealingKeys, place: Place, { iban, holder }: WholeAccount): Sealed {
  return sealFor(keys, placeOf(place), JSON.stringify({ iban, holder }));
}

/** @throws SealBroken */
export function openAccount(keys: SealingKeys, row: Place & Sealed): WholeAccount {
  return whole.parse(JSON.parse(openSealed(keys, placeOf(row), row)));
}

const markKeyId = 1;
export const markKeyPlace = 'bank_mark_key';

/**
 * The mark of a number: the same for the same number, and nobody without the keys can find the number by trying all of them. Its
 * key is made once and kept sealed, so that marks stay equal when the keys that seal are rotated.
 */
export async function markOf(tx: Transaction, keys: SealingKeys, iban: string): Promise<string> {
  return (await markingOf(tx, keys))(iban);
}

/** What gives the mark of any number. */
export async function markingOf(tx: Transaction, keys: SealingKeys): Promise<(iban: string) => string> {
  const made = sealFor(keys, markKeyPlace, randomToken());
  await tx.bankMarkKey.createMany({ data: [{ id: markKeyId, ...made }], skipDuplicates: true });
  const kept = await tx.bankMarkKey.findUniqueOrThrow({ where: { id: markKeyId } });
  const key = Buffer.from(openSealed(keys, markKeyPlace, kept), 'base64url');
  return (iban) => keyedDigest(key, iban).toString('hex');
}

/** The account to which a person is paid now. */
export async function runningAccount(database: Database | Transaction, personId: string) {
  return database.bankAccount.findFirst({
    where: { personId, endedAt: null },
    select: { id: true, country: true, lastFour: true, addedAt: true },
  });
}
