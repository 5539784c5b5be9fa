import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { DonorKind } from '#app/modules/donutfonds/call.ts';
import type { DisputeState, GiftStanding, RefundState } from './gift.ts';

/** Something that can be given to, for everybody. */
export type PurposeLine = {
  /** In addresses: of the wijkalliantie, or `donutfonds`. */
  slug: string;
  /** Name of the wijkalliantie; null: the donutfonds. */
  name: string | null;
};

/** Who gave, as they wished to be shown; only those who chose their name. */
export type GiverView = { kind: DonorKind; name: string; amount: Cents | null };

export type PurposePage = PurposeLine & {
  /** Given and counted in the ledger, less what went back; null while fewer than five gave. */
  given: { people: number; amount: Cents } | null;
  givers: GiverView[];
};

/** What who gave sees after the page of Stripe. Nothing about who they are. */
export type ThanksView = PurposeLine & { amount: Cents; standing: GiftStanding };

/** A purpose as treasurers see it. */
export type PurposeWork = PurposeLine & {
  id: string;
  isRunning: boolean;
  source: { slug: string; name: string };
  /** Sums of paid gifts, in cents. */
  gifts: number;
  paid: Cents;
  fees: Cents;
  refunded: Cents;
  lost: Cents;
  /** What the ledger does not count yet, coming in and going. */
  toCount: { comesIn: Cents; goes: Cents };
  /** Proposed changes that wait for a budget holder. */
  waiting: { id: string; kind: 'pledge' | 'pledge-lowered'; amount: Cents }[];
};

export type GiftLine = {
  id: string;
  purpose: PurposeLine;
  begunAt: Instant;
  amount: Cents;
  standing: GiftStanding;
  /** Empty: anonymous. */
  name: string;
  /** A refund waits for a second person. */
  refundWaits: boolean;
};

export type GiftsWork = {
  purposes: PurposeWork[];
  gifts: GiftLine[];
  page: number;
  pageCount: number;
  mayCount: boolean;
  mayOpen: boolean;
};

export type RefundView = {
  id: string;
  amount: Cents;
  reason: string;
  state: RefundState;
  answer: string;
  proposer: string;
  proposedAt: Instant;
  answerer: string | null;
  answeredAt: Instant | null;
  isOwn: boolean;
  mayAnswer: boolean;
};

export type GiftWork = GiftLine & {
  kind: DonorKind;
  showAmount: boolean;
  paidAt: Instant | null;
  fee: Cents;
  refunded: Cents;
  /** Given back at Stripe itself, past this product. */
  refundedElsewhere: Cents;
  dispute: DisputeState;
  lost: Cents;
  refundable: Cents;
  /** As Stripe names the payment, to find it there. */
  intentId: string | null;
  refunds: RefundView[];
  mayPropose: boolean;
};

/** What a form about a new purpose chooses from. */
export type PurposeChoices = {
  bodies: { id: string; name: string }[];
  sources: { id: string; name: string }[];
  isDonutfondsFree: boolean;
};
