import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor, HeldRole } from '#app/modules/people/actor.ts';
import type { Context, Transaction } from '#app/platform/database.server.ts';
import { loketRoleFor, mayReadDossier } from '../policy.ts';

export type LoketContext = Context<Actor>;

/** What every action of the loket sends along. */
export type LoketOrder = {
  initiativeId: string;
  /**
   * Id of the newest step on the timeline that the person saw; null when there was none. Not the revision of the row:
   * that also rises while the submitter types a version that nobody has seen yet.
   */
  lastStep: string | null;
  /** What the submitter and the public read; already checked to hold something. */
  reason: string;
  /** Key of the form, so that a double post does nothing. */
  formKey: string;
};

export type LoketRefusal =
  'initiative-unknown' | 'role-needed' | 'interest-keeps-out' | 'reason-needed' | 'changed-meanwhile' | 'already-done';

/** Refusals for the rules of the database that these commands can break. */
export const loketRefusals = { form_key_pkey: 'already-done' } as const;

type InitiativeAtLoket = { bodyId: string | null; version: number; held: HeldRole; personId: string };

/**
 * Locks the initiative and checks that this person may act on it now. The lock comes before the check of interests, so
 * that a declaration at the same instant waits or is seen.
 * Somebody else's initiative is as unknown as one that does not exist; who only reads is told so.
 */
export async function takeInHand(
  tx: Transaction,
  command: string,
  order: LoketOrder,
  { actor }: LoketContext,
): Promise<Outcome<InitiativeAtLoket, LoketRefusal>> {
  if (!isId(order.initiativeId)) return refused('initiative-unknown');
  if (order.reason.trim() === '') return refused('reason-needed');
  await tx.formKey.create({ data: { key: order.formKey, command } });
  const [row] = await tx.$queryRaw<{ body_id: string | null; current_version: number; stage: string }[]>`
    select body_id, current_version, stage from initiative where id = ${order.initiativeId}::uuid for update`;
  if (!row || row.stage === 'draft') return refused('initiative-unknown');
  const held = loketRoleFor(actor, row.body_id);
  if (!held.ok || actor.person === null) {
    return refused(mayReadDossier(actor, row.body_id) ? 'role-needed' : 'initiative-unknown');
  }
  const [known] = await tx.$queryRaw<{ interest: string | null }[]>`
    select interest_of(${actor.person.id}::uuid, ${order.initiativeId}::uuid) as interest`;
  if (known?.interest) return refused('interest-keeps-out');
  const newest = await tx.initiativeEvent.findFirst({
    where: { initiativeId: order.initiativeId },
    orderBy: { sequence: 'desc' },
    select: { id: true },
  });
  if ((newest?.id ?? null) !== order.lastStep) return refused('changed-meanwhile');
  return accepted({ bodyId: row.body_id, version: row.current_version, held: held.value, personId: actor.person.id });
}
