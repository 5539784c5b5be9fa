import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { instruments, type Instrument } from '#app/modules/decisions/instrument.ts';
import type { Database } from '#app/platform/database.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import { budgetPageSize } from '../budget-filter.ts';
import type { Ground } from '../ground-address.ts';
import { addGrants, grantSums, shareOverWijken, type GrantSums } from '../wijk-share.ts';
import { grants, type GrantFilter } from './grants.query.server.ts';

/**
 * Who received money: an organisation or shop by name, residents never. `actielijn`: the money is for a line of action itself.
 */
export type RecipientView =
  | { kind: 'organisation'; slug: string; name: string }
  | { kind: 'residents' }
  | { kind: 'shop'; name: string }
  | { kind: 'actielijn'; title: string };

/** A published decision or a small spending that promised money, and what became of it at the end of a day. */
export type GrantView = GrantSums & {
  ground: Ground;
  number: string;
  title: string;
  takenOn: CalendarDate;
  isReplaced: boolean;
  body: { slug: string; name: string; shortName: string };
  fund: { slug: string; name: string; year: number; isExample: boolean };
  source: { slug: string; name: string; nameEn: string };
  initiative: { slug: string } | null;
  recipient: RecipientView;
  /** How the money is given; null for a small spending, and for what was decided before this was recorded. */
  instrument: Instrument | null;
  /** Codes of the wijken that the plan names, or of the wijkalliantie; not divided when it is for the whole district. */
  wijken: string[];
  wholeDistrict: boolean;
  /** The part of the wijk that was asked for; null when none was. */
  share: GrantSums | null;
};

type GrantRow = {
  ground: Ground;
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
  recipient_kind: RecipientView['kind'];
  instrument: Instrument | null;
  organisation_slug: string | null;
  organisation_name: string | null;
  actielijn_title: string | null;
  payee_name: string;
  wijken: string[];
  whole_district: boolean;
  granted: bigint;
  paid: bigint;
  released: bigint;
};

/** Decisions and small spendings under a filter, the newest first. @param page 0 for all of them */
export async function grantedDecisions(database: Database, filter: GrantFilter): Promise<GrantView[]> {
  const page = filter.page ?? 0;
  const all = { money: true, places: true, names: true };
  const newestFirst = Prisma.sql`order by taken_on desc, number desc`;
  if (page === 0) {
    const rows = await database.$queryRaw<GrantRow[]>`${grants(filter, all)} select * from grants ${newestFirst}`;
    return rows.map((row) => grantView(row, filter.wijk ?? ''));
  }
  // which ones first, so that the rest is worked out for one page and not for all
  const picked = await database.$queryRaw<{ id: string }[]>`
    ${grants(filter, {})} select id from grants ${newestFirst} limit ${budgetPageSize} offset ${(page - 1) * budgetPageSize}`;
  const ids = picked.map(({ id }) => id);
  const rows = await database.$queryRaw<GrantRow[]>`
    ${grants({ until: filter.until ?? null }, { ...all, ids })} select * from grants ${newestFirst}`;
  return rows.map((row) => grantView(row, filter.wijk ?? ''));
}

/** Decisions and small spendings by their numbers in the registers, in any order. */
export async function grantsByNumber(database: Database, numbers: readonly string[]): Promise<GrantView[]> {
  const found = await database.$queryRaw<{ id: string }[]>`
    select id::text as id from decision where number = any(${[...numbers]}::text[]) and state = 'confirmed'
    union all select id::text from small_spending where number = any(${[...numbers]}::text[]) and state = 'confirmed'`;
  const ids = found.map(({ id }) => id);
  const rows = await database.$queryRaw<GrantRow[]>`
    ${grants({}, { money: true, places: true, names: true, ids })} select * from grants`;
  return rows.map((row) => grantView(row, ''));
}

/** How many decisions and small spendings there are under a filter. */
export async function grantCount(database: Database, filter: GrantFilter): Promise<number> {
  const [row] = await database.$queryRaw<{ count: number }[]>`
    ${grants(filter, {})} select count(*)::int as count from grants`;
  return row?.count ?? 0;
}

