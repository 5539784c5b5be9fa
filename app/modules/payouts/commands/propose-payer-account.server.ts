import { electronicFormatIBAN, isValidBIC, isValidIBAN } from 'ibantools';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { administers, type PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailPayerAccount } from '../jobs.server.ts';
import { payerAccount } from '../queries/payer-account.query.server.ts';
import { payerRefusals, type PayerRefusal } from '../refusals.ts';

export type ProposePayerAccount = {
  holder: string;
  iban: string;
  bic: string;
  /** Becomes the id, so that a double post proposes once. */
  formKey: string;
};

export type ProposePayerAccountRefusal =
  PolicyRefusal | PayerRefusal | 'holder-wrong' | 'iban-wrong' | 'bic-wrong' | 'form-key-invalid' | 'payer-same';

/**
 * An administrator says from which bank account the programme should pay volunteers. Somebody else confirms it: who could change
 * it alone could have all payments taken from an account of their choice.
 */
export async function proposePayerAccount(
  input: ProposePayerAccount,
  context: Context<SignedIn>,
): Promise<Outcome<void, ProposePayerAccountRefusal>> {
  const { actor, now } = context;
  const id = input.formKey;
  const holder = input.holder.trim().replaceAll(/\s+/g, ' ');
  const iban = electronicFormatIBAN(input.iban) ?? '';
  const bic = input.bic.replaceAll(/\s/g, '').toUpperCase();
  if (!isId(id)) return refused('form-key-invalid');
  if (holder.length < 2 || holder.length > 70) return refused('holder-wrong');
  if (!isValidIBAN(iban)) return refused('iban-wrong');
  if (bic !== '' && !isValidBIC(bic)) return refused('bic-wrong');
  const allowed = administers(actor);
  if (!allowed.ok) return allowed;
  return inTransaction<void, ProposePayerAccountRefusal, PayerRefusal>(
    context,
    async (tx) => {
      const known = await tx.payerAccountProposal.findUnique({ where: { id }, select: { proposedById: true } });
      if (known !== null) return known.proposedById === actor.person.id ? accepted() : refused('form-key-invalid');
      const last = await payerAccount(tx);
      if (last?.holder === holder && last.iban === iban && last.bic === bic) return refused('payer-same');
      await tx.payerAccountProposal.create({
        data: { id, holder, iban, bic, proposedById: actor.person.id, proposedAt: now },
      });
      await enqueue(tx, mailPayerAccount, { proposalId: id, state: 'proposed' }, `mail-payer-account:${id}:proposed`);
      return accepted();
    },
    { refusals: payerRefusals },
  );
}
