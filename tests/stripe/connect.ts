import { textAt, textsAt, type FormTree } from './form-body.ts';
import {
  FakeRefusal,
  type FakeAccount,
  type FakeAccountLink,
  type FakePayout,
  type FakeReversal,
  type FakeTransfer,
} from './objects.ts';
import type { FakeStore } from './store.ts';

const cents = (body: FormTree): number => {
  const text = textAt(body, 'amount') ?? '';
  if (!/^[1-9]\d*$/.test(text)) throw new FakeRefusal(400, 'Invalid integer: amount', 'parameter_invalid_integer');
  return Number(text);
};

/** What a new account must still tell. */
const asked = ['external_account', 'individual.dob.day', 'tos_acceptance.date'];

export function createAccount(store: FakeStore, body: FormTree): FakeAccount {
  const account = store.add({
    id: store.newId('acct'),
    object: 'account',
    capabilities: { transfers: 'inactive' },
    charges_enabled: false,
    country: textAt(body, 'country') ?? 'NL',
    created: store.now(),
    details_submitted: false,
    metadata: textsAt(body, 'metadata'),
    payouts_enabled: false,
    requirements: {
      currently_due: [...asked],
      disabled_reason: 'requirements.past_due',
      past_due: [...asked],
      pending_verification: [],
    },
    settings: {
      payouts: { schedule: { interval: textAt(body, 'settings', 'payouts', 'schedule', 'interval') ?? 'daily' } },
    },
  } satisfies FakeAccount);
  store.tell('account.updated', account, account.id);
  return account;
}

export function createAccountLink(store: FakeStore, body: FormTree, url: string): FakeAccountLink {
  const account = store.get('account', textAt(body, 'account') ?? '');
  const back = new URLSearchParams({ naar: textAt(body, 'return_url') ?? '/' });
  return {
    object: 'account_link',
    created: store.now(),
    expires_at: store.now() + 300,
    url: `${url}/onboard/${account.id}?${back.toString()}`,
  };
}

/** @param how `complete`: all was told; `partly`: the bank account is missing; `refused`: Stripe wants no payments to it */
export function onboard(store: FakeStore, id: string, how: 'complete' | 'partly' | 'refused'): void {
  const account = store.get('account', id);
  const isComplete = how === 'complete';
  const due = how === 'partly' ? ['external_account'] : [];
  account.details_submitted = how !== 'partly';
  account.payouts_enabled = isComplete;
  account.capabilities = { transfers: isComplete ? 'active' : 'inactive' };
  account.requirements = {
    currently_due: due,
    past_due: due,
    pending_verification: [],
    disabled_reason: isComplete ? null : how === 'refused' ? 'rejected.other' : 'requirements.past_due',
  };
  store.tell('account.updated', account, account.id);
}

export function createTransfer(store: FakeStore, body: FormTree): FakeTransfer {
  const amount = cents(body);
  const destination = store.get('account', textAt(body, 'destination') ?? '');
  if (destination.capabilities.transfers !== 'active')
    throw new FakeRefusal(
      400,
      'The destination account needs the transfers capability',
      'insufficient_capabilities_for_transfer',
    );
  if (store.balance(null) < amount)
    throw new FakeRefusal(400, 'You have insufficient available funds', 'balance_insufficient');
  store.move(null, -amount);
  store.move(destination.id, amount);
  const transfer = store.add({
    id: store.newId('tr'),
    object: 'transfer',
    amount,
    amount_reversed: 0,
    created: store.now(),
    currency: textAt(body, 'currency') ?? 'eur',
    destination: destination.id,
    livemode: false,
    metadata: textsAt(body, 'metadata'),
    reversed: false,
    transfer_group: textAt(body, 'transfer_group') ?? null,
  } satisfies FakeTransfer);
  store.tell('transfer.created', transfer);
  return transfer;
}

export function reverseTransfer(store: FakeStore, id: string, body: FormTree): FakeReversal {
  const transfer = store.get('transfer', id);
  const left = transfer.amount - transfer.amount_reversed;
  const amount = textAt(body, 'amount') === undefined ? left : cents(body);
  if (amount > left || left === 0)
    throw new FakeRefusal(400, 'More than is left of the transfer', 'transfer_already_reversed');
  const account = transfer.destination;
  if (store.balance(account) < amount)
    throw new FakeRefusal(400, 'The account holds too little', 'balance_insufficient');
  store.move(account, -amount);
  store.move(null, amount);
  transfer.amount_reversed += amount;
  transfer.reversed = transfer.amount_reversed === transfer.amount;
  const reversal = store.add({
    id: store.newId('trr'),
    object: 'transfer_reversal',
    amount,
    created: store.now(),
    currency: 'eur',
    metadata: textsAt(body, 'metadata'),
    transfer: transfer.id,
  } satisfies FakeReversal);
  store.tell('transfer.reversed', transfer);
  return reversal;
}

export function createPayout(store: FakeStore, body: FormTree, account: string): FakePayout {
  const amount = cents(body);
  if (!store.get('account', account).payouts_enabled)
    throw new FakeRefusal(400, 'Payouts are not enabled', 'payouts_not_allowed');
  if (store.balance(account) < amount)
    throw new FakeRefusal(400, 'You have insufficient funds', 'balance_insufficient');
  store.move(account, -amount);
  const payout = store.add({
    id: store.newId('po'),
    object: 'payout',
    account,
    amount,
    arrival_date: store.now() + 86_400,
    automatic: false,
    created: store.now(),
    currency: textAt(body, 'currency') ?? 'eur',
    failure_code: null,
    livemode: false,
    metadata: textsAt(body, 'metadata'),
    statement_descriptor: textAt(body, 'statement_descriptor') ?? null,
    status: 'pending',
  } satisfies FakePayout);
  store.tell('payout.created', payout, account);
  return payout;
}

/** The bank takes the money, or gives it back to the account at Stripe; `failed` also after `paid`, as banks do. */
export function endPayout(store: FakeStore, id: string, how: 'paid' | 'failed'): void {
  const payout = store.get('payout', id);
  payout.status = how;
  if (how === 'failed') {
    payout.failure_code = 'account_closed';
    store.move(payout.account, payout.amount);
  }
  store.tell(how === 'paid' ? 'payout.paid' : 'payout.failed', payout, payout.account);
}
