import type { Database } from '#app/platform/database.server.ts';
import { noBudgetFilter, type BudgetFilter } from '../budget-filter.ts';
import type { MoneySourceView } from '../money-source-view.ts';
import { addGrants, type GrantSums } from '../wijk-share.ts';
import {
  grantedDecisions,
  grantsPerInstrument,
  recipients,
  type GrantInstrument,
  type GrantView,
} from './granted-decisions.query.server.ts';
import { moneySources } from './plan-lines.query.server.ts';

type Counted = GrantSums & { count: number };

/** Who received money by decisions and small spendings. Residents are one sum: nobody is shown by name. All amounts in cents. */
export type RecipientsView = {
  organisations: (Counted & { slug: string; name: string })[];
  residents: Counted | null;
  /** That a wijkalliantie bought something of. */
  shops: Counted | null;
  /** For lines of action themselves, without a recipient. */
  actielijnen: Counted | null;
  totals: Counted;
  years: number[];
};

type RecipientFilter = Pick<BudgetFilter, 'year' | 'until' | 'text'>;

export async function recipientsView(database: Database, filter: RecipientFilter): Promise<RecipientsView> {
  const [rows, years] = await Promise.all([recipients(database, { ...noBudgetFilter, ...filter }), yearsOf(database)]);
  const counted = (kind: 'residents' | 'shop' | 'actielijn' | 'all'): Counted | null => {
    const some = rows.filter((row) => kind === 'all' || row.kind === kind);
    if (some.length === 0 && kind !== 'all') return null;
    return { ...addGrants(some), count: some.reduce((sum, { count }) => sum + count, 0) };
  };
  return {
    organisations: rows.flatMap(({ kind, slug, name, ...sums }) =>
      kind === 'organisation' && slug !== null ? [{ slug, name: name ?? slug, ...sums }] : [],
    ),
    residents: counted('residents'),
    shops: counted('shop'),
    actielijnen: counted('actielijn'),
    totals: counted('all') ?? { ...addGrants([]), count: 0 },
    years,
  };
}

/** What one organisation received, by which decisions and small spendings, and what it brings in itself. */
export type RecipientPageView = {
  organisation: { slug: string; name: string };
  totals: Counted;
  /** Subsidies and assignments apart. */
  instruments: (Counted & { instrument: GrantInstrument })[];
  decisions: GrantView[];
  /** Its own contributions: money, hours, space or goods. */
  contributions: MoneySourceView[];
  years: number[];
};

/** @returns null when no organisation has this slug */
export async function recipientPage(
  database: Database,
  slug: string,
  filter: Pick<BudgetFilter, 'year' | 'until' | 'page'>,
): Promise<RecipientPageView | null> {
  const organisation = await database.organisation.findUnique({ where: { slug }, select: { slug: true, name: true } });
  if (organisation === null) return null;
  const under = { ...noBudgetFilter, ...filter, organisation: slug };
  const [instruments, decisions, sources, years] = await Promise.all([
    grantsPerInstrument(database, under),
    grantedDecisions(database, under),
    moneySources(database, filter.until === null ? {} : { until: filter.until }),
    yearsOf(database),
  ]);
  return {
    organisation,
    totals: { ...addGrants(instruments), count: instruments.reduce((sum, { count }) => sum + count, 0) },
    instruments,
    decisions,
    contributions: sources.filter((source) => source.organisation?.slug === slug),
    years,
  };
}

/** Years that a bestedingsplan was made for, the newest first. */
async function yearsOf(database: Database): Promise<number[]> {
  const funds = await database.fund.findMany({ distinct: ['year'], select: { year: true }, orderBy: { year: 'desc' } });
  return funds.map(({ year }) => year);
}
