import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { accepted } from '#app/kernel/outcome.ts';
import { inTransaction, type Database } from '#app/platform/database.server.ts';
import { lockGathering } from '../gathering.store.server.ts';
import { helpersStayHours } from '../gathering.ts';
import { settleSeats } from './settle-seats.server.ts';

/**
 * Brings the places of every coming gathering up to date, and lets helpers of past ones go; by the clock, because nobody has to do
 * anything for it.
 */
export async function settleGatherings(context: { database: Database; now: Instant }): Promise<void> {
  const { database, now } = context;
  const late = await database.gathering.findMany({
    where: {
      state: 'announced',
      OR: [
        { registrations: { some: { state: { in: ['held', 'offered'] }, keptUntil: { lte: now } } } },
        { registrations: { some: { state: 'waiting' } } },
      ],
    },
    select: { id: true },
  });
  for (const { id } of late)
    await inTransaction(context, async (tx) => {
      const gathering = await lockGathering(tx, id);
      if (gathering !== null) await settleSeats(tx, gathering, now);
      return accepted();
    });
  await letHelpersGo(context);
}

/** Who helped at the door needs names and codes for the evening itself, and for what a phone or paper brings in the days after. */
async function letHelpersGo({ database, now }: { database: Database; now: Instant }): Promise<void> {
  const since = { lte: addMinutes(now, -helpersStayHours * 60) };
  await database.gatheringCrew.deleteMany({ where: { task: 'helper', addedAt: since, gathering: { endsAt: since } } });
}
