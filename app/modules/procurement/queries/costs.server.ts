import { dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { initiativeContent } from '#app/modules/initiatives/content.ts';
import type { Costs } from '../cost-flag.ts';

/** A grant, with the plan as it was decided on; null without one. */
export type GrantCosts = {
  title: string;
  amount: bigint;
  /** First day of an assignment without a plan, otherwise the day of the decision. */
  begins_on: string;
  /** Last day of an assignment without a plan. */
  ends_on: string | null;
  content: unknown;
};

/** The lines of the plan in its days; of an assignment without a plan, and of papers, one line of the whole amount. */
export function costsOfGrant({ title, amount, begins_on, ends_on, content }: GrantCosts): Costs {
  const plan = initiativeContent.safeParse(content);
  if (plan.success) return { lines: plan.data.budget, period: plan.data };
  return {
    lines: [{ description: title, amount: cents(amount) }],
    period: { startsOn: begins_on as CalendarDate, endsOn: ends_on as CalendarDate | null },
  };
}

/** A small spending says what it buys, not when it is used: a year from the proposal. */
export function costsOfSpending(spending: { what: string; amountCents: bigint; proposedAt: Date }): Costs {
  return {
    lines: [{ description: spending.what, amount: cents(spending.amountCents) }],
    period: { startsOn: dayInAmsterdam(spending.proposedAt), endsOn: null },
  };
}

/** Where the public reads a small spending that was confirmed. */
export function publicSpending(
  number: string,
  { body, fund }: { body: { slug: string }; fund: { year: number } },
): string {
  return `/wijkallianties/${body.slug}?jaar=${String(fund.year)}#${number}`;
}
