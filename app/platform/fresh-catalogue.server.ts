import type { Changes } from './changes.server.ts';
import type { Database } from './database.server.ts';
import { readCatalogue, type Catalogue } from './read-watch.server.ts';

/** The catalogue, read again after the connection was lost: somebody may have changed the tables themselves. */
export function catalogueReader(database: Database, changes: Changes): () => Promise<Catalogue> {
  let catalogue: { moment: number; read: Promise<Catalogue> } | null = null;
  return async () => {
    if (catalogue === null || changes.changedSince(catalogue.moment, []))
      catalogue = { moment: changes.moment(), read: readCatalogue(database) };
    const mine = catalogue;
    try {
      return await mine.read;
    } catch (error) {
      if (catalogue === mine) catalogue = null;
      throw error;
    }
  };
}
