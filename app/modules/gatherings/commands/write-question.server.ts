import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor, SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { accessOf } from '../gathering.store.server.ts';
import { saidRefusals } from '../refusals.ts';
import { partIn } from '../taking-part.store.server.ts';

/** Questions from one phone in ten minutes: more is no talk at a table any more. */
export const questionsPerTenMinutes = 10;

export type WriteQuestion = {
  gatheringId: string;
  /** Made on the phone, so that a question that is sent twice is there once. */
  id: string;
  /** Of who writes; proved by the caller. */
  registrationId: string | null;
  text: string;
  tableId: string | null;
  clusterId: string | null;
};

export type QuestionRefusal =
  | 'gathering-unknown'
  | 'question-unknown'
  | 'not-taking-part'
  | 'gathering-over'
  | 'too-many'
  | 'form-key-invalid'
  | 'changed-meanwhile'
  | (typeof saidRefusals)[keyof typeof saidRefusals];

/**
 * Somebody who takes part writes a design question, or a helper types one over. Also after the evening, until the report is
 * published: paper is typed over the next day.
 */
export async function writeQuestion(
  input: WriteQuestion,
  context: Context<Actor>,
): Promise<Outcome<void, QuestionRefusal>> {
  const { gatheringId, id, registrationId, text, tableId, clusterId } = input;
  const { actor, now } = context;
  if (!isId(id) || (tableId !== null && !isId(tableId)) || (clusterId !== null && !isId(clusterId)))
    return refused('form-key-invalid');
  return inTransaction<void, QuestionRefusal, QuestionRefusal>(
    context,
    async (tx) => {
      const part = await partIn(tx, actor, { gatheringId, registrationId });
      if (part === null) return refused('not-taking-part');
      const over = await whyOver(tx, gatheringId, part);
      if (over !== null) return refused(over);
      const known = await tx.gatheringQuestion.findUnique({ where: { id } });
      if (known !== null) return known.gatheringId === gatheringId ? accepted() : refused('form-key-invalid');
      if (!part.isCrew && (await isFlood(tx, part.registrationId, now))) return refused('too-many');
      const place = tableId === null && clusterId === null ? await seatOf(tx, part.registrationId) : {};
      // the same at the same instant waits here, and is there once
      await tx.gatheringQuestion.createMany({
        data: [
          {
            ...{ id, gatheringId, text, tableId, clusterId, ...place },
            registrationId: part.registrationId,
            typedById: part.registrationId === null ? (actor.person?.id ?? null) : null,
            writtenAt: now,
          },
        ],
        skipDuplicates: true,
      });
      return accepted();
    },
    { refusals: saidRefusals },
  );
}

/** Nothing is added to an evening whose report is out; others than crew write on the evening itself. */
export async function whyOver(
  tx: Transaction,
  gatheringId: string,
  { isCrew }: { isCrew: boolean },
): Promise<'gathering-over' | 'not-begun' | null> {
  const gathering = await tx.gathering.findUnique({
    where: { id: gatheringId },
    select: { state: true, report: { select: { publishedAt: true } } },
  });
  if (gathering === null || gathering.state === 'cancelled' || gathering.report?.publishedAt != null)
    return 'gathering-over';
  if (gathering.state === 'closed' && !isCrew) return 'gathering-over';
  return gathering.state === 'begun' || gathering.state === 'closed' ? null : 'not-begun';
}

async function isFlood(tx: Transaction, registrationId: string | null, now: Date): Promise<boolean> {
  const writtenAt = { gt: new Date(now.getTime() - 10 * 60_000) };
  return (await tx.gatheringQuestion.count({ where: { registrationId, writtenAt } })) >= questionsPerTenMinutes;
}

/** The table where somebody sits now, with its pile, so that a question stands with those of the same table. */
async function seatOf(tx: Transaction, registrationId: string | null) {
  if (registrationId === null) return {};
  const seat = await tx.gatheringSeat.findFirst({
    where: { registrationId, round: { kind: 'groups', state: { in: ['open', 'done'] } } },
    orderBy: { round: { position: 'desc' } },
    select: { table: { select: { id: true, clusterId: true } } },
  });
  return seat === null ? {} : { tableId: seat.table.id, clusterId: seat.table.clusterId };
}

export type ChangeQuestion = { kind: 'correct'; text: string } | { kind: 'hide'; reason: string } | { kind: 'show' };

/** Whoever runs a gathering mends a typing error, hides a question with a reason that only organisers read, or shows it again. */
export async function changeQuestion(
  input: { gatheringId: string; id: string; revision: number; change: ChangeQuestion },
  context: Context<SignedIn>,
): Promise<Outcome<void, QuestionRefusal>> {
  const { gatheringId, id, revision, change } = input;
  if (!isId(gatheringId) || !isId(id)) return refused('question-unknown');
  return inTransaction<void, QuestionRefusal, QuestionRefusal>(
    context,
    async (tx) => {
      if ((await accessOf(tx, context.actor, gatheringId)) !== 'run') return refused('gathering-unknown');
      const changed = await tx.gatheringQuestion.updateMany({
        where: { id, gatheringId, revision },
        data: { ...columnsOf(change, context.actor.person.id), revision: revision + 1 },
      });
      if (changed.count === 1) return accepted();
      const there = await tx.gatheringQuestion.count({ where: { id, gatheringId } });
      return refused(there === 0 ? 'question-unknown' : 'changed-meanwhile');
    },
    { refusals: saidRefusals },
  );
}

function columnsOf(change: ChangeQuestion, personId: string) {
  switch (change.kind) {
    case 'correct':
      return { text: change.text };
    case 'hide':
      return { state: 'hidden', hiddenReason: change.reason, hiddenById: personId };
    case 'show':
      return { state: 'shown', hiddenReason: '', hiddenById: null };
  }
}
