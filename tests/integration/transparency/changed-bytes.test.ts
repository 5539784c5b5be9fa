import { beforeAll, describe, expect, test } from 'vitest';
import { publishLedgerDays } from '#app/modules/budgets/commands/publish-ledger-days.server.ts';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { logInvariantNames } from '#app/modules/control/queries/log-invariants.server.ts';
import { publishLog } from '#app/modules/transparency/commands/publish-log.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { sharedDemo } from '#tests/support/demo.ts';

const own = useTestDatabase(sharedDemo);
/** Long after the demo's last day, so that all of it is published. */
const later = new Date(Date.now() + 48 * 3600_000);

const wrong = async () =>
  (await findings(own.database, later, logInvariantNames)).findings.flatMap(({ offenders }) => offenders);

/** Whoever owns the machine reaches past every rule: triggers do not run, constraints are gone. */
async function changed(statement: string) {
  await own.database.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    await tx.$executeRawUnsafe('alter table log_leaf drop constraint if exists log_leaf_entry');
    await tx.$executeRawUnsafe('alter table published_ledger_day drop constraint if exists published_ledger_day_file');
    const count = await tx.$executeRawUnsafe(statement);
    expect(count).toBe(1);
  });
}

async function one(query: string): Promise<Record<string, string>> {
  const [row] = await own.database.$queryRawUnsafe<Record<string, string>[]>(query);
  return row!;
}

beforeAll(async () => {
  await publishLedgerDays(own.database, later);
  const seeds = [new Uint8Array(32).fill(7)];
  await publishLog({ database: own.database, now: later, seeds, origin: 'wijkbeurs.example/log' });
}, 240_000);

