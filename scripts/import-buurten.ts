/**
 * `npm run import:buurten -- buurten.geojson`: keeps the official borders of the buurten for the map, from a GeoJSON file in degrees
 * (WGS84) whose features have the code of a buurt. Checks the whole file first and says every mistake. May be run again and again.
 * `--skip-unknown`: leaves out buurten of other districts, for a file of the whole city.
 * The database is that of DATABASE_URL, else the one of the running `npm start`.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readBuurtenFile } from '#app/modules/programme/buurten-file.ts';
import { importAreaShapes } from '#app/modules/programme/commands/import-area-shapes.server.ts';
import { buurtCodes } from '#app/modules/programme/queries/area-shapes.query.server.ts';
import { openDatabase } from '#app/platform/database.server.ts';
import { addressOfDatabase, reachDatabase } from './reach-database.ts';

const mostShown = 20;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'skip-unknown': { type: 'boolean', default: false } },
});
const [path] = positionals;

async function run(file: string): Promise<number> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) {
    process.stderr.write(`${file} cannot be read.\n`);
    return 2;
  }
  const url = await addressOfDatabase();
  await (await reachDatabase(url)).end();
  const database = openDatabase(url);
  try {
    const read = readBuurtenFile(text, await buurtCodes(database), values['skip-unknown']);
    if (!read.ok) {
      for (const { feature, text: problem } of read.mistakes.slice(0, mostShown))
        console.log(feature === null ? problem : `feature ${String(feature)} ${problem}`);
      if (read.mistakes.length > mostShown)
        console.log(`and ${String(read.mistakes.length - mostShown)} more mistakes`);
      console.log('Nothing was kept.');
      return 1;
    }
    const { changed, missing } = await importAreaShapes(database, read.shapes, new Date());
    console.log(`${String(read.shapes.length)} buurten in the file, ${String(changed)} new or changed`);
    if (read.skipped.length > 0) console.log(`${String(read.skipped.length)} buurten of other districts left out`);
    if (missing.length > 0) console.log(`As drawn, without an official border: ${missing.join(', ')}`);
    return 0;
  } finally {
    await database.$disconnect();
  }
}

try {
  if (path === undefined) throw new Error('Use: npm run import:buurten -- buurten.geojson [--skip-unknown]');
  process.exitCode = await run(path);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
