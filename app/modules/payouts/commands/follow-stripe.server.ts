import type Stripe from 'stripe';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import { askStripe, callStripe, type StripeGate } from '#app/platform/stripe.server.ts';
import { putBackLines, returnLines } from './return-lines.server.ts';
import { settleLines } from './settle-lines.server.ts';

/** Hours after which Stripe may have forgotten a key (it keeps them for 24): what was done is looked up first then. */
const hoursOfKeys = 20;

/** What Stripe refuses now and may do later: there is too little on the balance. */
const passing = ['balance_insufficient'];

/** Stripe gives the same answer to the same key for a day; after a refusal that passes, and was written down, comes the next one. */
const keyOf = (key: string, tries: number) => (tries === 0 ? key : `${key}-${String(tries)}`);

/** To which account at Stripe, and whether keys may be forgotten by now. */
type How = { account: string; isOld: boolean; database: Database };

type Payment = NonNullable<Awaited<ReturnType<typeof paymentOf>>>;

/**
 * Brings a line of a batch further by Stripe, from wherever it is: money to the account of the person (transfer), from there to
 * their bank (payout), and what came of it to the ledger. What was done is told by the keys of the line, so that a process that dies
 * between Stripe's doing and our writing pays nothing twice and loses nothing; a job, a message of Stripe and the clock all call this.
 * @throws Error when it must be tried again later
 */
export async function followStripe(
  lineId: string,
  stripe: StripeGate,
  { database, now }: { database: Database; now: Instant },
): Promise<void> {
  const payment = await paymentOf(database, lineId);
  const account = payment?.account.accountId ?? null;
  if (payment === null || account === null) return;
  if (payment.reversalId !== null) {
    await end(database, payment, { reason: 'stripe', endedBy: payment.reversalId, now });
    return;
  }
  if (payment.transferId === null && payment.line.state !== 'open') return;
  const isOld = now.getTime() - payment.begunAt.getTime() > hoursOfKeys * 3_600_000;
  const transferId = payment.transferId ?? (await transfer(stripe.api, payment, { account, isOld, database }));
  if (typeof transferId !== 'string') {
    // nothing left our balance
    await end(database, payment, { reason: transferId.refused, endedBy: `stripe:${transferId.refused}`, now });
    return;
  }
  await database.stripePayment.updateMany({ where: { lineId, transferId: null }, data: { transferId } });
  const payout = await payoutOf(stripe.api, payment, { account, isOld, database });
  if ('refused' in payout) {
    await takeBack(database, stripe.api, { ...payment, transferId }, payout.refused, now);
    return;
  }
  await database.stripePayment.updateMany({ where: { lineId, payoutId: null }, data: { payoutId: payout.id } });
  if (payout.status === 'paid') await settle(database, payment, payout, now);
  if (payout.status === 'failed' || payout.status === 'canceled')
    await takeBack(database, stripe.api, { ...payment, transferId }, payout.failure_code ?? payout.status, now);
}

async function paymentOf(database: Database, lineId: string) {
  return database.stripePayment.findUnique({
    where: { lineId },
    include: {
      account: { select: { accountId: true } },
      line: { select: { id: true, batchId: true, amountCents: true, endToEndId: true, state: true } },
    },
  });
}

/** @returns id of the transfer, or why Stripe does not do it */
async function transfer(
  api: Stripe,
  { line, transferTries }: Payment,
  { account: destination, isOld, database }: How,
): Promise<string | { refused: string }> {
  const { endToEndId: key, amountCents: amount } = line;
  if (isOld) {
    const { data } = await askStripe(async () => api.transfers.list({ transfer_group: key, limit: 1 }));
    if (data[0] !== undefined) return data[0].id;
  }
  const made = await callStripe(async () =>
    api.transfers.create(
      { amount, currency: 'eur', destination, transfer_group: key, metadata: { line: line.id } },
      { idempotencyKey: keyOf(key, transferTries) },
    ),
  );
  if (made.ok) return made.value.id;
  const code = String(made.detail?.code);
  if (made.reason === 'stripe-refused' && passing.includes(code))
    await database.stripePayment.updateMany({
      where: { lineId: line.id, transferTries },
      data: { transferTries: transferTries + 1 },
    });
  else if (made.reason === 'stripe-refused') return { refused: code };
  throw new Error(`Stripe: ${code}`);
}

