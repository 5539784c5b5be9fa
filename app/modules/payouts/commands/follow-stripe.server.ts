import type Stripe from 'stripe';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import { askStripe, callStripe, type StripeGate } from '#app/platform/stripe.server.ts';
import { stripePaymentOf, type StripePayment } from '../stripe-payment.store.server.ts';
import { noteEnd, noteSettled } from './note-stripe-outcome.server.ts';

/** Hours after which Stripe may have forgotten a key (it keeps them for 24): what was done is looked up first then. */
const hoursOfKeys = 20;

/** What Stripe refuses now and may do later: there is too little on the balance. */
const passing = ['balance_insufficient'];

/** Stripe gives the same answer to the same key for a day; after a refusal that passes, and was written down, comes the next one. */
const keyOf = (key: string, tries: number) => (tries === 0 ? key : `${key}-${String(tries)}`);

/** To which account at Stripe, and whether keys may be forgotten by now. */
type How = { account: string; isOld: boolean; database: Database };

/**
 * Brings a payment further by Stripe, from wherever it is: money to the account of who gets it (transfer), from there to their bank
 * (payout), and what came of it to our books. What was done is told by the keys of the payment, so that a process that dies between
 * Stripe's doing and our writing pays nothing twice and loses nothing; a job, a message of Stripe and the clock all call this.
 * @param id of a line of a batch, or of an approved payment to an organisation
 * @throws Error when it must be tried again later
 */
export async function followStripe(
  id: string,
  stripe: StripeGate,
  { database, now }: { database: Database; now: Instant },
): Promise<void> {
  const payment = await stripePaymentOf(database, id);
  const account = payment?.account ?? null;
  if (payment === null || account === null) return;
  if (payment.reversalId !== null) {
    await noteEnd(database, payment, { reason: 'stripe', endedBy: payment.reversalId, at: now });
    return;
  }
  if (payment.transferId === null && !payment.isOpen) return;
  const isOld = now.getTime() - payment.begunAt.getTime() > hoursOfKeys * 3_600_000;
  const transferId = payment.transferId ?? (await transfer(stripe.api, payment, { account, isOld, database }));
  if (typeof transferId !== 'string') {
    // nothing left our balance
    await noteEnd(database, payment, {
      reason: transferId.refused,
      endedBy: `stripe:${transferId.refused}`,
      at: now,
    });
    return;
  }
  await database.stripePayment.updateMany({ where: { id, transferId: null }, data: { transferId } });
  const payout = await payoutOf(stripe.api, payment, { account, isOld, database });
  if ('refused' in payout) {
    await takeBack(database, stripe.api, { ...payment, transferId }, payout.refused, now);
    return;
  }
  await database.stripePayment.updateMany({ where: { id, payoutId: null }, data: { payoutId: payout.id } });
  if (payout.status === 'paid') {
    const settledOn = dayInAmsterdam(new Date(Math.min(payout.arrival_date * 1000, now.getTime())));
    await noteSettled(database, payment, { settledOn, settledBy: `stripe:${payout.id}` });
  }
  if (payout.status === 'failed' || payout.status === 'canceled')
    await takeBack(database, stripe.api, { ...payment, transferId }, payout.failure_code ?? payout.status, now);
}

/** @returns id of the transfer, or why Stripe does not do it */
async function transfer(
  api: Stripe,
  { id, key, amount, metadata, transferTries }: StripePayment,
  { account: destination, isOld, database }: How,
): Promise<string | { refused: string }> {
  if (isOld) {
    const { data } = await askStripe(async () => api.transfers.list({ transfer_group: key, limit: 1 }));
    if (data[0] !== undefined) return data[0].id;
  }
  const made = await callStripe(async () =>
    api.transfers.create(
      { amount, currency: 'eur', destination, transfer_group: key, metadata },
      { idempotencyKey: keyOf(key, transferTries) },
    ),
  );
  if (made.ok) return made.value.id;
  const code = String(made.detail?.code);
  if (made.reason === 'stripe-refused' && passing.includes(code))
    await database.stripePayment.updateMany({
      where: { id, transferTries },
      data: { transferTries: transferTries + 1 },
    });
  else if (made.reason === 'stripe-refused') return { refused: code };
  throw new Error(`Stripe: ${code}`);
}

/** The payout of a payment, made when there is none yet. @returns the payout as it is now, or why Stripe does not do it */
async function payoutOf(
  api: Stripe,
  { id, key, amount, metadata, text, payoutId, payoutTries }: StripePayment,
  { account: stripeAccount, isOld, database }: How,
): Promise<Stripe.Payout | { refused: string }> {
  const options = { stripeAccount };
  if (payoutId !== null) return askStripe(async () => api.payouts.retrieve(payoutId, {}, options));
  if (isOld) {
    const before = await askStripe(async () => findPayout(api, id, stripeAccount));
    if (before !== null) return before;
  }
  const made = await callStripe(async () =>
    api.payouts.create(
      { amount, currency: 'eur', metadata, ...(text === null ? {} : { statement_descriptor: text }) },
      { ...options, idempotencyKey: keyOf(`${key}-payout`, payoutTries) },
    ),
  );
  // as it is now: the answer to a key that was used before tells how it was then
  if (made.ok) return askStripe(async () => api.payouts.retrieve(made.value.id, {}, options));
  const code = String(made.detail?.code);
  if (made.reason === 'stripe-refused' && passing.includes(code))
    await database.stripePayment.updateMany({
      where: { id, payoutTries },
      data: { payoutTries: payoutTries + 1 },
    });
  else if (made.reason === 'stripe-refused') return { refused: code };
  throw new Error(`Stripe: ${code}`);
}

async function findPayout(api: Stripe, id: string, stripeAccount: string): Promise<Stripe.Payout | null> {
  for await (const payout of api.payouts.list({ limit: 100 }, { stripeAccount }))
    if (paidBy(payout) === id) return payout;
  return null;
}

/** The payment that a payout is of, if it is one of ours. */
export function paidBy({ metadata }: Pick<Stripe.Payout, 'metadata'>): string | undefined {
  return metadata?.line ?? metadata?.change;
}

/** Takes the money back from the account of who would get it, and only then lets it be paid again. */
async function takeBack(
  database: Database,
  api: Stripe,
  payment: StripePayment & { transferId: string },
  reason: string,
  now: Instant,
): Promise<void> {
  const { id, key, amount, metadata, transferId } = payment;
  const { amount_reversed: before } = await askStripe(async () => api.transfers.retrieve(transferId));
  let reversalId = `${transferId}:reversed`;
  if (before < amount) {
    const made = await askStripe(async () =>
      api.transfers.createReversal(
        transferId,
        { amount: amount - before, metadata },
        { idempotencyKey: `${key}-reversal` },
      ),
    );
    reversalId = made.id;
  }
  await database.stripePayment.updateMany({ where: { id, reversalId: null }, data: { reversalId } });
  await noteEnd(database, payment, { reason, endedBy: reversalId, at: now });
}
