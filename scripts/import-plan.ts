/**
 * `npm run import-plan -- plan.csv --dry-run`: what a bestedingsplan in a CSV file would do, or every mistake in it.
 * `npm run import-plan -- plan.csv --by name@example.nl`: proposes it for that person of the programme office; somebody
 * else approves it on the page `/budgetbeheer/importeren`.
 * `--example` with either: the amounts were made up, and every page says so.
 * The database is that of DATABASE_URL, else the one of the running `npm start`.
 */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { translatorOf } from '#app/i18n/all.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { formatCents } from '#app/kernel/money.ts';
import { proposePlanImport } from '#app/modules/budgets/commands/propose-plan-import.server.ts';
import { mistakeFacts } from '#app/modules/budgets/plan-mistake-text.ts';
import { dryRun, type DryRun } from '#app/modules/budgets/queries/plan-import.query.server.ts';
import { normalEmail } from '#app/modules/people/person.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import { openDatabase, type Database } from '#app/platform/database.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { runningPostgres } from './embedded-postgres.ts';

const t = translatorOf('nl');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'dry-run': { type: 'boolean', default: false },
    example: { type: 'boolean', default: false },
    by: { type: 'string' },
  },
});
const [file] = positionals;
if (file === undefined || (!values['dry-run'] && values.by === undefined)) {
  process.stderr.write(
    'Use: npm run import-plan -- plan.csv --dry-run, or with --by <address of who proposes it>; --example when its amounts are made up\n',
  );
  process.exit(2);
}
const env = readEnv(process.env);
const url = env.databaseUrl ?? (await runningPostgres(join(env.dataFolder, 'postgres')));
if (url === null) {
  process.stderr.write('No database: start Wijkbeurs with npm start, or set DATABASE_URL.\n');
  process.exit(2);
}
const database = openDatabase(url);
try {
  process.exitCode = await run(database, file);
} finally {
  await database.$disconnect();
}

async function run(db: Database, path: string): Promise<number> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) {
    process.stderr.write(`${path} cannot be read.\n`);
    return 2;
  }
  const outlook = await dryRun(db, bytes, values.example);
  tell(outlook);
  if (outlook.mistakes.length > 0) return 1;
  if (values.by === undefined) return 0;
  const person = await db.person.findUnique({ where: { email: normalEmail(values.by) }, select: { id: true } });
  if (person === null) {
    process.stderr.write(`Nobody here has the address ${values.by}.\n`);
    return 2;
  }
  const now = new Date();
  // who runs programs on this machine has shown more than a second factor
  const given = { now, demo: env.mode === 'demo', secondFactor: true };
  const context = { database: db, now, actor: await actorOfPerson(db, person.id, given) };
  const order = {
    content: outlook.content,
    fileName: basename(path),
    isExample: values.example,
    formKey: newId(),
  };
  const proposed = await proposePlanImport(order, context);
  const say = t as (key: string) => string;
  console.log(
    proposed.ok
      ? `${env.publicUrl}/budgetbeheer/importeren/${proposed.value}`
      : say(`planImport:refusal.${proposed.reason}`),
  );
  return proposed.ok ? 0 : 1;
}

function tell({ mistakes, steps, sources, earlier }: DryRun): void {
  const say = t as (key: string, facts?: Record<string, string | number>) => string;
  for (const { row, column, code, facts } of mistakes) {
    const place = say(row === 0 ? 'planImport:place.file' : 'planImport:place.row', { row });
    const inColumn = column === null ? '' : `, ${say(`planImport:column.${column}`)}`;
    console.log(`${place}${inColumn}: ${say(`planImport:mistake.${code}`, mistakeFacts(facts, 'nl'))}`);
  }
  if (mistakes.length > 0) return;
  for (const { row, kind, team, actielijn, label, year, before, amount } of steps) {
    const line = [team, actielijn, label].filter((part) => part !== null && part !== '').join(' · ');
    const place = say('planImport:place.row', { row });
    const change = `${formatCents(before)} → ${formatCents(amount)}`;
    console.log(`${place}: ${say(`planImport:kind.${kind}`)}: ${line} ${String(year)}: ${change}`);
  }
  for (const { name, plannedBefore, plannedAfter } of sources)
    console.log(`${name}: ${formatCents(plannedBefore)} → ${formatCents(plannedAfter)}`);
  if (earlier !== null) console.log(say(`planImport:earlier.${earlier.state}`));
}
