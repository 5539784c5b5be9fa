import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { ActionRole, ActionState, DueKind, SourceKind, UpdateKind } from './action.ts';

/** An action on the public list. */
export type ActionLine = {
  number: number;
  title: string;
  body: { slug: string; name: string };
  /** Organisation, role in words, or both: never a person. */
  owner: { organisation: { slug: string; name: string } | null; words: string };
  due: { kind: DueKind; on: CalendarDate | null; isLate: boolean };
  state: ActionState;
  /** When it was done, dropped or handed over. */
  closedAt: Instant | null;
  /** When it came on the list. */
  since: Instant;
};

/** The same for who works on it: also what is not public yet. */
export type WorkLine = ActionLine & { id: string; isPublic: boolean };

export type ActionUpdateView = {
  key: string;
  kind: UpdateKind;
  text: string;
  role: ActionRole;
  happenedAt: Instant;
  /** Of a change: the day that it was due before, and after; null: no day. */
  moved: { from: CalendarDate | null; to: CalendarDate | null } | null;
};

/** Where an action is from, as far as everybody may know. */
export type ActionOrigin = {
  kind: SourceKind;
  meeting: { slug: string; title: string } | null;
  decision: { number: string; title: string } | null;
  gathering: { slug: string; title: string } | null;
  /** The action that another body had before. */
  before: { number: number; body: string } | null;
  /** Where it goes on. */
  after: { number: number; body: string } | null;
};

export type PublicAction = ActionLine & {
  explanation: string;
  origin: ActionOrigin;
  updates: ActionUpdateView[];
};

/** An action for who works on it: also when it is not public yet, with who owns it. */
export type WorkAction = ActionLine & {
  id: string;
  bodyId: string;
  revision: number;
  explanation: string;
  isPublic: boolean;
  ownerName: string | null;
  ownerPersonId: string | null;
  origin: ActionOrigin;
  updates: ActionUpdateView[];
  /** Keeps the list of its body. */
  mayKeep: boolean;
  /** As what the reader writes about it; null: only reads. */
  writesAs: ActionRole | null;
};
