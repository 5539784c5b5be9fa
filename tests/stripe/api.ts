import { createRefund, createSession, expireSession, sessionToSend } from './checkout.ts';
import { createAccount, createAccountLink, createPayout, createTransfer, reverseTransfer } from './connect.ts';
import { readFormBody, type FormTree } from './form-body.ts';
import { FakeRefusal, type FakeObject } from './objects.ts';
import type { FakeStore } from './store.ts';

type ApiCall = { method: string; path: string; account: string | null; url: URL; body: string; ownUrl: string };

type Handler = (given: {
  store: FakeStore;
  id: string;
  body: FormTree;
  query: URLSearchParams;
  account: string | null;
  ownUrl: string;
}) => object;

/** Newest first, as Stripe lists, in pages. */
function listed(objects: readonly { id: string }[], query: URLSearchParams, path: string): object {
  const limit = Number(query.get('limit') ?? 10);
  const after = query.get('starting_after');
  const newest = [...objects].reverse();
  const from = after === null ? 0 : newest.findIndex(({ id }) => id === after) + 1;
  const data = newest.slice(from, from + limit);
  return { object: 'list', data, has_more: from + limit < newest.length, url: path };
}

/** What is asked for by name; parameters that nobody gave do not count. */
function matching<Kept extends object>(objects: Kept[], query: URLSearchParams, ...names: (keyof Kept & string)[]) {
  return objects.filter((object) =>
    names.every((name) => {
      const wanted = query.get(name);
      return wanted === null || String(object[name]) === wanted;
    }),
  );
}

const one =
  (name: FakeObject['object']): Handler =>
  ({ store, id }) =>
    store.get(name, id);

/** An id stands for one part of an address. */
const routes: [method: string, shape: RegExp, handler: Handler][] = [
  [
    'POST',
    /^\/v1\/checkout\/sessions$/,
    ({ store, body, ownUrl }) => sessionToSend(createSession(store, body, ownUrl)),
  ],
  ['GET', /^\/v1\/checkout\/sessions\/(\w+)$/, ({ store, id }) => sessionToSend(store.get('checkout.session', id))],
  ['POST', /^\/v1\/checkout\/sessions\/(\w+)\/expire$/, ({ store, id }) => sessionToSend(expireSession(store, id))],
  ['GET', /^\/v1\/payment_intents\/(\w+)$/, one('payment_intent')],
  ['GET', /^\/v1\/charges\/(\w+)$/, one('charge')],
  ['GET', /^\/v1\/balance_transactions\/(\w+)$/, one('balance_transaction')],
  ['POST', /^\/v1\/refunds$/, ({ store, body }) => createRefund(store, body)],
  ['GET', /^\/v1\/refunds\/(\w+)$/, one('refund')],
  [
    'GET',
    /^\/v1\/refunds$/,
    ({ store, query }) =>
      listed(matching(store.all('refund'), query, 'payment_intent', 'charge'), query, '/v1/refunds'),
  ],
  ['GET', /^\/v1\/disputes\/(\w+)$/, one('dispute')],
  [
    'GET',
    /^\/v1\/disputes$/,
    ({ store, query }) =>
      listed(matching(store.all('dispute'), query, 'payment_intent', 'charge'), query, '/v1/disputes'),
  ],
  ['POST', /^\/v1\/accounts$/, ({ store, body }) => createAccount(store, body)],
  ['GET', /^\/v1\/accounts\/(\w+)$/, one('account')],
  ['POST', /^\/v1\/account_links$/, ({ store, body, ownUrl }) => createAccountLink(store, body, ownUrl)],
  ['POST', /^\/v1\/transfers$/, ({ store, body }) => createTransfer(store, body)],
  ['GET', /^\/v1\/transfers\/(\w+)$/, one('transfer')],
  [
    'GET',
    /^\/v1\/transfers$/,
    ({ store, query }) =>
      listed(matching(store.all('transfer'), query, 'transfer_group', 'destination'), query, '/v1/transfers'),
  ],
  ['POST', /^\/v1\/transfers\/(\w+)\/reversals$/, ({ store, id, body }) => reverseTransfer(store, id, body)],
  ['POST', /^\/v1\/payouts$/, ({ store, body, account }) => createPayout(store, body, account ?? '')],
  ['GET', /^\/v1\/payouts\/(\w+)$/, one('payout')],
  [
    'GET',
    /^\/v1\/payouts$/,
    ({ store, query, account }) =>
      listed(
        store.all('payout').filter((payout) => payout.account === account),
        query,
        '/v1/payouts',
      ),
  ],
  [
    'GET',
    /^\/v1\/balance$/,
    ({ store, account }) => ({
      object: 'balance',
      livemode: false,
      available: [{ amount: store.balance(account), currency: 'eur' }],
      pending: [],
    }),
  ],
  ['GET', /^\/v1\/events\/(\w+)$/, ({ store, id }) => eventOf(store, id)],
  [
    'GET',
    /^\/v1\/events$/,
    ({ store, query, account }) => {
      const since = Number(query.get('created[gte]') ?? 0);
      const own = store.events.filter((event) => (event.account ?? null) === account && event.created >= since);
      return listed(own, query, '/v1/events');
    },
  ],
];

function eventOf(store: FakeStore, id: string): object {
  const event = store.events.find((known) => known.id === id);
  if (event === undefined) throw new FakeRefusal(404, `No such event: '${id}'`, 'resource_missing');
  return event;
}

/** Does what was asked and gives the answer. @throws FakeRefusal */
export function answerApi(store: FakeStore, { method, path, account, url, body, ownUrl }: ApiCall): object {
  for (const [wanted, shape, handler] of routes) {
    const match = wanted === method ? shape.exec(path) : null;
    if (match === null) continue;
    if (account !== null) store.get('account', account);
    const given = readFormBody(body);
    const done = handler({ store, id: match[1] ?? '', body: given, query: url.searchParams, account, ownUrl });
    const paths = [...url.searchParams].filter(([name]) => name.startsWith('expand[')).map(([, value]) => value);
    return store.expanded(done, paths);
  }
  throw new FakeRefusal(404, `Unrecognized request URL (${method}: ${path})`);
}
