import type { z } from 'zod';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database, Transaction } from './database.server.ts';
import type { Env } from './env.server.ts';
import type { Log } from './log.server.ts';
import type { Mailer } from './mail.server.ts';
import type { StripeGate } from './stripe.server.ts';

/** A kind of work for the worker. Payloads hold ids, never names or addresses: they stay in the queue's table and log. */
export type Job<Payload> = {
  name: string;
  payload: z.ZodType<Payload>;
  /** The lowest is done first; 0 for what somebody waits for. */
  priority: number;
};

/** Of jobs that come by the thousand: whoever asks for a code to sign in does not wait for them. */
export const inBulk = 10;

export function defineJob<Payload>(name: string, payload: z.ZodType<Payload>, priority = 0): Job<Payload> {
  return { name, payload, priority };
}

/**
 * Queues work in the caller's transaction: it is done if and only if that commits.
 * @param key while a job with the same key waits, queueing it again replaces it instead of adding one
 * @param at not before; null: at once
 */
export async function enqueue<Payload>(
  tx: Transaction,
  job: Job<Payload>,
  payload: Payload,
  key: string,
  at: Instant | null = null,
): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.add_job(${job.name}, payload := ${JSON.stringify(payload)}::json, job_key := ${key}, run_at := ${at}::timestamptz, max_attempts := 12, priority := ${job.priority}::int)`;
}

export type JobContext = {
  database: Database;
  mailer: Mailer;
  /** For links in mails. */
  publicUrl: string;
  /** SESSION_SECRET, from which sign-in codes follow. */
  secret: string;
  now: Instant;
  /** For what whoever watches the machine must know; left out where nobody does. */
  log?: Pick<Log, 'error'>;
  /** Null or left out where Stripe is not set up. */
  stripe?: StripeGate | null;
  /** Of this installation; left out where a job that needs them is not tried. */
  settings?: Pick<Env, 'transparencyKeys' | 'dataFolder'>;
  /** The same for every try of the same job. */
  jobKey: string;
};

/** What the worker does with a job. Jobs run at least once: what they do must bear a second time. */
export type JobHandler = { name: string; run: (payload: unknown, context: JobContext) => Promise<void> };

export function handleJob<Payload>(
  job: Job<Payload>,
  run: (payload: Payload, context: JobContext) => Promise<void>,
): JobHandler {
  return { name: job.name, run: async (payload, context) => run(job.payload.parse(payload), context) };
}
