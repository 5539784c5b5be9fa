/** The fake Stripe of the measuring, in a process of its own, so that its memory is not counted as the product's. */
import { endPayout } from './connect.ts';
import { FakeStripe } from './fake-stripe.ts';

export type Ask = { what: 'accounts'; ids: string[] } | { what: 'bank'; target: string } | { what: 'busiest' };

const fake = new FakeStripe();
fake.webhooks.mode = 'drop';
let before = 0;
let busiest = 0;
setInterval(() => {
  busiest = Math.max(busiest, fake.calls.length - before);
  before = fake.calls.length;
}, 1000).unref();

process.on('message', (ask: Ask) => {
  void answer(ask).then((said) => process.send?.(said));
});
// whoever measures may be stopped in the middle
process.on('disconnect', () => process.exit(0));
await fake.start();
process.send?.(fake.settings);

async function answer(ask: Ask): Promise<Record<string, number>> {
  if (ask.what === 'accounts') {
    for (const id of ask.ids)
      fake.store.add({
        id,
        object: 'account',
        capabilities: { transfers: 'active' },
        charges_enabled: false,
        country: 'NL',
        created: fake.store.now(),
        details_submitted: true,
        metadata: {},
        payouts_enabled: true,
        requirements: { currently_due: [], disabled_reason: null, past_due: [], pending_verification: [] },
        settings: { payouts: { schedule: { interval: 'manual' } } },
      });
    fake.store.move(null, 1_000_000_00);
  }
  if (ask.what === 'bank') {
    Object.assign(fake.webhooks, { target: ask.target, mode: 'hold' });
    for (const { id, status } of fake.store.all('payout')) if (status === 'pending') endPayout(fake.store, id, 'paid');
    await fake.webhooks.release();
  }
  const payouts = fake.store.all('payout').length;
  return { busiest, calls: fake.calls.length, payouts, transfers: fake.store.all('transfer').length };
}
