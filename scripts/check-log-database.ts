import { translatorOf } from '#app/i18n/all.server.ts';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { logInvariantNames } from '#app/modules/control/queries/log-invariants.server.ts';
import { openDatabase } from '#app/platform/database.server.ts';
import { addressOfDatabase, reachDatabase } from './reach-database.ts';

const [dutch, english] = [translatorOf('nl'), translatorOf('en')];

/**
 * The log as this installation's database holds it: what was signed, the registers, and the rows that both rest on.
 * @returns 0 when all is right, 1 when something is not
 */
export async function checkLogInDatabase(): Promise<number> {
  const url = await addressOfDatabase();
  await (await reachDatabase(url)).end();
  const database = openDatabase(url);
  try {
    const start = performance.now();
    const { findings: found } = await findings(database, new Date(), logInvariantNames);
    for (const { invariant, offenders } of found) {
      console.log(`${offenders.length === 0 ? 'ok  ' : 'FAIL'} ${invariant}`);
      if (offenders.length === 0) continue;
      console.log(`     ${dutch(`control:rule.${invariant}`)}\n     ${english(`control:rule.${invariant}`)}`);
      for (const offender of offenders) console.log(`     - ${offender}`);
    }
    const wrong = found.filter(({ offenders }) => offenders.length > 0).length;
    const [size, seconds] = [await database.logLeaf.count(), ((performance.now() - start) / 1000).toFixed(1)];
    console.log(`\n${size} leaves, ${found.length} rules, ${wrong} broken (${seconds} s)`);
    return wrong === 0 ? 0 : 1;
  } finally {
    await database.$disconnect();
  }
}
