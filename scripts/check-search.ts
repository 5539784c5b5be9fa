/**
 * `npm run check:search`: looks whether every search index holds what the database says, and nothing else. With `-- --repair` it mends
 * what differs. Ends with 1 when something still differs, with 2 when it cannot look.
 */
import { checkIndex } from '#app/modules/search/keeping/check.server.ts';
import { keepingOfScript } from './search-engines.ts';

const options = process.argv.slice(2);
const isMended = options.includes('--repair');
const { keeping, chosen, close } = await keepingOfScript(options.filter((one) => one !== '--repair'));
try {
  for (const engine of chosen) {
    try {
      const start = performance.now();
      const { documents, differences, before, named } = await checkIndex(keeping, engine, { isMended });
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const outcome = before === 0 ? 'ok  ' : differences.length === 0 ? 'mended' : 'FAIL';
      console.log(`${outcome} ${engine.name}: ${String(documents)} documents, ${String(before)} differ (${seconds} s)`);
      for (const one of named) console.log(`     - ${one}`);
      if (differences.length > 0) process.exitCode = 1;
    } catch (error) {
      process.stderr.write(`FAIL ${engine.name}: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 2;
    }
  }
} finally {
  await close();
}
