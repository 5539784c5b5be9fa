import { isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import { administers } from '#app/modules/people/policy.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { answersPayerAccount, readsPayerAccount } from '../policy.ts';
import type { PayerAccountPage, PayerAccountView, PayerProposalView } from '../views.ts';

/** From where the programme pays now; null: nobody filled that in yet. An account of an organisation, so nothing private. */
export async function payerAccount(database: Database | Transaction): Promise<PayerAccountView | null> {
  return database.payerAccount.findFirst({
    orderBy: { sequence: 'desc' },
    select: { id: true, holder: true, iban: true, bic: true, addedAt: true },
  });
}

/** The account that was proposed and that nobody confirmed yet; null for who may not read it. */
export async function payerProposal(database: Database, actor: Actor): Promise<PayerProposalView | null> {
  if (!isSignedIn(actor) || !readsPayerAccount(actor).ok) return null;
  const row = await database.payerAccountProposal.findFirst({
    where: { state: 'proposed' },
    include: { proposedBy: { select: { name: true } } },
  });
  if (row === null) return null;
  const { id, holder, iban, bic, proposedAt, proposedBy, proposedById } = row;
  return { id, holder, iban, bic, proposedAt, proposedBy: proposedBy.name, isMine: proposedById === actor.person.id };
}

export async function payerAccountPage(database: Database, actor: Actor): Promise<PayerAccountPage> {
  const [payer, proposal] = await Promise.all([payerAccount(database), payerProposal(database, actor)]);
  return { payer, proposal, mayPropose: administers(actor).ok, mayAnswer: answersPayerAccount(actor).ok };
}
