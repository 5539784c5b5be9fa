import type { AddedUp } from './added-up.ts';
import type { AnsweredFlag } from './cost-flag.ts';

/** What one party gets for one kind of work, for who guards the money. */
export type PartyLine = { party: { slug: string; name: string }; addedUp: AddedUp };

/** A proposal that waits, with other money that may pay the same costs. */
export type OpenFlags = { decisionId: string; title: string; bodyName: string; flags: AnsweredFlag[] };

export type AssignmentsView = { months: number; lines: PartyLine[]; open: OpenFlags[] };
