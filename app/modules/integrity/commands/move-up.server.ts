import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailAsker, mailLevel, type QuestionNews } from '../jobs.server.ts';
import { termsOn, type LockedQuestion } from '../question.store.server.ts';
import { isLevel, lastDayOf, type Level } from '../question.ts';

/**
 * Up to the next level where somebody is, with its own term.
 * @returns null when there is none; then it stays where it is
 */
export async function moveUp(tx: Transaction, question: LockedQuestion, now: Instant): Promise<Level | null> {
  const today = dayInAmsterdam(now);
  const [row] = await tx.$queryRaw<{ next: string | null }[]>`
    select integrity_next_level(${question.id}::uuid, ${question.level}, ${today}::date) as next`;
  const next = row?.next;
  if (!isLevel(next)) return null;
  await tx.integrityQuestion.update({
    where: { id: question.id },
    data: {
      ...{ level: next, state: 'open', levelSince: now, revision: { increment: 1 } },
      dueOn: toDateColumn(lastDayOf(next, today, await termsOn(tx, today))),
    },
  });
  await tellLevel(tx, { id: question.id, level: next }, 'waits', now);
  await tellAsker(tx, question.id, 'moved', now);
  return next;
}

/** Tells everybody on a level who may see it. */
export async function tellLevel(
  tx: Transaction,
  { id, level }: { id: string; level: Level },
  news: QuestionNews,
  now: Instant,
): Promise<void> {
  const people = await tx.$queryRaw<{ personId: string }[]>`
    select p::text as "personId" from integrity_people(${id}::uuid, ${level}, ${dayInAmsterdam(now)}::date) as p`;
  for (const { personId } of people)
    await enqueue(
      tx,
      mailLevel,
      { questionId: id, personId, news },
      `integrity-level:${id}:${level}:${news}:${personId}:${now.toISOString()}`,
    );
}

export async function tellAsker(tx: Transaction, id: string, news: QuestionNews, now: Instant): Promise<void> {
  await enqueue(tx, mailAsker, { questionId: id, news }, `integrity-asker:${id}:${news}:${now.toISOString()}`);
}

/** Tells who can put an outcome on the public page: editors of the office, whom it is not about and who did not write or ask it. */
export async function tellReleasers(tx: Transaction, id: string, writerId: string, now: Instant): Promise<void> {
  const today = dayInAmsterdam(now);
  const people = await tx.$queryRaw<{ personId: string }[]>`
    select distinct m.person_id::text as "personId"
      from integrity_question q, body_membership m join body b on b.id = m.body_id join person p on p.id = m.person_id
      where q.id = ${id}::uuid and b.slug = 'programmabureau' and m.role = 'editor' and p.deleted_at is null
        and m.begins_on <= ${today}::date and (m.ends_on is null or m.ends_on >= ${today}::date)
        and m.person_id <> ${writerId}::uuid and m.person_id is distinct from q.asker_id
        and not exists (select from integrity_kept_out k where k.question_id = q.id and k.person_id = m.person_id)`;
  for (const { personId } of people)
    await enqueue(
      tx,
      mailLevel,
      { questionId: id, personId, news: 'released' },
      `integrity-release:${id}:${personId}:${now.toISOString()}`,
    );
}
