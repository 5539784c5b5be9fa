import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { BudgetFilter } from '#app/modules/budgets/budget-filter.ts';
import type { Sums } from '#app/modules/budgets/queries/plan-lines.query.server.ts';
import { grant, grantedSums, sums } from '#app/modules/budgets/queries/public-json.server.ts';
import type { MoneyLine } from '../views.ts';
import type { AllianceMoneyView } from './alliance-money.query.server.ts';
import type { AlliancePageView } from './alliance-page.query.server.ts';

/** The money of wijkallianties for machines: docs/budget-json.md describes every field. Written out field by field. */
export function allianceMoneyJson(view: AllianceMoneyView, { year, until }: Pick<BudgetFilter, 'year' | 'until'>) {
  return {
    format: 'wijkbeurs.wijkallianties',
    version: 1,
    currency: 'EUR',
    year,
    until,
    totals: sums(view.totals),
    wijkallianties: view.alliances.map(({ slug, name, ...rest }: Sums & { slug: string; name: string }) => ({
      wijkalliantie: { slug, name },
      ...sums(rest),
    })),
  };
}

/** One wijkalliantie in one year, as on its page. */
export function allianceJson(view: AlliancePageView) {
  return {
    format: 'wijkbeurs.wijkalliantie',
    version: 1,
    currency: 'EUR',
    wijkalliantie: { slug: view.slug, name: view.name },
    year: view.year,
    years: view.years,
    areas: view.areas.map(({ code, name }) => ({ code, name })),
    organisations: view.organisations,
    residentCount: view.residentCount,
    smallSpendingsUpToCents: view.rules.thresholdCents,
    totals: sums(view.sums),
    funds: view.funds.map((fund) => ({
      slug: fund.slug,
      name: fund.name,
      label: fund.label,
      isExample: fund.isExample,
      ...sums(fund),
    })),
    promised: grantedSums(view.promised),
    decisions: view.promises.map(grant),
    running: view.running.map(({ what, amount, closesOn }) => ({ title: what, amountCents: amount, closesOn })),
    entries: view.lines.map(entry),
  };
}

function entry(line: MoneyLine) {
  return {
    kind: line.kind,
    occurredOn: dayInAmsterdam(line.occurredAt),
    reason: line.reason,
    amountCents: line.amount,
    availableChangeCents: line.availableChange,
    availableAfterCents: line.availableAfter,
    decision: line.decision === null ? null : { number: line.decision.number, title: line.decision.title },
    smallSpending:
      line.spending === null
        ? null
        : { number: line.spending.number, title: line.spending.what, payee: line.spending.payee || null },
    initiative: line.initiative === null ? null : { slug: line.initiative.slug, title: line.initiative.title },
    change: line.change,
  };
}
