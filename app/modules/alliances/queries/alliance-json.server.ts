import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { AlliancePageView } from './alliance-page.query.server.ts';

/**
 * The page of a wijkalliantie for machines: docs/budget-json.md describes every field. Written out field by field, so that a
 * view that grows does not grow what is public.
 */
export function allianceJson(view: AlliancePageView) {
  const { sums } = view;
  return {
    format: 'wijkbeurs.money-of-wijkalliantie',
    version: 1,
    currency: 'EUR',
    year: view.year,
    wijkalliantie: { slug: view.slug, name: view.name },
    years: view.years,
    totals: {
      budgetCents: sums.budget,
      paidCents: sums.paid,
      committedCents: sums.committed,
      availableCents: sums.available,
      releasedCents: sums.released,
    },
    funds: view.funds.map(({ slug, name, label, isExample }) => ({ slug, name, label, isExample })),
    entries: view.lines.map(({ decision, spending, initiative, change, ...line }) => ({
      kind: line.kind,
      day: dayInAmsterdam(line.occurredAt),
      amountCents: line.amount,
      availableChangeCents: line.availableChange,
      availableAfterCents: line.availableAfter,
      reason: line.reason,
      decision: decision === null ? null : { number: decision.number, title: decision.title },
      smallSpending:
        spending === null
          ? null
          : { number: spending.number, what: spending.what, payee: { kind: spending.payeeKind, name: spending.payee } },
      initiative: initiative === null ? null : { slug: initiative.slug, title: initiative.title },
      change,
    })),
  };
}
