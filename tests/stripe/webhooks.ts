import Stripe from 'stripe';
import type { FakeEvent } from './objects.ts';

export type DeliveryMode = 'send' | 'hold' | 'drop';

/** Sends events to the product, as badly as a network can. */
export class WebhookSender {
  /** Where to; null: nowhere. */
  target: string | null = null;
  mode: DeliveryMode = 'send';
  /** How often each is sent. */
  copies = 1;
  delayMs = 0;
  /** How often one that was not taken is sent again. */
  retries = 0;
  readonly held: FakeEvent[] = [];
  readonly #secret: string;
  readonly #under = new Set<Promise<unknown>>();

  constructor(secret: string) {
    this.#secret = secret;
  }

  take(event: FakeEvent): void {
    if (this.mode === 'hold') this.held.push(event);
    if (this.mode !== 'send') return;
    for (let copy = 0; copy < this.copies; copy += 1) this.#follow(this.send(event));
  }

  /** Sends what was held, in this order, each as often as `copies` says. @returns the answers */
  async release(order: (held: FakeEvent[]) => FakeEvent[] = (held) => held): Promise<number[]> {
    const statuses: number[] = [];
    for (const event of order(this.held.splice(0)))
      for (let copy = 0; copy < this.copies; copy += 1) statuses.push(await this.send(event));
    return statuses;
  }

  /** When all that is under way has arrived. */
  async settled(): Promise<void> {
    while (this.#under.size > 0) await Promise.all(this.#under);
  }

  /** @returns the status of the answer; 0: none */
  async send(event: object, changes: { secret?: string; timestamp?: number; body?: string } = {}): Promise<number> {
    if (this.target === null) return 0;
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    const payload = JSON.stringify(event);
    for (let tried = 0; ; tried += 1) {
      const status = await this.#post(this.target, payload, changes);
      if ((status >= 200 && status < 300) || tried >= this.retries) return status;
      await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** tried));
    }
  }

  async #post(target: string, payload: string, changes: { secret?: string; timestamp?: number; body?: string }) {
    const timestamp = changes.timestamp ?? Math.floor(Date.now() / 1000);
    const signature = Stripe.webhooks.generateTestHeaderString({
      payload,
      secret: changes.secret ?? this.#secret,
      timestamp,
    });
    try {
      const answer = await fetch(target, {
        method: 'POST',
        body: changes.body ?? payload,
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Stripe-Signature': signature,
          'User-Agent': 'Stripe/1.0',
        },
      });
      return answer.status;
    } catch {
      return 0;
    }
  }

  #follow(work: Promise<unknown>): void {
    const followed = work.finally(() => this.#under.delete(followed));
    this.#under.add(followed);
  }
}
