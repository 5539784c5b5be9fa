import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { typedProposal, type TypedProposal } from '../form.ts';
import { mayPrepare } from '../policy.ts';
import { toKeep } from '../typed-proposal.ts';

export type SaveAssignmentDraft = {
  /** Of a draft, or of the prepared decision that is being changed. */
  id: string;
  /** What was typed, with the body and the organisation that are chosen now; one that is not there is left as it was. */
  fields: TypedProposal;
};

export type SaveAssignmentRefusal = Exclude<PolicyRefusal, 'not-found'> | 'decision-unknown';

type OwnDraft = { bodyId: string; organisationId: string; isPrepared: boolean; typed: TypedProposal | null };

/** Keeps what somebody typed so far of an assignment; only they see it. */
export async function saveAssignmentDraft(
  { id, fields }: SaveAssignmentDraft,
  context: Context<Actor>,
): Promise<Outcome<void, SaveAssignmentRefusal>> {
  const { actor, now } = context;
  if (actor.person === null) return refused('sign-in-needed');
  if (!isId(id)) return refused('decision-unknown');
  const personId = actor.person.id;
  return inTransaction<void, SaveAssignmentRefusal>(context, async (tx) => {
    const own = await ownDraft(tx, id, personId);
    if (own === null) return refused('decision-unknown');
    const asked = own.isPrepared ? own.bodyId : fields.bodyId;
    const bodyId =
      isId(asked) && mayPrepare(actor, asked).ok && (await isThere(tx, 'body', asked)) ? asked : own.bodyId;
    const role = mayPrepare(actor, bodyId);
    if (!role.ok) return role;
    const organisationId = (await isThere(tx, 'organisation', fields.organisationId))
      ? fields.organisationId
      : own.organisationId;
    const content = {
      bodyId,
      organisationId,
      fields: { ...toKeep(fields, own.typed), bodyId, organisationId },
      savedAt: now,
    };
    await tx.assignmentDraft.upsert({ where: { id }, create: { id, personId, ...content }, update: content });
    return accepted();
  });
}

/** What was chosen and typed before, of this person's own draft or prepared decision; null when there is none. */
async function ownDraft(tx: Transaction, id: string, personId: string): Promise<OwnDraft | null> {
  const draft = await tx.assignmentDraft.findUnique({ where: { id } });
  if (draft !== null && draft.personId !== personId) return null;
  const decision = await tx.decision.findFirst({
    where: { id, proposerId: personId, state: 'prepared', initiativeId: null, instrument: 'assignment' },
    select: { bodyId: true, recipientOrganisationId: true },
  });
  const typed = draft === null ? null : typedProposal.parse(draft.fields);
  if (decision === null) return draft === null ? null : { ...draft, typed, isPrepared: false };
  return {
    typed,
    bodyId: decision.bodyId,
    organisationId: draft?.organisationId ?? decision.recipientOrganisationId ?? '',
    isPrepared: true,
  };
}

async function isThere(tx: Transaction, what: 'body' | 'organisation', id: string): Promise<boolean> {
  if (!isId(id)) return false;
  const found =
    what === 'body' ? await tx.body.count({ where: { id } }) : await tx.organisation.count({ where: { id } });
  return found > 0;
}
