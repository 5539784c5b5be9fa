import type { ServerResponse } from 'node:http';
import { closeDispute, failRefund, openDispute, pay, settlePayment } from './checkout.ts';
import { endPayout, onboard } from './connect.ts';
import { FakeRefusal, type FakeSession } from './objects.ts';
import type { FakeStore } from './store.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

const page = (title: string, body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body><main><h1>${title}</h1><p>This is a fake Stripe: no money moves.</p>${body}</main></body></html>`;

const button = (label: string, action: string, how: string) =>
  `<form method="post" action="${escaped(action)}"><button name="how" value="${how}">${label}</button></form>`;

const euros = (cents: number | null) => `€ ${((cents ?? 0) / 100).toFixed(2)}`;

/** The pages that Stripe shows to people, and one of ours on which a bank and a donor can be played. */
export function answerPage(store: FakeStore, method: string, url: URL, body: string, response: ServerResponse): void {
  const [, place = '', id = ''] = url.pathname.split('/');
  const how = new URLSearchParams(body).get('how') ?? '';
  const send = (html: string) => response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
  const goTo = (where: string) => response.writeHead(303, { Location: where }).end();
  try {
    if (place === 'pay' && method === 'GET') send(payPage(store.get('checkout.session', id)));
    else if (place === 'pay') goTo(paid(store, id, how));
    else if (place === 'onboard' && method === 'GET') {
      const steps = ['complete', 'partly', 'refused'].map((step) => button(step, url.pathname + url.search, step));
      send(page('Fake Stripe: your account', steps.join('')));
    } else if (place === 'onboard') {
      if (how === 'complete' || how === 'partly' || how === 'refused') onboard(store, id, how);
      goTo(url.searchParams.get('naar') ?? '/');
    } else if (place === 'play') {
      play(store, id, how);
      goTo('/');
    } else send(overview(store));
  } catch (error) {
    if (!(error instanceof FakeRefusal)) throw error;
    response.writeHead(error.status, { 'Content-Type': 'text/plain' }).end(error.message);
  }
}

function payPage(session: FakeSession): string {
  if (session.status !== 'open') return page('Fake Stripe: this page is closed', '');
  const action = `/pay/${session.id}`;
  const buttons = [
    button('Pay', action, 'now'),
    button('Pay, and the bank takes its time', action, 'later'),
    button('The payment fails', action, 'fails'),
  ];
  const back = session.cancel_url == null ? '' : `<p><a href="${escaped(session.cancel_url)}">Back</a></p>`;
  return page(`Fake Stripe: pay ${euros(session.amount_total)}`, buttons.join('') + back);
}

/** @returns where the browser goes next */
function paid(store: FakeStore, id: string, how: string): string {
  const session = store.get('checkout.session', id);
  // a payment that fails leaves the page open, to try again
  if (how === 'now' || how === 'later') pay(store, id, how);
  return (how === 'fails' ? `/pay/${id}` : session.success_url) ?? '/';
}

function play(store: FakeStore, id: string, how: string): void {
  if (how === 'settled') settlePayment(store, id, 'paid');
  else if (how === 'bounced') settlePayment(store, id, 'failed');
  else if (how === 'dispute') openDispute(store, id);
  else if (how === 'won' || how === 'lost') closeDispute(store, id, how);
  else if (how === 'refund-fails') failRefund(store, id);
  else if (how === 'paid' || how === 'failed') endPayout(store, id, how);
}

function overview(store: FakeStore): string {
  const line = (text: string, id: string, ...hows: string[]) =>
    `<li>${escaped(text)} ${hows.map((how) => button(how, `/play/${id}`, how)).join('')}</li>`;
  const parts = [
    `<p>Balance: ${euros(store.balance(null))}</p><ul>`,
    ...store
      .all('checkout.session')
      .map((session) =>
        line(
          `gift ${euros(session.amount_total)}: ${session.status ?? ''}, ${session.payment_status}`,
          session.id,
          'settled',
          'bounced',
        ),
      ),
    ...store.all('charge').map((charge) => line(`charge ${euros(charge.amount)}`, charge.payment_intent, 'dispute')),
    ...store.all('dispute').map((dispute) => line(`dispute: ${dispute.status}`, dispute.id, 'won', 'lost')),
    ...store
      .all('refund')
      .map((refund) => line(`refund ${euros(refund.amount)}: ${refund.status ?? ''}`, refund.id, 'refund-fails')),
    ...store
      .all('payout')
      .map((payout) => line(`payout ${euros(payout.amount)}: ${payout.status}`, payout.id, 'paid', 'failed')),
    '</ul>',
  ];
  return page('Fake Stripe', parts.join(''));
}
