import type { Instant } from '#app/kernel/instant.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { requestedAmount } from './budget.ts';
import type { KnownChoices } from './completeness.ts';
import { readContent, type ContentAttachment, type InitiativeContent } from './content.ts';
import { draftFromContent, emptyDraft, readDraft, type InitiativeDraft } from './draft.ts';
import type { Stage } from './stage.ts';

/** An initiative as its submitter works on it. */
export type OwnInitiative = {
  id: string;
  slug: string | null;
  stage: Stage;
  revision: number;
  currentVersion: number;
  bodyId: string | null;
  /** Null when nothing is being typed: a submitted plan without changes. */
  draft: InitiativeDraft | null;
};

/**
 * Locks an initiative for its submitter until the transaction ends.
 * @returns null when it does not exist or is somebody else's: the two look the same from outside
 */
export async function lockOwnInitiative(
  tx: Transaction,
  initiativeId: string,
  personId: string,
): Promise<OwnInitiative | null> {
  const [row] = await tx.$queryRaw<(Omit<OwnInitiative, 'draft'> & { draft: unknown })[]>`
    select id, slug, stage, revision, current_version as "currentVersion", body_id as "bodyId", draft
    from initiative where id = ${initiativeId}::uuid and submitter_id = ${personId}::uuid for update`;
  if (!row) return null;
  const isEdited = row.draft !== null || row.stage === 'draft';
  return { ...row, draft: isEdited ? readDraft(row.draft) : null };
}

/** Keeps what was typed; raises the revision. @returns the new revision */
export async function saveDraft(
  tx: Transaction,
  initiativeId: string,
  draft: InitiativeDraft | null,
  at: Instant,
): Promise<number> {
  const { revision } = await tx.initiative.update({
    where: { id: initiativeId },
    data: { draft: draft ?? Prisma.DbNull, draftSavedAt: draft === null ? null : at, revision: { increment: 1 } },
    select: { revision: true },
  });
  return revision;
}

/** The draft with which somebody goes on: what was typed, else the content of the current version. */
export async function draftToEdit(tx: Transaction, own: OwnInitiative): Promise<InitiativeDraft> {
  if (own.draft) return own.draft;
  const content = await contentOfVersion(tx, own.id, own.currentVersion);
  return content ? draftFromContent(content) : emptyDraft();
}

export async function contentOfVersion(
  database: Database | Transaction,
  initiativeId: string,
  version: number,
): Promise<InitiativeContent | null> {
  const row = await database.initiativeVersion.findUnique({
    where: { initiativeId_version: { initiativeId, version } },
    select: { content: true },
  });
  return row ? readContent(row.content) : null;
}

/** What a form may choose from, for this person. */
export async function knownChoices(database: Database | Transaction, actor: SignedIn): Promise<KnownChoices> {
  // one after the other: a transaction has one connection
  const areas = await database.area.findMany({ select: { code: true } });
  const themes = await database.theme.findMany({ select: { slug: true } });
  const organisations = await database.organisation.findMany({ select: { id: true } });
  return {
    areaCodes: new Set(areas.map(({ code }) => code)),
    themeSlugs: new Set(themes.map(({ slug }) => slug)),
    organisations: new Set(organisations.map(({ id }) => id)),
    ownOrganisations: new Set(actor.organisations.map(({ id }) => id)),
  };
}

/** The files that go with the draft, in the order in which they were added. */
export async function attachmentsOfDraft(
  database: Database | Transaction,
  initiativeId: string,
  draft: InitiativeDraft,
): Promise<ContentAttachment[]> {
  const rows = await database.attachment.findMany({
    where: { initiativeId, removedAt: null, id: { notIn: draft.removedAttachments } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, fileName: true, description: true, byteSize: true, width: true, height: true },
  });
  // the constraint `attachment_kind` allows these two only
  return rows.map((row) => ({ ...row, kind: row.kind === 'image' ? 'image' : 'pdf' }));
}

/** Writes a version, which never changes again, and what lists and rules need of it. */
export async function writeVersion(
  tx: Transaction,
  order: {
    initiativeId: string;
    version: number;
    content: InitiativeContent;
    slug: string;
    createdById: string;
    at: Instant;
  },
): Promise<void> {
  const { initiativeId, version, content, createdById, at } = order;
  await tx.initiativeVersion.create({ data: { initiativeId, version, content, createdById, createdAt: at } });
  await tx.initiative.update({
    where: { id: initiativeId },
    data: {
      slug: order.slug,
      title: content.title,
      summary: content.summary,
      wholeDistrict: content.wholeDistrict,
      requestedCents: BigInt(requestedAmount(content.budget)),
      organisationId: content.organisationId,
      currentVersion: version,
      draft: Prisma.DbNull,
      draftSavedAt: null,
      ...(version === 1 ? { submittedAt: at } : {}),
    },
  });
  await tx.initiativeTheme.deleteMany({ where: { initiativeId } });
  await tx.initiativeTheme.createMany({ data: content.themes.map((themeSlug) => ({ initiativeId, themeSlug })) });
  await tx.initiativeArea.deleteMany({ where: { initiativeId } });
  await tx.initiativeArea.createMany({ data: content.areas.map((areaCode) => ({ initiativeId, areaCode })) });
  await tx.initiativePartner.deleteMany({ where: { initiativeId } });
  await tx.initiativePartner.createMany({
    data: content.partners.map((organisationId) => ({ initiativeId, organisationId })),
  });
}
