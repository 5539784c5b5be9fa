import type { Instant } from '#app/kernel/instant.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { tellSignal } from '../jobs.server.ts';
import { blurred, isOfBallot, type SignalKind } from '../signal.ts';

/**
 * Notes a signal for the controlegroep, or that it grew within its hour; they are told once.
 * One that is noted while somebody casts a ballot is told by a later look (`tellLateSignals`): mail that waits in the queue would say
 * when that was.
 * @returns whether it was new
 */
export async function noteSignal(
  database: Database,
  { voteId, kind, amount }: { voteId: string; kind: SignalKind; amount: number },
  now: Instant,
): Promise<boolean> {
  const told = blurred(amount);
  if (told === null) return false;
  const isTold = !isOfBallot(kind);
  return database.$transaction(async (tx) => {
    // an insert gives the row no earlier version
    const [row] = await tx.$queryRaw<{ id: string; isNew: boolean }[]>`
      insert into vote_signal (vote_id, kind, hour, amount, noted_at, is_told)
        values (${voteId}::uuid, ${kind}, date_trunc('hour', ${now}::timestamptz, 'UTC'), ${told}, date_trunc('hour', ${now}::timestamptz, 'UTC'), ${isTold})
        on conflict (vote_id, kind, hour) do update set amount = greatest(vote_signal.amount, excluded.amount)
        returning id::text as id, xmax = 0 as "isNew"`;
    if (row?.isNew !== true) return false;
    if (isTold) await tell(tx, row.id);
    return true;
  });
}

/** Tells of the signals whose hour is over and that nobody was told of. */
export async function tellLateSignals(database: Database, now: Instant): Promise<void> {
  await database.$transaction(async (tx) => {
    const late = await tx.$queryRaw<{ id: string }[]>`
      update vote_signal set is_told = true where not is_told and hour < date_trunc('hour', ${now}::timestamptz, 'UTC') returning id::text as id`;
    for (const { id } of late) await tell(tx, id);
  });
}

const tell = async (tx: Transaction, signalId: string): Promise<void> =>
  enqueue(tx, tellSignal, { signalId }, `tell-vote-signal:${signalId}`);
