import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import type { Instrument } from '../instrument.ts';
import type { DecisionOutcome } from '../outcome.ts';
import { registerPageSize, type RegisterFilter } from '../register-filter.ts';

/** A published decision in the register. */
export type RegisterLine = {
  number: string;
  title: string;
  outcome: DecisionOutcome;
  /** How the money is given; null without money, and for what was decided before this was recorded. */
  instrument: Instrument | null;
  amount: Cents | null;
  takenOn: CalendarDate;
  body: { slug: string; name: string };
  isReplaced: boolean;
};

export type RegisterView = {
  lines: RegisterLine[];
  total: number;
  pageCount: number;
  /** What the decisions found grant together, without those that were replaced; null when none names an amount. */
  granted: Cents | null;
  options: {
    bodies: { value: string; label: string }[];
    themes: { value: string; label: string }[];
    years: string[];
  };
};

/** The public register under a filter, newest first. */
export async function register(
  database: Database,
  filter: RegisterFilter,
  locale: ProgrammeLocale,
): Promise<RegisterView> {
  const found = Prisma.sql`
    from decision d join body b on b.id = d.body_id left join initiative i on i.id = d.initiative_id
      left join actielijn a on a.id = d.actielijn_id left join organisation o on o.id = d.recipient_organisation_id
      left join decision later on later.replaces_id = d.id and later.state = 'confirmed'
    where ${conditionOf(filter)}`;
  const [{ total, granted }] = await database.$queryRaw<[{ total: number; granted: bigint | null }]>`
    select count(*)::int as total, sum(d.amount_cents) filter (where later.id is null)::bigint as granted ${found}`;
  const pageCount = Math.max(1, Math.ceil(total / registerPageSize));
  const page = Math.min(filter.page, pageCount);
  const rows = await database.$queryRaw<Row[]>`
    select d.number, d.title, d.outcome, d.instrument, d.amount_cents, d.taken_on, b.slug, b.name, later.id is not null as is_replaced ${found}
      order by d.taken_on desc, d.number desc limit ${registerPageSize} offset ${(page - 1) * registerPageSize}`;
  return {
    total,
    pageCount,
    granted: granted === null ? null : cents(granted),
    lines: rows.map((row) => ({
      number: row.number,
      title: row.title,
      outcome: row.outcome,
      instrument: row.instrument,
      amount: row.amount_cents === null ? null : cents(row.amount_cents),
      takenOn: fromDateColumn(row.taken_on),
      body: { slug: row.slug, name: row.name },
      isReplaced: row.is_replaced,
    })),
    options: await optionsOf(database, locale),
  };
}

type Row = {
  number: string;
  title: string;
  outcome: DecisionOutcome;
  instrument: Instrument | null;
  amount_cents: bigint | null;
  taken_on: Date;
  slug: string;
  name: string;
  is_replaced: boolean;
};

function conditionOf(filter: RegisterFilter): Prisma.Sql {
  const conditions = [Prisma.sql`d.state = 'confirmed'`];
  if (filter.body !== '') conditions.push(Prisma.sql`b.slug = ${filter.body}`);
  if (filter.outcome !== '') conditions.push(Prisma.sql`d.outcome = ${filter.outcome}`);
  if (filter.instrument !== '') conditions.push(Prisma.sql`d.instrument = ${filter.instrument}`);
  if (filter.year !== '') conditions.push(Prisma.sql`extract(year from d.taken_on) = ${Number(filter.year)}`);
  if (filter.theme !== '') {
    conditions.push(
      Prisma.sql`exists (select 1 from initiative_theme t where t.initiative_id = d.initiative_id and t.theme_slug = ${filter.theme})`,
    );
  }
  // every word somewhere in number, title, subject, who gets it or motivation
  for (const word of filter.text.split(' ').filter((one) => one !== '')) {
    const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
    conditions.push(
      Prisma.sql`plain_text(concat_ws(' ', d.number, d.title, i.title, a.title, o.name, d.task, d.motivation)) like plain_text(${pattern})`,
    );
  }
  return Prisma.join(conditions, ' and ');
}

/** Only what the register holds can be chosen. */
async function optionsOf(database: Database, locale: ProgrammeLocale): Promise<RegisterView['options']> {
  const published = { some: { state: 'confirmed' } };
  const [bodies, themes, years] = await Promise.all([
    database.body.findMany({
      where: { decisions: published },
      orderBy: { position: 'asc' },
      select: { slug: true, name: true },
    }),
    database.theme.findMany({
      where: { initiatives: { some: { initiative: { decisions: published } } } },
      orderBy: { position: 'asc' },
      select: { slug: true, name: true, nameEn: true },
    }),
    database.$queryRaw<{ year: string }[]>`
      select distinct to_char(taken_on, 'YYYY') as year from decision where state = 'confirmed' order by year desc`,
  ]);
  return {
    bodies: bodies.map(({ slug, name }) => ({ value: slug, label: name })),
    themes: themes.map(({ slug, name, nameEn }) => ({ value: slug, label: inLocale(locale, name, nameEn) })),
    years: years.map(({ year }) => year),
  };
}
