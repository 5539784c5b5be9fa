import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { changeRow, lockAction, type LockedAction } from '../action.store.server.ts';
import { longestActionText, type ActionRole, type Due, type UpdateKind } from '../action.ts';
import { keepsActionsOf, writesAs } from '../policy.ts';
import { actionRefusals } from '../refusals.ts';
import { createAction } from './create-action.server.ts';
import type { ActionRefusal } from './make-action.server.ts';

export type MoveRefusal = ActionRefusal | 'not-yours' | 'same-body' | 'action-handed' | 'action-open';

type Seen = { id: string; revision: number; text: string };

/** Whose action it is, or who keeps the list, says how far it is. */
export async function reportProgress(input: Seen, context: Context<SignedIn>): Promise<Outcome<void, MoveRefusal>> {
  return onAction('progress', input, context, async (tx, row, role) => {
    if (row.state !== 'open') return refused('action-closed');
    await changeRow(tx, row, { kind: 'progress', text: input.text }, by(context, role), context.now);
    return accepted();
  });
}

/** It was done. Words about it are welcome and not needed. */
export async function finishAction(input: Seen, context: Context<SignedIn>): Promise<Outcome<void, MoveRefusal>> {
  return onAction('done', input, context, async (tx, row, role) => {
    if (row.state !== 'open') return refused('action-closed');
    await changeRow(tx, row, { kind: 'done', text: input.text, state: 'done' }, by(context, role), context.now);
    return accepted();
  });
}

/** It will not be done: who keeps the list says why. */
export async function dropAction(input: Seen, context: Context<SignedIn>): Promise<Outcome<void, MoveRefusal>> {
  return onAction('dropped', input, context, async (tx, row, role) => {
    const allowed = keepsActionsOf(context.actor, row.bodyId);
    if (!allowed.ok) return allowed;
    if (row.state !== 'open') return refused('action-closed');
    await changeRow(tx, row, { kind: 'dropped', text: input.text, state: 'dropped' }, by(context, role), context.now);
    return accepted();
  });
}

/** What was closed goes on after all: who keeps the list says why. What another body has now is theirs. */
export async function reopenAction(input: Seen, context: Context<SignedIn>): Promise<Outcome<void, MoveRefusal>> {
  return onAction('reopened', input, context, async (tx, row, role) => {
    const allowed = keepsActionsOf(context.actor, row.bodyId);
    if (!allowed.ok) return allowed;
    if (row.state === 'open') return refused('action-open');
    if (row.state === 'handed') return refused('action-handed');
    await changeRow(tx, row, { kind: 'reopened', text: input.text, state: 'open' }, by(context, role), context.now);
    return accepted();
  });
}

/**
 * Hands an open action to another body: there it is a new action that says where it came from, without an owner by account, because
 * whose it will be is for that body.
 * @param newId id of the action there, made by the form
 */
export async function handOverAction(
  input: Seen & { bodyId: string; newId: string },
  context: Context<SignedIn>,
): Promise<Outcome<{ number: number }, MoveRefusal>> {
  const { actor, now } = context;
  if (!isId(input.bodyId)) return refused('body-unknown');
  if (!isId(input.newId)) return refused('form-key-invalid');
  const handed = await onAction('handed', input, context, async (tx, row, role) => {
    const allowed = keepsActionsOf(actor, row.bodyId);
    if (!allowed.ok) return allowed;
    if (row.state !== 'open') return refused('action-closed');
    if (row.bodyId === input.bodyId) return refused('same-body');
    const body = await tx.body.findUnique({ where: { id: input.bodyId }, select: { name: true } });
    if (body === null) return refused('body-unknown');
    const writer = by(context, role);
    await changeRow(tx, row, { kind: 'handed', text: input.text, state: 'handed' }, writer, now);
    const made = await createAction(
      tx,
      {
        ...{ id: input.newId, bodyId: input.bodyId, title: row.title, explanation: row.explanation, due: dueOf(row) },
        owner: { personId: null, organisationId: null, words: body.name.slice(0, longestActionText.owner) },
        source: { kind: 'handed', followsId: row.id },
        isPublic: row.publishedAt !== null,
      },
      writer,
      now,
    );
    return made.ok ? accepted() : made;
  });
  if (!handed.ok) return handed;
  const { number } = await context.database.action.findUniqueOrThrow({ where: { followsId: input.id } });
  return accepted({ number });
}

function dueOf({ dueKind, dueOn }: LockedAction): Due {
  if (dueOn === null || dueKind === 'ongoing') return { kind: 'ongoing' };
  return { kind: dueKind === 'asap' ? 'asap' : 'day', on: fromDateColumn(dueOn) };
}

function by({ actor }: Context<SignedIn>, role: ActionRole) {
  return { personId: actor.person.id, role };
}

async function onAction(
  kind: UpdateKind,
  { id, revision, text }: Seen,
  context: Context<SignedIn>,
  move: (tx: Transaction, row: LockedAction, role: ActionRole) => Promise<Outcome<void, MoveRefusal>>,
): Promise<Outcome<void, MoveRefusal>> {
  if (!isId(id)) return refused('action-unknown');
  return inTransaction<void, MoveRefusal, MoveRefusal>(
    context,
    async (tx) => {
      const row = await lockAction(tx, id);
      if (row === null) return refused('action-unknown');
      const role = writesAs(context.actor, row);
      if (role === null) return refused('not-yours');
      if (row.revision === revision) return move(tx, row, role);
      // the same form posted twice finds what it did
      const last = await tx.actionUpdate.findUnique({
        where: { actionId_revision: { actionId: id, revision: row.revision } },
      });
      const isRepeat = last?.kind === kind && last.text === text.trim() && last.byPersonId === context.actor.person.id;
      return isRepeat && row.revision === revision + 1 ? accepted() : refused('changed-meanwhile');
    },
    { refusals: actionRefusals },
  );
}
