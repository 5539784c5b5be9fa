import { textAt, textsAt, type FormTree } from './form-body.ts';
import { FakeRefusal, type FakeCharge, type FakeDispute, type FakeRefund, type FakeSession } from './objects.ts';
import type { FakeStore } from './store.ts';

/** What Stripe keeps of a payment, and of one that is disputed and lost. */
const fakeFees = { payment: 29, dispute: 2000 };

const dayInSeconds = 86_400;

const wholeNumber = (text: string | undefined, name: string): number => {
  if (text === undefined || !/^\d+$/.test(text))
    throw new FakeRefusal(400, `Invalid integer: ${name}`, 'parameter_invalid_integer');
  return Number(text);
};

export function createSession(store: FakeStore, body: FormTree, url: string): FakeSession {
  if (textAt(body, 'mode') !== 'payment') throw new FakeRefusal(400, 'Only mode payment', 'parameter_unknown');
  const successUrl = textAt(body, 'success_url');
  if (successUrl === undefined) throw new FakeRefusal(400, 'Missing: success_url', 'parameter_missing');
  const amount = wholeNumber(textAt(body, 'line_items', '0', 'price_data', 'unit_amount'), 'unit_amount');
  if (amount < 50) throw new FakeRefusal(400, 'Amount must be at least 0.50 eur', 'amount_too_small');
  const id = store.newId('cs_test');
  return store.add({
    id,
    object: 'checkout.session',
    amount_total: amount,
    cancel_url: textAt(body, 'cancel_url') ?? null,
    client_reference_id: textAt(body, 'client_reference_id') ?? null,
    created: store.now(),
    currency: textAt(body, 'line_items', '0', 'price_data', 'currency') ?? null,
    expires_at: Number(textAt(body, 'expires_at') ?? store.now() + dayInSeconds),
    livemode: false,
    locale: textAt(body, 'locale') ?? null,
    metadata: { ...textsAt(body, 'metadata'), ...intentWords(textsAt(body, 'payment_intent_data', 'metadata')) },
    mode: 'payment',
    payment_intent: null,
    payment_status: 'unpaid',
    status: 'open',
    submit_type: textAt(body, 'submit_type') ?? null,
    success_url: successUrl,
    url: `${url}/pay/${id}`,
  });
}

/** Metadata that goes to the payment, kept with the session until there is one. */
const forIntent = 'intent:';
const intentWords = (words: Record<string, string>) =>
  Object.fromEntries(Object.entries(words).map(([name, value]) => [`${forIntent}${name}`, value]));

/** The session as it is sent. */
export function sessionToSend(session: FakeSession): FakeSession {
  const metadata = Object.entries(session.metadata ?? {}).filter(([name]) => !name.startsWith(forIntent));
  return { ...session, metadata: Object.fromEntries(metadata) };
}

export function expireSession(store: FakeStore, id: string): FakeSession {
  const session = store.get('checkout.session', id);
  if (session.status !== 'open') throw new FakeRefusal(400, 'Only open sessions can be expired');
  session.status = 'expired';
  store.tell('checkout.session.expired', sessionToSend(session));
  return session;
}

/** @param how `later`: a bank that takes its time; it is `settlePayment` that ends it */
export function pay(store: FakeStore, id: string, how: 'now' | 'later'): void {
  const session = store.get('checkout.session', id);
  if (session.status !== 'open') throw new FakeRefusal(400, 'This page is no longer open');
  const amount = session.amount_total ?? 0;
  const metadata = Object.fromEntries(
    Object.entries(session.metadata ?? {})
      .filter(([name]) => name.startsWith(forIntent))
      .map(([name, value]) => [name.slice(forIntent.length), value]),
  );
  const intent = store.add({
    id: store.newId('pi'),
    object: 'payment_intent',
    amount,
    amount_received: 0,
    created: store.now(),
    currency: 'eur',
    latest_charge: null,
    livemode: false,
    metadata,
    status: 'processing',
  });
  session.status = 'complete';
  session.payment_intent = intent.id;
  if (how === 'now') charge(store, intent.id);
  else store.tell('payment_intent.processing', intent);
  if (how === 'now') session.payment_status = 'paid';
  store.tell('checkout.session.completed', sessionToSend(session));
}

