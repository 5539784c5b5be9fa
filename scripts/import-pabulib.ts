/**
 * `npm run import:pabulib -- vote.pb … [--licence <name>] [--source <address>]`: takes in votes of earlier years from their public
 * Pabulib files, to be seen on /stemmingen. With a licence the site also gives the file on, and names the licence and the source.
 * Reads each whole file first and says every mistake with its line. May be run again and again: a file that is known changes nothing.
 * The database is that of DATABASE_URL, else the one of the running `npm start`.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { importPastVote, type PastVoteOrigin } from '#app/modules/counting/commands/import-past-vote.server.ts';
import { openDatabase } from '#app/platform/database.server.ts';
import { sayMistake } from './pabulib-mistakes.ts';
import { addressOfDatabase, reachDatabase } from './reach-database.ts';

const mostShown = 20;

async function run(files: readonly string[], origin: PastVoteOrigin): Promise<number> {
  const url = await addressOfDatabase();
  await (await reachDatabase(url)).end();
  const database = openDatabase(url);
  let failed = 0;
  try {
    for (const file of files) {
      const text = await readFile(file, 'utf8').catch(() => null);
      const taken = text === null ? null : await importPastVote(database, text, new Date(), origin);
      if (taken?.ok !== true) failed += 1;
      if (taken === null) console.log(`${file} cannot be read.`);
      else if (taken.ok) console.log(`${file}: ${taken.isNew ? 'new' : 'known'}, /stemmingen/verleden/${taken.slug}`);
      else console.log(`${file} was not taken:\n${taken.mistakes.slice(0, mostShown).map(sayMistake).join('\n')}`);
    }
  } finally {
    await database.$disconnect();
  }
  return failed === 0 ? 0 : 1;
}

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { licence: { type: 'string', default: '' }, source: { type: 'string', default: '' } },
  });
  if (positionals.length === 0)
    throw new Error('Use: npm run import:pabulib -- vote.pb … [--licence <name>] [--source <address>]');
  process.exitCode = await run(positionals, values);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
