import type { Database } from '#app/platform/database.server.ts';

/** What somebody did to take names out of minutes, for their own file: not the words, which are other people's. */
export async function myRedactionData(database: Database, personId: string) {
  const of = { version: true, minutes: { select: { meeting: { select: { slug: true } } } } } as const;
  return {
    redactions: await database.redaction.findMany({
      where: { OR: [{ begunById: personId }, { offeredById: personId }, { releasedById: personId }] },
      select: { version: { select: of }, state: true, begunAt: true, offeredAt: true, releasedAt: true },
    }),
    redactionMarks: await database.redactionMark.count({ where: { decidedById: personId } }),
    redactionWords: await database.redactionWord.findMany({
      where: { addedById: personId },
      select: { word: true, sort: true, addedAt: true },
    }),
  };
}
