import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { budgetPageSize, otherPlaces, residentsWord, type BudgetFilter } from '../budget-filter.ts';
import { grantSums, shareOverWijken, type GrantSums } from '../wijk-share.ts';

/** Who received money: an organisation by name, residents never. `actielijn`: the money is for a line of action itself. */
export type RecipientView =
  { kind: 'organisation'; slug: string; name: string } | { kind: 'residents' } | { kind: 'actielijn'; title: string };

/** A published decision that promised money, and what became of it at the end of a day. */
export type GrantView = GrantSums & {
  number: string;
  title: string;
  takenOn: CalendarDate;
  isReplaced: boolean;
  body: { slug: string; name: string; shortName: string };
  fund: { slug: string; name: string; year: number; isExample: boolean };
  source: { slug: string; name: string; nameEn: string };
  initiative: { slug: string } | null;
  recipient: RecipientView;
  /** Codes of the wijken that the plan names; not divided when it is for the whole district. */
  wijken: string[];
  wholeDistrict: boolean;
  /** The part of the wijk that was asked for; null when none was. */
  share: GrantSums | null;
};

export type GrantFilter = Partial<BudgetFilter>;

type GrantRow = {
  number: string;
  title: string;
  taken_on: Date;
  is_replaced: boolean;
  body_slug: string;
  body_name: string;
  body_short_name: string;
  fund_slug: string;
  fund_name: string;
  year: number;
  is_example: boolean;
  source_slug: string;
  source_name: string;
  source_name_en: string;
  initiative_slug: string | null;
  recipient_kind: 'organisation' | 'residents' | 'actielijn';
  organisation_slug: string | null;
  organisation_name: string | null;
  actielijn_title: string | null;
  wijken: string[];
  whole_district: boolean;
  granted: bigint;
  paid: bigint;
  released: bigint;
};

/** Decisions under a filter, the newest first. @param page 0 for all of them */
export async function grantedDecisions(database: Database, filter: GrantFilter): Promise<GrantView[]> {
  const page = filter.page ?? 0;
  const limit = page === 0 ? Prisma.empty : Prisma.sql`limit ${budgetPageSize} offset ${(page - 1) * budgetPageSize}`;
  const rows = await database.$queryRaw<GrantRow[]>`
    ${grants(filter)} select * from grants order by taken_on desc, number desc ${limit}`;
  return rows.map((row) => grantView(row, filter.wijk ?? ''));
}

/** What decisions under a filter promised from each line of the plan; for a wijk only its part. */
export async function grantsPerFund(
  database: Database,
  filter: GrantFilter,
): Promise<{ count: number; funds: Map<string, GrantSums[]> }> {
  type Row = Pick<GrantRow, 'fund_slug' | 'wijken' | 'whole_district' | 'granted' | 'paid' | 'released'>;
  const rows = await database.$queryRaw<Row[]>`
    ${grants(filter)} select fund_slug, wijken, whole_district, granted, paid, released from grants`;
  const funds = new Map<string, GrantSums[]>();
  for (const row of rows) {
    const sums = sumsOf(row);
    const counted = shareOf(sums, row, filter.wijk ?? '') ?? sums;
    funds.set(row.fund_slug, [...(funds.get(row.fund_slug) ?? []), counted]);
  }
  return { count: rows.length, funds };
}

/** What each recipient received: organisations, the largest first; `slug` null: everybody without an organisation. */
export async function recipients(
  database: Database,
  filter: GrantFilter,
): Promise<(GrantSums & { kind: RecipientView['kind']; slug: string | null; name: string | null; count: number })[]> {
  type Row = Pick<GrantRow, 'recipient_kind' | 'organisation_slug' | 'organisation_name'> &
    Pick<GrantRow, 'granted' | 'paid' | 'released'> & { count: number };
  const rows = await database.$queryRaw<Row[]>`
    ${grants(filter)} select recipient_kind, organisation_slug, organisation_name, count(*)::int as count,
      sum(granted)::bigint as granted, sum(paid)::bigint as paid, sum(released)::bigint as released
      from grants group by 1, 2, 3 order by granted desc, organisation_name`;
  return rows.map((row) => ({
    kind: row.recipient_kind,
    slug: row.organisation_slug,
    name: row.organisation_name,
    count: row.count,
    ...sumsOf(row),
  }));
}

/** Every decision's money with where its plan happens, to be divided over wijken. */
export async function grantsWithPlaces(
  database: Database,
  filter: GrantFilter,
): Promise<{ sums: GrantSums; wijken: string[]; wholeDistrict: boolean }[]> {
  type Row = Pick<GrantRow, 'wijken' | 'whole_district' | 'granted' | 'paid' | 'released'>;
  const rows = await database.$queryRaw<Row[]>`
    ${grants(filter)} select wijken, whole_district, granted, paid, released from grants`;
  return rows.map((row) => ({ sums: sumsOf(row), wijken: row.wijken, wholeDistrict: row.whole_district }));
}

/**
 * `with grants as (…)`: confirmed decisions whose money is in the ledger by that day. Who received and where it happens is
 * what the version says that was decided on; plans from the papers have no such version and say it themselves.
 * In two steps, because joining everything at once takes PostgreSQL longer to plan than to do.
 */
