import { toDateColumn } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import type { Prisma } from '#app/platform/prisma/client.ts';
import {
  actionStates,
  oneOf,
  type ActionContent,
  type ActionSource,
  type ActionState,
  type ActionWriter,
  type UpdateKind,
} from './action.ts';

/** Columns of what an action says. */
export function contentColumns({ title, explanation, owner, due }: ActionContent) {
  return {
    title: title.trim(),
    explanation: explanation.trim(),
    ownerPersonId: owner.personId,
    ownerOrganisationId: owner.organisationId,
    ownerWords: owner.words.trim(),
    dueKind: due.kind,
    dueOn: due.kind === 'ongoing' ? null : toDateColumn(due.on),
  };
}

export function sourceColumns(source: ActionSource) {
  return {
    source: source.kind,
    meetingId: source.kind === 'minutes' ? source.meetingId : null,
    minutesLine: source.kind === 'minutes' ? source.line : null,
    decisionId: source.kind === 'decision' ? source.decisionId : null,
    promiseId: source.kind === 'promise' ? source.promiseId : null,
    followsId: source.kind === 'handed' ? source.followsId : null,
  };
}

/** The action as it is, locked until the transaction ends; null when there is none. */
export async function lockAction(tx: Transaction, id: string) {
  await tx.$queryRaw`select 1 from action where id = ${id}::uuid for update`;
  return tx.action.findUnique({ where: { id } });
}

export type LockedAction = NonNullable<Awaited<ReturnType<typeof lockAction>>>;

type Change = {
  kind: Exclude<UpdateKind, 'made'>;
  text: string;
  /** Columns that become different besides. */
  data?: Prisma.ActionUncheckedUpdateInput;
  state?: ActionState;
};

/** Changes an action and writes in its history what it was. */
export async function changeRow(
  tx: Transaction,
  { id, revision, state: before }: Pick<LockedAction, 'id' | 'revision' | 'state'>,
  { kind, text, data = {}, state = oneOf(actionStates, before, 'open') }: Change,
  by: ActionWriter,
  now: Instant,
): Promise<void> {
  const moves = state === before ? {} : { state, closedAt: state === 'open' ? null : now };
  await tx.action.update({ where: { id }, data: { ...data, ...moves, revision: revision + 1 } });
  await writeUpdate(tx, { actionId: id, revision: revision + 1, kind, text }, by, now);
}

export async function writeUpdate(
  tx: Transaction,
  update: { actionId: string; revision: number; kind: UpdateKind; text: string },
  by: ActionWriter,
  now: Instant,
): Promise<void> {
  await tx.actionUpdate.create({
    data: { ...update, text: update.text.trim(), byRole: by.role, byPersonId: by.personId, happenedAt: now },
  });
}
