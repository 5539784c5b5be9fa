/**
 * `npm run log -- <what>`: work on the transparency log of this installation, with its settings (TRANSPARENCY_KEYS, DATABASE_URL). May
 * run beside the product. Ends with 1 when it was refused, with 2 when it cannot work at all.
 *
 *   keys                            which keys sign, and which of TRANSPARENCY_KEYS they are
 *   publish                         signs what was put in since, as the worker does
 *   rotate                          goes over to the first of TRANSPARENCY_KEYS; the old ones must stand behind it still
 *   erase <line> --why <words>      what the line is of can never be found out any more; of minutes that were mended the words go too
 */
import { parseArgs } from 'node:util';
import { eraseFromLog } from '#app/modules/meetings/commands/erase-minutes.server.ts';
import { publishLog, rotateLogKey, type LogSigning } from '#app/modules/transparency/commands/publish-log.server.ts';
import { signingOf } from '#app/modules/transparency/publish-log.server.ts';
import { trustedLog } from '#app/modules/transparency/queries/in-log.query.server.ts';
import { formatVerifierKey } from '#app/modules/transparency/note-key.ts';
import { signerOfSeed } from '#app/modules/transparency/signer.server.ts';
import { openDatabase } from '#app/platform/database.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { runningPostgres } from './embedded-postgres.ts';
import { reachDatabase } from './reach-database.ts';

const usage = 'Say what: npm run log -- keys | publish | rotate | erase <line> --why <words>';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { why: { type: 'string', default: '' } },
});

async function work(signing: LogSigning): Promise<number> {
  const [what, line = ''] = positionals;
  if (what === 'keys') return tellKeys(signing);
  if (what === 'publish') return tell(await publishLog(signing));
  if (what === 'rotate') return tell(await rotateLogKey(signing, signing.seeds[0] ?? new Uint8Array()));
  if (what !== 'erase' || !/^[1-9]\d{0,8}$/.test(line)) throw new Error(usage);
  const { database, now } = signing;
  const erased = await eraseFromLog({ line: Number(line) - 1, reason: values.why }, { database, now });
  console.log(erased.ok ? `line ${line} says nothing any more` : `FAIL ${wordsOf(erased.reason)}`);
  return erased.ok ? 0 : 1;
}

function tell(done: Awaited<ReturnType<typeof publishLog>>): number {
  if (done.ok) console.log(`${done.value.origin}: ${done.value.size} leaves, signed`);
  else console.log(`FAIL nothing was signed: ${wordsOf(done.reason)}`);
  return done.ok ? 0 : 1;
}

async function tellKeys({ database, seeds, origin }: LogSigning): Promise<number> {
  const log = await trustedLog(database);
  console.log(log?.keys ?? '# nothing was signed yet\n');
  for (const [at, seed] of seeds.entries())
    console.log(`TRANSPARENCY_KEYS ${at + 1}: ${formatVerifierKey(signerOfSeed(log?.origin ?? origin, seed).key)}`);
  return 0;
}

function wordsOf(reason: string): string {
  return reason.replaceAll('-', ' ');
}

async function run(): Promise<number> {
  const env = readEnv(process.env);
  const url = env.databaseUrl ?? (await runningPostgres(`${env.dataFolder}/postgres`));
  if (url === null) throw new Error('There is no database. Set DATABASE_URL, or run npm start first.');
  await (await reachDatabase(url)).end();
  const database = openDatabase(url);
  try {
    return await work(signingOf({ database, publicUrl: env.publicUrl, now: new Date(), settings: env }));
  } finally {
    await database.$disconnect();
  }
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
