import { translatorOf } from '#app/i18n/all.server.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { accessOf, lockGathering } from '../gathering.store.server.ts';
import { gatheringForm } from '../gathering.ts';
import { roundRefusals } from '../refusals.ts';
import { lockRound, nothing } from '../round.store.server.ts';
import { mostRounds, roundKind, roundSteps, usualRounds, type RoundKind, type RoundStep } from '../rounds.ts';
import { bringCards } from './change-board.server.ts';

export type ProgrammeRefusal =
  | 'gathering-unknown'
  | 'gathering-over'
  | 'round-unknown'
  | 'changed-meanwhile'
  | 'form-key-invalid'
  | 'too-many-rounds'
  | 'rounds-there'
  | (typeof roundRefusals)[keyof typeof roundRefusals];

type RuleRefusal = (typeof roundRefusals)[keyof typeof roundRefusals];

const refusals = { refusals: roundRefusals };

/** Makes the rounds that an evening of this form usually has. */
export async function useUsualRounds(
  { gatheringId }: { gatheringId: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, ProgrammeRefusal>> {
  return inTransaction<void, ProgrammeRefusal, RuleRefusal>(
    context,
    async (tx) => {
      const gathering = await heldGathering(tx, gatheringId, context);
      if (!gathering.ok) return gathering;
      if ((await tx.gatheringRound.count({ where: { gatheringId } })) > 0) return refused('rounds-there');
      const t = translatorOf('nl');
      await tx.gatheringRound.createMany({
        data: usualRounds[gatheringForm(gathering.value.form)].map(({ kind, minutes }, index) => ({
          ...{ id: newId(), gatheringId, kind, minutes },
          position: index + 1,
          title: t(`rounds:usualTitle.${kind}`),
        })),
      });
      await bringCards(tx, gatheringId);
      return accepted();
    },
    refusals,
  );
}

/** Adds a round at the end. @param input.formKey becomes its id, so that a double post adds one */
export async function addRound(
  input: { gatheringId: string; formKey: string; kind: RoundKind; title: string; minutes: number },
  context: Context<SignedIn>,
): Promise<Outcome<void, ProgrammeRefusal>> {
  const { gatheringId, formKey: id, kind, title, minutes } = input;
  if (!isId(id)) return refused('form-key-invalid');
  return inTransaction<void, ProgrammeRefusal, RuleRefusal>(
    context,
    async (tx) => {
      const gathering = await heldGathering(tx, gatheringId, context);
      if (!gathering.ok) return gathering;
      const posted = await tx.gatheringRound.findUnique({ where: { id }, select: { gatheringId: true } });
      if (posted !== null) return posted.gatheringId === gatheringId ? accepted() : refused('form-key-invalid');
      const { _count, _max } = await tx.gatheringRound.aggregate({
        where: { gatheringId },
        _count: true,
        _max: { position: true },
      });
      if (_count >= mostRounds) return refused('too-many-rounds');
      await tx.gatheringRound.create({
        data: { id, gatheringId, kind, title, minutes, position: (_max.position ?? 0) + 1 },
      });
      if (kind === 'clusters') await bringCards(tx, gatheringId);
      return accepted();
    },
    refusals,
  );
}

export type RoundContent = {
  title: string;
  minutes: number;
  areaWish: 'mixed' | 'near';
  leastSeats: number;
  mostSeats: number;
};

/** Changes how a round is called, how long it takes, and how its tables are made next time. */
export async function changeRound(
  input: { roundId: string; revision: number; content: RoundContent },
  context: Context<SignedIn>,
): Promise<Outcome<void, ProgrammeRefusal>> {
  return onRound(input, context, async (tx, { id, revision }) => {
    await tx.gatheringRound.update({ where: { id }, data: { ...input.content, revision: revision + 1 } });
    return accepted();
  });
}

/** Takes a round away that was not held. */
export async function removeRound(
  input: { roundId: string; revision: number },
  context: Context<SignedIn>,
): Promise<Outcome<void, ProgrammeRefusal>> {
  return onRound(input, context, async (tx, { id }) => {
    await tx.gatheringRound.delete({ where: { id } });
    return accepted();
  });
}

/** Changes places with the round before or after it. */
export async function reorderRound(
  input: { roundId: string; revision: number; direction: 'earlier' | 'later' },
  context: Context<SignedIn>,
): Promise<Outcome<void, ProgrammeRefusal>> {
  return onRound(input, context, async (tx, { id, gatheringId, position, revision }) => {
    const isEarlier = input.direction === 'earlier';
    const other = await tx.gatheringRound.findFirst({
      where: { gatheringId, position: isEarlier ? { lt: position } : { gt: position } },
      orderBy: { position: isEarlier ? 'desc' : 'asc' },
      select: { id: true, position: true },
    });
    if (other === null) return accepted();
    // no two at one position, also half-way
    await tx.gatheringRound.update({ where: { id }, data: { position: -1 } });
    await tx.gatheringRound.update({ where: { id: other.id }, data: { position } });
    await tx.gatheringRound.update({
      where: { id },
      data: { position: other.position, ...(await bump(tx, id, revision)) },
    });
    return accepted();
  });
}

/** Opens a round, ends it, or takes one of those back that was done by mistake. */
export async function stepRound(
  input: { roundId: string; revision: number; step: RoundStep },
  context: Context<SignedIn>,
): Promise<Outcome<void, ProgrammeRefusal>> {
  const { from, to } = roundSteps[input.step];
  return onRound(input, context, async (tx, { id, revision, state, kind, gatheringId, openedAt }) => {
    if (state !== from) return refused('changed-meanwhile');
    if (to === 'open' && roundKind(kind) === 'clusters') await bringCards(tx, gatheringId);
    await tx.gatheringRound.update({
      where: { id },
      data: {
        state: to,
        revision: revision + 1,
        // taken back, the clock goes on from where it was
        openedAt: to === 'planned' ? null : (openedAt ?? context.now),
        doneAt: to === 'done' ? context.now : null,
        ...(to === 'done' ? { mending: nothing } : {}),
      },
    });
    return accepted();
  });
}

async function bump(tx: Transaction, id: string, revision: number): Promise<{ revision?: number }> {
  const round = await tx.gatheringRound.findUniqueOrThrow({ where: { id }, select: { state: true } });
  return round.state === 'done' ? {} : { revision: revision + 1 };
}

type Held = NonNullable<Awaited<ReturnType<typeof lockRound>>>;

async function onRound(
  { roundId, revision }: { roundId: string; revision: number },
  context: Context<SignedIn>,
  work: (tx: Transaction, round: Held) => Promise<Outcome<void, ProgrammeRefusal>>,
): Promise<Outcome<void, ProgrammeRefusal>> {
  return inTransaction<void, ProgrammeRefusal, RuleRefusal>(
    context,
    async (tx) => {
      const known = isId(roundId) ? await tx.gatheringRound.findUnique({ where: { id: roundId } }) : null;
      if (known === null) return refused('round-unknown');
      const gathering = await heldGathering(tx, known.gatheringId, context);
      if (!gathering.ok) return refused(gathering.reason === 'gathering-unknown' ? 'round-unknown' : gathering.reason);
      const round = await lockRound(tx, roundId);
      if (round === null) return refused('round-unknown');
      return round.revision === revision ? work(tx, round) : refused('changed-meanwhile');
    },
    refusals,
  );
}

/** The gathering, held, when the actor runs it and it is not over. */
async function heldGathering(tx: Transaction, gatheringId: string, { actor }: Context<SignedIn>) {
  if (!isId(gatheringId)) return refused('gathering-unknown');
  const gathering = await lockGathering(tx, gatheringId);
  if (gathering === null || (await accessOf(tx, actor, gatheringId)) !== 'run') return refused('gathering-unknown');
  return gathering.state === 'closed' || gathering.state === 'cancelled'
    ? refused('gathering-over')
    : accepted(gathering);
}