describe('a byte that was changed past every rule', () => {
  test('is in none of the demo', async () => {
    expect(await wrong()).toEqual([]);
  });

  test('in a published decision is found and named', async () => {
    const { id, number, published } = await one(
      `select id::text, number, published::text from decision where number like '2026-%' and published ->> 'motivation' <> '' order by number limit 1`,
    );
    await changed(
      `update decision set published = jsonb_set(published, '{motivation}', to_jsonb(overlay(published ->> 'motivation' placing 'X' from 3 for 1))) where id = '${id}'`,
    );
    const found = await wrong();
    expect(found).toContain(`decision/${number}`);
    // with the receipt made to fit: the log still knows
    await changed(`update decision set receipt = repeat('a', 64) where id = '${id}'`);
    expect(await wrong()).toContain(`decision/${number}`);
    await changed(
      `update decision set published = '${published!.replaceAll("'", "''")}'::jsonb, receipt = (select record::jsonb ->> 'sha256' from log_leaf where kind = 'decision' and subject = '${number}') where id = '${id}'`,
    );
    expect(await wrong()).toEqual([]);
  });

  test('in a column of a decision, a reason or a score is found and named', async () => {
    const { number } = await one(
      `select number from decision where amount_cents is not null and number is not null order by number limit 1`,
    );
    await changed(`update decision set amount_cents = amount_cents + 1 where number = '${number}'`);
    expect(await wrong()).toEqual([`decision/${number}`]);
    await changed(`update decision set amount_cents = amount_cents - 1 where number = '${number}'`);

    const { review_id, criterion_id, slug } = await one(
      `select s.review_id::text, s.criterion_id::text, c.slug from review_score s join review r on r.id = s.review_id and r.state = 'submitted'
       join review_assignment a on a.id = r.assignment_id and a.recused_as is null join decision d on d.round_entry_id = a.round_entry_id and d.state = 'confirmed'
       join criterion c on c.id = s.criterion_id where s.points between 1 and 4 order by 1, 2 limit 1`,
    );
    const score = `where review_id = '${review_id}' and criterion_id = '${criterion_id}'`;
    await changed(`update review_score set points = points - 1 ${score}`);
    expect(await wrong()).toEqual(
      expect.arrayContaining([expect.stringMatching(new RegExp(`^(review_score/.*|decision/.*/scores)/${slug}$`))]),
    );
    await changed(`update review_score set points = points + 1 ${score}`);
    expect(await wrong()).toEqual([]);
  });

  test('in who took part, who stayed out and why is found and named', async () => {
    const took = await one(
      `select p.id::text, p.organisation_id::text, d.number from decision_participant p join decision d on d.id = p.decision_id and d.state = 'confirmed'
       where p.part = 'took-part' and p.organisation_id is not null order by d.number, p.id limit 1`,
    );
    await changed(`update decision_participant set organisation_id = null where id = '${took.id}'`);
    expect(await wrong()).toEqual([`decision/${took.number}/people`]);
    await changed(
      `update decision_participant set organisation_id = '${took.organisation_id}' where id = '${took.id}'`,
    );

    const out = await one(
      `select p.id::text, p.reason, d.number from decision_participant p join decision d on d.id = p.decision_id and d.state = 'confirmed'
       where p.part = 'recused' order by d.number, p.id limit 1`,
    );
    const other = out.reason === 'employer' ? 'board' : 'employer';
    await changed(`update decision_participant set reason = '${other}' where id = '${out.id}'`);
    expect(await wrong()).toEqual([`decision/${out.number}/people`]);
    await changed(`update decision_participant set reason = $words$${out.reason}$words$ where id = '${out.id}'`);
    expect(await wrong()).toEqual([]);
  });

  test('in the receipt of a decision is found and named', async () => {
    const { id, number, receipt } = await one(
      `select id::text, number, receipt from decision where number is not null order by number limit 1`,
    );
    await changed(`update decision set receipt = repeat('b', 64) where id = '${id}'`);
    expect(await wrong()).toEqual([`decision/${number}`]);
    await changed(`update decision set receipt = '${receipt}' where id = '${id}'`);
    expect(await wrong()).toEqual([]);
  });

  test('in an entry of the ledger is found and named: its words, its amount, its day', async () => {
    const { id, line, description } = await one(
      `select e.id::text, p.line::text, e.description from ledger_entry e join posting p on p.entry_id = e.id where e.batch_id is null and e.kind = 'payment' order by e.sequence limit 1`,
    );
    await changed(
      `update ledger_entry set description = overlay(description placing 'X' from 2 for 1) where id = '${id}'`,
    );
    expect(await wrong()).toEqual([`ledger_entry/${id}`]);
    await changed(`update ledger_entry set description = $words$${description}$words$ where id = '${id}'`);

    await changed(`update posting set amount_cents = amount_cents + 1 where entry_id = '${id}' and line = ${line}`);
    expect(await wrong()).toEqual([`ledger_entry/${id}`]);
    await changed(`update posting set amount_cents = amount_cents - 1 where entry_id = '${id}' and line = ${line}`);

    await changed(`update ledger_entry set occurred_at = occurred_at - interval '1 day' where id = '${id}'`);
    expect(await wrong()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^(ledger_entry|published_ledger_day)\//)]),
    );
    await changed(`update ledger_entry set occurred_at = occurred_at + interval '1 day' where id = '${id}'`);
    expect(await wrong()).toEqual([]);
  });

  test('in a sum of a day, or in a day as it was published, is found and named', async () => {
    const { day } = await one(`select to_char(max(day), 'YYYY-MM-DD') as day from published_ledger_day`);
    const row = `where account_id = (select available_account_id from fund order by slug limit 1) and day = (select max(day) from ledger_day d
      where d.account_id = (select available_account_id from fund order by slug limit 1))`;
    await changed(`update ledger_day set balance_cents = balance_cents + 1 ${row}`);
    expect(await wrong()).toContain(`published_ledger_day/${day}`);
    await changed(`update ledger_day set balance_cents = balance_cents - 1 ${row}`);

    const { text } = await one(`select text from published_ledger_day where day = '${day}'`);
    await changed(`update published_ledger_day set text = replace(text, '"EUR"', '"USD"') where day = '${day}'`);
    expect(await wrong()).toContain(`published_ledger_day/${day}`);
    await changed(`update published_ledger_day set text = '${text}' where day = '${day}'`);
    expect(await wrong()).toEqual([]);
  });

  test.each([
    ['the salt', 'salt = set_byte(salt, 4, get_byte(salt, 4) # 1)'],
    ['the record', `record = replace(record, '"version":1', '"version":2')`],
    ['the entry', 'entry = set_byte(entry, 31, get_byte(entry, 31) # 1)'],
    ['the subject', `subject = '2019-0001'`],
    [
      'all of it, so that it fits',
      `record = r, entry = sha256(convert_to(E'wijkbeurs.leaf/1\n', 'UTF8') || salt || convert_to(r, 'UTF8'))`,
    ],
  ])('in a leaf is found and named: %s', async (_what, change) => {
    const kept = await one(
      `select encode(salt, 'hex') as salt, encode(entry, 'hex') as entry, record, subject from log_leaf where index = 5`,
    );
    const fitting = `(select replace(record, '"publishedOn":"2', '"publishedOn":"1') as r from log_leaf where index = 5) other`;
    await changed(`update log_leaf set ${change} from ${fitting} where index = 5`);
    expect(await wrong()).toContain('log_leaf/5');
    await changed(
      `update log_leaf set salt = decode('${kept.salt}', 'hex'), entry = decode('${kept.entry}', 'hex'), record = '${kept.record}', subject = '${kept.subject}' where index = 5`,
    );
    expect(await wrong()).toEqual([]);
  });

  test.each([
    ['a bundle of entries', 'log_tile', 'level = -1 and index = 0', 'bytes', 40, 'log_tile/tile/entries/000'],
    ['a tile of hashes', 'log_tile', 'level = 0 and index = 0', 'bytes', 40, 'log_tile/tile/0/000'],
    ['the root of a checkpoint', 'log_checkpoint', 'sequence = 1', 'root', 3, 'log_checkpoint/'],
    ['the note of a checkpoint', 'log_checkpoint', 'sequence = 1', 'note', 50, 'log_checkpoint/'],
  ])('in %s is found and named', async (_what, table, where, column, at, named) => {
    const flip = `update ${table} set ${column} = set_byte(${column}, ${at}, get_byte(${column}, ${at}) # 1) where ${where}`;
    await changed(flip);
    expect(await wrong()).toEqual(expect.arrayContaining([expect.stringContaining(named)]));
    await changed(flip);
    expect(await wrong()).toEqual([]);
  });

  test('a leaf that is gone, and a decision that is gone, are named', async () => {
    const { subject } = await one(`select subject from log_leaf where kind = 'decision' order by index limit 1`);
    await own.database.$transaction(async (tx) => {
      await tx.$executeRaw`set local session_replication_role = replica`;
      await tx.$executeRaw`create temporary table kept on commit preserve rows as select * from log_leaf where kind = 'decision' and subject = ${subject}`;
      await tx.$executeRaw`delete from log_leaf where kind = 'decision' and subject = ${subject}`;
    });
    const found = await wrong();
    expect(found).toContain(`decision/${subject}`);
    expect(found).toEqual(expect.arrayContaining([expect.stringMatching(/^log_leaf\/\d+$/)]));
  });
});
