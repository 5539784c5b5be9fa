import { isId } from '#app/kernel/ids.ts';
import type { AttachmentKind } from '#app/modules/initiatives/attachment.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { hasInterestInActivity } from '../interest.store.server.ts';
import { mayReadActivity, readsAll } from '../policy.ts';

export type ReceiptFile = {
  kind: AttachmentKind;
  fileName: string;
  contentType: string;
  bytes: Uint8Array<ArrayBuffer>;
};

/** A receipt, for who claimed it, the coordinators of the body without an interest in the activity, and the controlegroep. @returns null for everybody else */
export async function claimReceipt(database: Database, actor: Actor, claimId: string): Promise<ReceiptFile | null> {
  if (!isId(claimId)) return null;
  const claim = await database.allowanceClaim.findUnique({
    where: { id: claimId },
    select: { personId: true, activityId: true, activity: { select: { bodyId: true } } },
  });
  if (claim === null) return null;
  const me = actor.person?.id ?? null;
  if (claim.personId !== me) {
    if (!mayReadActivity(actor, claim.activity.bodyId).ok) return null;
    if (me === null || (!readsAll(actor) && (await hasInterestInActivity(database, me, claim.activityId)))) return null;
  }
  const receipt = await database.claimReceipt.findUnique({ where: { claimId } });
  if (receipt === null) return null;
  const { fileName, contentType, bytes } = receipt;
  return { kind: contentType === 'application/pdf' ? 'pdf' : 'image', fileName, contentType, bytes };
}
