/**
 * `npm run fake-stripe`: a Stripe of our own beside the demo, on port 12111 (or FAKE_STRIPE_PORT), that tells the product at
 * PUBLIC_URL (http://localhost:3000). Its page shows what it has, with buttons to play a bank and a donor.
 */
import { FakeStripe } from './fake-stripe.ts';

const fake = new FakeStripe();
fake.webhooks.target = `${process.env.PUBLIC_URL ?? 'http://localhost:3000'}/stripe/webhook`;
fake.webhooks.retries = 5;
// what a programme would have there, to pay out from
fake.store.move(null, 100_000_00);
await fake.start(Number(process.env.FAKE_STRIPE_PORT ?? 12_111));
console.log(`A fake Stripe is open at ${fake.url} and sends webhooks to ${fake.webhooks.target}`);
console.log('Start the product beside it with:');
console.log(
  `${Object.entries(fake.settings)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')} npm start`,
);
process.once('SIGINT', () => process.exit(0));
process.once('SIGTERM', () => process.exit(0));
