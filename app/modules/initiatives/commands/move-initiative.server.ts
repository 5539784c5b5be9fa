import { addDays, dayInAmsterdam, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailInitiativeStep } from '../jobs.server.ts';
import { mayMove, moves, stageAfter, type Move, type Stage } from '../stage.ts';

export type MoveInitiative = {
  initiativeId: string;
  move: Move;
  /** Revision that the person saw; null where no page was involved. */
  revision: number | null;
  /** The reason or text that the submitter and the public see. */
  reason: string | null;
  /** Facts for the text of the step, public: version, round, decision number, name of an outside fund. */
  detail?: Record<string, string | number>;
  /** The body that has it after this step; unchanged when left out. */
  bodyId?: string;
  /** The body that took the step; the one that has it when left out. */
  byBodyId?: string;
  /** Overrides the term of the move, e.g. the day on which a round closes. */
  dueOn?: CalendarDate;
  actorId: string | null;
  at: Instant;
};

export type MoveRefusal = 'initiative-unknown' | 'stage-does-not-allow' | 'changed-meanwhile';

/**
 * Takes one step with an initiative, within the caller's transaction: stage, term, timeline and the mail to the
 * submitter. The row is locked, so that two people who act at once see each other's step.
 * @returns the id of the event on the timeline
 */
export async function moveInitiative(tx: Transaction, order: MoveInitiative): Promise<Outcome<string, MoveRefusal>> {
  const [row] = await tx.$queryRaw<{ stage: Stage; revision: number; body_id: string | null }[]>`
    select stage, revision, body_id from initiative where id = ${order.initiativeId}::uuid for update`;
  if (!row) return refused('initiative-unknown');
  if (order.revision !== null && order.revision !== row.revision) return refused('changed-meanwhile');
  if (!mayMove(row.stage, order.move)) return refused('stage-does-not-allow');

  const rule = moves[order.move];
  const today = dayInAmsterdam(order.at);
  const dueOn = order.dueOn ?? (rule.nextDueInDays === null ? null : addDays(today, rule.nextDueInDays));
  await tx.initiative.update({
    where: { id: order.initiativeId },
    data: {
      stage: stageAfter(row.stage, order.move),
      revision: { increment: 1 },
      ...(order.bodyId === undefined ? {} : { bodyId: order.bodyId }),
      // a revision does not give the body more time
      ...(order.move === 'revise' ? {} : { dueOn: dueOn === null ? null : toDateColumn(dueOn) }),
    },
  });
  const eventId = newId(order.at.getTime());
  await tx.initiativeEvent.create({
    data: {
      id: eventId,
      initiativeId: order.initiativeId,
      kind: rule.event,
      bodyId: order.byBodyId ?? row.body_id,
      reason: order.reason,
      detail: order.detail ?? {},
      occurredAt: order.at,
      actorId: order.actorId,
    },
  });
  await enqueue(tx, mailInitiativeStep, { eventId }, `mail-initiative-step:${eventId}`);
  return accepted(eventId);
}
