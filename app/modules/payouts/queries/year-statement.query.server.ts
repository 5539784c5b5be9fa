import { calendarDate, fromDateColumn, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { addCents, cents, noMoney } from '#app/kernel/money.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { programmeOffice } from '#app/modules/people/role.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { StatementMonth, StatementPayment, YearStatement } from '../year-statement.ts';

/** Years in which something was approved or paid for the actor, the last one first. */
export async function statementYears(database: Database, actor: SignedIn): Promise<number[]> {
  const me = actor.person.id;
  const rows = await database.$queryRaw<{ year: number }[]>`
    select extract(year from day)::int as year from allowance_claim where person_id = ${me}::uuid and state = 'approved'
    union select extract(year from settled_on)::int from payment_line where person_id = ${me}::uuid and settled_on is not null
    order by year desc`;
  return rows.map(({ year }) => year);
}

/** @param year as it stands in the address @returns null when there is nothing of the actor in that year */
export async function yearStatement(database: Database, actor: SignedIn, year: string): Promise<YearStatement | null> {
  const years = await statementYears(database, actor);
  const found = years.find((one) => String(one) === year);
  if (found === undefined) return null;
  const me = actor.person.id;
  const [first, last] = [calendarDate(`${year}-01-01`), calendarDate(`${year}-12-31`)];
  const [months, payments, told, rule, payer, teams, settled] = await Promise.all([
    monthsOf(database, me, first, last),
    paymentsOf(database, me, first, last),
    database.otherAllowance.findFirst({ where: { personId: me, year: found }, orderBy: { sequence: 'desc' } }),
    database.allowanceRule.findFirst({
      where: { startsOn: { lte: toDateColumn(last) } },
      orderBy: [{ startsOn: 'desc' }, { sequence: 'desc' }],
    }),
    payingOrganisation(database),
    teamsOf(database, me, first, last),
    settledOf(database, me, first, last),
  ]);
  const approved = addCents(noMoney, ...months.flatMap(({ hours, expenses }) => [hours, expenses]));
  const changes = [
    ...months.map(({ changedAt }) => changedAt),
    ...payments.map(({ changedAt }) => changedAt),
    ...(told === null ? [] : [told.toldAt]),
  ];
  return {
    year: found,
    organisation: payer,
    person: { name: actor.person.name, email: actor.person.email },
    teams,
    months: months.map(({ changedAt: _, ...month }) => month),
    approved,
    payments: payments.map(({ changedAt: _, ...payment }) => payment),
    paid: addCents(noMoney, ...payments.filter(({ returnedOn }) => returnedOn === null).map(({ amount }) => amount)),
    notPaidYet: cents(approved - settled),
    elsewhere: told === null ? noMoney : cents(told.amountCents),
    most:
      rule === null
        ? null
        : {
            month: cents(rule.monthCents),
            year: cents(rule.yearCents),
            source: rule.source,
            toConfirm: rule.toConfirm,
          },
    changedAt: changes.reduce((latest, one) => (one > latest ? one : latest), new Date(`${year}-01-01T00:00:00Z`)),
  };
}

type Changed = { changedAt: Instant };

async function monthsOf(
  database: Database,
  me: string,
  first: CalendarDate,
  last: CalendarDate,
): Promise<(StatementMonth & Changed)[]> {
  const rows = await database.$queryRaw<
    { month: string; minutes: number; hours: bigint; expenses: bigint; changed_at: Date }[]
  >`
    select to_char(day, 'YYYY-MM-01') as month, coalesce(sum(minutes), 0)::int as minutes,
        coalesce(sum(amount_cents) filter (where kind = 'hours'), 0)::bigint as hours,
        coalesce(sum(amount_cents) filter (where kind = 'expense'), 0)::bigint as expenses, max(answered_at) as changed_at
      from allowance_claim
      where person_id = ${me}::uuid and state = 'approved' and day between ${first}::date and ${last}::date
      group by 1 order by 1`;
  return rows.map(({ month, minutes, hours, expenses, changed_at: changedAt }) => ({
    month: calendarDate(month),
    minutes,
    hours: cents(hours),
    expenses: cents(expenses),
    changedAt,
  }));
}

async function paymentsOf(
  database: Database,
  me: string,
  first: CalendarDate,
  last: CalendarDate,
): Promise<(StatementPayment & Changed)[]> {
  const rows = await database.$queryRaw<
    { paid_on: Date; number: string; amount: number; returned_on: Date | null; changed_at: Date }[]
  >`
    select l.settled_on as paid_on, b.number, l.amount_cents as amount,
        case when l.state = 'returned' then amsterdam_day(l.ended_at) end as returned_on,
        coalesce(l.ended_at, l.settled_on::timestamptz) as changed_at
      from payment_line l join payment_batch b on b.id = l.batch_id
      where l.person_id = ${me}::uuid and l.settled_on between ${first}::date and ${last}::date
      order by l.settled_on, b.number, l.position`;
  return rows.map(({ paid_on: paidOn, number, amount, returned_on: returnedOn, changed_at: changedAt }) => ({
    paidOn: fromDateColumn(paidOn),
    number,
    amount: cents(amount),
    returnedOn: returnedOn === null ? null : fromDateColumn(returnedOn),
    changedAt,
  }));
}

/** What was paid of work in the year, and did not come back, in cents. */
async function settledOf(database: Database, me: string, first: CalendarDate, last: CalendarDate): Promise<number> {
  const [row] = await database.$queryRaw<{ settled: bigint }[]>`
    select coalesce(sum(x.amount_cents), 0)::bigint as settled
      from payment_line_claim x join payment_line l on l.id = x.line_id join allowance_claim c on c.id = x.claim_id
      where c.person_id = ${me}::uuid and c.day between ${first}::date and ${last}::date and l.state = 'settled'`;
  return Number(row?.settled ?? 0);
}

async function teamsOf(database: Database, me: string, first: CalendarDate, last: CalendarDate): Promise<string[]> {
  const between = { gte: toDateColumn(first), lte: toDateColumn(last) };
  const bodies = await database.body.findMany({
    where: { activities: { some: { claims: { some: { personId: me, state: 'approved', day: between } } } } },
    orderBy: { name: 'asc' },
    select: { name: true },
  });
  return bodies.map(({ name }) => name);
}

/** Whose bank account it comes from, or else the programme itself. */
async function payingOrganisation(database: Database): Promise<string> {
  const payer = await database.payerAccount.findFirst({ orderBy: { sequence: 'desc' }, select: { holder: true } });
  if (payer !== null) return payer.holder;
  const office = await database.body.findUnique({ where: { slug: programmeOffice }, select: { name: true } });
  return office?.name ?? '';
}
