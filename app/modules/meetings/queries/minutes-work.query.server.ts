import type { Instant } from '#app/kernel/instant.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { keptContent, type MinutesContent } from '../minutes-content.ts';
import { minutesState, type MinutesState } from '../meeting.ts';
import { decisionsOfBody, workMeeting } from './meeting-work.query.server.ts';

export type MinutesWork = {
  id: string;
  meeting: {
    id: string;
    slug: string;
    title: string;
    startsAt: Instant;
    body: { id: string; slug: string; name: string };
  };
  state: MinutesState;
  revision: number;
  content: MinutesContent;
  amendments: string;
  changedAt: Instant;
  /** Id and name of the decision, by key of the line. */
  decisions: Record<string, string>;
  choices: { id: string; number: string | null; title: string }[];
  /** Meetings of the body in which they can be adopted: later ones that have begun. */
  adoptIn: { id: string; slug: string; title: string; startsAt: Instant }[];
  access: 'work' | 'read' | 'member';
};

/**
 * The minutes of a meeting with every name, for who works for the body and who reads along; for its members once they were sent.
 * @returns null when there are none for this person
 */
export async function minutesWork(
  database: Database,
  actor: Actor,
  slug: string,
  now: Instant,
): Promise<MinutesWork | null> {
  const meeting = await workMeeting(database, actor, slug, now);
  if (meeting?.minutes == null) return null;
  const { access, minutes } = meeting;
  if (access === 'member' && minutes.state === 'concept') return null;
  const row = await database.minutes.findUniqueOrThrow({
    where: { id: minutes.id },
    select: { content: true, amendments: true, decisions: { select: { lineKey: true, decisionId: true } } },
  });
  const { id, title, startsAt, body } = meeting;
  return {
    ...{ id: minutes.id, state: minutesState(minutes.state), revision: minutes.revision, changedAt: minutes.changedAt },
    ...{ access, amendments: row.amendments, content: keptContent(row.content) },
    meeting: { id, slug, title, startsAt, body },
    decisions: Object.fromEntries(row.decisions.map(({ lineKey, decisionId }) => [lineKey, decisionId])),
    choices: await decisionsOfBody(database, body.id),
    adoptIn: await database.meeting.findMany({
      where: { bodyId: body.id, state: 'announced', startsAt: { gt: startsAt, lte: now } },
      orderBy: { startsAt: 'asc' },
      select: { id: true, slug: true, title: true, startsAt: true },
    }),
  };
}

/** Minutes of before that a meeting can adopt: sent, of the same body. */
export async function minutesToAdopt(database: Database, meeting: { bodyId: string; startsAt: Instant }) {
  const rows = await database.minutes.findMany({
    where: { state: 'sent', meeting: { bodyId: meeting.bodyId, startsAt: { lt: meeting.startsAt } } },
    orderBy: { meeting: { startsAt: 'asc' } },
    select: { meeting: { select: { slug: true, title: true, startsAt: true } } },
  });
  return rows.map((row) => row.meeting);
}
