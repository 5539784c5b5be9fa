import { addDays, dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import type { SealingKeys } from '#app/platform/sealing.server.ts';
import { mayHandle, mayRelease } from '../question-policy.ts';
import { lockQuestion, termsOn, writeStep, type LockedQuestion } from '../question.store.server.ts';
import { moveUp, tellAsker, tellReleasers } from './move-up.server.ts';

const rules = {
  integrity_step_of_level: 'not-your-level',
  integrity_question_closed: 'already-closed',
  integrity_outcome_two_persons: 'same-person',
  integrity_outcome_of_level: 'not-your-level',
  integrity_outcome_released: 'already-released',
} as const;

export type HandleRefusal =
  | 'question-unknown'
  | 'changed-meanwhile'
  | 'no-higher-level'
  | 'not-closed'
  | 'no-outcome'
  | 'already-answered'
  | 'second-factor-needed'
  | (typeof rules)[keyof typeof rules];

type Seen = { id: string; revision: number };

async function handle(
  { id, revision }: Seen,
  context: Context<SignedIn>,
  work: (tx: Transaction, question: LockedQuestion) => Promise<Outcome<void, HandleRefusal>>,
): Promise<Outcome<void, HandleRefusal>> {
  if (!isId(id)) return refused('question-unknown');
  if (!mayHandle(context.actor)) return refused('second-factor-needed');
  return inTransaction<void, HandleRefusal, HandleRefusal>(
    context,
    async (tx) => {
      const question = await lockQuestion(tx, id);
      if (question === null) return refused('question-unknown');
      if (question.revision !== revision) return refused('changed-meanwhile');
      return work(tx, question);
    },
    { refusals: rules },
  );
}

/** Answers for the level on which the question lies. The asker then has a term for saying that it is not enough. */
export async function answerQuestion(
  { text, ...seen }: Seen & { text: string },
  context: Context<SignedIn>,
  { keys }: { keys: SealingKeys },
): Promise<Outcome<void, HandleRefusal>> {
  const { now, actor } = context;
  return handle(seen, context, async (tx, question) => {
    if (question.state !== 'open') return refused(question.state === 'closed' ? 'already-closed' : 'already-answered');
    const today = dayInAmsterdam(now);
    const { asker } = await termsOn(tx, today);
    await writeStep(tx, question, { kind: 'answered', byId: actor.person.id, text }, { now, keys });
    await tx.integrityQuestion.update({
      where: { id: question.id },
      data: { state: 'answered', dueOn: toDateColumn(addDays(today, asker)), revision: { increment: 1 } },
    });
    await tellAsker(tx, question.id, 'answered', now);
    return accepted();
  });
}

/** The level passes the question on: it is about them after all, or they cannot answer it. */
export async function passOn(seen: Seen, context: Context<SignedIn>): Promise<Outcome<void, HandleRefusal>> {
  const { now, actor } = context;
  return handle(seen, context, async (tx, question) => {
    if (question.state !== 'open') return refused(question.state === 'closed' ? 'already-closed' : 'already-answered');
    await writeStep(tx, question, { kind: 'passed-on', byId: actor.person.id }, { now, keys: null });
    return (await moveUp(tx, question, now)) === null ? refused('no-higher-level') : accepted();
  });
}

/** Writes what came of it for everybody, without names. Somebody else releases it. */
export async function writeOutcome(
  { text, ...seen }: Seen & { text: string },
  context: Context<SignedIn>,
): Promise<Outcome<void, HandleRefusal>> {
  const { now, actor } = context;
  return handle(seen, context, async (tx, question) => {
    if (question.state !== 'closed') return refused('not-closed');
    await tx.integrityQuestion.update({
      where: { id: question.id },
      data: { outcome: text, outcomeById: actor.person.id, outcomeAt: now, revision: { increment: 1 } },
    });
    await tellReleasers(tx, question.id, actor.person.id, now);
    return accepted();
  });
}

/** A second person puts the outcome on the public page. It does not change after that. */
export async function releaseOutcome(seen: Seen, context: Context<SignedIn>): Promise<Outcome<void, HandleRefusal>> {
  const { now, actor } = context;
  return handle(seen, context, async (tx, question) => {
    const row = await tx.integrityQuestion.findUniqueOrThrow({
      where: { id: question.id },
      select: { outcome: true, releasedAt: true },
    });
    const [seen] = await tx.$queryRaw<{ level: string | null }[]>`
      select integrity_seen_by(${actor.person.id}::uuid, ${question.id}::uuid, ${dayInAmsterdam(now)}::date) as level`;
    if (!mayRelease(actor) && seen?.level == null) return refused('not-your-level');
    if (row.releasedAt !== null) return refused('already-released');
    if (row.outcome === '') return refused('no-outcome');
    await tx.integrityQuestion.update({
      where: { id: question.id },
      data: { releasedById: actor.person.id, releasedAt: now, revision: { increment: 1 } },
    });
    await tellAsker(tx, question.id, 'released', now);
    return accepted();
  });
}
