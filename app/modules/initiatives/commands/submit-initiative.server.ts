import { isDeepStrictEqual } from 'node:util';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { submissionRules } from '#app/modules/programme/queries/settings.query.server.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { completeDraft } from '../completeness.ts';
import type { InitiativeContent, SubmitterPosition } from '../content.ts';
import {
  attachmentsOfDraft,
  contentOfVersion,
  draftToEdit,
  knownChoices,
  lockOwnInitiative,
  writeVersion,
  type OwnInitiative,
} from '../initiative.store.server.ts';
import { maySubmitInPosition, submittingMove, type SubmitterRefusal } from '../policy.ts';
import { receivingKinds } from '../proposed-body.ts';
import { slugFor } from '../slug.ts';
import { moveInitiative, type MoveRefusal } from './move-initiative.server.ts';

export type SubmitInitiative = {
  draftId: string;
  revision: number;
  /** Key of the form: a double post submits once. */
  formKey: string;
  /** The body that the submitter chose; only the first submission asks. */
  bodyId: string | null;
  position: SubmitterPosition;
  /** What somebody in such a position says of it, public. */
  disclosure: string;
  /** Answer to the loket's question, or what changed; public. Null for a first submission. */
  note: string | null;
};

export type SubmitRefusal =
  MoveRefusal | SubmitterRefusal | 'draft-incomplete' | 'body-not-chosen' | 'form-broken' | 'nothing-changed';

/**
 * Submits a draft: writes the version, gives the plan its address, and takes the step that fits the stage (first
 * submission, a new version, or an answer to the loket's question), all at once.
 * @returns the address
 */
export async function submitInitiative(
  input: SubmitInitiative,
  context: Context<SignedIn>,
): Promise<Outcome<{ slug: string }, SubmitRefusal>> {
  if (!isId(input.draftId)) return refused('initiative-unknown');
  if (!isId(input.formKey)) return refused('form-broken');
  return inTransaction<{ slug: string }, SubmitRefusal>(context, async (tx) => {
    const own = await lockOwnInitiative(tx, input.draftId, context.actor.person.id);
    if (!own) return refused('initiative-unknown');
    const claimed = await tx.$executeRaw`
      insert into form_key (key, command) values (${input.formKey}::uuid, ${`submit-initiative:${own.id}`}) on conflict do nothing`;
    if (claimed === 0) return own.slug === null ? refused('form-broken') : accepted({ slug: own.slug });
    return submit(tx, own, input, context);
  });
}

async function submit(
  tx: Transaction,
  own: OwnInitiative,
  input: SubmitInitiative,
  context: Context<SignedIn>,
): Promise<Outcome<{ slug: string }, SubmitRefusal>> {
  const move = submittingMove(own.stage);
  if (move === null) return refused('stage-does-not-allow');
  if (own.revision !== input.revision) return refused('changed-meanwhile');
  if (own.draft === null) return refused('nothing-changed');
  if (move !== 'submit' && (input.note ?? '').trim() === '') return refused('form-broken');
  const allowed = maySubmitInPosition(input.position, input.disclosure, await submissionRules(tx));
  if (!allowed.ok) return allowed;

  const draft = await draftToEdit(tx, own);
  const complete = completeDraft(
    draft,
    await knownChoices(tx, context.actor),
    await attachmentsOfDraft(tx, own.id, draft),
  );
  if (!complete.ok) return refused('draft-incomplete');
  const disclosure = input.position === 'none' ? '' : input.disclosure.trim();
  const content: InitiativeContent = { ...complete.content, declaration: { position: input.position, disclosure } };

  const before = move === 'revise' ? await contentOfVersion(tx, own.id, own.currentVersion) : null;
  if (isDeepStrictEqual(content, before)) return refused('nothing-changed');

  const bodyId = move === 'submit' ? await receivingBody(tx, input.bodyId) : own.bodyId;
  if (bodyId === null) return refused('body-not-chosen');
  const slug = own.slug ?? (await freeSlug(tx, content.title));
  const version = own.currentVersion + 1;
  await removeLeftOut(tx, own.id, draft.removedAttachments, context.now);
  await writeVersion(tx, {
    initiativeId: own.id,
    version,
    content,
    slug,
    createdById: context.actor.person.id,
    at: context.now,
  });
  const moved = await moveInitiative(tx, {
    initiativeId: own.id,
    move,
    revision: input.revision,
    reason: input.note,
    detail: { version },
    bodyId,
    byBodyId: bodyId,
    actorId: context.actor.person.id,
    at: context.now,
  });
  return moved.ok ? accepted({ slug }) : moved;
}

async function receivingBody(tx: Transaction, bodyId: string | null): Promise<string | null> {
  if (bodyId === null || !isId(bodyId)) return null;
  const body = await tx.body.findUnique({ where: { id: bodyId }, select: { kind: true } });
  return body && receivingKinds.includes(body.kind) ? bodyId : null;
}

async function freeSlug(tx: Transaction, title: string): Promise<string> {
  // one at a time, so that two plans with the same title at the same instant get different addresses
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('initiative.slug'))::text`;
  const base = slugFor(title, () => false);
  const rows = await tx.initiative.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  const taken = new Set(rows.map(({ slug }) => slug));
  return slugFor(title, (slug) => taken.has(slug));
}

/** A picture that the submitter takes out is gone for good: only its name stays in the earlier version. */
async function removeLeftOut(tx: Transaction, initiativeId: string, ids: string[], at: Date): Promise<void> {
  const where = { initiativeId, id: { in: ids } };
  await tx.attachmentContent.deleteMany({ where: { attachment: where } });
  await tx.attachment.updateMany({ where, data: { removedAt: at } });
}
