import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { emptyDraft } from '../draft.ts';

/** Drafts that one person can have at the same time; more is a mistake or a robot. */
export const mostDrafts = 20;

export type StartDraft = {
  /** Key of the form; it becomes the id of the draft, so that a double post starts one draft. */
  formKey: string;
};

/** Begins an empty draft. @returns its id */
export async function startDraft(
  input: StartDraft,
  context: Context<SignedIn>,
): Promise<Outcome<string, 'form-broken' | 'too-many-drafts'>> {
  const { formKey } = input;
  const personId = context.actor.person.id;
  if (!isId(formKey)) return refused('form-broken');
  return inTransaction(context, async (tx) => {
    // the person's row is locked, so that two posts at once count each other's draft
    await tx.$queryRaw`select 1 from person where id = ${personId}::uuid for update`;
    const existing = await tx.initiative.findUnique({
      where: { id: formKey },
      select: { submitterId: true, stage: true },
    });
    if (existing) return existing.submitterId === personId ? accepted(formKey) : refused('form-broken');
    const drafts = await tx.initiative.count({ where: { submitterId: personId, stage: 'draft' } });
    if (drafts >= mostDrafts) return refused('too-many-drafts', { count: mostDrafts });
    await tx.initiative.create({
      data: {
        id: formKey,
        stage: 'draft',
        draft: emptyDraft(),
        draftSavedAt: context.now,
        submitterId: personId,
        createdAt: context.now,
      },
    });
    return accepted(formKey);
  });
}
