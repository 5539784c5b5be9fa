import { dayInAmsterdam, fromDateColumn } from '#app/kernel/calendar-date.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { inTransaction, type Database, type Transaction } from '#app/platform/database.server.ts';
import type { SealingKeys } from '#app/platform/sealing.server.ts';
import { lockQuestion, questionTokenHash, writeStep, type LockedQuestion } from '../question.store.server.ts';
import { moveUp, tellAsker, tellLevel } from './move-up.server.ts';
import { overdue, type QuestionState } from '../question.ts';

export type FollowRefusal =
  'question-unknown' | 'changed-meanwhile' | 'already-closed' | 'not-answered' | 'no-higher-level';

export type Follow = {
  token: string;
  revision: number;
  /** Add something, say that an answer is enough, or that it is not and somebody else should look. */
  intent: 'add' | 'enough' | 'not-enough';
  text: string;
};

/** The asker's next step, by the secret of their link. */
export async function followQuestion(
  { token, revision, intent, text }: Follow,
  { database, now }: { database: Database; now: Instant },
  { keys }: { keys: SealingKeys },
): Promise<Outcome<void, FollowRefusal>> {
  return inTransaction<void, FollowRefusal, FollowRefusal>(
    { database },
    async (tx) => {
      const found = await tx.integrityQuestion.findUnique({
        where: { tokenHash: questionTokenHash(token) },
        select: { id: true },
      });
      const question = found === null ? null : await lockQuestion(tx, found.id);
      if (question === null) return refused('question-unknown');
      if (question.revision !== revision) return refused('changed-meanwhile');
      if (question.state === 'closed') return refused('already-closed');
      if (intent === 'add') {
        await writeStep(tx, question, { kind: 'added', text }, { now, keys });
        await tx.integrityQuestion.update({ where: { id: question.id }, data: { revision: { increment: 1 } } });
        await tellLevel(tx, question, 'added', now);
        return accepted();
      }
      if (question.state !== 'answered') return refused('not-answered');
      if (intent === 'enough') {
        await close(tx, question, now);
        return accepted();
      }
      await writeStep(tx, question, { kind: 'not-enough', text }, { now, keys });
      return (await moveUp(tx, question, now)) === null ? refused('no-higher-level') : accepted();
    },
    { refusals: { integrity_question_closed: 'already-closed' } },
  );
}

async function close(tx: Transaction, question: LockedQuestion, now: Instant): Promise<void> {
  await writeStep(tx, question, { kind: 'closed' }, { now, keys: null });
  await tx.integrityQuestion.update({
    where: { id: question.id },
    data: { state: 'closed', closedAt: now, dueOn: null, revision: { increment: 1 } },
  });
  await tellLevel(tx, question, 'closed', now);
  await tellAsker(tx, question.id, 'closed', now);
}

/**
 * What the clock does: a level that let its term pass loses the question to the next one, and an answer that the asker did not
 * call too little closes it. Where nobody is above, it stays and its level is told once. Run twice, it does nothing more.
 * @returns how many moved or closed
 */
export async function moveQuestions({ database, now }: { database: Database; now: Instant }): Promise<number> {
  const today = dayInAmsterdam(now);
  const due = await database.$queryRaw<{ id: string }[]>`
    select id::text from integrity_question where state <> 'closed' and due_on < ${today}::date order by due_on, id`;
  let moved = 0;
  const failed: unknown[] = [];
  for (const { id } of due)
    try {
      if (await moveQuestion(database, id, now)) moved += 1;
    } catch (error) {
      failed.push(error);
    }
  // after the others: one that cannot move keeps none back, and the job says so and tries again
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} questions of integrity did not move`);
  return moved;
}

/** @returns whether it moved or closed */
async function moveQuestion(database: Database, id: string, now: Instant): Promise<boolean> {
  const today = dayInAmsterdam(now);
  return database.$transaction(async (tx) => {
    const question = await lockQuestion(tx, id);
    const row = await tx.integrityQuestion.findUnique({ where: { id }, select: { dueOn: true } });
    if (question === null || row === null) return false;
    const dueOn = row.dueOn === null ? null : fromDateColumn(row.dueOn);
    const what = overdue({ state: question.state as QuestionState, dueOn }, today);
    if (what === 'nothing') return false;
    if (what === 'close') {
      await close(tx, question, now);
      return true;
    }
    await writeStep(tx, question, { kind: 'term-passed' }, { now, keys: null });
    if ((await moveUp(tx, question, now)) === null) {
      await tx.integrityQuestion.update({ where: { id }, data: { dueOn: null, revision: { increment: 1 } } });
      await tellLevel(tx, question, 'waits', now);
    }
    return true;
  });
}
