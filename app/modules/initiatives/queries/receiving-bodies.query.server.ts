import type { Database } from '#app/platform/database.server.ts';
import { receivingKinds, type CandidateBody } from '../proposed-body.ts';

export type ReceivingBody = CandidateBody & { slug: string };

/** Bodies that an initiative can be submitted to, in the programme's order. */
export async function receivingBodies(database: Database): Promise<ReceivingBody[]> {
  const rows = await database.body.findMany({
    where: { kind: { in: [...receivingKinds] } },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: {
      id: true,
      slug: true,
      kind: true,
      name: true,
      areas: { select: { areaCode: true } },
      themes: { select: { themeSlug: true } },
    },
  });
  return rows.map(({ areas, themes, ...body }) => ({
    ...body,
    areas: areas.map(({ areaCode }) => areaCode),
    themes: themes.map(({ themeSlug }) => themeSlug),
  }));
}
