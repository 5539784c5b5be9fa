import { z } from 'zod';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { PublishedDocument } from '../published-basis.ts';

/** As much of a version as is needed here. */
const withAttachments = z
  .object({ attachments: z.array(z.object({ id: z.string(), kind: z.enum(['image', 'pdf']) })) })
  .catch({ attachments: [] });

/**
 * What a decision rests on: the plan in its version with the files of that version, what an organisation showed of its work as
 * far as it agreed to show that, and the paper that the decision was carried over from.
 */
export async function documentsOf(database: Database | Transaction, decisionId: string): Promise<PublishedDocument[]> {
  const row = await database.decision.findUniqueOrThrow({
    where: { id: decisionId },
    select: {
      initiativeId: true,
      initiativeVersion: true,
      initiative: { select: { slug: true } },
      source: { select: { key: true } },
      donutApplication: { select: { publishEvidence: true, evidence: { select: { id: true, sha256: true } } } },
    },
  });
  const { initiativeId, initiativeVersion, initiative, source, donutApplication } = row;
  const evidence = donutApplication?.publishEvidence === true ? donutApplication.evidence : null;
  return [
    ...(initiativeId === null || initiativeVersion === null
      ? []
      : await planDocuments(database, { initiativeId, version: initiativeVersion, slug: initiative?.slug ?? '' })),
    ...(evidence === null
      ? []
      : [{ kind: 'evidence' as const, address: `/donutfonds/bewijs/${evidence.id}`, sha256: evidence.sha256 }]),
    ...(source === null ? [] : [{ kind: 'paper' as const, address: `/bronnen#${source.key}`, sha256: null }]),
  ];
}

async function planDocuments(
  database: Database | Transaction,
  { initiativeId, version, slug }: { initiativeId: string; version: number; slug: string },
): Promise<PublishedDocument[]> {
  const row = await database.initiativeVersion.findUnique({
    where: { initiativeId_version: { initiativeId, version } },
    select: { content: true },
  });
  const { attachments } = withAttachments.parse(row?.content ?? {});
  const stored = await database.attachment.findMany({
    where: { id: { in: attachments.map(({ id }) => id) }, initiativeId },
    select: { id: true, sha256: true },
  });
  const digests = new Map(stored.map(({ id, sha256 }) => [id, sha256]));
  return [
    { kind: 'plan', address: `/initiatieven/${slug}/versies#versie-${String(version)}`, sha256: null },
    ...attachments.flatMap(({ id, kind }): PublishedDocument[] => {
      const sha256 = digests.get(id);
      return sha256 === undefined
        ? []
        : [{ kind: kind === 'image' ? 'picture' : 'pdf', address: `/bijlagen/${id}`, sha256 }];
    }),
  ];
}
