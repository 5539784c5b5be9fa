import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { readDraft } from '../draft.ts';
import { openStages, type Stage } from '../stage.ts';
import { draftSteps, stepsDone } from '../steps.ts';

/** A plan of one's own, as the overview of what somebody does here shows it. */
export type MyInitiative = {
  id: string;
  /** Null for a first draft. */
  slug: string | null;
  /** As typed so far; empty when there is none yet. */
  title: string;
  stage: Stage;
  bodyName: string | null;
  dueOn: CalendarDate | null;
  /** The loket waits for an answer. */
  hasQuestion: boolean;
  /** Something was typed that is not submitted. */
  hasDraft: boolean;
  savedAt: Instant | null;
  /** Steps of the form that they have been through, out of how many. */
  progress: { done: number; of: number };
};

/** Drafts first, then what is on its way, then the rest; within each the latest change first. */
export async function myInitiatives(database: Database, actor: SignedIn): Promise<MyInitiative[]> {
  const rows = await database.initiative.findMany({
    where: { submitterId: actor.person.id },
    orderBy: { updatedAt: 'desc' },
    select: {
      id: true,
      slug: true,
      title: true,
      stage: true,
      draft: true,
      draftSavedAt: true,
      dueOn: true,
      body: { select: { name: true } },
      _count: { select: { attachments: { where: { removedAt: null } } } },
    },
  });
  const mine = rows.map((row): MyInitiative => {
    const stage = row.stage as Stage;
    const draft = readDraft(row.draft);
    return {
      id: row.id,
      slug: row.slug,
      title: stage === 'draft' ? draft.steps['wat-en-waarom'].title.trim() : row.title,
      stage,
      bodyName: row.body?.name ?? null,
      dueOn: row.dueOn === null ? null : fromDateColumn(row.dueOn),
      hasQuestion: stage === 'question',
      hasDraft: row.draft !== null,
      savedAt: row.draftSavedAt,
      progress: { done: stepsDone(draft.seen, row._count.attachments > 0).length, of: draftSteps.length },
    };
  });
  const rank = ({ stage }: MyInitiative) => (stage === 'draft' ? 0 : openStages.includes(stage) ? 1 : 2);
  return mine.sort((one, other) => rank(one) - rank(other));
}
