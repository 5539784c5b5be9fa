import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { addCents, cents, type Cents } from '#app/kernel/money.ts';
import type { MoneySourceForm, MoneySourceKind } from '#app/modules/ledger/money-source.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { MoneySourceView } from '../money-source-view.ts';

/** What became of money, in cents; `budget` = `available` + `committed` + `paid`. */
export type Sums = {
  budget: Cents;
  /** Promised and not paid yet. */
  committed: Cents;
  paid: Cents;
  available: Cents;
  /** Given back out of promises, ever. */
  released: Cents;
};

/** A line of the bestedingsplan for the public, as it stood at the end of a day. */
export type PlanLineView = Sums & {
  slug: string;
  name: string;
  year: number;
  /** What the money is labelled for; empty: free to spend. */
  label: string;
  isExample: boolean;
  body: { slug: string; name: string; shortName: string; kind: string };
  actielijn: { slug: string; title: string } | null;
  source: { slug: string; name: string; nameEn: string };
};

export type PlanFilter = {
  /** The last day that counts; left out: everything until now. */
  until?: CalendarDate;
  year?: number;
  bodySlug?: string;
  sourceSlug?: string;
};

/** Sums are null where nothing was written by that day. */
type LineRow = Record<Exclude<keyof Sums, 'budget'>, bigint | null> & {
  slug: string;
  name: string;
  year: number;
  label: string;
  is_example: boolean;
  body_slug: string;
  body_name: string;
  body_short_name: string;
  body_kind: string;
  actielijn_slug: string | null;
  actielijn_title: string | null;
  source_slug: string;
  source_name: string;
  source_name_en: string;
};

/**
 * The lines of the bestedingsplan with their sums. Of each account it reads one row, the newest day that counts, so it takes
 * as long with a hundred entries as with a hundred thousand. Order: year (newest first), body, actielijn, name.
 */
export async function planLines(database: Database | Transaction, filter: PlanFilter = {}): Promise<PlanLineView[]> {
  const { until = '9999-12-31', year = null, bodySlug = null, sourceSlug = null } = filter;
  const rows = await database.$queryRaw<LineRow[]>`
    select f.slug, f.name, f.year, f.label, f.is_example,
      b.slug as body_slug, b.name as body_name, b.short_name as body_short_name, b.kind as body_kind,
      l.slug as actielijn_slug, l.title as actielijn_title,
      s.slug as source_slug, s.name as source_name, s.name_en as source_name_en,
      a.balance_cents as available, c.cents as committed, p.balance_cents as paid, a.released_cents as released
    from fund f
      join body b on b.id = f.body_id
      join money_source s on s.id = f.money_source_id
      left join actielijn l on l.id = f.actielijn_id
      left join lateral (
        select balance_cents, released_cents from ledger_day
        where account_id = f.available_account_id and day <= ${until}::date order by day desc limit 1) a on true
      -- what volunteers get stays promised money to the public
      cross join lateral (
        select sum(promised.balance_cents)::bigint as cents
        from (values (f.committed_account_id), (f.payable_account_id), (f.settled_account_id)) part (account_id)
          cross join lateral (
            select balance_cents from ledger_day
            where account_id = part.account_id and day <= ${until}::date order by day desc limit 1) promised) c
      left join lateral (
        select balance_cents from ledger_day
        where account_id = f.paid_account_id and day <= ${until}::date order by day desc limit 1) p on true
    where (${year}::int is null or f.year = ${year}::int)
      and (${bodySlug}::text is null or b.slug = ${bodySlug}::text)
      and (${sourceSlug}::text is null or s.slug = ${sourceSlug}::text)
    order by f.year desc, b.position, b.name, l.title nulls first, f.name`;
  return rows.map((row) => ({
    slug: row.slug,
    name: row.name,
    year: row.year,
    label: row.label,
    isExample: row.is_example,
    body: { slug: row.body_slug, name: row.body_name, shortName: row.body_short_name, kind: row.body_kind },
    actielijn:
      row.actielijn_slug === null
        ? null
        : { slug: row.actielijn_slug, title: row.actielijn_title ?? row.actielijn_slug },
    source: { slug: row.source_slug, name: row.source_name, nameEn: row.source_name_en },
    ...sumsOf(row),
  }));
}

function sumsOf(row: LineRow): Sums {
  const available = cents(row.available ?? 0);
  const committed = cents(row.committed ?? 0);
  const paid = cents(row.paid ?? 0);
  const released = cents(row.released ?? 0);
  return { budget: addCents(available, committed, paid), committed, paid, available, released };
}

type SourceRow = {
  slug: string;
  kind: string;
  form: string;
  name: string;
  name_en: string;
  organisation_slug: string | null;
  organisation_name: string | null;
  valuation: string;
  conditions: string;
  conditions_en: string;
  begins_on: Date;
  ends_on: Date;
  is_example: boolean;
  overprogramming_bps: number;
  /** Null where nothing was written yet. */
  pledged: bigint | null;
  overprogrammed: bigint | null;
  unallocated: bigint | null;
};

/** Every source, the largest first. */
export async function moneySources(
  database: Database,
  { until = '9999-12-31' }: { until?: CalendarDate | '9999-12-31' } = {},
): Promise<MoneySourceView[]> {
  const rows = await database.$queryRaw<SourceRow[]>`
    select s.slug, s.kind, s.form, s.name, s.name_en, o.slug as organisation_slug, o.name as organisation_name,
      s.valuation, s.conditions, s.conditions_en, s.begins_on, s.ends_on, s.is_example, s.overprogramming_bps,
      -pledged.balance_cents as pledged, -planned_over.balance_cents as overprogrammed, left_over.balance_cents as unallocated
    from money_source s
      left join organisation o on o.id = s.organisation_id
      left join lateral (
        select balance_cents from ledger_day
        where account_id = s.origin_account_id and day <= ${until}::date order by day desc limit 1) pledged on true
      left join lateral (
        select balance_cents from ledger_day
        where account_id = s.overprogrammed_account_id and day <= ${until}::date order by day desc limit 1) planned_over on true
      left join lateral (
        select balance_cents from ledger_day
        where account_id = s.unallocated_account_id and day <= ${until}::date order by day desc limit 1) left_over on true
    order by -pledged.balance_cents desc nulls last, s.name`;
  return rows.map((row) => ({
    slug: row.slug,
    kind: row.kind as MoneySourceKind,
    form: row.form as MoneySourceForm,
    name: row.name,
    nameEn: row.name_en,
    organisation:
      row.organisation_slug === null ? null : { slug: row.organisation_slug, name: row.organisation_name ?? '' },
    valuation: row.valuation,
    conditions: row.conditions,
    conditionsEn: row.conditions_en,
    beginsOn: row.begins_on,
    endsOn: row.ends_on,
    isExample: row.is_example,
    overprogrammingBps: row.overprogramming_bps,
    pledged: cents(row.pledged ?? 0),
    overprogrammed: cents(row.overprogrammed ?? 0),
    unallocated: cents(row.unallocated ?? 0),
  }));
}
