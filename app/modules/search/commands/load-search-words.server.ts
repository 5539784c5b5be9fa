import { newId } from '#app/kernel/ids.ts';
import type { Database } from '#app/platform/database.server.ts';
import { holdKey } from '#app/platform/hold-key.server.ts';
import type { ProgrammeWords } from '../port.ts';

/** Gives a new installation words to begin with; an editor keeps them from then on, and what was taken away does not come back. */
export async function loadSearchWords(database: Database, { synonyms, places }: ProgrammeWords): Promise<void> {
  await database.$transaction(async (tx) => {
    await holdKey(tx, 'search-words');
    const known = await Promise.all([tx.searchSynonym.count(), tx.searchPlace.count(), tx.searchWordChange.count()]);
    if (known.some((count) => count > 0)) return;
    const areas = new Set((await tx.area.findMany({ select: { code: true } })).map(({ code }) => code));
    await tx.searchSynonym.createMany({ data: synonyms.map((words) => ({ id: newId(), words: [...words] })) });
    for (const { name, areas: given } of places) {
      const id = newId();
      const known = given.filter((code) => areas.has(code));
      if (known.length === 0) continue;
      await tx.searchPlace.create({ data: { id, name } });
      await tx.searchPlaceArea.createMany({ data: known.map((areaCode) => ({ placeId: id, areaCode })) });
    }
  });
}
