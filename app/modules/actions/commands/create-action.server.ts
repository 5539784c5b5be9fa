import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import { changeRow, contentColumns, lockAction, sourceColumns, writeUpdate } from '../action.store.server.ts';
import type { ActionContent, ActionSource, ActionWriter } from '../action.ts';
import { mailActionGiven } from '../jobs.server.ts';

export type NewAction = ActionContent & {
  id: string;
  bodyId: string;
  source: ActionSource;
  /** False for what is in minutes that are not published: colleagues see it, and `publishAction` makes it public. */
  isPublic: boolean;
};

/**
 * Puts an action on the list, for other modules and commands in a transaction of their own; they ask who may, and pass
 * `actionRefusals` on to `inTransaction`. The same id twice is there once.
 */
export async function createAction(
  tx: Transaction,
  { id, bodyId, source, isPublic, ...content }: NewAction,
  by: ActionWriter,
  now: Instant,
): Promise<Outcome<{ id: string; number: number }, 'form-key-invalid'>> {
  // the same at the same instant waits here, and is there once
  await holdKey(tx, `action:${id}`);
  const known = await tx.action.findUnique({ where: { id } });
  if (known !== null)
    return known.bodyId === bodyId ? accepted({ id, number: known.number }) : refused('form-key-invalid');
  const { number } = await tx.action.create({
    data: {
      ...{ id, bodyId, createdAt: now, publishedAt: isPublic ? now : null },
      ...contentColumns(content),
      ...sourceColumns(source),
    },
  });
  await writeUpdate(tx, { actionId: id, revision: 1, kind: 'made', text: '' }, by, now);
  if (isPublic) await tellOwner(tx, { id, ownerPersonId: content.owner.personId }, by);
  return accepted({ id, number });
}

/**
 * Tells whose action it is that it is theirs, unless they wrote it themselves. Of minutes they hear it when these are
 * published; until then whose it is may change with every word.
 */
export async function tellOwner(
  tx: Transaction,
  { id, ownerPersonId }: { id: string; ownerPersonId: string | null },
  by: ActionWriter,
): Promise<void> {
  if (ownerPersonId === null || ownerPersonId === by.personId) return;
  await enqueue(tx, mailActionGiven, { actionId: id, personId: ownerPersonId }, `action-given:${id}:${ownerPersonId}`);
}

/** Id of the action of a line of minutes; null when the line has none. */
export async function actionOfLine(tx: Transaction, meetingId: string, line: string): Promise<string | null> {
  const row = await tx.action.findUnique({
    where: { meetingId_minutesLine: { meetingId, minutesLine: line } },
    select: { id: true },
  });
  return row?.id ?? null;
}

/**
 * Gives an action other words, owner or day, for who writes the minutes that it is from. Nothing happens when it says that already.
 * @param decisionId the decision that it follows from, where there is one
 */
export async function rewordAction(
  tx: Transaction,
  { id, decisionId, ...content }: ActionContent & { id: string; decisionId?: string | null },
  by: ActionWriter,
  now: Instant,
): Promise<Outcome<void, 'action-unknown' | 'action-closed'>> {
  const row = await lockAction(tx, id);
  if (row === null) return refused('action-unknown');
  const wanted = contentColumns(content);
  const decision = decisionId === undefined ? row.decisionId : decisionId;
  const isSame =
    decision === row.decisionId &&
    row.title === wanted.title &&
    row.explanation === wanted.explanation &&
    row.ownerPersonId === wanted.ownerPersonId &&
    row.ownerOrganisationId === wanted.ownerOrganisationId &&
    row.ownerWords === wanted.ownerWords &&
    row.dueKind === wanted.dueKind &&
    row.dueOn?.getTime() === wanted.dueOn?.getTime();
  if (isSame) return accepted();
  if (row.state !== 'open') return refused('action-closed');
  await changeRow(tx, row, { kind: 'changed', text: '', data: { ...wanted, decisionId: decision } }, by, now);
  return accepted();
}

/**
 * Puts an action on the public list with the words that may be public: those of the redacted minutes. What was written about it
 * before stays with who worked on it. Nothing happens to what is public already.
 */
export async function publishAction(
  tx: Transaction,
  { id, title, explanation, ownerWords }: { id: string; title: string; explanation: string; ownerWords: string },
  by: ActionWriter,
  now: Instant,
): Promise<Outcome<void, 'action-unknown'>> {
  const row = await lockAction(tx, id);
  if (row === null) return refused('action-unknown');
  if (row.publishedAt !== null) return accepted();
  const data = {
    ...{ title: title.trim(), explanation: explanation.trim(), ownerWords: ownerWords.trim() },
    publishedAt: now,
  };
  await changeRow(tx, row, { kind: 'published', text: '', data }, by, now);
  if (row.state === 'open') await tellOwner(tx, row, by);
  return accepted();
}

/** Takes an action away again whose line left the minutes before they were published. A public one stays: it is dropped with a reason. */
export async function removeAction(tx: Transaction, id: string): Promise<Outcome<void, 'action-public'>> {
  const row = await lockAction(tx, id);
  if (row === null) return accepted();
  if (row.publishedAt !== null) return refused('action-public');
  await tx.action.delete({ where: { id } });
  return accepted();
}
