import type { Instant } from '#app/kernel/instant.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Context } from '#app/platform/database.server.ts';
import type { SealingKeys } from '#app/platform/sealing.server.ts';
import { readAccounts } from './read-accounts.server.ts';

/** What the actor's own file says of their accounts. */
export type DownloadedAccount = {
  /** Null: erased. */
  iban: string | null;
  holder: string | null;
  addedAt: Instant;
  endedAt: Instant | null;
  /** Earlier looks; the look of this download is written down as well. */
  seen: { at: Instant; reason: string }[];
};

/**
 * The actor's own accounts with their whole numbers, for the download of one's data.
 * @throws SealBroken when one cannot be opened
 */
export async function downloadAccounts({
  actor,
  now,
  database,
  keys,
}: Context<SignedIn> & { keys: SealingKeys }): Promise<DownloadedAccount[]> {
  const personId = actor.person.id;
  return database.$transaction(async (tx) => {
    const accounts = await tx.bankAccount.findMany({
      where: { personId },
      orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        addedAt: true,
        endedAt: true,
        looks: { orderBy: { lookedAt: 'asc' }, select: { lookedAt: true, reason: true } },
      },
    });
    const ids = accounts.map(({ id }) => id);
    const whole = await readAccounts(tx, ids, { lookerId: personId, reason: 'own-download', at: now, keys });
    return accounts.map(({ id, addedAt, endedAt, looks }) => ({
      iban: whole.get(id)?.iban ?? null,
      holder: whole.get(id)?.holder ?? null,
      addedAt,
      endedAt,
      seen: looks.map(({ lookedAt, reason }) => ({ at: lookedAt, reason })),
    }));
  });
}
