import { Prisma } from '#app/platform/prisma/client.ts';
import { keysBehind, type DocumentSource } from './source.query.server.ts';

/** Lines of action, as the page of their team shows them. */
export const actielijnDocuments: DocumentSource = {
  kind: 'actielijn',
  keys: keysBehind(Prisma.sql`select slug as key from actielijn`),
  drafts: async ({ database }, keys) => {
    const found = await database.actielijn.findMany({
      where: { slug: { in: [...keys] } },
      select: { slug: true, title: true, goal: true, stateNote: true, body: { select: { slug: true, name: true } } },
    });
    return found.map(({ slug, title, goal, stateNote, body }) => ({
      key: slug,
      path: `/opgaveteams/${body.slug}#actielijnen`,
      title,
      summary: goal,
      texts: [stateNote, body.name],
      bodies: [body.slug],
    }));
  },
};
