/**
 * `npm run check:ledger`: looks whether every invariant of the ledger and the registers holds on the live data. Writes
 * nothing. Ends with 1 and the names of what is wrong when one does not, with 2 when it cannot look at all.
 */
import { translatorOf } from '#app/i18n/all.server.ts';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { openDatabase } from '#app/platform/database.server.ts';
import { addressOfDatabase, reachDatabase } from './reach-database.ts';

const [dutch, english] = [translatorOf('nl'), translatorOf('en')];

async function check(url: string): Promise<number> {
  await (await reachDatabase(url)).end();
  const database = openDatabase(url);
  try {
    const start = performance.now();
    const { entries, findings: found } = await findings(database, new Date());
    const broken = found.filter(({ offenders }) => offenders.length > 0);
    for (const { invariant, offenders } of found) {
      console.log(`${offenders.length === 0 ? 'ok  ' : 'FAIL'} ${invariant}`);
      if (offenders.length === 0) continue;
      console.log(`     ${dutch(`control:rule.${invariant}`)}\n     ${english(`control:rule.${invariant}`)}`);
      for (const offender of offenders) console.log(`     - ${offender}`);
    }
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`\n${entries} entries, ${found.length} rules, ${broken.length} broken (${seconds} s)`);
    return broken.length === 0 ? 0 : 1;
  } finally {
    await database.$disconnect();
  }
}

try {
  process.exitCode = await check(await addressOfDatabase());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
