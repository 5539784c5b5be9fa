import Stripe from 'stripe';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Env } from './env.server.ts';

/** Stripe as the product uses it. */
export type StripeGate = {
  api: Stripe;
  webhookSecrets: readonly string[];
  /** Real money. */
  isLive: boolean;
};

/** The version whose types and webhooks this code knows; Stripe answers in it whatever the account's own is. */
const apiVersion = '2026-10-28.endive';

/** Milliseconds after which a call is given up; what came of it is then not known. */
const patience = 15_000;

/** Null where Stripe is not set up. */
export function openStripe({ stripe }: Pick<Env, 'stripe'>): StripeGate | null {
  if (stripe === null) return null;
  const { secretKey, apiUrl, webhookSecrets, isLive } = stripe;
  const api = new Stripe(secretKey, {
    apiVersion,
    timeout: patience,
    maxNetworkRetries: 2,
    // how long our calls took is nobody's business
    telemetry: false,
    appInfo: { name: 'Wijkbeurs' },
    ...(apiUrl === null ? {} : addressOf(apiUrl)),
  });
  return { api, webhookSecrets, isLive };
}

function addressOf(apiUrl: string) {
  const { hostname, port, protocol } = new URL(apiUrl);
  const isPlain = protocol === 'http:';
  return {
    host: hostname,
    port: port === '' ? (isPlain ? 80 : 443) : Number(port),
    protocol: isPlain ? ('http' as const) : ('https' as const),
  };
}

/** Addresses of Stripe to which a form of ours may lead: the payment page, and that of who joins. */
export function stripePages({ stripe }: Pick<Env, 'stripe'>): string[] {
  if (stripe === null) return [];
  if (stripe.apiUrl !== null) return [new URL(stripe.apiUrl).origin];
  return ['https://checkout.stripe.com', 'https://connect.stripe.com'];
}

/**
 * What went wrong at Stripe, without what it was about: Stripe's own errors carry names and accounts, and what a job throws is
 * kept in the queue and the log.
 */
export class StripeTrouble extends Error {
  readonly code: string;
  constructor(error: Stripe.errors.StripeError) {
    const code = error.code ?? error.type;
    super(
      `Stripe: ${code} (${error.statusCode === undefined ? 'no answer' : String(error.statusCode)}, ${error.requestId ?? 'no number'})`,
    );
    this.name = 'StripeTrouble';
    this.code = code;
  }
}

export type StripeRefusal = 'stripe-unreachable' | 'stripe-refused';

/**
 * Calls Stripe.
 * `stripe-unreachable`: no answer, or not now; whether it was done is not known, so the same must be asked again with the same
 * idempotency key. `stripe-refused`: it was not done, and asking again changes nothing; `detail.code` says why.
 * @throws whatever is no error of Stripe
 */
export async function callStripe<Value>(work: () => Promise<Value>): Promise<Outcome<Value, StripeRefusal>> {
  try {
    return accepted(await work());
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    const { code } = new StripeTrouble(error);
    return isFinal(error) ? refused('stripe-refused', { code }) : refused('stripe-unreachable', { code });
  }
}

/** The same for a job, which is tried again as a whole. @throws StripeTrouble */
export async function askStripe<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Stripe.errors.StripeError ? new StripeTrouble(error) : error;
  }
}

/** 409: another try with the same key is under way; 429: too many calls; 401, 403: our key, which somebody will put right. */
const passing = [401, 403, 409, 429];

function isFinal({ statusCode = 0 }: Stripe.errors.StripeError): boolean {
  return statusCode >= 400 && statusCode < 500 && !passing.includes(statusCode);
}

/** Whether something is not (any more) at Stripe. */
export function isMissingAtStripe(error: unknown): boolean {
  return error instanceof StripeTrouble && error.code === 'resource_missing';
}
