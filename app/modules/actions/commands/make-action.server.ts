import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { contentColumns, changeRow, lockAction } from '../action.store.server.ts';
import type { ActionContent } from '../action.ts';
import { keepsActionsOf, writesAs } from '../policy.ts';
import { actionRefusals } from '../refusals.ts';
import { createAction, tellOwner } from './create-action.server.ts';

export type ActionRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | 'action-unknown'
  | 'form-key-invalid'
  | (typeof actionRefusals)[keyof typeof actionRefusals];

export type MakeAction = {
  /** Made by the form, so that a double post makes one. */
  id: string;
  bodyId: string;
  content: ActionContent;
  /** Number of the decision that it follows from; empty: none. */
  decisionNumber: string;
};

/** Whoever keeps the list of a body puts something on it by hand. It is public at once. */
export async function makeAction(
  { id, bodyId, content, decisionNumber }: MakeAction,
  context: Context<SignedIn>,
): Promise<Outcome<{ number: number }, ActionRefusal>> {
  const { actor, now } = context;
  if (!isId(id)) return refused('form-key-invalid');
  if (!isId(bodyId)) return refused('body-unknown');
  const allowed = keepsActionsOf(actor, bodyId);
  if (!allowed.ok) return allowed;
  const role = writesAs(actor, { bodyId, ownerPersonId: null });
  return inTransaction<{ number: number }, ActionRefusal, ActionRefusal>(
    context,
    async (tx) => {
      const known = await ownerKnown(tx, content);
      if (!known.ok) return known;
      const decisionId = await decisionOf(tx, decisionNumber);
      if (decisionNumber.trim() !== '' && decisionId === null) return refused('decision-unknown');
      const made = await createAction(
        tx,
        {
          ...{ id, bodyId, isPublic: true, ...content },
          source: decisionId === null ? { kind: 'by-hand' } : { kind: 'decision', decisionId },
        },
        { personId: actor.person.id, role: role ?? 'editor' },
        now,
      );
      return made.ok ? accepted({ number: made.value.number }) : made;
    },
    { refusals: actionRefusals },
  );
}

/** A public decision of the register by its number; null when there is none. */
async function decisionOf(tx: Transaction, number: string): Promise<string | null> {
  const row = await tx.decision.findUnique({ where: { number: number.trim() }, select: { id: true } });
  return row?.id ?? null;
}

/** Whether the account and the organisation that an action is given to are there. */
async function ownerKnown(
  tx: Transaction,
  { owner }: ActionContent,
): Promise<Outcome<void, 'owner-unknown' | 'organisation-unknown'>> {
  if (owner.personId !== null) {
    const person = isId(owner.personId)
      ? await tx.person.findFirst({ where: { id: owner.personId, deletedAt: null }, select: { id: true } })
      : null;
    if (person === null) return refused('owner-unknown');
  }
  return owner.organisationId !== null && !isId(owner.organisationId) ? refused('organisation-unknown') : accepted();
}

/** Whoever keeps the list changes what an open action says. */
export async function changeAction(
  { id, revision, content }: { id: string; revision: number; content: ActionContent },
  context: Context<SignedIn>,
): Promise<Outcome<void, ActionRefusal>> {
  const { actor, now } = context;
  if (!isId(id)) return refused('action-unknown');
  return inTransaction<void, ActionRefusal, ActionRefusal>(
    context,
    async (tx) => {
      const row = await lockAction(tx, id);
      if (row === null) return refused('action-unknown');
      const allowed = keepsActionsOf(actor, row.bodyId);
      if (!allowed.ok) return allowed;
      if (row.revision !== revision) return refused('changed-meanwhile');
      if (row.state !== 'open') return refused('action-closed');
      const known = await ownerKnown(tx, content);
      if (!known.ok) return known;
      const by = { personId: actor.person.id, role: writesAs(actor, row) ?? 'editor' };
      await changeRow(
        tx,
        row,
        { kind: 'changed', text: whatChanged(row, content), data: contentColumns(content) },
        by,
        now,
      );
      const { personId: ownerPersonId } = content.owner;
      if (row.publishedAt !== null && ownerPersonId !== row.ownerPersonId)
        await tellOwner(tx, { id, ownerPersonId }, by);
      return accepted();
    },
    { refusals: actionRefusals },
  );
}

/** What everybody reads of a change: that the day moved, from when. Other changes speak for themselves. */
function whatChanged(row: { dueOn: Date | null }, { due }: ActionContent): string {
  const before = row.dueOn?.toISOString().slice(0, 10) ?? '';
  const after = due.kind === 'ongoing' ? '' : due.on;
  return before === after ? '' : `${before}>${after}`;
}
