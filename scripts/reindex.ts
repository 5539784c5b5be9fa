/**
 * `npm run reindex`: fills every search index anew from the database, while the one in use answers; `-- postgresql` or
 * `-- meilisearch` only that one. Ends with 1 when one was not filled.
 */
import { catchUp } from '#app/modules/search/keeping/catch-up.server.ts';
import { fillIndex } from '#app/modules/search/keeping/fill.server.ts';
import { programmeWords } from '#app/modules/search/queries/programme-words.query.server.ts';
import { keepingOfScript } from './search-engines.ts';
import { step } from './tell.ts';

const { keeping, chosen, close } = await keepingOfScript(process.argv.slice(2));
try {
  const words = await programmeWords(keeping.database);
  for (const engine of chosen) {
    try {
      await step(
        `Filling the index of ${engine.name}`,
        async () => {
          const filled = await fillIndex(keeping, engine, words);
          await catchUp(keeping, engine);
          if (filled === null) process.exitCode = 1;
          return filled;
        },
        (filled) =>
          filled === null ? 'another process is already filling it' : `${String(filled.documents)} documents`,
      );
    } catch (error) {
      process.stderr.write(
        `  ${error instanceof Error ? error.message : String(error)}\n  The index from before stays in use.\n`,
      );
      process.exitCode = 1;
    }
  }
} finally {
  await close();
}
