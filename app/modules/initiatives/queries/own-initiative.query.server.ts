import { dayInAmsterdam, fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { mayEditContent } from '../policy.ts';
import { isSlug } from '../slug.ts';
import { mayMove, type Stage } from '../stage.ts';

/** What the submitter of a public initiative can do with it now. */
export type OwnInitiativeView = {
  id: string;
  slug: string;
  title: string;
  stage: Stage;
  revision: number;
  mayEdit: boolean;
  mayWithdraw: boolean;
  mayAnswer: boolean;
  /** A new version was begun and not submitted. */
  hasDraft: boolean;
  /** The question that the loket asked last; null when none waits for an answer. */
  question: string | null;
  /** By when the answer is due; null when none is waited for. */
  due: { on: CalendarDate; isLate: boolean } | null;
};

/** @returns null when there is none at this address or it is somebody else's */
export async function ownInitiative(
  database: Database,
  actor: Actor,
  slug: string,
  now: Instant,
): Promise<OwnInitiativeView | null> {
  if (actor.person === null || !isSlug(slug)) return null;
  const row = await database.initiative.findFirst({
    where: { slug, submitterId: actor.person.id, stage: { not: 'draft' } },
    select: {
      id: true,
      title: true,
      stage: true,
      revision: true,
      draftSavedAt: true,
      dueOn: true,
      events: { where: { kind: 'question-asked' }, orderBy: { sequence: 'desc' }, take: 1, select: { reason: true } },
    },
  });
  if (!row) return null;
  const stage = row.stage as Stage;
  const dueOn = row.dueOn === null ? null : fromDateColumn(row.dueOn);
  const mayAnswer = mayMove(stage, 'answer-question');
  return {
    id: row.id,
    slug,
    title: row.title,
    stage,
    revision: row.revision,
    mayEdit: mayEditContent(stage),
    mayWithdraw: mayMove(stage, 'withdraw'),
    mayAnswer,
    hasDraft: row.draftSavedAt !== null,
    question: mayAnswer ? (row.events[0]?.reason ?? null) : null,
    due: mayAnswer && dueOn !== null ? { on: dueOn, isLate: dueOn < dayInAmsterdam(now) } : null,
  };
}
