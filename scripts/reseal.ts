/**
 * `npm run reseal`: seals every bank account and every question of integrity anew with the first of BANK_ACCOUNT_KEYS, so that the others can be thrown away.
 * May run beside the product. Ends with 1 and the ids of accounts that none of the keys opens, with 2 when it cannot work at all.
 */
import { resealAccounts } from '#app/modules/bank/commands/reseal-accounts.server.ts';
import { resealQuestions } from '#app/modules/integrity/commands/reseal-questions.server.ts';
import { openDatabase } from '#app/platform/database.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { runningPostgres } from './embedded-postgres.ts';
import { reachDatabase } from './reach-database.ts';

async function reseal(): Promise<number> {
  const env = readEnv(process.env);
  const url = env.databaseUrl ?? (await runningPostgres(`${env.dataFolder}/postgres`));
  if (url === null) throw new Error('There is no database. Set DATABASE_URL, or run npm start first.');
  await (await reachDatabase(url)).end();
  const database = openDatabase(url);
  try {
    const { resealed, unreadable, isMarkKeyReadable } = await resealAccounts(database, env.bankKeys);
    console.log(`${resealed} bank accounts sealed anew with key ${env.bankKeys[0].id}`);
    if (!isMarkKeyReadable) console.log('FAIL the key of the marks is opened by none of the keys');
    for (const id of unreadable) console.log(`FAIL bank account ${id} is opened by none of the keys`);
    const questions = await resealQuestions(database, env.bankKeys);
    console.log(`${questions.resealed} texts about integrity sealed anew`);
    for (const id of questions.unreadable) console.log(`FAIL text about integrity ${id} is opened by none of the keys`);
    return isMarkKeyReadable && unreadable.length === 0 && questions.unreadable.length === 0 ? 0 : 1;
  } finally {
    await database.$disconnect();
  }
}

try {
  process.exitCode = await reseal();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
