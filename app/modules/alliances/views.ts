import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { PromiseMoneyView } from '#app/modules/budgets/change-view.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { Role } from '#app/modules/people/role.ts';
import type { PublicEntryKind } from '#app/modules/ledger/entry.ts';
import type { CostFlag } from '#app/modules/procurement/cost-flag.ts';
import type { SmallSpendingRules } from '#app/modules/programme/setting.ts';
import type { PayeeKind, SpendingAnswer, SpendingBlock, SpendingState } from './spending.ts';

/** One entry of a wijkalliantie's money with its reason. Who wrote it is not public. */
/** Who decided on a small spending, without who they are. */
export type SpendingDeciders = {
  agreed: number;
  /** Members with an interest. */
  stayedOut: number;
  objectionsTakenBack: number;
  /** Null: the role cannot be told any more. */
  proposedAs: Role | null;
  confirmedAs: Role | null;
};

export type MoneyLine = {
  id: string;
  kind: PublicEntryKind;
  occurredAt: Instant;
  /** What moved, always more than zero. */
  amount: Cents;
  /** What was added to what can still be spent; negative: taken from it. A payment changes nothing there. */
  availableChange: Cents;
  availableAfter: Cents;
  /** Why, as it stands in the register; empty where a paper opened the fund. */
  reason: string;
  decision: { number: string; title: string } | null;
  spending: {
    number: string;
    what: string;
    payeeKind: PayeeKind;
    payee: string;
    deciders: SpendingDeciders | null;
  } | null;
  initiative: { slug: string; title: string } | null;
  /** Number in the register of budget changes. */
  change: string | null;
};

/** An answer for colleagues, who know each other by name. */
export type AnswerView = {
  id: string;
  name: string;
  organisation: string | null;
  answer: SpendingAnswer;
  reason: string;
  answeredAt: Instant;
  /** Given to an earlier wording: does not count any more. */
  isEarlier: boolean;
};

/** A small spending for the members of its wijkalliantie and the controlegroep. */
export type SpendingPageView = {
  id: string;
  alliance: { id: string; slug: string; name: string };
  state: SpendingState;
  number: string | null;
  year: number;
  revision: number;
  what: string;
  why: string;
  amount: Cents;
  fund: { id: string; slug: string; name: string; available: Cents };
  payeeKind: PayeeKind;
  payeeName: string;
  payeeOrganisation: { id: string; name: string } | null;
  initiative: { slug: string; title: string } | null;
  proposerName: string;
  proposedAt: Instant;
  closesOn: CalendarDate;
  withdrawReason: string;
  threshold: Cents;
  consents: number;
  seats: number;
  unanswered: number;
  answers: AnswerView[];
  isOwn: boolean;
  /** What this person said of this wording; null: nothing that counts. */
  myAnswer: SpendingAnswer | null;
  /** Null: may answer. */
  answerBlock: 'own-proposal' | 'interest' | 'role-needed' | 'second-factor-needed' | null;
  /** Other money of the programme that may pay the same. */
  otherMoney: CostFlag[];
  /** What became of its money, once it is confirmed. */
  money: PromiseMoneyView | null;
  /** May propose to pay or release what is open of it. */
  mayPay: boolean;
  /** Null: may confirm now. */
  confirmBlock: SpendingBlock | 'same-person' | 'interest' | 'role-needed' | 'second-factor-needed' | null;
};

export type SpendingLine = {
  id: string;
  what: string;
  amount: Cents;
  allianceName: string;
  closesOn: CalendarDate;
  state: SpendingState;
  number: string | null;
  hasObjection: boolean;
  consents: number;
};

/** What can be filled in on a proposal of a wijkalliantie. */
export type SpendingChoices = {
  bodyId: string;
  slug: string;
  name: string;
  rules: SmallSpendingRules;
  funds: { id: string; name: string; year: number; available: Cents }[];
  organisations: { id: string; name: string }[];
};
