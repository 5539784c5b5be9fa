import { z } from 'zod';
import { defineJob, handleJob, type JobContext, type JobHandler } from '#app/platform/jobs.server.ts';
import type { StripeGate } from '#app/platform/stripe.server.ts';
import { catchUp } from './commands/catch-up.server.ts';
import { handleStripeEvent } from './commands/receive-event.server.ts';
import type { StripeMessage } from './event.ts';

/**
 * What a module does with messages of the kinds that it knows: asks Stripe how things are now and brings our state there. It
 * must bear any order and any number of times.
 */
export type StripePart = {
  types: readonly string[];
  handle: (message: StripeMessage, stripe: StripeGate, context: JobContext) => Promise<void>;
};

/** By the clock, without a payload of ours. */
const fetchStripeEvents = defineJob('fetch-stripe-events', z.unknown());

/** Messages may be lost on their way; those of the last hours are asked for. Two runs overlap, so that none falls between. */
const hoursBack = 26;

/** The jobs about messages of Stripe, with the modules that want them. */
export function stripeHandlers(parts: readonly StripePart[]): readonly JobHandler[] {
  return [
    handleJob(handleStripeEvent, async ({ eventId }, context) => {
      const { database, stripe, now } = context;
      const row = await database.stripeEvent.findUnique({ where: { id: eventId } });
      // without a key there is nobody to ask; it waits in the table, to be replayed
      if (row === null || stripe === null || stripe === undefined) return;
      const { id, type, objectId, accountId } = row;
      for (const part of parts)
        if (part.types.includes(type)) await part.handle({ id, type, objectId, accountId }, stripe, context);
      await database.stripeEvent.update({ where: { id }, data: { handledAt: now } });
    }),
    handleJob(fetchStripeEvents, async (_payload, { database, stripe, now }) => {
      if (stripe === null || stripe === undefined) return;
      await catchUp(stripe, { database, now, since: new Date(now.getTime() - hoursBack * 3_600_000) });
    }),
  ];
}