function grants(filter: GrantFilter): Prisma.Sql {
  const until = filter.until ?? '9999-12-31';
  return Prisma.sql`
    with money as (
      select decision_id,
        coalesce(sum(amount_cents) filter (where kind = 'commitment'), 0)::bigint as granted,
        coalesce(-sum(amount_cents) filter (where kind = 'payment'), 0)::bigint as paid,
        coalesce(-sum(amount_cents) filter (where kind = 'release'), 0)::bigint as released
      from decision_day where day <= ${until}::date group by decision_id),
    decided as materialized (
      select d.id, d.number, d.title, d.taken_on, d.fund_id, d.actielijn_id, d.initiative_id, i.slug as initiative_slug,
        coalesce(d.recipient_organisation_id,
          case when v.content ? 'organisationId' then (v.content ->> 'organisationId')::uuid else i.organisation_id end) as organisation_id,
        place.wijken, coalesce((v.content ->> 'wholeDistrict')::boolean, i.whole_district, false) as whole_district,
        money.granted, money.paid, money.released
      from money
        join decision d on d.id = money.decision_id
        left join initiative i on i.id = d.initiative_id
        left join initiative_version v on v.initiative_id = d.initiative_id and v.version = d.initiative_version
        cross join lateral (
          select coalesce(array_agg(distinct left(code, 2)), '{}') as wijken from (
            select jsonb_array_elements_text(v.content -> 'areas') as code where jsonb_typeof(v.content -> 'areas') = 'array'
            union all
            select area_code from initiative_area where initiative_id = i.id and v.content -> 'areas' is null) named) place
      where d.state = 'confirmed'),
    all_grants as (
      select g.number, g.title, g.taken_on, g.initiative_slug, g.wijken, g.whole_district, g.granted, g.paid, g.released,
        exists (select 1 from decision later where later.replaces_id = g.id and later.state = 'confirmed') as is_replaced,
        b.slug as body_slug, b.name as body_name, b.short_name as body_short_name,
        f.slug as fund_slug, f.name as fund_name, f.year, f.is_example, l.slug as actielijn_slug,
        s.slug as source_slug, s.name as source_name, s.name_en as source_name_en,
        case when o.id is not null then 'organisation' when g.initiative_id is null then 'actielijn' else 'residents' end as recipient_kind,
        o.slug as organisation_slug, o.name as organisation_name,
        (select title from actielijn where id = g.actielijn_id) as actielijn_title
      from decided g
        join fund f on f.id = g.fund_id
        join body b on b.id = f.body_id
        join money_source s on s.id = f.money_source_id
        left join actielijn l on l.id = f.actielijn_id
        left join organisation o on o.id = g.organisation_id),
    grants as (select * from all_grants where ${conditionOf(filter)})`;
}

function conditionOf(filter: GrantFilter): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  const { year = null, body = '', source = '', actielijn = '', wijk = '', organisation = '', text = '' } = filter;
  if (year !== null) conditions.push(Prisma.sql`year = ${year}`);
  if (body !== '') conditions.push(Prisma.sql`body_slug = ${body}`);
  if (source !== '') conditions.push(Prisma.sql`source_slug = ${source}`);
  if (actielijn !== '') conditions.push(Prisma.sql`actielijn_slug = ${actielijn}`);
  if (wijk === otherPlaces.district) conditions.push(Prisma.sql`whole_district`);
  else if (wijk === otherPlaces.unknown) conditions.push(Prisma.sql`not whole_district and wijken = '{}'`);
  else if (wijk !== '') conditions.push(Prisma.sql`not whole_district and ${wijk} = any(wijken)`);
  if (organisation === residentsWord) conditions.push(Prisma.sql`recipient_kind = 'residents'`);
  else if (organisation !== '') conditions.push(Prisma.sql`organisation_slug = ${organisation}`);
  for (const word of text.split(' ').filter((one) => one !== '')) {
    const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
    conditions.push(
      Prisma.sql`plain_text(concat_ws(' ', number, title, organisation_name, body_name, fund_name)) like plain_text(${pattern})`,
    );
  }
  return Prisma.join(conditions, ' and ');
}

type MoneyColumns = Pick<GrantRow, 'granted' | 'paid' | 'released'>;

function sumsOf({ granted, paid, released }: MoneyColumns): GrantSums {
  return grantSums(cents(granted), cents(paid), cents(released));
}

function shareOf(sums: GrantSums, row: Pick<GrantRow, 'wijken' | 'whole_district'>, wijk: string): GrantSums | null {
  if (wijk === '') return null;
  return shareOverWijken(sums, { wijken: row.wijken, wholeDistrict: row.whole_district }).get(wijk) ?? null;
}

function grantView(row: GrantRow, wijk: string): GrantView {
  const sums = sumsOf(row);
  return {
    number: row.number,
    title: row.title,
    takenOn: fromDateColumn(row.taken_on),
    isReplaced: row.is_replaced,
    body: { slug: row.body_slug, name: row.body_name, shortName: row.body_short_name },
    fund: { slug: row.fund_slug, name: row.fund_name, year: row.year, isExample: row.is_example },
    source: { slug: row.source_slug, name: row.source_name, nameEn: row.source_name_en },
    initiative: row.initiative_slug === null ? null : { slug: row.initiative_slug },
    recipient: recipientView(row),
    wijken: row.wijken,
    wholeDistrict: row.whole_district,
    ...sums,
    share: shareOf(sums, row, wijk),
  };
}

function recipientView(row: GrantRow): RecipientView {
  if (row.recipient_kind === 'organisation')
    return { kind: 'organisation', slug: row.organisation_slug ?? '', name: row.organisation_name ?? '' };
  return row.recipient_kind === 'residents'
    ? { kind: 'residents' }
    : { kind: 'actielijn', title: row.actielijn_title ?? row.title };
}
