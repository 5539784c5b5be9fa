import { electronicFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools';
import { newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { administers, type PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';

export type SetPayerAccount = { holder: string; iban: string; bic: string };

export type SetPayerAccountRefusal = PolicyRefusal | 'holder-wrong' | 'iban-wrong' | 'bic-wrong';

/**
 * An administrator says from which bank account the programme pays volunteers. A new row for each change, so that a batch keeps
 * the account from which it was paid; the same again changes nothing.
 */
export async function setPayerAccount(
  input: SetPayerAccount,
  context: Context<SignedIn>,
): Promise<Outcome<void, SetPayerAccountRefusal>> {
  const { actor, now } = context;
  const holder = input.holder.trim().replaceAll(/\s+/g, ' ');
  const iban = electronicFormatIBAN(input.iban) ?? '';
  const bic = input.bic.replaceAll(/\s/g, '').toUpperCase();
  if (holder.length < 2 || holder.length > 70) return refused('holder-wrong');
  if (!isValidIBAN(iban)) return refused('iban-wrong');
  if (bic !== '' && !isValidBIC(bic)) return refused('bic-wrong');
  return inTransaction<void, SetPayerAccountRefusal>(context, async (tx) => {
    const allowed = administers(actor);
    if (!allowed.ok) return allowed;
    const last = await tx.payerAccount.findFirst({ orderBy: { sequence: 'desc' } });
    if (last?.holder === holder && last.iban === iban && last.bic === bic) return accepted();
    await tx.payerAccount.create({
      data: { id: newId(), holder, iban, bic, addedById: actor.person.id, addedAt: now },
    });
    return accepted();
  });
}
