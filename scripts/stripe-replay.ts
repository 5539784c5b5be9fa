/**
 * `npm run stripe:replay -- evt_…` handles one message of Stripe again, `npm run stripe:replay -- 2026-11-01` all since a day:
 * first it asks Stripe for those that never arrived. Handling again changes nothing where all went well; the worker does it.
 */
import { parseCalendarDate } from '#app/kernel/calendar-date.ts';
import { replayEvents } from '#app/modules/stripe/commands/receive-event.server.ts';
import { catchUp } from '#app/modules/stripe/commands/catch-up.server.ts';
import { openDatabase } from '#app/platform/database.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { openStripe } from '#app/platform/stripe.server.ts';
import { CannotStart, runningPostgres } from './embedded-postgres.ts';
import { explainAndExit } from './tell.ts';

const usage = 'Say which: npm run stripe:replay -- evt_… (one message), or -- 2026-11-01 (all since that day)';

try {
  const which = process.argv[2] ?? '';
  const day = parseCalendarDate(which);
  if (day === null && !which.startsWith('evt_')) throw new CannotStart(usage);
  const env = readEnv(process.env);
  const stripe = openStripe(env);
  if (stripe === null)
    throw new CannotStart('Stripe is not set up here: set STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET.');
  const url = env.databaseUrl ?? (await runningPostgres(`${env.dataFolder}/postgres`));
  if (url === null) throw new CannotStart('There is no database. Set DATABASE_URL, or run npm start first.');
  const database = openDatabase(url);
  try {
    if (day === null) console.log(`${String(await replayEvents(database, { id: which }))} message is handled again.`);
    else {
      const since = new Date(`${day}T00:00:00Z`);
      const fresh = await catchUp(stripe, { database, now: new Date(), since });
      const again = await replayEvents(database, { since });
      console.log(`${String(fresh)} messages had not arrived; ${String(again)} are handled by the worker.`);
    }
  } finally {
    await database.$disconnect();
  }
} catch (error) {
  explainAndExit(error);
}
