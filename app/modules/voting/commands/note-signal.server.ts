import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { tellSignal } from '../jobs.server.ts';
import { blurred, hourAfter, isOfBallot, type SignalKind } from '../signal.ts';

/**
 * Notes a signal for the controlegroep, or that it grew within its hour; they are told once.
 * One that is noted while somebody casts a ballot is told when its hour is over: a mail at once would say when that was.
 * @returns whether it was new
 */
export async function noteSignal(
  database: Database,
  { voteId, kind, amount }: { voteId: string; kind: SignalKind; amount: number },
  now: Instant,
): Promise<boolean> {
  const told = blurred(amount);
  if (told === null) return false;
  return database.$transaction(async (tx) => {
    // an insert gives the row no earlier version
    const [row] = await tx.$queryRaw<{ id: string; isNew: boolean }[]>`
      insert into vote_signal (vote_id, kind, hour, amount, noted_at)
        values (${voteId}::uuid, ${kind}, date_trunc('hour', ${now}::timestamptz, 'UTC'), ${told}, date_trunc('hour', ${now}::timestamptz, 'UTC'))
        on conflict (vote_id, kind, hour) do update set amount = greatest(vote_signal.amount, excluded.amount)
        returning id::text as id, xmax = 0 as "isNew"`;
    if (row?.isNew !== true) return false;
    await enqueue(
      tx,
      tellSignal,
      { signalId: row.id },
      `tell-vote-signal:${row.id}`,
      isOfBallot(kind) ? hourAfter(now) : null,
    );
    return true;
  });
}
