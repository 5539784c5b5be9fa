import { allDocuments } from '../documents/index.server.ts';
import type { ProgrammeWords, SearchEngine } from '../port.ts';
import { fillingBegins, fillingEnds, indexes } from './change.store.server.ts';
import { noteFound } from './first-found.store.server.ts';
import { buildingOf, type Keeping } from './keeping.server.ts';
import { inTurn } from './turns.server.ts';

const fillingTurn = (engine: SearchEngine) => `filling ${engine.name}`;

export type Filled = { documents: number };

/**
 * Fills a fresh index from the database and takes it into use; the one from before answers until then, and what changes meanwhile is
 * in both.
 * @returns null when another process is already filling it
 * @throws when the engine does not take it: the index from before stays in use
 */
export async function fillIndex(keeping: Keeping, engine: SearchEngine, words: ProgrammeWords): Promise<Filled | null> {
  const { database, turns } = keeping;
  const turn = await inTurn(turns, fillingTurn(engine), async () => {
    await fillingBegins(database, engine.name);
    let documents = 0;
    async function* batches() {
      for await (const batch of allDocuments(buildingOf(keeping))) {
        documents += batch.length;
        yield batch;
        await noteFound(database, batch, keeping.clock.now());
      }
    }
    let isFilled = false;
    try {
      await engine.rebuild(batches(), words);
      isFilled = true;
    } finally {
      await fillingEnds(database, engine.name, isFilled);
    }
    return { documents };
  });
  return turn === null ? null : turn.result;
}

/** A process that was killed while it filled an index left it so: what changed since is done again. */
export async function endLostFilling({ database, turns }: Keeping, engine: SearchEngine): Promise<void> {
  await inTurn(turns, fillingTurn(engine), async () => {
    const index = (await indexes(database)).find((one) => one.engine === engine.name);
    if (index?.isFilling === true) await fillingEnds(database, engine.name, false);
  });
}

/**
 * Fills an index that never was.
 * @param isLookedInto whether one that was filled is looked into too: an engine may have lost its data, or a release changed its rules
 * @returns null when there is nothing to do, or somebody else does it
 */
export async function fillIfNeeded(
  keeping: Keeping,
  engine: SearchEngine,
  { words, isLookedInto }: { words: () => Promise<ProgrammeWords>; isLookedInto: boolean },
): Promise<Filled | null> {
  const index = (await indexes(keeping.database)).find((one) => one.engine === engine.name);
  if (index?.isFilling === true) return null;
  if (index?.filledAt != null && !(isLookedInto && (await mustBeFilled(engine)))) return null;
  return fillIndex(keeping, engine, await words());
}

/** An empty stamp says that a document was put by an older release, under other rules. */
async function mustBeFilled(engine: SearchEngine): Promise<boolean> {
  for await (const batch of engine.stamps()) if (batch.length > 0) return batch[0]?.stamp === '';
  return true;
}
