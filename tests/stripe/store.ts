import { randomBytes } from 'node:crypto';
import type Stripe from 'stripe';
import { FakeRefusal, type FakeBalanceTransaction, type FakeEvent, type FakeObject } from './objects.ts';

/** What the fake remembers. `account` null: the platform's own. */
export class FakeStore {
  readonly objects = new Map<string, FakeObject>();
  readonly events: FakeEvent[] = [];
  readonly #balances = new Map<string | null, number>();
  /** Called with each new event. */
  onEvent: (event: FakeEvent) => void = () => undefined;
  #ahead = 0;

  /** Seconds since 1970, as Stripe tells time. */
  now(): number {
    return Math.floor(Date.now() / 1000) + this.#ahead;
  }

  /** Lets time pass. */
  advance(seconds: number): void {
    this.#ahead += seconds;
  }

  newId(prefix: string): string {
    return `${prefix}_${randomBytes(12).toString('hex')}`;
  }

  add<Kept extends FakeObject>(object: Kept): Kept {
    this.objects.set(object.id, object);
    return object;
  }

  all<Name extends FakeObject['object']>(name: Name): Extract<FakeObject, { object: Name }>[] {
    return [...this.objects.values()].filter(
      (object): object is Extract<FakeObject, { object: Name }> => object.object === name,
    );
  }

  /** @throws FakeRefusal `resource_missing` */
  get<Name extends FakeObject['object']>(name: Name, id: string): Extract<FakeObject, { object: Name }> {
    const found = this.objects.get(id);
    if (found?.object !== name) throw new FakeRefusal(404, `No such ${name}: '${id}'`, 'resource_missing');
    return found as Extract<FakeObject, { object: Name }>;
  }

  balance(account: string | null): number {
    return this.#balances.get(account) ?? 0;
  }

  move(account: string | null, cents: number): void {
    this.#balances.set(account, this.balance(account) + cents);
  }

  /** Puts an amount on the platform's balance, with what Stripe keeps of it. */
  book(amount: number, fee: number, source: string, type: Stripe.BalanceTransaction.Type): FakeBalanceTransaction {
    this.move(null, amount - fee);
    return this.add({
      id: this.newId('txn'),
      object: 'balance_transaction',
      amount,
      created: this.now(),
      currency: 'eur',
      fee,
      net: amount - fee,
      source,
      status: 'available',
      type,
    });
  }

  /** Tells of something, with how it is now. */
  tell(type: Stripe.Event.Type, object: FakeObject, account?: string): void {
    const event: FakeEvent = {
      id: this.newId('evt'),
      object: 'event',
      ...(account === undefined ? {} : { account }),
      api_version: '2026-10-28.endive',
      created: this.now(),
      livemode: false,
      pending_webhooks: 1,
      type,
      data: { object: structuredClone(object) },
    };
    this.events.push(event);
    this.onEvent(event);
  }

  /** The object as it is sent, with what was asked for (`expand[]`) in the place of ids. */
  expanded(object: object, paths: string[]): object {
    const copy: Record<string, unknown> = { ...object };
    for (const path of paths) {
      const [first = '', ...rest] = path.split('.');
      const value = copy[first];
      const known = typeof value === 'string' ? this.objects.get(value) : value;
      if (typeof known === 'object' && known !== null)
        copy[first] = this.expanded(known, rest.length === 0 ? [] : [rest.join('.')]);
    }
    return copy;
  }
}
