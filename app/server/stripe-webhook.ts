import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import Stripe from 'stripe';
import { receiveEvent } from '#app/modules/stripe/commands/receive-event.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';

/** Seconds that a signature counts; Stripe signs anew each time that it tries. */
const tolerance = 300;

/** Messages of Stripe are some kilobytes. */
const largest = '512kb';

/**
 * Where Stripe tells what happened. It stands before the check of the origin and the limit on posts: no browser sends this, and no
 * cookie or session counts here, so that a page elsewhere that has a visitor's browser post to it gains nothing. What lets a message
 * in is Stripe's signature over its bytes, and those must be read as they came. It is answered as soon as it was
 * written down; a job does the rest.
 */
export function stripeWebhook({ stripe, database, clock, log }: Platform): (RequestHandler | ErrorRequestHandler)[] {
  const receive: RequestHandler = (request, response, next) => {
    const event =
      stripe === null ? null : verified(request.body, request.get('stripe-signature'), stripe.webhookSecrets);
    if (stripe === null || event === null) {
      response.status(stripe === null ? 404 : 400).end();
      return;
    }
    receiveEvent(event, { database, now: clock.now(), isLive: stripe.isLive })
      .then((received) => {
        if (received === 'other-mode')
          log.warn({ eventId: event.id }, 'a message of Stripe of the other mode was left');
        // 200 also for what is not for us: Stripe would send it for days otherwise, and then send nothing any more
        response.status(200).end();
      })
      .catch(next);
  };
  const onTooLarge: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
    if (status >= 400 && status < 500) response.status(status).end();
    else next(error);
  };
  return [express.raw({ type: () => true, limit: largest }), receive, onTooLarge];
}

/** @returns the message, or null when none of our secrets signed these bytes, or not lately */
function verified(body: unknown, signature: string | undefined, secrets: readonly string[]): Stripe.Event | null {
  if (!Buffer.isBuffer(body) || signature === undefined) return null;
  for (const secret of secrets) {
    try {
      return Stripe.webhooks.constructEvent(body, signature, secret, tolerance);
    } catch {
      // signed by the secret of another endpoint, or by nobody
    }
  }
  return null;
}
