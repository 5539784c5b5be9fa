import { newId } from '#app/kernel/ids.ts';
import type { Database } from '#app/platform/database.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import type { SearchDocument } from '../port.ts';
import { rulesNumber, type Shelf } from './rows.ts';
import { fillWith, writing } from './documents.store.server.ts';

/** Another rebuild began after this one: that one goes on. */
export class RebuildOvertaken extends Error {
  constructor() {
    super('another rebuild of the search index began');
  }
}

const other = { a: 'b', b: 'a' } as const;

const emptied = (shelf: Shelf) => [Prisma.raw(`truncate search_shelf_${shelf}, search_page_${shelf}`)];

/** Fills the shelf that does not answer, and swaps; whatever is put or removed meanwhile reaches both. */
export async function rebuildShelf(
  database: Database,
  batches: AsyncIterable<readonly SearchDocument[]>,
): Promise<void> {
  const token = newId();
  const shelf = await writing(database, async (tx, { live }) => {
    const chosen = other[live];
    for (const statement of emptied(chosen)) await tx.$executeRaw(Prisma.sql`${statement}`);
    await tx.$executeRaw`update search_state set filling = ${chosen}, filling_token = ${token}::uuid`;
    return chosen;
  });

  const filling = async (work: Parameters<typeof writing<void>>[1]): Promise<void> =>
    writing(database, async (tx, state) => {
      if (state.fillingToken !== token) throw new RebuildOvertaken();
      await work(tx, state);
    });

  try {
    for await (const batch of batches) await filling(async (tx) => fillWith(tx, shelf, batch));
  } catch (error) {
    if (!(error instanceof RebuildOvertaken))
      await filling(async (tx) => {
        await tx.$executeRaw`update search_state set filling = null, filling_token = null`;
        for (const statement of emptied(shelf)) await tx.$executeRaw(Prisma.sql`${statement}`);
      });
    throw error;
  }

  await filling(async (tx) => {
    // whatever was removed meanwhile kept batches away; nobody holds this shelf yet
    await tx.$executeRaw`delete from ${Prisma.raw(`search_shelf_${shelf}`)} where words is null`;
    await tx.$executeRaw`analyze ${Prisma.raw(`search_shelf_${shelf}`)}`;
    await tx.$executeRaw`
      update search_state set live = ${shelf}, filling = null, filling_token = null, ${Prisma.raw(`rules_${shelf}`)} = ${rulesNumber}`;
  });
  // what is not shown any more is not kept either; who still reads the old shelf sees that it is not the live one and reads anew
  await writing(database, async (tx, { live, filling: next }) => {
    if (live !== shelf || next !== null) return;
    for (const statement of emptied(other[shelf])) await tx.$executeRaw(Prisma.sql`${statement}`);
  });
}
