import { isId } from '#app/kernel/ids.ts';
import type { Database } from '#app/platform/database.server.ts';

/** A plan that the actor's loket does not have, as everybody may see it. */
export type PlanElsewhere = { slug: string; title: string; bodyName: string | null };

/** For who follows an old link, or was at work when a colleague referred it. @returns null when there is no public plan */
export async function planElsewhere(database: Database, initiativeId: string): Promise<PlanElsewhere | null> {
  if (!isId(initiativeId)) return null;
  const row = await database.initiative.findFirst({
    where: { id: initiativeId, stage: { not: 'draft' } },
    select: { slug: true, title: true, body: { select: { name: true } } },
  });
  if (row?.slug == null) return null;
  return { slug: row.slug, title: row.title, bodyName: row.body?.name ?? null };
}
