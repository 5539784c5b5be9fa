import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { accessOf } from '../gathering.store.server.ts';
import { mendRoundsJob } from '../jobs.server.ts';
import { seatRefusals } from '../refusals.ts';
import { lockRound, mendingOf, nothing, writeSeats } from '../round.store.server.ts';
import { isSeated, roundBounds, roundKind } from '../rounds.ts';

export type SeatRefusal =
  | 'round-unknown'
  | 'round-done'
  | 'table-unknown'
  | 'table-full'
  | 'registration-unknown'
  | 'changed-meanwhile'
  | (typeof seatRefusals)[keyof typeof seatRefusals];

type RuleRefusal = (typeof seatRefusals)[keyof typeof seatRefusals];

export type SeatAt = { table: number } | 'new' | 'none';

/** Whoever runs the gathering seats somebody elsewhere, at a new table, or nowhere. Who was put somewhere by hand stays there. */
export async function moveSeat(
  input: { roundId: string; revision: number; registrationId: string; to: SeatAt },
  context: Context<SignedIn>,
): Promise<Outcome<void, SeatRefusal>> {
  const { registrationId, to } = input;
  if (!isId(registrationId)) return refused('registration-unknown');
  return onSeats(input, context, async (tx, { id: roundId, gatheringId, proposal }) => {
    const known = await tx.gatheringRegistration.count({ where: { id: registrationId, gatheringId } });
    if (known === 0) return refused('registration-unknown');
    const seat = { roundId_registrationId: { roundId, registrationId } };
    if (to === 'none') {
      await tx.gatheringSeat.deleteMany({ where: { roundId, registrationId } });
      return accepted();
    }
    const tableId = await tableAt(tx, roundId, to);
    if (tableId === null) return refused('table-unknown');
    const others = await tx.gatheringSeat.count({ where: { tableId, registrationId: { not: registrationId } } });
    if (others >= roundBounds.seats.most) return refused('table-full');
    await tx.gatheringSeat.upsert({
      where: seat,
      create: { roundId, registrationId, tableId, isPinned: true },
      update: { tableId, isPinned: true },
    });
    // tables made by hand are tables too
    if (proposal === 'none') await tx.gatheringRound.update({ where: { id: roundId }, data: { proposal: 'ready' } });
    return accepted();
  });
}

/** @returns null when there is no such table */
async function tableAt(tx: Transaction, roundId: string, to: { table: number } | 'new'): Promise<string | null> {
  if (to !== 'new') {
    const table = await tx.gatheringTable.findUnique({ where: { roundId_number: { roundId, number: to.table } } });
    return table?.id ?? null;
  }
  const taken = await tx.gatheringTable.findMany({ where: { roundId }, select: { number: true } });
  const numbers = new Set(taken.map(({ number }) => number));
  let number = 1;
  while (numbers.has(number)) number += 1;
  const id = newId();
  await tx.gatheringTable.create({ data: { id, roundId, number } });
  return id;
}

/** Says that somebody stays where they sit when a new proposal is made, or not. In pairs that goes for who sits with them too. */
export async function pinSeat(
  input: { roundId: string; revision: number; registrationId: string; isPinned: boolean },
  context: Context<SignedIn>,
): Promise<Outcome<void, SeatRefusal>> {
  const { registrationId, isPinned } = input;
  if (!isId(registrationId)) return refused('registration-unknown');
  return onSeats(input, context, async (tx, { id: roundId, kind }) => {
    const seat = await tx.gatheringSeat.findUnique({ where: { roundId_registrationId: { roundId, registrationId } } });
    if (seat === null) return refused('registration-unknown');
    await tx.gatheringSeat.updateMany({
      where: kind === 'pairs' ? { tableId: seat.tableId } : { roundId, registrationId },
      data: { isPinned },
    });
    return accepted();
  });
}

/** Carries out the change that was proposed for who came late or left. */
export async function applyMending(
  input: { roundId: string; revision: number },
  context: Context<SignedIn>,
): Promise<Outcome<void, SeatRefusal>> {
  return onSeats(input, context, async (tx, { id, mending, revision }) => {
    const change = mendingOf(mending);
    if (change?.basedOn !== revision) return refused('changed-meanwhile');
    const clusters = new Map(Object.entries(change.clusters).map(([table, cluster]) => [Number(table), cluster]));
    await writeSeats(tx, id, change.seats, await stillThere(tx, clusters));
    return accepted();
  });
}

