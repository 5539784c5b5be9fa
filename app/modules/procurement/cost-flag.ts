import type { Cents } from '#app/kernel/money.ts';
import { overlapDays, sameCosts, type CostLine, type LinePair, type Period } from './cost-match.ts';

/** What money is for: the lines that it pays, and the days in which. */
export type Costs = { lines: readonly CostLine[]; period: Period };

/** Other money of the programme that may pay a cost of this plan or spending too. For colleagues: the public never sees who is who. */
export type CostFlag = {
  /** `decision:<id>`, `spending:<id>`, or `named:<party>` for a party of the programme that the plan itself names. */
  key: string;
  kind: 'decision' | 'spending' | 'named';
  /** Whether that money was given, or waits for somebody. */
  isGiven: boolean;
  /** Number in the register; null while it waits. */
  number: string | null;
  title: string;
  bodyName: string;
  amount: Cents;
  /** Where colleagues read it; null when there is nothing to read. */
  href: string | null;
  /** The same organisation, the same resident, or the plan itself. */
  party: 'organisation' | 'resident' | 'plan';
  /** Days on which both are spent; null where the plan says nothing of it. */
  overlapDays: number | null;
  lines: LinePair[];
};

/** A flag with why it is not the same cost; empty while nobody said. */
export type AnsweredFlag = CostFlag & { answer: string };

/** The flag of other money that pays a cost like one of these, in days that overlap; nothing when it does not. */
export function flagFor(asked: Costs, other: Costs, facts: Omit<CostFlag, 'overlapDays' | 'lines'>): CostFlag[] {
  const days = overlapDays(asked.period, other.period);
  const lines = days === 0 ? [] : sameCosts(asked.lines, other.lines);
  return lines.length === 0 ? [] : [{ ...facts, overlapDays: days, lines }];
}
