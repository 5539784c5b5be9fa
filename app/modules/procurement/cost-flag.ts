import type { Cents } from '#app/kernel/money.ts';
import type { LinePair } from './cost-match.ts';

/** Other money of the programme that may pay a cost of this plan too. For colleagues: the public never sees who is who. */
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
