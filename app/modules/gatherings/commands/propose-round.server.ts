import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { fitsAmong } from '#app/modules/matching/queries/together.query.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Database, type Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { accessOf } from '../gathering.store.server.ts';
import { proposeGroups } from '../grouping/groups.ts';
import { proposePairs } from '../grouping/pairs.ts';
import type { AreaWish, Explanation, Room } from '../grouping/room.ts';
import { proposeRoundJob } from '../jobs.server.ts';
import { seatRefusals } from '../refusals.ts';
import { roomOf } from '../room.store.server.ts';
import { asJson, clustersOfTables, lockRound, nothing, seatsOf, writeSeats } from '../round.store.server.ts';
import { isSeated, roundKind } from '../rounds.ts';
import { movesBetween, numberTables, withoutBlocks, type Mending, type Seat } from '../seats.ts';
import { writeClusters } from './propose-clusters.server.ts';

export type ProposeRefusal = 'round-unknown' | 'round-done' | 'nothing-to-propose' | 'changed-meanwhile';

/**
 * Whoever runs the gathering asks for clusters, pairs or tables; the worker makes them. What was put somewhere by hand stays.
 * @param input.again with another seed: another proposal that is as good
 */
export async function askProposal(
  { roundId, revision, again }: { roundId: string; revision: number; again: boolean },
  context: Context<SignedIn>,
): Promise<Outcome<void, ProposeRefusal>> {
  return inTransaction(context, async (tx) => {
    const round = await lockRound(tx, roundId);
    if (round === null || (await accessOf(tx, context.actor, round.gatheringId)) !== 'run')
      return refused('round-unknown');
    if (round.state === 'done' || round.gathering.state === 'closed' || round.gathering.state === 'cancelled')
      return refused('round-done');
    const kind = roundKind(round.kind);
    if (!isSeated(kind) && kind !== 'clusters') return refused('nothing-to-propose');
    if (round.revision !== revision) return refused('changed-meanwhile');
    await tx.gatheringRound.update({
      where: { id: round.id },
      data: { proposal: 'asked', revision: revision + 1, mending: nothing, seed: round.seed + Number(again) },
    });
    await enqueue(tx, proposeRoundJob, { roundId: round.id }, `propose-round:${round.id}`);
    return accepted();
  });
}

type Held = NonNullable<Awaited<ReturnType<typeof lockRound>>>;

/** A minute: five hundred people take a second, a busy machine several. */
const patience = { patience: 60_000, refusals: seatRefusals };
/** Somebody who leaves while it is computed makes it be computed again. */
const tries = 3;

/** What the worker does with it. Once: a round that nobody asked for (any more) is left alone. */
export async function carryOutProposal(database: Database, roundId: string, now: Instant): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await inTransaction<void, never, string>(
      { database },
      async (tx) => {
        const round = await lockRound(tx, roundId);
        if (round?.proposal !== 'asked' || round.state === 'done') return accepted();
        const kind = roundKind(round.kind);
        const explanations = isSeated(kind)
          ? await writeProposal(tx, round)
          : await writeClusters(tx, { gatheringId: round.gatheringId, seed: round.seed });
        await tx.gatheringRound.update({
          where: { id: roundId },
          data: {
            proposal: 'ready',
            explanations: asJson(explanations),
            proposedAt: now,
            mending: nothing,
            revision: round.revision + 1,
          },
        });
        return accepted();
      },
      patience,
    );
    if (outcome.ok) return;
    if (attempt === tries) throw new Error(`no proposal could be written: ${outcome.reason}`);
  }
}

/** After a fault: the organiser sees that it did not work and can ask again. */
export async function giveUpProposal(database: Database, roundId: string): Promise<void> {
  await database.gatheringRound.updateMany({ where: { id: roundId, proposal: 'asked' }, data: { proposal: 'failed' } });
}

async function writeProposal(tx: Transaction, round: Held): Promise<Explanation[]> {
  const room = await wholeRoom(tx, round);
  const { seats, explanations } = await divide(tx, round, room, []);
  await writeSeats(tx, round.id, seats, clustersIn(room, seats));
  return sayable(tx, round.gatheringId, explanations);
}

/**
 * Looks for each round at whose tables people sit what the least change is for who came late or left, and keeps it for the organiser
 * to carry out. It is never carried out by itself, also not where it is simple: people were told where they sit, and only who stands in
 * the room knows whether they are there already.
 */
export async function mendRounds(database: Database, gatheringId: string): Promise<void> {
  if (!isId(gatheringId)) return;
  const rounds = await database.gatheringRound.findMany({
    where: { gatheringId, proposal: 'ready', state: { not: 'done' }, kind: { in: ['pairs', 'groups'] } },
    orderBy: { position: 'asc' },
    select: { id: true },
  });
  for (const { id } of rounds)
    await inTransaction(
      { database },
      async (tx) => {
        const round = await lockRound(tx, id);
        if (round?.proposal !== 'ready' || round.state === 'done') return accepted();
        const mending = await mendingFor(tx, round);
        if (mending === null && round.mending === null) return accepted();
        await tx.gatheringRound.update({
          where: { id },
          data: { mending: mending === null ? nothing : asJson(mending) },
        });
        return accepted();
      },
      { patience: patience.patience },
    );
}