/** The payout of a line, made when there is none yet. @returns the payout as it is now, or why Stripe does not do it */
async function payoutOf(
  api: Stripe,
  { line, payoutId, payoutTries }: Payment,
  { account: stripeAccount, isOld, database }: How,
): Promise<Stripe.Payout | { refused: string }> {
  const options = { stripeAccount };
  if (payoutId !== null) return askStripe(async () => api.payouts.retrieve(payoutId, {}, options));
  if (isOld) {
    const before = await askStripe(async () => findPayout(api, line.id, stripeAccount));
    if (before !== null) return before;
  }
  const made = await callStripe(async () =>
    api.payouts.create(
      { amount: line.amountCents, currency: 'eur', metadata: { line: line.id } },
      { ...options, idempotencyKey: keyOf(`${line.endToEndId}-payout`, payoutTries) },
    ),
  );
  // as it is now: the answer to a key that was used before tells how it was then
  if (made.ok) return askStripe(async () => api.payouts.retrieve(made.value.id, {}, options));
  const code = String(made.detail?.code);
  if (made.reason === 'stripe-refused' && passing.includes(code))
    await database.stripePayment.updateMany({
      where: { lineId: line.id, payoutTries },
      data: { payoutTries: payoutTries + 1 },
    });
  else if (made.reason === 'stripe-refused') return { refused: code };
  throw new Error(`Stripe: ${code}`);
}

async function findPayout(api: Stripe, lineId: string, stripeAccount: string): Promise<Stripe.Payout | null> {
  for await (const payout of api.payouts.list({ limit: 100 }, { stripeAccount }))
    if (payout.metadata?.line === lineId) return payout;
  return null;
}

/** Takes the money back from the account of the person, and only then lets the line be paid again. */
async function takeBack(
  database: Database,
  api: Stripe,
  payment: Payment & { transferId: string },
  reason: string,
  now: Instant,
): Promise<void> {
  const { transferId, line } = payment;
  const { amount_reversed: before } = await askStripe(async () => api.transfers.retrieve(transferId));
  let reversalId = `${transferId}:reversed`;
  if (before < line.amountCents) {
    const made = await askStripe(async () =>
      api.transfers.createReversal(
        transferId,
        { amount: line.amountCents - before, metadata: { line: line.id } },
        { idempotencyKey: `${line.endToEndId}-reversal` },
      ),
    );
    reversalId = made.id;
  }
  await database.stripePayment.updateMany({ where: { lineId: line.id, reversalId: null }, data: { reversalId } });
  await end(database, payment, { reason, endedBy: reversalId, now });
}

async function settle(database: Database, { line }: Payment, payout: Stripe.Payout, now: Instant): Promise<void> {
  const settledOn = dayInAmsterdam(new Date(Math.min(payout.arrival_date * 1000, now.getTime())));
  await database.$transaction(async (tx) =>
    settleLines(tx, {
      batchId: line.batchId,
      lines: [{ lineId: line.id, settledOn, settledBy: `stripe:${payout.id}` }],
      occasion: `stripe:${line.id}`,
      at: now,
    }),
  );
}

/** Puts back a line that was never paid, or returns one that was: whichever it is by now. */
async function end(
  database: Database,
  { line }: Payment,
  { reason, endedBy, now }: { reason: string; endedBy: string; now: Instant },
): Promise<void> {
  const order = {
    batchId: line.batchId,
    lines: [{ lineId: line.id, reason, endedBy }],
    occasion: `stripe:${line.id}`,
    at: now,
  };
  await database.$transaction(async (tx) => {
    await putBackLines(tx, order);
    await returnLines(tx, order);
  });
}
