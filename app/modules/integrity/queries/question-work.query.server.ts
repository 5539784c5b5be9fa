import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { mayHandle, mayRelease } from '../question-policy.ts';
import type { Level, QuestionKind, QuestionState } from '../question.ts';

/** A question on the desk of a level: nothing of what it says. */
export type QuestionLine = {
  id: string;
  number: string;
  kind: QuestionKind;
  bodyName: string | null;
  level: Level;
  state: QuestionState;
  askedAt: Instant;
  dueOn: CalendarDate | null;
  /** It lies with the reader now. */
  isMine: boolean;
  /** Closed, and nobody wrote yet what came of it. */
  needsOutcome: boolean;
};

/** An outcome that waits for a second person. */
export type WaitingOutcome = { id: string; number: string; outcome: string; revision: number; isOwn: boolean };

export type QuestionDesk = { lines: QuestionLine[]; outcomes: WaitingOutcome[] };

type Row = Omit<QuestionLine, 'dueOn'> & { dueOn: Date | null };

/** Questions that reached the actor, and outcomes that they may release. Which ones, `integrity_seen_by` says. */
export async function questionDesk(database: Database, actor: SignedIn, today: CalendarDate): Promise<QuestionDesk> {
  if (!mayHandle(actor)) return { lines: [], outcomes: [] };
  const me = actor.person.id;
  const rows = await database.$queryRaw<Row[]>`
    select q.id::text, q.number, q.kind, b.name as "bodyName", q.level, q.state, q.asked_at as "askedAt", q.due_on as "dueOn",
        q.state = 'open' and ${me}::uuid in (select integrity_people(q.id, q.level, ${today}::date)) as "isMine",
        q.state = 'closed' and q.outcome = '' as "needsOutcome"
      from integrity_question q left join body b on b.id = q.body_id
      where integrity_seen_by(${me}::uuid, q.id, ${today}::date) is not null
      order by q.state = 'closed', q.due_on nulls first, q.asked_at, q.id`;
  const outcomes = await database.$queryRaw<WaitingOutcome[]>`
    select q.id::text, q.number, q.outcome, q.revision, q.outcome_by_id = ${me}::uuid as "isOwn"
      from integrity_question q
      where q.outcome <> '' and q.released_at is null and q.erased_at is null and q.asker_id is distinct from ${me}::uuid
        and not exists (select from integrity_kept_out k where k.question_id = q.id and k.person_id = ${me}::uuid)
        and (${mayRelease(actor)} or integrity_seen_by(${me}::uuid, q.id, ${today}::date) is not null)
      order by q.outcome_at, q.id`;
  return {
    lines: rows.map((row) => ({ ...row, dueOn: row.dueOn === null ? null : fromDateColumn(row.dueOn) })),
    outcomes,
  };
}