/** Ends a payment that took its time. */
export function settlePayment(store: FakeStore, id: string, how: 'paid' | 'failed'): void {
  const session = store.get('checkout.session', id);
  const intentId = session.payment_intent;
  if (typeof intentId !== 'string') throw new FakeRefusal(400, 'Nothing was paid here');
  if (how === 'paid') {
    charge(store, intentId);
    session.payment_status = 'paid';
    store.tell('checkout.session.async_payment_succeeded', sessionToSend(session));
    return;
  }
  const intent = store.get('payment_intent', intentId);
  intent.status = 'requires_payment_method';
  store.tell('payment_intent.payment_failed', intent);
  store.tell('checkout.session.async_payment_failed', sessionToSend(session));
}

function charge(store: FakeStore, intentId: string): void {
  const intent = store.get('payment_intent', intentId);
  const id = store.newId('ch');
  const booked = store.book(intent.amount, fakeFees.payment, id, 'charge');
  const made: FakeCharge = {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_refunded: 0,
    balance_transaction: booked.id,
    created: store.now(),
    currency: 'eur',
    disputed: false,
    livemode: false,
    metadata: intent.metadata,
    paid: true,
    payment_intent: intent.id,
    refunded: false,
    status: 'succeeded',
  };
  store.add(made);
  Object.assign(intent, { latest_charge: id, amount_received: intent.amount, status: 'succeeded' });
  store.tell('charge.succeeded', made);
  store.tell('payment_intent.succeeded', intent);
}

function chargeOf(store: FakeStore, intentId: string | undefined): FakeCharge {
  const found = store.all('charge').find(({ payment_intent: intent }) => intent === intentId);
  if (found === undefined)
    throw new FakeRefusal(404, `No such payment_intent: '${intentId ?? ''}'`, 'resource_missing');
  return found;
}

export function createRefund(store: FakeStore, body: FormTree): FakeRefund {
  const paid = chargeOf(store, textAt(body, 'payment_intent'));
  const left = paid.amount - paid.amount_refunded;
  const amount = wholeNumber(textAt(body, 'amount') ?? String(left), 'amount');
  if (left === 0) throw new FakeRefusal(400, 'Charge has already been refunded.', 'charge_already_refunded');
  if (amount > left) throw new FakeRefusal(400, 'Refund amount is greater than unrefunded amount on charge');
  if (paid.disputed) throw new FakeRefusal(400, 'Charge is disputed.', 'charge_disputed');
  paid.amount_refunded += amount;
  paid.refunded = paid.amount_refunded === paid.amount;
  const refund: FakeRefund = store.add({
    id: store.newId('re'),
    object: 'refund',
    amount,
    charge: paid.id,
    created: store.now(),
    currency: 'eur',
    metadata: textsAt(body, 'metadata'),
    payment_intent: paid.payment_intent,
    reason: textAt(body, 'reason') ?? null,
    status: 'succeeded',
  });
  store.book(-amount, 0, refund.id, 'refund');
  store.tell('refund.created', refund);
  store.tell('charge.refunded', paid);
  return refund;
}

/** The bank does not take the money back, so it returns to the balance. */
export function failRefund(store: FakeStore, id: string): void {
  const refund = store.get('refund', id);
  const paid = store.get('charge', refund.charge);
  paid.amount_refunded -= refund.amount;
  paid.refunded = false;
  Object.assign(refund, { status: 'failed', failure_reason: 'lost_or_stolen_card' });
  store.book(refund.amount, 0, refund.id, 'refund_failure');
  store.tell('refund.failed', refund);
}

export function openDispute(store: FakeStore, intentId: string): FakeDispute {
  const paid = chargeOf(store, intentId);
  paid.disputed = true;
  const id = store.newId('dp');
  const dispute = store.add({
    id,
    object: 'dispute',
    amount: paid.amount,
    balance_transactions: [store.book(-paid.amount, fakeFees.dispute, id, 'adjustment')],
    charge: paid.id,
    created: store.now(),
    currency: 'eur',
    livemode: false,
    payment_intent: paid.payment_intent,
    reason: 'general',
    status: 'needs_response',
  });
  store.tell('charge.dispute.created', dispute);
  return dispute;
}

export function closeDispute(store: FakeStore, id: string, how: 'won' | 'lost'): void {
  const dispute = store.get('dispute', id);
  dispute.status = how;
  if (how === 'won') dispute.balance_transactions.push(store.book(dispute.amount, -fakeFees.dispute, id, 'adjustment'));
  store.tell('charge.dispute.closed', dispute);
}
