import { dayInAmsterdam, fromDateColumn } from '#app/kernel/calendar-date.ts';
import { isId, newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Database, type Transaction } from '#app/platform/database.server.ts';
import type { SealingKeys } from '#app/platform/sealing.server.ts';
import { mayHandle } from '../question-policy.ts';
import { openQuestion, openStep, questionTokenHash } from '../question.store.server.ts';
import { isLevel, type Level, type QuestionKind, type QuestionState, type StepKind } from '../question.ts';
import type { HandledQuestionView, OwnQuestionView, QuestionView } from '../question-views.ts';

/**
 * Opens a question for somebody of a level, and writes down that they did: never the one without the other. Null for whom it did not
 * reach, and for who is its subject or asker: for them it is not there.
 */
export async function readQuestion(
  { id }: { id: string },
  context: Context<SignedIn>,
  { keys }: { keys: SealingKeys },
): Promise<HandledQuestionView | null> {
  const { actor, now } = context;
  if (!isId(id) || !mayHandle(actor)) return null;
  const me = actor.person.id;
  const read = await inTransaction<HandledQuestionView, 'question-unknown', 'question-unknown'>(
    context,
    async (tx): Promise<Outcome<HandledQuestionView, 'question-unknown'>> => {
      const known = await tx.integrityQuestion.findUnique({ where: { id }, select: { outcomeById: true } });
      if (known === null) return refused('question-unknown');
      await tx.integrityLook.create({
        data: { id: newId(now.getTime()), questionId: id, lookerId: me, lookedAt: now },
      });
      const view = await viewOf(tx, id, keys);
      const today = dayInAmsterdam(now);
      const [seat] = await tx.$queryRaw<{ mine: boolean; next: string | null }[]>`
        select ${me}::uuid in (select integrity_people(${id}::uuid, ${view.level}, ${today}::date)) as mine,
          integrity_next_level(${id}::uuid, ${view.level}, ${today}::date) as next`;
      const isMine = (seat?.mine ?? false) && view.state === 'open';
      return accepted({
        ...view,
        isMine,
        mayPassOn: isMine && isLevel(seat?.next),
        wroteOutcome: known.outcomeById === me,
      });
    },
    { refusals: { integrity_look_of_level: 'question-unknown' } },
  );
  return read.ok ? read.value : null;
}

/** The asker's own page, by the secret of their link; null when there is none, or its words were removed after their period. */
export async function readOwnQuestion(
  { token }: { token: string },
  { database, now }: { database: Database; now: Instant },
  { keys }: { keys: SealingKeys },
): Promise<OwnQuestionView | null> {
  const found = await database.integrityQuestion.findUnique({
    where: { tokenHash: questionTokenHash(token) },
    select: { id: true },
  });
  if (found === null) return null;
  const view = await viewOf(database, found.id, keys);
  const today = dayInAmsterdam(now);
  const looks = await database.$queryRaw<{ key: string; level: string | null; at: Date }[]>`
    select id::text as key, integrity_seen_by(looker_id, question_id, amsterdam_day(looked_at)) as level, looked_at as at
      from integrity_look where question_id = ${found.id}::uuid order by looked_at desc limit 50`;
  const [up] = await database.$queryRaw<{ next: string | null }[]>`
    select integrity_next_level(${found.id}::uuid, ${view.level}, ${today}::date) as next`;
  return {
    ...view,
    looks: looks.map(({ key, level, at }) => ({ key, level: isLevel(level) ? level : null, at })),
    mayGoUp: isLevel(up?.next),
  };
}

async function viewOf(database: Database | Transaction, id: string, keys: SealingKeys): Promise<QuestionView> {
  const row = await database.integrityQuestion.findUniqueOrThrow({
    where: { id },
    include: { body: { select: { name: true } }, steps: { orderBy: { sequence: 'asc' } } },
  });
  return {
    id: row.id,
    number: row.number,
    kind: row.kind as QuestionKind,
    bodyName: row.body?.name ?? null,
    text: openQuestion(keys, row),
    skips: row.skips.filter(isLevel),
    level: row.level as Level,
    state: row.state as QuestionState,
    askedAt: row.askedAt,
    dueOn: row.dueOn === null ? null : fromDateColumn(row.dueOn),
    revision: row.revision,
    steps: row.steps.map((step) => ({
      key: step.id,
      kind: step.kind as StepKind,
      level: step.level as Level,
      at: step.at,
      text: openStep(keys, step),
    })),
    outcome: row.outcome,
    isReleased: row.releasedAt !== null,
  };
}
