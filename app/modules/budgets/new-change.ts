import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { ChangeKind } from './change.ts';
import type { Ground } from './ground-address.ts';

/** What can be chosen for a new change, with how it stands now. */
export type ChangeChoice = {
  /** Of the line, the source, the decision or small spending or, for a correction, the entry. */
  id: string;
  /** How an address names it: slug of a line or source, number of a decision, small spending or change. */
  slug: string;
  name: string;
  nameEn: string;
  /** Where it belongs: body of a line, line of a decision; empty for a source. */
  place: string;
  /** Name of the source, where that matters for the choice. */
  sourceId: string | null;
  sourceName: string;
  sourceNameEn: string;
  /** What promised the money that is paid or released; null for every other kind. */
  ground: Ground | null;
  /** The line that a decision or small spending promised from. */
  fundId: string | null;
  /** How it stands now: what is in the line, pledged, promised, or for a correction the amount. */
  now: Cents;
  /** The most that can be proposed; null: no limit known. */
  most: Cents | null;
  /** First day that can be chosen. */
  notBefore: CalendarDate | null;
  /** Of a payment: who gets it is an organisation that can be paid by Stripe. */
  byStripe: boolean;
  /** What a correction would undo. */
  undoes: { kind: ChangeKind; reason: string; on: CalendarDate } | null;
};

export type NewChangeChoices = { subjects: ChangeChoice[]; targets: ChangeChoice[] };

/** Kinds that only the programme office proposes: they are about a source as a whole. */
export const officeKinds = ['pledge', 'pledge-lowered', 'overprogramming'] as const satisfies readonly ChangeKind[];

/** In the order in which they are offered: what is needed most comes first. */
export const offeredKinds = [
  'payment',
  'release',
  'move',
  'budget',
  'return',
  'correction',
  'pledge',
  'pledge-lowered',
  'overprogramming',
] as const satisfies readonly ChangeKind[];
