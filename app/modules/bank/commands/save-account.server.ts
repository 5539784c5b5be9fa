import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { freshSignInUntil, type SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import type { SealingKeys } from '#app/platform/sealing.server.ts';
import { markOf, runningAccount, sealAccount } from '../bank-account.store.server.ts';
import { readHolder, type HolderMistake } from '../holder.ts';
import { readIban, type IbanMistake } from '../iban.ts';
import { mailAccountChange } from '../jobs.server.ts';

export type SaveAccount = {
  /** As it was typed. */
  iban: string;
  /** Name of the holder, as it was typed. */
  holder: string;
  /** The account that the page showed, which this one replaces; null where there was none. */
  replaces: string | null;
  /** Becomes the id, so that a double post saves once. */
  formKey: string;
};

export type SaveAccountRefusal =
  IbanMistake | HolderMistake | 'sign-in-again' | 'changed-meanwhile' | 'form-key-invalid';

const broken = {
  bank_account_pkey: 'form-key-invalid',
  bank_account_one: 'changed-meanwhile',
  bank_account_ended: 'changed-meanwhile',
  bank_account_of_person: 'changed-meanwhile',
} as const;

/**
 * Somebody says to which account their allowances go, soon after signing in. An account that was there ends and is kept; a mail
 * tells them, in case it was not them. Two people may have one account.
 * @param context `keys` seal it; the first one
 */
export async function saveAccount(
  input: SaveAccount,
  context: Context<SignedIn> & { keys: SealingKeys },
): Promise<Outcome<{ accountId: string }, SaveAccountRefusal>> {
  const { actor, now, keys } = context;
  const { formKey: id, replaces } = input;
  const personId = actor.person.id;
  if (!isId(id)) return refused('form-key-invalid');
  const iban = readIban(input.iban);
  if (!iban.ok) return iban;
  const holder = readHolder(input.holder);
  if (!holder.ok) return holder;
  return inTransaction<{ accountId: string }, SaveAccountRefusal, SaveAccountRefusal>(
    context,
    async (tx) => {
      await holdKey(tx, `bank-account:${personId}`);
      const ibanMark = await markOf(tx, keys, iban.value);
      const known = await tx.bankAccount.findUnique({ where: { id } });
      if (known !== null) {
        // a page that the browser kept sends its key again with another number, which must not seem to be taken
        const isAgain = known.personId === personId && known.endedAt === null && known.ibanMark === ibanMark;
        return isAgain ? accepted({ accountId: id }) : refused('form-key-invalid');
      }
      if (freshSignInUntil(actor, now) === null) return refused('sign-in-again');
      const before = await runningAccount(tx, personId);
      if ((before?.id ?? null) !== replaces) return refused('changed-meanwhile');
      if (before !== null) await tx.bankAccount.update({ where: { id: before.id }, data: { endedAt: now } });
      await tx.bankAccount.create({
        data: {
          id,
          personId,
          ...sealAccount(keys, { id, personId }, { iban: iban.value, holder: holder.value }),
          ibanMark,
          country: iban.value.slice(0, 2),
          lastFour: iban.value.slice(-4),
          addedAt: now,
        },
      });
      const change = before === null ? 'added' : 'changed';
      await enqueue(tx, mailAccountChange, { accountId: id, change, before: replaces }, `mail-account-change:${id}`);
      return accepted({ accountId: id });
    },
    { refusals: broken },
  );
}
