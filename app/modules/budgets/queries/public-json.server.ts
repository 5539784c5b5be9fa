import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import type { BudgetFilter } from '../budget-filter.ts';
import { groundAddress } from '../ground-address.ts';
import type { GrantSums } from '../wijk-share.ts';
import type { MoneySourceView } from '../money-source-view.ts';
import type { BudgetOverview } from './budget-overview.query.server.ts';
import type { GrantView } from './granted-decisions.query.server.ts';
import type { PlanLineView, Sums } from './plan-lines.query.server.ts';
import type { RecipientPageView, RecipientsView } from './recipients.query.server.ts';
import type { TeamBudget } from './team-budget.query.server.ts';
import type { WijkMoneyView } from './wijk-money.query.server.ts';

/**
 * The budget pages for machines: docs/budget-json.md describes every field. Written out field by field, so that a view
 * that grows does not grow what is public. `version` is raised when a field changes its meaning or goes.
 */
const head = (kind: string, { year, until }: Pick<BudgetFilter, 'year' | 'until'>) => ({
  format: `wijkbeurs.${kind}`,
  version: 2,
  currency: 'EUR',
  year,
  until,
});

export function overviewJson(view: BudgetOverview, filter: BudgetFilter) {
  return {
    ...head('budgets', filter),
    filter: {
      text: filter.text,
      team: filter.body,
      source: filter.source,
      actielijn: filter.actielijn,
      wijk: filter.wijk,
      organisation: filter.organisation,
    },
    decisionsOnly: view.decisionsOnly,
    totals: sums(view.totals),
    unallocatedCents: view.unallocated,
    free: sums(view.free),
    labelled: sums(view.labelled),
    teams: view.teams.map(({ body, ...team }) => ({ team: named(body), ...sums(team) })),
    years: view.years.map(({ year, ...rest }) => ({ year, ...sums(rest) })),
    flows: view.flows.map(({ source, body, amount }) => ({
      source: named(source),
      team: named(body),
      amountCents: amount,
    })),
    lines: view.lines.map(line),
    sources: view.sources.map((source) => ({ ...moneySource(source), plannedCents: source.planned })),
    decisionCount: view.decisionCount,
    decisions: view.decisions.map(grant),
  };
}

export function teamJson(view: TeamBudget, filter: Pick<BudgetFilter, 'year' | 'until'>) {
  return {
    ...head('budget-of-team', filter),
    team: { ...named(view.body), kind: view.body.kind },
    totals: sums(view.totals),
    years: view.years.map(({ year, ...rest }) => ({ year, ...sums(rest) })),
    actielijnen: view.actielijnen.map(({ actielijn, ...rest }) => ({ actielijn: titled(actielijn), ...sums(rest) })),
    lines: view.lines.map(line),
    under: view.children.map(({ body, ...rest }) => ({ team: named(body), ...sums(rest) })),
    decisionCount: view.decisionCount,
    decisions: view.decisions.map(grant),
  };
}

export function recipientsJson(view: RecipientsView, filter: Pick<BudgetFilter, 'year' | 'until'>) {
  const counted = (one: RecipientsView['totals'] | null) =>
    one === null ? null : { decisionCount: one.count, ...grantedSums(one) };
  return {
    ...head('recipients', filter),
    totals: counted(view.totals),
    organisations: view.organisations.map((one) => ({
      organisation: named(one),
      decisionCount: one.count,
      ...grantedSums(one),
    })),
    residents: counted(view.residents),
    shops: counted(view.shops),
    actielijnen: counted(view.actielijnen),
  };
}

export function recipientJson(view: RecipientPageView, filter: Pick<BudgetFilter, 'year' | 'until'>) {
  return {
    ...head('recipient', filter),
    organisation: named(view.organisation),
    totals: { decisionCount: view.totals.count, ...grantedSums(view.totals) },
    instruments: view.instruments.map((one) => ({
      instrument: one.instrument,
      decisionCount: one.count,
      ...grantedSums(one),
    })),
    decisions: view.decisions.map(grant),
    contributions: view.contributions.map(moneySource),
  };
}

export function wijkenJson(view: WijkMoneyView, filter: Pick<BudgetFilter, 'year' | 'until'>) {
  const place = (one: GrantSums & { count: number }) => ({ decisionCount: one.count, ...grantedSums(one) });
  return {
    ...head('money-per-wijk', filter),
    rule: 'equal parts over the wijken that the plan names, in cents, what is left to the first by code; a plan for the whole district is not divided; a small spending is divided over the wijken of its wijkalliantie',
    wijken: view.wijken.map((wijk) => ({ code: wijk.code, name: wijk.name, ...place(wijk) })),
    wholeDistrict: place(view.district),
    withoutPlace: place(view.unknown),
    totals: place(view.totals),
  };
}

const named = ({ slug, name }: { slug: string; name: string }) => ({ slug, name });

const titled = (one: { slug: string; title: string } | null) =>
  one === null ? null : { slug: one.slug, title: one.title };

export function sums({ budget, committed, paid, available, released }: Sums) {
  return {
    budgetCents: budget,
    paidCents: paid,
    committedCents: committed,
    availableCents: available,
    releasedCents: released,
  };
}

export function grantedSums({ granted, paid, committed, released }: GrantSums) {
  return { grantedCents: granted, paidCents: paid, committedCents: committed, releasedCents: released };
}

function line(view: PlanLineView) {
  return {
    fund: named(view),
    year: view.year,
    label: view.label,
    isExample: view.isExample,
    team: named(view.body),
    actielijn: titled(view.actielijn),
    source: named(view.source),
    ...sums(view),
  };
}

export function grant(view: GrantView) {
  const { recipient } = view;
  return {
    kind: view.ground === 'decision' ? 'decision' : 'small-spending',
    number: view.number,
    page: groundAddress(view),
    title: view.title,
    takenOn: view.takenOn,
    isReplaced: view.isReplaced,
    team: named(view.body),
    fund: { ...named(view.fund), year: view.fund.year },
    source: named(view.source),
    initiative: view.initiative === null ? null : { slug: view.initiative.slug },
    recipient: {
      kind: recipient.kind,
      organisation: recipient.kind === 'organisation' ? named(recipient) : null,
      shop: recipient.kind === 'shop' ? recipient.name : null,
    },
    instrument: view.instrument,
    wijken: view.wijken,
    wholeDistrict: view.wholeDistrict,
    ...grantedSums(view),
    shareOfWijk: view.share === null ? null : grantedSums(view.share),
  };
}

function moneySource(view: MoneySourceView) {
  return {
    slug: view.slug,
    name: view.name,
    nameEn: view.nameEn,
    kind: view.kind,
    form: view.form,
    organisation: view.organisation === null ? null : named(view.organisation),
    valuation: view.valuation,
    conditions: view.conditions,
    conditionsEn: view.conditionsEn,
    beginsOn: fromDateColumn(view.beginsOn),
    endsOn: fromDateColumn(view.endsOn),
    isExample: view.isExample,
    overprogrammingBps: view.overprogrammingBps,
    pledgedCents: view.pledged,
    overprogrammedCents: view.overprogrammed,
    unallocatedCents: view.unallocated,
  };
}
