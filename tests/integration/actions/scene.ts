import { calendarDate, dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import type { ActionContent } from '#app/modules/actions/action.ts';
import { makeAction } from '#app/modules/actions/commands/make-action.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import { makeBody, makeMembership, makePerson, testNow } from '#tests/factories/index.ts';

export function given<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}

export async function as(database: Database, personId: string, now: Instant = testNow): Promise<Context<SignedIn>> {
  return { database, now, actor: await actorOfPerson(database, personId, { now, demo: true }) };
}

export type ActionScene = {
  officeId: string;
  bodyId: string;
  otherId: string;
  chairId: string;
  managerId: string;
  memberId: string;
  ownerId: string;
  residentId: string;
};

/** An opgaveteam with a chair, a programme manager and a member; another one with nobody; somebody who does things. */
export async function makeActionScene(database: Database): Promise<ActionScene> {
  const officeId = await makeBody(database, { slug: 'programmabureau', kind: 'programme' });
  const bodyId = await makeBody(database);
  const otherId = await makeBody(database);
  const [chairId = '', managerId = '', memberId = '', ownerId = '', residentId = ''] = await Promise.all(
    ['Voorzitter', 'Manager', 'Lid', 'Doener', 'Bewoner'].map(async (name) => makePerson(database, { name })),
  );
  await makeMembership(database, { personId: chairId, bodyId, role: 'chair' });
  await makeMembership(database, { personId: managerId, bodyId, role: 'programme_manager' });
  await makeMembership(database, { personId: memberId, bodyId, role: 'member' });
  return { officeId, bodyId, otherId, chairId, managerId, memberId, ownerId, residentId };
}

/** A meeting of a body, announced, with its agenda out. */
export async function makeMeeting(database: Database, bodyId: string): Promise<string> {
  const id = newId();
  const startsAt = addMinutes(testNow, 14 * 24 * 60);
  const before = addMinutes(testNow, -60);
  await database.meeting.create({
    data: {
      ...{
        id,
        slug: `vergadering-${id}`,
        bodyId,
        title: 'Overleg van december',
        venueName: 'Plein',
        chairName: 'Vera',
      },
      ...{ startsAt, endsAt: addMinutes(startsAt, 120), isOpen: true, state: 'announced' },
      ...{ agendaBy: toDateColumn(dayInAmsterdam(testNow)), agendaPublishedAt: before },
      ...{ createdAt: before, changedAt: before },
    },
  });
  return id;
}

/** As if its minutes had gone their whole way, which is another test's. */
export async function publishMinutes(database: Database, meetingId: string): Promise<void> {
  await database.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    const content = { version: 1, attendees: [], lines: [], annex: [] };
    await tx.minutes.create({
      data: {
        ...{ id: newId(), meetingId, content, state: 'published', number: 'V2026-0001', begunAt: testNow },
        ...{ changedAt: testNow, sentAt: testNow, adoptedAt: testNow, adoptedInId: meetingId },
      },
    });
  });
}

export const contentOf = (words: Partial<ActionContent> = {}): ActionContent => ({
  title: 'Vuilnisbakken bestellen',
  explanation: 'Twaalf stuks, voor de Dichtersbuurt.',
  owner: { personId: null, organisationId: null, words: 'programmabureau' },
  due: { kind: 'day', on: calendarDate('2026-12-01') },
  ...words,
});

/** An action by hand of the chair, public at once. */
export async function makeOne(
  database: Database,
  scene: ActionScene,
  words: Partial<ActionContent> = {},
): Promise<string> {
  const id = newId();
  given(
    await makeAction(
      { id, bodyId: scene.bodyId, content: contentOf(words), decisionNumber: '' },
      await as(database, scene.chairId),
    ),
  );
  return id;
}