/** What was promised under a filter from each line of the plan; for a wijk only its part. */
export async function grantsPerFund(database: Database, filter: GrantFilter): Promise<Map<string, GrantSums>> {
  const wijk = filter.wijk ?? '';
  const funds = new Map<string, GrantSums>();
  if (wijk === '') {
    const sums = await database.$queryRaw<(MoneyColumns & { fund_slug: string })[]>`
      ${grants(filter, { money: true })} select fund_slug, ${summed} from grants group by fund_slug`;
    for (const row of sums) funds.set(row.fund_slug, sumsOf(row));
    return funds;
  }
  type Row = MoneyColumns & Pick<GrantRow, 'fund_slug' | 'wijken' | 'whole_district'>;
  const rows = await database.$queryRaw<Row[]>`
    ${grants(filter, { money: true, places: true })} select fund_slug, wijken, whole_district, granted, paid, released from grants`;
  const parts = new Map<string, GrantSums[]>();
  for (const row of rows) {
    const sums = sumsOf(row);
    const part = shareOf(sums, row, wijk) ?? sums;
    const known = parts.get(row.fund_slug);
    if (known === undefined) parts.set(row.fund_slug, [part]);
    else known.push(part);
  }
  for (const [slug, all] of parts) funds.set(slug, addGrants(all));
  return funds;
}

/** What each recipient received: organisations, the largest first; `slug` null: everybody without an organisation. */
export async function recipients(
  database: Database,
  filter: GrantFilter,
): Promise<(GrantSums & { kind: RecipientView['kind']; slug: string | null; name: string | null; count: number })[]> {
  type Row = Pick<GrantRow, 'recipient_kind' | 'organisation_slug' | 'organisation_name'> &
    Pick<GrantRow, 'granted' | 'paid' | 'released'> & { count: number };
  const rows = await database.$queryRaw<Row[]>`
    ${grants(filter, { money: true, names: true })} select recipient_kind, organisation_slug, organisation_name, count(*)::int as count, ${summed}
      from grants group by 1, 2, 3 order by granted desc, organisation_name`;
  return rows.map((row) => ({
    kind: row.recipient_kind,
    slug: row.organisation_slug,
    name: row.organisation_name,
    count: row.count,
    ...sumsOf(row),
  }));
}

/** How money was given: as the decision says, or as a small spending; null: before this was recorded. */
export type GrantInstrument = Instrument | 'small-spending' | null;

/** What was given in each way. */
export async function grantsPerInstrument(
  database: Database,
  filter: GrantFilter,
): Promise<(GrantSums & { instrument: GrantInstrument; count: number })[]> {
  type Row = MoneyColumns & { instrument: GrantInstrument; count: number };
  const rows = await database.$queryRaw<Row[]>`
    ${grants(filter, { money: true })}
    select case when ground = 'spending' then 'small-spending' else instrument end as instrument, count(*)::int as count, ${summed}
      from grants group by 1`;
  return ([...instruments, 'small-spending', null] as const).flatMap((instrument) =>
    rows
      .filter((row) => row.instrument === instrument)
      .map((row) => ({ instrument, count: row.count, ...sumsOf(row) })),
  );
}

/** The money of every decision and small spending with where it is for, to be divided over wijken. */
export async function grantsWithPlaces(
  database: Database,
  filter: GrantFilter,
): Promise<{ sums: GrantSums; wijken: string[]; wholeDistrict: boolean }[]> {
  type Row = Pick<GrantRow, 'wijken' | 'whole_district' | 'granted' | 'paid' | 'released'>;
  const rows = await database.$queryRaw<Row[]>`
    ${grants(filter, { money: true, places: true })} select wijken, whole_district, granted, paid, released from grants`;
  return rows.map((row) => ({ sums: sumsOf(row), wijken: row.wijken, wholeDistrict: row.whole_district }));
}

type MoneyColumns = Pick<GrantRow, 'granted' | 'paid' | 'released'>;

const summed = Prisma.sql`sum(granted)::bigint as granted, sum(paid)::bigint as paid, sum(released)::bigint as released`;

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
    ground: row.ground,
    number: row.number,
    title: row.title,
    takenOn: fromDateColumn(row.taken_on),
    isReplaced: row.is_replaced,
    body: { slug: row.body_slug, name: row.body_name, shortName: row.body_short_name },
    fund: { slug: row.fund_slug, name: row.fund_name, year: row.year, isExample: row.is_example },
    source: { slug: row.source_slug, name: row.source_name, nameEn: row.source_name_en },
    initiative: row.initiative_slug === null ? null : { slug: row.initiative_slug },
    recipient: recipientView(row),
    instrument: row.instrument,
    wijken: row.wijken,
    wholeDistrict: row.whole_district,
    ...sums,
    share: shareOf(sums, row, wijk),
  };
}

function recipientView(row: GrantRow): RecipientView {
  switch (row.recipient_kind) {
    case 'organisation':
      return { kind: 'organisation', slug: row.organisation_slug ?? '', name: row.organisation_name ?? '' };
    case 'shop':
      return { kind: 'shop', name: row.payee_name };
    case 'residents':
      return { kind: 'residents' };
    case 'actielijn':
      return { kind: 'actielijn', title: row.actielijn_title ?? row.title };
  }
}
