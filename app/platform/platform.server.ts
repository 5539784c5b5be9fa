import { systemClock, type Clock } from './clock.server.ts';
import { openDatabase, type Database } from './database.server.ts';
import type { Env } from './env.server.ts';
import { openIdentity, type IdentityGate } from './identity.server.ts';
import { openListener, type Listener } from './listener.server.ts';
import { openLog, type Log } from './log.server.ts';
import { openMailer, type Mailer } from './mail.server.ts';
import { openStripe, type StripeGate } from './stripe.server.ts';

/** Everything outside the process, made once at the start and handed down: to routes by Remix's load context. */
export type Platform = {
  env: Env;
  database: Database;
  clock: Clock;
  log: Log;
  mailer: Mailer;
  /** Null where Stripe is not set up. */
  stripe: StripeGate | null;
  /** Null where nobody signs in by an identity provider. */
  identity: IdentityGate | null;
  /** What the database tells of itself. */
  listener: Listener;
};

export function openPlatform(env: Env & { databaseUrl: string }, clock: Clock = systemClock): Platform {
  const database = openDatabase(env.databaseUrl);
  const log = openLog(env);
  return {
    ...{ env, database, clock, log },
    mailer: openMailer(env, database),
    stripe: openStripe(env),
    identity: openIdentity(env, log),
    listener: openListener(env.databaseUrl, log),
  };
}
