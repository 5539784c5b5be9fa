import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Database } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailOutcome } from '../jobs.server.ts';
import { askedBeforeErased, type PromiseAnswer } from '../outcome.ts';
import { partIn } from '../taking-part.store.server.ts';

export type AnswerPromise = {
  gatheringId: string;
  /** Of whose promise it is; proved by the caller. */
  registrationId: string | null;
  id: string;
  revision: number;
  answer: PromiseAnswer;
  text: string;
};

export type AnswerPromiseRefusal = 'not-taking-part' | 'promise-unknown' | 'not-asked-yet' | 'changed-meanwhile';

/** Whose promise it was says what became of it, also before being asked. They can say it anew. */
export async function answerPromise(
  { gatheringId, registrationId, id, revision, answer, text }: AnswerPromise,
  context: Context<Actor>,
): Promise<Outcome<void, AnswerPromiseRefusal>> {
  if (!isId(id)) return refused('promise-unknown');
  return inTransaction<void, AnswerPromiseRefusal>(context, async (tx) => {
    const part = await partIn(tx, context.actor, { gatheringId, registrationId });
    if (part === null) return refused('not-taking-part');
    const gathering = await tx.gathering.findUniqueOrThrow({ where: { id: gatheringId } });
    if (gathering.state !== 'closed') return refused('not-asked-yet');
    await tx.$queryRaw`select 1 from gathering_promise where id = ${id}::uuid for update`;
    const promise = await tx.gatheringPromise.findFirst({
      where: { id, gatheringId, registrationId: part.registrationId ?? '' },
    });
    if (part.registrationId === null || promise === null) return refused('promise-unknown');
    if (promise.state === answer && promise.answerText === text) return accepted();
    if (promise.revision !== revision) return refused('changed-meanwhile');
    await tx.gatheringPromise.update({
      where: { id },
      data: { state: answer, answerText: text, answeredAt: context.now, revision: revision + 1 },
    });
    return accepted();
  });
}

/** Promises asked about in one transaction, so that a worker that is killed halfway has done whole ones. */
const atOnce = 100;

/**
 * Asks what became of promises on their day, each once; earlier where the address of who promised is erased before it. A promise of
 * somebody without address, or who wants no mails, counts as asked: it is on their page.
 * @returns how many
 */
export async function askPromises({ database, now }: { database: Database; now: Instant }): Promise<number> {
  const today = dayInAmsterdam(now);
  let count = 0;
  for (;;) {
    const asked = await database.$transaction(async (tx) => {
      const due = await tx.$queryRaw<{ id: string; registrationId: string }[]>`
        update gathering_promise set asked_at = ${now} where id in (
            select p.id from gathering_promise p
              join gathering g on g.id = p.gathering_id and g.state = 'closed'
              join gathering_registration r on r.id = p.registration_id and r.erased_at is null
              where p.state = 'open' and p.asked_at is null
                and least(p.due_on, gathering_registration_until(r.person_id, g.ends_at) - ${askedBeforeErased}::int) <= ${today}::date
              order by p.id limit ${atOnce} for update of p skip locked)
          returning id::text as id, registration_id::text as "registrationId"`;
      for (const { id: subjectId, registrationId } of due)
        await enqueue(
          tx,
          mailOutcome,
          { registrationId, news: 'promise-asked', subjectId },
          `gathering-outcome:${registrationId}:promise-asked:${subjectId}`,
        );
      return due.length;
    });
    count += asked;
    if (asked < atOnce) return count;
  }
}
