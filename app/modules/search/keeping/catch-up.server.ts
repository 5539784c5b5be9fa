import { documentsOf } from '../documents/index.server.ts';
import type { SearchEngine } from '../port.ts';
import { changesDone, changesFor, indexes } from './change.store.server.ts';
import { noteFound, noteGone } from './first-found.store.server.ts';
import { buildingOf, type Keeping } from './keeping.server.ts';
import { inTurn } from './turns.server.ts';

const batchSize = 500;

const keepingTurn = (engine: SearchEngine) => `keeping ${engine.name}`;

/**
 * Gives an engine everything that it has not got yet. One process at a time does so for an engine, and documents are made from what the
 * database holds after the note was read: so the newest always comes last.
 * @returns how many changes were done; null when it is somebody else's turn, or the index was never filled
 * @throws when the engine or the database does not answer: then nothing is lost, and it is done again
 */
export async function catchUp(keeping: Keeping, engine: SearchEngine): Promise<number | null> {
  const { database, turns } = keeping;
  const turn = await inTurn(turns, keepingTurn(engine), async () => {
    let count = 0;
    for (;;) {
      const index = (await indexes(database)).find((one) => one.engine === engine.name);
      if (index?.filledAt == null) return null;
      const changes = await changesFor(database, engine.name, batchSize);
      if (changes.length === 0) return count;
      const { documents, gone } = await documentsOf(buildingOf(keeping), changes);
      if (!turns.has(keepingTurn(engine))) return count;
      if (gone.length > 0) await engine.remove(gone);
      if (documents.length > 0) await engine.put(documents);
      await noteGone(database, gone);
      await noteFound(database, documents, keeping.clock.now());
      // whoever took over does it again
      if (!turns.has(keepingTurn(engine))) return count;
      const ids = changes.map(({ id }) => id);
      if (await changesDone(database, engine.name, ids, index)) count += changes.length;
    }
  });
  return turn === null ? null : turn.result;
}
