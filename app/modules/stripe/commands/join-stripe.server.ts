import { newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { callStripe, type StripeGate, type StripeRefusal } from '#app/platform/stripe.server.ts';
import type { AccountOwner } from '../account.ts';

export type JoinStripeRefusal = StripeRefusal | 'owner-unknown';

/** Only for oneself, or for an organisation that one acts for. */
function mayJoin(actor: SignedIn, owner: AccountOwner): boolean {
  return 'personId' in owner
    ? owner.personId === actor.person.id
    : actor.organisations.some(({ id }) => id === owner.organisationId);
}

/**
 * Lets a volunteer or an organisation tell Stripe who they are and where their money goes, so that Stripe can pay them. What
 * they tell stays at Stripe. Again goes on where they were.
 * @param here address of our page: where Stripe sends them back
 * @returns address of the page of Stripe; it counts for some minutes
 */
export async function joinStripe(
  { owner, here }: { owner: AccountOwner; here: string },
  context: Context<SignedIn>,
  stripe: StripeGate,
): Promise<Outcome<string, JoinStripeRefusal>> {
  const { actor, now, database } = context;
  if (!mayJoin(actor, owner)) return refused('owner-unknown');
  const kept = await inTransaction<{ id: string; accountId: string | null }, never>(context, async (tx) => {
    await holdKey(tx, `stripe-account:${JSON.stringify(owner)}`);
    const known = await tx.stripeAccount.findFirst({ where: { ...owner, endedAt: null } });
    return accepted(known ?? (await tx.stripeAccount.create({ data: { id: newId(), ...owner, begunAt: now } })));
  });
  if (!kept.ok) return kept;
  const account = kept.value.accountId ?? (await makeAccount(kept.value.id, 'personId' in owner, stripe));
  if (typeof account !== 'string') return account;
  await database.stripeAccount.updateMany({
    where: { id: kept.value.id, accountId: null },
    data: { accountId: account },
  });
  const link = await callStripe(async () =>
    stripe.api.accountLinks.create({
      account,
      type: 'account_onboarding',
      return_url: `${here}?terug=ja`,
      refresh_url: here,
    }),
  );
  return link.ok ? accepted(link.value.url) : link;
}

async function makeAccount(id: string, isPerson: boolean, { api }: StripeGate) {
  const made = await callStripe(async () =>
    api.accounts.create(
      {
        country: 'NL',
        ...(isPerson ? { business_type: 'individual' } : {}),
        // Stripe asks them itself; the programme pays what that costs
        controller: {
          fees: { payer: 'application' },
          losses: { payments: 'application' },
          requirement_collection: 'stripe',
          stripe_dashboard: { type: 'express' },
        },
        capabilities: { transfers: { requested: true } },
        // we send each payment on ourselves, so that each line is known at the bank
        settings: { payouts: { schedule: { interval: 'manual' } } },
        metadata: { account: id },
      },
      { idempotencyKey: `account:${id}` },
    ),
  );
  return made.ok ? made.value.id : made;
}

/** Ends being paid by Stripe; what is under way still arrives. Twice changes nothing. */
export async function leaveStripe(
  owner: AccountOwner,
  context: Context<SignedIn>,
): Promise<Outcome<void, 'owner-unknown'>> {
  const { actor, now, database } = context;
  if (!mayJoin(actor, owner)) return refused('owner-unknown');
  await database.stripeAccount.updateMany({ where: { ...owner, endedAt: null }, data: { endedAt: now } });
  return accepted();
}
