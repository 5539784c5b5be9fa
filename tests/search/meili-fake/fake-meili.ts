import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeRefusal } from './refusal.ts';
import { answer } from './routes.ts';
import { FakeStore } from './store.ts';

/**
 * A Meilisearch of our own, as far as the product uses one: its addresses, tasks, filters, errors and keys as they are documented,
 * and its way of finding well enough that what passes here was really found. In memory, so it forgets when it is made anew;
 * `die` and `start` keep what it holds, as a server with a disk does.
 */
export class FakeMeili {
  readonly key: string;
  store = new FakeStore();
  /** Milliseconds before each answer. */
  delay = 0;
  /** Answers each call with this status and no more. */
  failing: number | null = null;
  /** Every call that was let in: method and address. */
  readonly calls: string[] = [];
  #server: Server | null = null;
  #port = 0;

  constructor({ key = 'master-key-of-the-fake' } = {}) {
    this.key = key;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.#port)}`;
  }

  /** At a free port the first time, at the same one after it died. */
  async start(): Promise<this> {
    const server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(this.#port, '127.0.0.1', resolve);
    });
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
    return this;
  }

  /** In the middle of what it does: whoever waits for an answer gets a broken connection. */
  async die(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  }

  /** As after a disk was lost. */
  forget(): void {
    this.store = new FakeStore();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { delay } = this;
    if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay));
    const say = (status: number, body: unknown) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    };
    if (this.failing !== null) {
      response.writeHead(this.failing).end();
      return;
    }
    try {
      const url = new URL(request.url ?? '/', this.url);
      if (url.pathname !== '/health') this.#let(request);
      this.calls.push(`${request.method ?? ''} ${url.pathname}`);
      const body = Buffer.concat(chunks).toString();
      const { status, body: said } = answer(this.store, {
        method: request.method ?? 'GET',
        path: url.pathname
          .split('/')
          .filter((part) => part !== '')
          .map(decodeURIComponent),
        parameters: url.searchParams,
        body: body === '' ? null : parsed(body),
      });
      if (status === 204) response.writeHead(204).end();
      else say(status, said);
    } catch (error) {
      if (!(error instanceof FakeRefusal)) throw error;
      say(error.status, error.body);
    }
  }

  #let({ headers }: IncomingMessage): void {
    const { authorization } = headers;
    if (authorization === undefined)
      throw new FakeRefusal(
        'missing_authorization_header',
        'The Authorization header is missing. It must use the bearer authorization method.',
      );
    if (authorization !== `Bearer ${this.key}`)
      throw new FakeRefusal('invalid_api_key', 'The provided API key is invalid.');
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new FakeRefusal('malformed_payload', 'The json payload provided is malformed.');
  }
}