/** A cluster that was taken away meanwhile is nobody's subject any more. */
async function stillThere(
  tx: Transaction,
  clusters: ReadonlyMap<number, string | null>,
): Promise<Map<number, string | null>> {
  const ids = [...clusters.values()].filter((id) => id !== null);
  const known = new Set(
    (await tx.gatheringCluster.findMany({ where: { id: { in: ids } }, select: { id: true } })).map(({ id }) => id),
  );
  return new Map([...clusters].map(([table, id]) => [table, id !== null && known.has(id) ? id : null]));
}

export type KeepApart = { gatheringId: string; oneId: string; otherId: string };

/** Two who do not sit together from now on. Where they do, the one who was not put there by hand gets up. */
export async function keepApart(input: KeepApart, context: Context<SignedIn>): Promise<Outcome<void, SeatRefusal>> {
  const { gatheringId } = input;
  const two = inOrder(input);
  if (two === null) return refused('registration-unknown');
  return inTransaction<void, SeatRefusal, RuleRefusal>(
    context,
    async (tx) => {
      if ((await accessOf(tx, context.actor, gatheringId)) !== 'run') return refused('registration-unknown');
      const rounds = await tx.gatheringRound.findMany({
        where: { gatheringId, state: { not: 'done' } },
        orderBy: { id: 'asc' },
      });
      for (const { id } of rounds) {
        const round = await lockRound(tx, id);
        if (round === null || round.state === 'done') continue;
        const seats = await tx.gatheringSeat.findMany({
          where: { roundId: id, registrationId: { in: [two.lowId, two.highId] } },
          orderBy: [{ isPinned: 'asc' }, { registrationId: 'desc' }],
        });
        const [first, second] = seats;
        if (first === undefined || second === undefined || first.tableId !== second.tableId) continue;
        await tx.gatheringSeat.deleteMany({ where: { roundId: id, registrationId: first.registrationId } });
        await tx.gatheringRound.update({ where: { id }, data: { revision: round.revision + 1, mending: nothing } });
      }
      await tx.gatheringApart.createMany({ data: [{ gatheringId, ...two }], skipDuplicates: true });
      await lookAgain(tx, gatheringId);
      return accepted();
    },
    { refusals: seatRefusals },
  );
}

/** The two may sit together again. */
export async function letTogether(input: KeepApart, context: Context<SignedIn>): Promise<Outcome<void, SeatRefusal>> {
  const two = inOrder(input);
  if (two === null) return refused('registration-unknown');
  return inTransaction(context, async (tx) => {
    if ((await accessOf(tx, context.actor, input.gatheringId)) !== 'run') return refused('registration-unknown');
    await tx.gatheringApart.deleteMany({ where: { gatheringId: input.gatheringId, ...two } });
    return accepted();
  });
}

function inOrder({ gatheringId, oneId, otherId }: KeepApart): { lowId: string; highId: string } | null {
  if (![gatheringId, oneId, otherId].every(isId) || oneId === otherId) return null;
  return oneId < otherId ? { lowId: oneId, highId: otherId } : { lowId: otherId, highId: oneId };
}

async function lookAgain(tx: Transaction, gatheringId: string): Promise<void> {
  await enqueue(tx, mendRoundsJob, { gatheringId }, `mend-rounds:${gatheringId}`);
}

type Held = NonNullable<Awaited<ReturnType<typeof lockRound>>>;

async function onSeats(
  { roundId, revision }: { roundId: string; revision: number },
  context: Context<SignedIn>,
  work: (tx: Transaction, round: Held) => Promise<Outcome<void, SeatRefusal>>,
): Promise<Outcome<void, SeatRefusal>> {
  return inTransaction<void, SeatRefusal, RuleRefusal>(
    context,
    async (tx) => {
      const round = await lockRound(tx, roundId);
      if (round === null || !isSeated(roundKind(round.kind))) return refused('round-unknown');
      if ((await accessOf(tx, context.actor, round.gatheringId)) !== 'run') return refused('round-unknown');
      if (round.state === 'done') return refused('round-done');
      if (round.revision !== revision) return refused('changed-meanwhile');
      const done = await work(tx, round);
      if (!done.ok) return done;
      await tx.gatheringRound.update({ where: { id: roundId }, data: { revision: revision + 1, mending: nothing } });
      await lookAgain(tx, round.gatheringId);
      return accepted();
    },
    { refusals: seatRefusals },
  );
}