async function mendingFor(tx: Transaction, round: Held): Promise<Mending | null> {
  const before = await seatsOf(tx, round.id);
  if (before.length === 0) return null;
  const room = await wholeRoom(tx, round);
  const here = new Set(room.people.map(({ id }) => id));
  const seated = new Set(before.map(({ registrationId }) => registrationId));
  const same =
    before.every(({ registrationId }) => here.has(registrationId)) && [...here].every((id) => seated.has(id));
  if (same) return null;
  const { seats, without } = await divide(tx, round, room, before);
  const moves = movesBetween(before, seats);
  return moves.length === 0 && without.length === 0
    ? null
    : { basedOn: round.revision, seats, moves, without, clusters: Object.fromEntries(clustersIn(room, seats)) };
}

async function wholeRoom(tx: Transaction, { gatheringId, position }: Held): Promise<Room> {
  const room = await roomOf(tx, gatheringId, position);
  const portfolios = [...new Set(room.people.flatMap((person) => person.portfolios))];
  return { ...room, fits: await fitsAmong(tx, portfolios) };
}

type Divided = { seats: Seat[]; without: string[]; explanations: Explanation[] };

/** @param before who sits where now, when as little as possible may change; empty for a new proposal */
async function divide(tx: Transaction, round: Held, room: Room, before: readonly Seat[]): Promise<Divided> {
  const now = await seatsOf(tx, round.id);
  const here = new Set(room.people.map(({ id }) => id));
  const areas: AreaWish = round.areaWish === 'near' ? 'near' : 'mixed';
  const asked = { room, areas, seed: round.seed };
  if (round.kind === 'pairs') {
    const pinnedTables = new Set(now.filter(({ isPinned }) => isPinned).map(({ table }) => table));
    const kept = now.filter(({ table, registrationId }) => pinnedTables.has(table) && here.has(registrationId));
    const plan = proposePairs({
      ...asked,
      metAgain: 'never',
      threes: true,
      pins: tablesOf(kept)
        .filter(({ people }) => people.length > 1)
        .map(({ people }) => people),
      before: tablesOf(before).map(({ people }) => people),
    });
    const byCluster = [...plan.pairs].sort((a, b) =>
      (a.cluster ?? '~') < (b.cluster ?? '~') ? -1 : (a.cluster ?? '~') > (b.cluster ?? '~') ? 1 : 0,
    );
    const seats = numberTables(
      byCluster.map(({ people }) => people),
      before.length > 0 ? before : kept,
    );
    return { seats, without: plan.withoutPlace, explanations: plan.explanations };
  }
  const plan = proposeGroups({
    ...asked,
    sizes: { smallest: round.leastSeats, largest: round.mostSeats, ideal: (round.leastSeats + round.mostSeats) / 2 },
    together: await pairsBefore(tx, round, here),
    pins: now.flatMap(({ registrationId, table, isPinned }) =>
      isPinned && here.has(registrationId) ? [{ person: registrationId, group: String(table) }] : [],
    ),
    before: tablesOf(before).map(({ table, people }) => ({ key: String(table), people })),
  });
  const seats = plan.groups.flatMap(({ key, people }) =>
    people.map((registrationId) => ({ registrationId, table: Number(key) })),
  );
  return { seats, without: plan.withoutPlace, explanations: plan.explanations };
}

function tablesOf(seats: readonly Seat[]): { table: number; people: string[] }[] {
  const tables = new Map<number, string[]>();
  for (const { registrationId, table } of seats) tables.set(table, [...(tables.get(table) ?? []), registrationId]);
  return [...tables].map(([table, people]) => ({ table, people }));
}

/** Pairs of the last round of pairs before this one, of who is still here: they go to a table together. */
async function pairsBefore(
  tx: Transaction,
  { gatheringId, position }: Held,
  here: ReadonlySet<string>,
): Promise<string[][]> {
  const last = await tx.gatheringRound.findFirst({
    where: { gatheringId, kind: 'pairs', position: { lt: position }, seats: { some: {} } },
    orderBy: { position: 'desc' },
    select: { id: true },
  });
  if (last === null) return [];
  return tablesOf(await seatsOf(tx, last.id))
    .map(({ people }) => people.filter((id) => here.has(id)))
    .filter((people) => people.length > 1);
}

function clustersIn(room: Room, seats: readonly Seat[]): Map<number, string | null> {
  return clustersOfTables(seats, new Map(room.people.map(({ id, cluster }) => [id, cluster])));
}

async function sayable(tx: Transaction, gatheringId: string, explanations: Explanation[]): Promise<Explanation[]> {
  const apart = new Map<string, Set<string>>();
  for (const { lowId, highId } of await tx.gatheringApart.findMany({ where: { gatheringId } })) {
    apart.set(lowId, (apart.get(lowId) ?? new Set()).add(highId));
    apart.set(highId, (apart.get(highId) ?? new Set()).add(lowId));
  }
  return withoutBlocks(explanations, apart);
}
