import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { MaskedAccount } from '#app/modules/bank/iban.ts';
import type { BatchNumber, BatchState, LineState, Rail, WaitReason } from './batch.ts';
import type { EndCode } from './end-code.ts';
import type { OddityKind } from './oddity.ts';

/** What waits to be paid for a body that the actor pays for. */
export type PayableBody = {
  id: string;
  name: string;
  /** Can be paid now. */
  ready: { people: number; amount: Cents; since: CalendarDate | null };
  /** What cannot, and why. */
  waiting: { reason: WaitReason; people: number; amount: Cents }[];
};

export type BatchLine = {
  number: BatchNumber;
  bodyName: string;
  rail: Rail;
  state: BatchState;
  until: CalendarDate;
  composedAt: Instant;
  /** People and money in it, without who was left out. */
  people: number;
  amount: Cents;
  /** Lines that were sent and of which nothing is known yet. */
  open: number;
  /** Lines that came back or were put back. */
  ended: number;
};

export type PayerAccountView = { id: string; holder: string; iban: string; bic: string; addedAt: Instant };

/** An account that an administrator proposed. */
export type PayerProposalView = {
  id: string;
  holder: string;
  iban: string;
  bic: string;
  proposedBy: string;
  proposedAt: Instant;
  isMine: boolean;
};

export type PayerAccountPage = {
  payer: PayerAccountView | null;
  proposal: PayerProposalView | null;
  mayPropose: boolean;
  mayAnswer: boolean;
};

export type Treasury = {
  bodies: PayableBody[];
  /** The newest first. */
  batches: BatchLine[];
  /** From where the programme pays; null: nobody filled that in yet. */
  payer: { holder: string; iban: string } | null;
  /** Another account was proposed, and the actor may read about it. */
  payerProposed: boolean;
  mayWork: boolean;
  /** Reads the statements of the bank and their worklist. */
  readsStatements: boolean;
};

export type PaidGround = {
  kind: 'decision' | 'spending';
  number: string;
  title: string;
  fundName: string;
  amount: Cents;
};

export type PaymentLineView = {
  id: string;
  position: number;
  name: string;
  amount: Cents;
  minutes: number;
  expenses: Cents;
  activities: string[];
  /** Where it goes; null: by Stripe. */
  account: MaskedAccount | null;
  state: LineState;
  /** The bank says that it came back; a second treasurer has to confirm it. */
  comingBack: boolean;
  settledOn: CalendarDate | null;
  end: LineEnd | null;
  odd: OddityKind[];
};

/** Why a line was left out, put back or came back: what a treasurer wrote, or what the bank or Stripe says. */
export type LineEnd = { written: string } | { code: EndCode } | { unknown: string };

export type PutBackView = {
  id: string;
  /** Position of the line; null: every line that is open. */
  position: number | null;
  reason: string;
  proposedBy: string;
  proposedAt: Instant;
  isMine: boolean;
};

/** Why the actor does not get the button to approve. */
export type KeptFromApproving = 'composer' | 'near-payee' | 'interest' | 'own-hours';

export type BatchPage = {
  id: string;
  number: BatchNumber;
  state: BatchState;
  rail: Rail;
  revision: number;
  bodyName: string;
  until: CalendarDate;
  note: string;
  oddReason: string;
  steps: { key: 'composed' | 'approved' | 'sent' | 'settled' | 'discarded'; at: Instant; by: string }[];
  executeOn: CalendarDate | null;
  /** From which account of the programme; before it is approved, the one that counts now. Null: by Stripe, or none is filled in. */
  payer: { holder: string; iban: string } | null;
  /** Approved with another account than the one that counts now: it cannot be sent. */
  payerChanged: boolean;
  discardReason: string;
  /** What was downloaded for the bank, the newest first: more than one where lines ended between two downloads. */
  files: { sha256: string; lines: number; total: Cents; writtenAt: Instant }[];
  total: Cents;
  /** How many lines are in each state, and their sum. */
  counts: Record<LineState, { people: number; amount: Cents }>;
  grounds: PaidGround[];
  /** The odd ones first. */
  lines: PaymentLineView[];
  page: number;
  pageCount: number;
  odd: { kind: OddityKind; people: number }[];
  /** How many lines have something odd. */
  oddLines: number;
  putBacks: PutBackView[];
  mayWork: boolean;
  keptFromApproving: KeptFromApproving | null;
};

/**
 * What became of an approved claim. `waits`: for a next payment · `prepared`: in one that a second treasurer looks at ·
 * `approved`: in one that goes to the bank or Stripe next · `underway`: there · `paid`: on that day · `coming-back`: the bank says
 * that it came back, and two treasurers look at that · `came-back`: it could not be paid, so it waits again · `limit`: paying it
 * would pass the most of a month or year, because of what is paid elsewhere.
 */
export type OwnPayment =
  | { state: 'waits' | 'prepared' | 'approved' | 'coming-back' | 'limit' }
  | {
      state: 'underway';
      /** Day on which the bank is asked to pay; null: Stripe pays. */ executeOn: CalendarDate | null;
    }
  | { state: 'came-back'; rail: Rail; /** What the bank says, where we have words for it. */ why: EndCode | null }
  | { state: 'paid'; paidOn: CalendarDate };
