import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { Role } from '#app/modules/people/role.ts';
import type { ChangeKind, PaymentWay } from './change.ts';

/** Where money comes from or goes to: a source, or a line of the plan. */
export type MoneyPlace = { kind: 'source' | 'line'; slug: string; name: string; nameEn: string };

/** What a change is about, without who proposed it: safe to publish once it is approved. */
export type ChangeFacts = {
  kind: ChangeKind;
  /** What kind a correction undoes; null for every other kind. */
  undoes: ChangeKind | null;
  amount: Cents;
  reason: string;
  occurredOn: CalendarDate;
  /** Null: outside the programme, or what a decision promised. */
  from: MoneyPlace | null;
  to: MoneyPlace | null;
  decision: { number: string; title: string } | null;
  /** Small spending of a wijkalliantie, with the address of its page. */
  spending: { number: string; title: string; page: string } | null;
  /** Number of the change that a correction undoes. */
  corrects: string | null;
  body: { slug: string; name: string };
};

/** An approved change in the public register. */
export type RegisteredChange = ChangeFacts & {
  number: string;
  approvedOn: CalendarDate;
  /** Number of the change that undid this one. */
  correctedBy: string | null;
};

/** An account as people call it; what is pledged and overprogrammed counts upwards here. */
export type AccountName = 'pledged' | 'overprogrammed' | 'unallocated' | 'available' | 'committed' | 'paid';

/** What a change does to one account. */
export type AccountChange = { account: AccountName; owner: MoneyPlace; change: Cents };

/** The part that somebody had: a role in a body, never a name. Null where the product does not know it. */
export type PartInChange = { role: Role; body: { slug: string; name: string } } | null;

/** A page of the public register of changes. */
export type ChangePageView = RegisteredChange & {
  proposedOn: CalendarDate;
  proposedBy: PartInChange;
  approvedBy: PartInChange;
  accounts: AccountChange[];
};

/** What became of the money of a decision or small spending; `promised` = `open` + `paid` + `released`. */
export type PromiseMoneyView = {
  promised: Cents;
  paid: Cents;
  released: Cents;
  /** Promised, not paid and not released. */
  open: Cents;
  changes: RegisteredChange[];
};

/** Work pages name colleagues; the public never sees this. */
export type ChangeLine = {
  id: string;
  facts: ChangeFacts;
  state: 'proposed' | 'approved' | 'refused' | 'withdrawn';
  number: string | null;
  proposedAt: Instant;
  proposerName: string;
  /** What the actor can do with it. */
  mine: 'answer' | 'own' | 'interest' | 'read';
};

/** A line of the plan of the actor's bodies. */
export type WorkLine = {
  slug: string;
  name: string;
  year: number;
  bodyName: string;
  budget: Cents;
  committed: Cents;
  paid: Cents;
  available: Cents;
};

export type ChangeWork = {
  waitsForMe: ChangeLine[];
  waitsForOthers: ChangeLine[];
  /** The latest that the actor proposed, answered or not. */
  mine: ChangeLine[];
  lines: WorkLine[];
  mayPropose: boolean;
};

/** What keeps it from being approved by this person now; the command decides, this tells beforehand. */
export type ApproveBlock =
  | 'same-person'
  | 'role-needed'
  | 'second-factor-needed'
  | 'interest'
  | 'fund-exhausted'
  | 'commitment-exhausted'
  | 'overprogramming-exceeded'
  | 'already-corrected'
  | 'stripe-off'
  | 'stripe-not-ready';

export type ProposedChangeView = {
  id: string;
  facts: ChangeFacts;
  /** Of a payment to an organisation that was to go by Stripe; how it goes is for colleagues. */
  way: PaymentWay;
  state: 'proposed' | 'refused' | 'withdrawn';
  proposerName: string;
  proposedAt: Instant;
  isOwn: boolean;
  effects: (AccountChange & { before: Cents; after: Cents })[];
  /** Null: this person can approve. */
  block: ApproveBlock | null;
  /** How this person can end it without carrying it out; null: not at all. */
  mayEnd: 'refuse' | 'withdraw' | null;
  answered: { byName: string; at: Instant; reason: string } | null;
};
