import type { Instant } from '#app/kernel/instant.ts';
import { isId } from '#app/kernel/ids.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { KnownChoices } from '../completeness.ts';
import type { ContentAttachment } from '../content.ts';
import { draftFromContent, readDraft, type InitiativeDraft } from '../draft.ts';
import { attachmentsOfDraft, contentOfVersion, knownChoices } from '../initiative.store.server.ts';
import { mayEditContent } from '../policy.ts';
import type { Stage } from '../stage.ts';

/** A draft as its owner sees it. */
export type DraftView = {
  id: string;
  /** Address of the submitted plan; null for a first draft. */
  slug: string | null;
  stage: Stage;
  revision: number;
  draft: InitiativeDraft;
  /** False when the draft is the submitted version, without a change yet. */
  hasChanges: boolean;
  savedAt: Instant | null;
  attachments: ContentAttachment[];
  /** The body that has the submitted plan. */
  bodyId: string | null;
  /** What the submitter said of their position in the version before; null for a first draft. */
  declaration: { position: string; disclosure: string } | null;
};

/** @returns null when there is no such draft for this person, or it cannot be edited now */
export async function draftView(database: Database, actor: SignedIn, draftId: string): Promise<DraftView | null> {
  if (!isId(draftId)) return null;
  const row = await database.initiative.findFirst({
    where: { id: draftId, submitterId: actor.person.id },
    select: {
      id: true,
      slug: true,
      stage: true,
      revision: true,
      draft: true,
      draftSavedAt: true,
      currentVersion: true,
      bodyId: true,
    },
  });
  if (!row || !mayEditContent(row.stage as Stage)) return null;
  const submitted = row.currentVersion === 0 ? null : await contentOfVersion(database, row.id, row.currentVersion);
  const draft = row.draft === null && submitted ? draftFromContent(submitted) : readDraft(row.draft);
  return {
    id: row.id,
    slug: row.slug,
    stage: row.stage as Stage,
    revision: row.revision,
    draft,
    hasChanges: row.draft !== null,
    savedAt: row.draftSavedAt,
    attachments: await attachmentsOfDraft(database, row.id, draft),
    bodyId: row.bodyId,
    declaration: submitted?.declaration ?? null,
  };
}

/** What the form may choose from, to judge what was typed. */
export async function choicesFor(database: Database, actor: SignedIn): Promise<KnownChoices> {
  return knownChoices(database, actor);
}
