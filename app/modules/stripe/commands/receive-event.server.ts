import type Stripe from 'stripe';
import { z } from 'zod';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { defineJob, enqueue, inBulk } from '#app/platform/jobs.server.ts';

export const handleStripeEvent = defineJob('handle-stripe-event', z.object({ eventId: z.string() }), inBulk);

/** `known`: it came before; `other-mode`: of test payments where real ones are made, or the reverse. */
export type Received = 'new' | 'known' | 'other-mode';

/** What every message has of its object, whatever kind it is; a balance has no id. */
const about = z.object({ id: z.string().optional() });

/**
 * Writes a message of Stripe down once, by its id, and queues its handling in the same transaction. What the message holds is
 * not kept: handling asks Stripe how things are then, so that it does not matter in which order messages come, or how often.
 * @param event whose signature was verified, or which Stripe itself listed
 */
export async function receiveEvent(
  event: Stripe.Event,
  { database, now, isLive }: { database: Database; now: Instant; isLive: boolean },
): Promise<Received> {
  if (event.livemode !== isLive) return 'other-mode';
  return database.$transaction(async (tx) => {
    const { count } = await tx.stripeEvent.createMany({
      data: [
        {
          id: event.id,
          type: event.type,
          objectId: about.parse(event.data.object).id ?? event.type,
          accountId: event.account ?? null,
          livemode: event.livemode,
          createdAt: new Date(event.created * 1000),
          receivedAt: now,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return 'known';
    await queueHandling(tx, event.id);
    return 'new';
  });
}

async function queueHandling(tx: Transaction, eventId: string): Promise<void> {
  await enqueue(tx, handleStripeEvent, { eventId }, `stripe-event:${eventId}`);
}

/**
 * Handles messages again, as if they came now. That changes nothing where all went well.
 * @param which one message, or all that were received since a moment
 * @returns how many
 */
export async function replayEvents(database: Database, which: { id: string } | { since: Instant }): Promise<number> {
  const events = await database.stripeEvent.findMany({
    where: 'id' in which ? { id: which.id } : { createdAt: { gte: which.since } },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  await database.$transaction(async (tx) => {
    for (const { id } of events) await queueHandling(tx, id);
  });
  return events.length;
}
