import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { FundEntryView, FundPageView } from './fund-page.query.server.ts';

/**
 * The page of a fund for machines: docs/budget-json.md describes every field. Written out field by field, so that a view
 * that grows does not grow what is public.
 */
export function fundJson({ fund, entries, olderThan }: FundPageView) {
  return {
    format: 'wijkbeurs.fund',
    version: 1,
    currency: 'EUR',
    fund: { slug: fund.slug, name: fund.name },
    description: fund.description,
    year: fund.year,
    label: fund.label,
    isExample: fund.isExample,
    team: fund.body,
    source: fund.source,
    budgetCents: fund.budget,
    paidCents: fund.paid,
    committedCents: fund.committed,
    availableCents: fund.available,
    entries: entries.map(entry),
    next: olderThan === null ? null : `/fondsen/${fund.slug}.json?voor=${olderThan}`,
  };
}

function entry(view: FundEntryView) {
  return {
    kind: view.kind,
    occurredOn: dayInAmsterdam(view.occurredAt),
    description: view.description,
    decision: view.decision,
    smallSpending: view.spending === null ? null : { number: view.spending.number, title: view.spending.what },
    change: view.change,
    correctedBy: view.correctedBy,
    availableChangeCents: view.availableChange,
    committedChangeCents: view.committedChange,
    paidChangeCents: view.paidChange,
    availableAfterCents: view.availableAfter,
    committedAfterCents: view.committedAfter,
    paidAfterCents: view.paidAfter,
  };
}
