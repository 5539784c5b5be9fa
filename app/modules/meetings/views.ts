import type { Instant } from '#app/kernel/instant.ts';
import type { ItemKind, markOf, MeetingState, MinutesState, MinutesStep } from './meeting.ts';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';

/** A meeting in a list. */
export type MeetingLine = {
  slug: string;
  title: string;
  body: { slug: string; name: string };
  startsAt: Instant;
  endsAt: Instant;
  venueName: string;
  state: MeetingState;
  hasAgenda: boolean;
  /** Number of its published minutes. */
  minutes: string | null;
};

/** An item of an agenda as everybody reads it. */
export type ItemView = {
  id: string;
  title: string;
  explanation: string;
  kind: ItemKind;
  minutes: number;
  mark: ReturnType<typeof markOf>;
  actielijn: { slug: string; title: string; body: string } | null;
  initiative: { slug: string; title: string } | null;
  /** Of the register; a prepared one has no number yet. */
  decision: { number: string | null; title: string } | null;
  /** Who asked for it: an organisation, a working group, a resident or an evening. */
  from: { kind: 'organisation' | 'workgroup' | 'gathering'; name: string; slug: string } | { kind: 'resident' } | null;
  files: { id: string; kind: string; fileName: string; byteSize: number; description: string }[];
};

/** What can be done with a meeting depends on this. */
export type MeetingStanding = {
  slug: string;
  state: MeetingState;
  revision: number;
  agendaPublishedAt: Instant | null;
  agendaBy: CalendarDate;
  minutes: { state: MinutesState; step: MinutesStep } | null;
  hasBegun: boolean;
  isOver: boolean;
};
