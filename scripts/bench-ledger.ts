import { noBudgetFilter } from '#app/modules/budgets/budget-filter.ts';
import { forgetful } from '#app/platform/remember.server.ts';
import { budgetOverview } from '#app/modules/budgets/queries/budget-overview.query.server.ts';
import { moneySources, planLines } from '#app/modules/budgets/queries/plan-lines.query.server.ts';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { openFund } from '#app/modules/ledger/commands/open-fund.server.ts';
import { openMoneySource } from '#app/modules/ledger/commands/open-money-source.server.ts';
import { calendarDate, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';

/** Lines over four years, as in a real bestedingsplan. */
const lines = 40;
const days = 1400;

/**
 * How long the totals of budgets take with a thousand and with a hundred thousand entries behind them. The rows are written
 * in bulk with the triggers off and then checked: sums kept beside the entries are what the triggers would have kept. The
 * yardstick is a query for nothing, over the same connections in the same run.
 */
export async function benchLedger(database: Database): Promise<void> {
  const first = Date.now() - days * 86_400_000;
  const source = await openBenchPlan(database, new Date(first));
  console.log(
    `\n${'totals'.padEnd(34)}${'entries'.padStart(9)}${'p50 ms'.padStart(9)}${'p95 ms'.padStart(9)}${'× yardstick'.padStart(14)}`,
  );
  const measured: Record<string, number>[] = [];
  for (const entries of [1000, 100_000]) {
    await fillLedger(database, source, entries);
    const { findings: found } = await findings(database, new Date());
    const broken = found.filter(({ offenders }) => offenders.length > 0).map(({ invariant }) => invariant);
    if (broken.length > 0) throw new Error(`the bulk entries break ${broken.join(', ')}`);
    const yardstick = await timed(async () => database.$queryRaw`select 1`);
    const past = dayInAmsterdam(new Date(first + (days / 2) * 86_400_000));
    const times = {
      'all lines, now': await timed(async () => planLines(database)),
      'all lines, two years ago': await timed(async () => planLines(database, { until: past })),
      'page of budgets, all queries': await timed(async () =>
        budgetOverview({ database, remember: forgetful(database) }, noBudgetFilter),
      ),
      'all sources, now': await timed(async () => moneySources(database)),
      'all sources, two years ago': await timed(async () => moneySources(database, { until: past })),
    };
    for (const [what, { p50, p95 }] of Object.entries(times))
      console.log(
        `${what.padEnd(34)}${String(entries).padStart(9)}${p50.toFixed(1).padStart(9)}${p95.toFixed(1).padStart(9)}${(p50 / yardstick.p50).toFixed(1).padStart(14)}`,
      );
    measured.push(Object.fromEntries(Object.entries(times).map(([what, { p50 }]) => [what, p50])));
  }
  const [few = {}, many = {}] = measured;
  for (const what of Object.keys(many))
    console.log(
      `${what}: a hundred times the entries take ${((many[what] ?? 0) / (few[what] ?? 1)).toFixed(1)} times as long`,
    );
}

async function timed(work: () => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  const times: number[] = [];
  for (let round = 0; round < 60; round += 1) {
    const start = performance.now();
    await work();
    // the first ones warm up
    if (round >= 10) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

/** A source and its lines, each with more money than the entries will move. @returns slug of the source */
async function openBenchPlan(database: Database, at: Date): Promise<string> {
  const slug = `meting-${String(Date.now())}`;
  const body = await database.body.findFirstOrThrow({ where: { kind: 'opgaveteam' }, orderBy: { position: 'asc' } });
  const year = Number(dayInAmsterdam(new Date()).slice(0, 4));
  await database.$transaction(
    async (tx) => {
      const moneySourceId = await openMoneySource(tx, {
        slug,
        kind: 'municipal',
        form: 'money',
        name: 'Meting',
        nameEn: 'Measurement',
        beginsOn: calendarDate(`${String(year - 4)}-01-01`),
        endsOn: calendarDate(`${String(year + 1)}-12-31`),
        overprogrammingBps: 0,
        isExample: true,
        amount: null,
        at,
      });
      for (let line = 0; line < lines; line += 1) {
        const order = {
          slug: `${slug}-${String(line)}`,
          name: `Regel ${String(line)}`,
          description: '',
          isExample: true,
        };
        const own = { bodyId: body.id, year: year - (line % 4), moneySourceId, at, amount: cents(10_000_000_00) };
        await openFund(tx, { ...order, ...own });
      }
    },
    { timeout: 60_000 },
  );
  return slug;
}

/** Moves of a few cents between the lines until the source has this many, spread over the days. */
async function fillLedger(database: Database, source: string, entries: number): Promise<void> {
  const touched = ['ledger_entry', 'posting', 'budget_change', 'budget_change_counter', 'ledger_account', 'ledger_day'];
  await database.$transaction(
    async (tx) => {
      for (const table of touched) await tx.$executeRawUnsafe(`alter table ${table} disable trigger user`);
      await tx.$executeRaw`
        create temporary table bulk on commit drop as
        with plan as (
          select f.id, f.available_account_id as account, row_number() over (order by f.slug) - 1 as place
          from fund f join money_source s on s.id = f.money_source_id where s.slug = ${source}),
        people as (select (array_agg(id order by id))[1:2] as two from person),
        register as (
          select to_char(now() at time zone 'Europe/Amsterdam', 'YYYY')::int as year,
            coalesce((select last from budget_change_counter
              where year = to_char(now() at time zone 'Europe/Amsterdam', 'YYYY')::int), 0) as last),
        missing as (select generate_series(1, ${entries}::int - (select count(*)::int from budget_change c join plan on plan.id = c.from_fund_id)) as n)
        select gen_random_uuid() as change_id, gen_random_uuid() as entry_id, n, f.id as from_id, t.id as to_id,
          f.account as from_account, t.account as to_account, 1 + n % 9 as amount, change_number_of(year, last + n) as number,
          year, last + n as last, two[1] as proposer, two[2] as approver,
          date_trunc('day', now()) - make_interval(days => n / ${lines} % ${days}) - interval '12 hours' as moment
        from missing cross join people cross join register
          join plan f on f.place = n % ${lines} join plan t on t.place = (n + 1 + n / ${lines} % 7) % ${lines}`;
      await tx.$executeRaw`
        insert into budget_change (id, kind, amount_cents, reason, from_fund_id, to_fund_id, occurred_on, state, proposer_id,
          proposed_at, approver_id, answered_at, number)
        select change_id, 'move', amount, 'Meting', from_id, to_id, amsterdam_day(moment), 'approved', proposer, now(),
          approver, now(), number from bulk`;
      await tx.$executeRaw`
        insert into budget_change_counter (year, last) select year, max(last) from bulk group by year
          on conflict (year) do update set last = excluded.last`;
      await tx.$executeRaw`
        insert into ledger_entry (id, kind, idempotency_key, description, proposer_id, approver_id, change_id, occurred_at)
        select entry_id, 'move', entry_id::text, 'Meting', proposer, approver, change_id, moment from bulk order by n`;
      await tx.$executeRaw`
        insert into posting (entry_id, line, account_id, amount_cents)
        select entry_id, 0, from_account, -amount from bulk union all select entry_id, 1, to_account, amount from bulk`;
      await tx.$executeRaw`
        delete from ledger_day where account_id in (select from_account from bulk union select to_account from bulk)`;
      await tx.$executeRaw`
        insert into ledger_day (account_id, day, balance_cents, released_cents)
        select p.account_id, amsterdam_day(e.occurred_at),
          sum(sum(p.amount_cents)) over (partition by p.account_id order by amsterdam_day(e.occurred_at)), 0
        from posting p join ledger_entry e on e.id = p.entry_id
        where p.account_id in (select from_account from bulk union select to_account from bulk) group by 1, 2`;
      await tx.$executeRaw`
        update ledger_account a set balance_cents = moved.total from (
          select account_id, sum(amount_cents) as total from posting group by 1) moved where moved.account_id = a.id`;
      for (const table of touched) await tx.$executeRawUnsafe(`alter table ${table} enable trigger user`);
    },
    { timeout: 300_000 },
  );
  await database.$executeRaw`vacuum analyze`;
}
