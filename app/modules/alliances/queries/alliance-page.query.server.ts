import { fromDateColumn, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { addCents, cents, noMoney, type Cents } from '#app/kernel/money.ts';
import { grantedDecisions, type GrantView } from '#app/modules/budgets/queries/granted-decisions.query.server.ts';
import { planLines, type PlanLineView, type Sums } from '#app/modules/budgets/queries/plan-lines.query.server.ts';
import { addGrants, type GrantSums } from '#app/modules/budgets/wijk-share.ts';
import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import { smallSpendingRules } from '#app/modules/programme/queries/settings.query.server.ts';
import type { SmallSpendingRules } from '#app/modules/programme/setting.ts';
import type { Database } from '#app/platform/database.server.ts';
import { seatRoles } from '../spending.ts';
import type { MoneyLine } from '../views.ts';
import { moneyLines } from './money-lines.server.ts';

/** A wijkalliantie for the public: members by organisation or as residents, and every euro of one year. */
export type AlliancePageView = {
  slug: string;
  name: string;
  remit: string;
  chairName: string | null;
  areas: { code: string; name: string }[];
  organisations: string[];
  residentCount: number;
  rules: SmallSpendingRules;
  year: number;
  /** Years with money, the newest first. */
  years: number[];
  funds: PlanLineView[];
  sums: Sums;
  /** Each decision and small spending of the year's money with what became of it, the newest first; together `promised`. */
  promises: GrantView[];
  promised: GrantSums;
  /** Every entry of the year's money, the newest first. */
  lines: MoneyLine[];
  /** What members are deciding on now. */
  running: { id: string; what: string; amount: Cents; closesOn: CalendarDate }[];
};

/**
 * @param year what somebody asked for, also one without money; null: the newest with money
 * @returns null when there is no wijkalliantie of this slug
 */
export async function alliancePage(
  database: Database,
  slug: string,
  { year, today, locale }: { year: number | null; today: CalendarDate; locale: ProgrammeLocale },
): Promise<AlliancePageView | null> {
  const day = toDateColumn(today);
  const body = await database.body.findFirst({
    where: { slug, kind: 'wijkalliantie' },
    select: {
      id: true,
      slug: true,
      name: true,
      remit: true,
      remitEn: true,
      chairName: true,
      areas: { select: { area: { select: { code: true, name: true } } }, orderBy: { areaCode: 'asc' } },
      organisations: { select: { organisation: { select: { name: true } } } },
      memberships: {
        where: {
          role: { in: [...seatRoles] },
          person: { deletedAt: null },
          beginsOn: { lte: day },
          OR: [{ endsOn: null }, { endsOn: { gte: day } }],
        },
        select: { personId: true, organisation: { select: { name: true } } },
      },
      spendings: {
        where: { state: 'proposed' },
        orderBy: { proposedAt: 'asc' },
        select: { id: true, what: true, amountCents: true, closesOn: true },
      },
    },
  });
  if (body === null) return null;
  const [all, rules] = await Promise.all([planLines(database, { bodySlug: slug }), smallSpendingRules(database)]);
  const years = [...new Set(all.map((line) => line.year))];
  const shown = year ?? years[0] ?? Number(today.slice(0, 4));
  const funds = all.filter((line) => line.year === shown);
  const promises = await grantedDecisions(database, { body: slug, year: shown });
  const forOrganisation = new Set(
    body.memberships.filter(({ organisation }) => organisation !== null).map(({ personId }) => personId),
  );
  return {
    slug: body.slug,
    name: body.name,
    remit: inLocale(locale, body.remit, body.remitEn),
    chairName: body.chairName,
    areas: body.areas.map(({ area }) => area),
    organisations: [
      ...new Set(
        [...body.organisations, ...body.memberships].flatMap(({ organisation }) =>
          organisation === null ? [] : [organisation.name],
        ),
      ),
    ].sort((one, other) => one.localeCompare(other, 'nl')),
    residentCount: new Set(body.memberships.map(({ personId }) => personId).filter((id) => !forOrganisation.has(id)))
      .size,
    rules,
    year: shown,
    years,
    funds,
    sums: sumOf(funds),
    promises,
    promised: addGrants(promises),
    lines: await moneyLines(database, body.id, shown),
    running: body.spendings.map(({ amountCents, closesOn, ...spending }) => ({
      ...spending,
      amount: cents(amountCents),
      closesOn: fromDateColumn(closesOn),
    })),
  };
}

function sumOf(funds: readonly Sums[]): Sums {
  const sum = (part: keyof Sums) => addCents(noMoney, ...funds.map((fund) => fund[part]));
  return {
    budget: sum('budget'),
    committed: sum('committed'),
    paid: sum('paid'),
    available: sum('available'),
    released: sum('released'),
  };
}
