import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerApi } from './api.ts';
import { FakeRefusal } from './objects.ts';
import { answerPage } from './pages.ts';
import { FakeStore } from './store.ts';
import { WebhookSender } from './webhooks.ts';

/**
 * What happens to a call instead of, or after, doing it. `error`: Stripe fails and does nothing; `busy`: too many calls; `hang`:
 * no answer, nothing done; `crash`: done, and the answer is lost.
 */
export type Fault = 'error' | 'busy' | 'hang' | 'crash';

type Call = {
  method: string;
  path: string;
  /** With its question mark; empty: none. */
  search: string;
  body: string;
  account: string | null;
  idempotencyKey: string | null;
};

const hoursOfKeys = 24;

/**
 * A Stripe of our own: keeps what it is told, answers as Stripe does, shows the pages that Stripe shows, and tells the product by
 * signed webhooks. In memory, so it forgets when it stops.
 */
export class FakeStripe {
  readonly secretKey = 'sk_test_fake';
  readonly webhookSecret = 'whsec_fake';
  readonly store = new FakeStore();
  readonly webhooks = new WebhookSender(this.webhookSecret);
  /** Every call that was let in, for tests. */
  readonly calls: Call[] = [];
  readonly #faults: { fault: Fault; matches: (call: Call) => boolean }[] = [];
  readonly #answers = new Map<string, { asked: string; at: number; status: number; body: string }>();
  readonly #server: Server;
  readonly #hanging = new Set<ServerResponse>();

  constructor() {
    this.store.onEvent = (event) => {
      this.webhooks.take(event);
    };
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
  }

  get url(): string {
    return `http://localhost:${String((this.#server.address() as AddressInfo).port)}`;
  }

  /** What the product has to be told to find us. */
  get settings(): Record<string, string> {
    return {
      STRIPE_SECRET_KEY: this.secretKey,
      STRIPE_WEBHOOK_SECRET: this.webhookSecret,
      STRIPE_API_URL: this.url,
    };
  }

  /** @param port 0: any that is free */
  async start(port = 0): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
  }

  async stop(): Promise<void> {
    for (const response of this.#hanging) response.destroy();
    await this.webhooks.settled();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The next `count` calls that match go wrong like this. */
  failNext(fault: Fault, count = 1, matches: (call: Call) => boolean = () => true): void {
    for (let left = count; left > 0; left -= 1) this.#faults.push({ fault, matches });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const body = await textOf(request);
    if (!url.pathname.startsWith('/v1/')) {
      answerPage(this.store, request.method ?? 'GET', url, body, response);
      return;
    }
    const call: Call = {
      method: request.method ?? 'GET',
      path: url.pathname,
      search: url.search,
      body,
      account: headerOf(request, 'stripe-account'),
      idempotencyKey: headerOf(request, 'idempotency-key'),
    };
    const at = this.#faults.findIndex(({ matches }) => matches(call));
    const fault = at === -1 ? null : (this.#faults.splice(at, 1)[0]?.fault ?? null);
    if (fault === 'hang') {
      this.#hanging.add(response);
      return;
    }
    const answer = fault === 'error' || fault === 'busy' ? failing(fault) : this.#carryOut(request, call, url, body);
    if (fault === 'crash') {
      request.socket.destroy();
      return;
    }
    const headers = { 'Content-Type': 'application/json', 'Request-Id': this.store.newId('req') };
    response.writeHead(answer.status, headers).end(answer.body);
  }

  #carryOut(request: IncomingMessage, call: Call, url: URL, body: string): { status: number; body: string } {
    const key =
      call.method === 'POST' && call.idempotencyKey !== null ? `${call.account ?? ''} ${call.idempotencyKey}` : null;
    const asked = `${call.method} ${call.path} ${body}`;
    try {
      if (request.headers.authorization !== `Bearer ${this.secretKey}`)
        throw new FakeRefusal(401, 'Invalid API Key provided: sk_test_****', undefined, 'authentication_error');
      this.calls.push(call);
      const before = key === null ? undefined : this.#answers.get(key);
      if (before !== undefined && this.store.now() - before.at < hoursOfKeys * 3600) {
        if (before.asked === asked) return before;
        const message =
          'Keys for idempotent requests can only be used with the same parameters they were first used with.';
        throw new FakeRefusal(400, message, undefined, 'idempotency_error');
      }
      const done = answerApi(this.store, { ...call, url, body, ownUrl: this.url });
      const answer = { asked, at: this.store.now(), status: 200, body: JSON.stringify(done) };
      if (key !== null) this.#answers.set(key, answer);
      return answer;
    } catch (error) {
      if (!(error instanceof FakeRefusal)) throw error;
      const answer = { asked, at: this.store.now(), status: error.status, body: JSON.stringify(error.body) };
      // what was looked at and refused is remembered as well; what made no sense is not
      if (key !== null && error.code === 'balance_insufficient') this.#answers.set(key, answer);
      return answer;
    }
  }
}

function failing(fault: 'error' | 'busy') {
  const error =
    fault === 'error'
      ? new FakeRefusal(500, 'Something went wrong on our end.', undefined, 'api_error')
      : new FakeRefusal(429, 'Too many requests.', 'rate_limit', 'invalid_request_error');
  return { status: error.status, body: JSON.stringify(error.body) };
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}
