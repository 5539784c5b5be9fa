import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { programmeOffice } from '#app/modules/people/role.ts';
import type { Database } from '#app/platform/database.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { changePageSize, type ChangeFilter } from '../change-filter.ts';
import type { RegisteredChange } from '../change-view.ts';
import { factsOf, factsSelect, type FactsRow } from './change-facts.server.ts';
import { officeOf } from './office.server.ts';

export type ChangeRegisterView = {
  changes: RegisteredChange[];
  total: number;
  /** The page that is shown, from 1; never past the last. */
  page: number;
  pageCount: number;
  options: { bodies: { value: string; label: string }[]; years: string[] };
};

/** The public register of budget changes under a filter, newest first. */
export async function changeRegister(database: Database, filter: ChangeFilter): Promise<ChangeRegisterView> {
  const found = Prisma.sql`
    from budget_change c
      left join ledger_entry undone on undone.id = c.corrects_id
      left join budget_change o on o.id = undone.change_id
      left join fund ff on ff.id = coalesce(c.from_fund_id, o.from_fund_id)
      left join fund tf on tf.id = coalesce(c.to_fund_id, o.to_fund_id)
      left join body fb on fb.id = ff.body_id
      left join body tb on tb.id = tf.body_id
      left join money_source s on s.id = coalesce(c.money_source_id, o.money_source_id)
      left join decision d on d.id = c.decision_id
      left join small_spending k on k.id = c.spending_id
    where ${conditionOf(filter)}`;
  const [{ total }] = await database.$queryRaw<[{ total: number }]>`select count(*)::int as total ${found}`;
  const pageCount = Math.max(1, Math.ceil(total / changePageSize));
  const page = Math.min(filter.page, pageCount);
  const rows = await database.$queryRaw<{ id: string }[]>`
    select c.id::text ${found}
      order by left(c.number, 5) desc, length(c.number) desc, c.number desc
      limit ${changePageSize} offset ${(page - 1) * changePageSize}`;
  const changes = await registeredChanges(
    database,
    rows.map(({ id }) => id),
  );
  return { changes, total, page, pageCount, options: await optionsOf(database) };
}

const registeredSelect = {
  ...factsSelect,
  id: true,
  number: true,
  answeredAt: true,
  entry: { select: { correctedBy: { select: { change: { select: { number: true } } } } } },
} as const;

type RegisteredRow = FactsRow & {
  id: string;
  number: string | null;
  answeredAt: Date | null;
  entry: { correctedBy: { change: { number: string | null } | null } | null } | null;
};

/** Approved changes by id, in the order of the ids. */
export async function registeredChanges(database: Database, ids: readonly string[]): Promise<RegisteredChange[]> {
  const office = await officeOf(database);
  const rows: RegisteredRow[] = await database.budgetChange.findMany({
    where: { id: { in: [...ids] }, state: 'approved' },
    select: registeredSelect,
  });
  const known = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = known.get(id);
    if (row?.number == null || row.answeredAt === null) return [];
    return [
      {
        ...factsOf(row, office),
        number: row.number,
        approvedOn: dayInAmsterdam(row.answeredAt),
        correctedBy: row.entry?.correctedBy?.change?.number ?? null,
      },
    ];
  });
}

function conditionOf(filter: ChangeFilter): Prisma.Sql {
  const conditions = [Prisma.sql`c.state = 'approved'`];
  if (filter.kind !== '') conditions.push(Prisma.sql`c.kind = ${filter.kind}`);
  if (filter.year !== '') conditions.push(Prisma.sql`c.number like ${`W${filter.year}-%`}`);
  if (filter.body !== '') {
    conditions.push(
      Prisma.sql`(${filter.body} in (fb.slug, tb.slug) or (fb.id is null and tb.id is null and ${filter.body} = ${programmeOffice}))`,
    );
  }
  // every word somewhere in number, reason, line, source, decision or small spending
  for (const word of filter.text.split(' ').filter((one) => one !== '')) {
    const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
    conditions.push(
      Prisma.sql`plain_text(concat_ws(' ', c.number, o.number, c.reason, ff.name, tf.name, s.name, d.number, d.title, k.number, k.what)) like plain_text(${pattern})`,
    );
  }
  return Prisma.join(conditions, ' and ');
}

/** Only what the register holds can be chosen. */
async function optionsOf(database: Database): Promise<ChangeRegisterView['options']> {
  const approved = { some: { state: 'approved' } };
  const [bodies, aboutSources, years] = await Promise.all([
    database.body.findMany({
      where: { funds: { some: { OR: [{ changesFrom: approved }, { changesTo: approved }] } } },
      orderBy: { position: 'asc' },
      select: { slug: true, name: true },
    }),
    database.budgetChange.count({ where: { state: 'approved', moneySourceId: { not: null } } }),
    database.$queryRaw<{ year: string }[]>`
      select distinct substr(number, 2, 4) as year from budget_change where state = 'approved' order by year desc`,
  ]);
  const office = aboutSources === 0 ? [] : [await officeOf(database)];
  const known = new Set(bodies.map(({ slug }) => slug));
  return {
    bodies: [...bodies, ...office.filter(({ slug }) => !known.has(slug))].map(({ slug, name }) => ({
      value: slug,
      label: name,
    })),
    years: years.map(({ year }) => year),
  };
}
