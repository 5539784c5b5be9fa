import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { planMeeting } from '#app/modules/meetings/commands/plan-meeting.server.ts';
import type { ItemContent, MeetingContent } from '#app/modules/meetings/meeting.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import { makeBody, makeMembership, makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';

const day = 24 * 60;

export function given<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}

export async function as(database: Database, personId: string, now: Instant = testNow): Promise<Context<SignedIn>> {
  return { database, now, actor: await actorOfPerson(database, personId, { now, demo: true }) };
}

export type MeetingScene = {
  bodyId: string;
  otherId: string;
  workgroupId: string;
  organisationId: string;
  editorId: string;
  chairId: string;
  memberId: string;
  residentId: string;
  strangerId: string;
  controlId: string;
};

/** A team with an editor, a chair and a member; a working group; a resident who speaks for an organisation; who works elsewhere. */
export async function makeMeetingScene(database: Database): Promise<MeetingScene> {
  const officeId = await makeBody(database, { slug: 'programmabureau', kind: 'programme' });
  const bodyId = await makeBody(database);
  const otherId = await makeBody(database);
  const workgroupId = await makeBody(database, { kind: 'werkgroep', parentId: bodyId });
  const person = async (name: string) => makePerson(database, { name });
  const editorId = await person('Rikkert Redacteur');
  const chairId = await person('Vera Voorbeeld');
  const memberId = await person('Lidewij Lid');
  const residentId = await person('Bas Bewoner');
  const strangerId = await person('Ver Weg');
  const controlId = await person('Coen Controle');
  await makeMembership(database, { personId: editorId, bodyId, role: 'editor' });
  await makeMembership(database, { personId: chairId, bodyId, role: 'chair' });
  await makeMembership(database, { personId: memberId, bodyId, role: 'member' });
  await makeMembership(database, { personId: memberId, bodyId: workgroupId, role: 'member' });
  await makeMembership(database, { personId: strangerId, bodyId: otherId, role: 'chair' });
  await makeMembership(database, { personId: controlId, bodyId: officeId, role: 'controlegroep' });
  const organisationId = await makeOrganisation(database, { name: 'Stichting Proef', members: [residentId] });
  return {
    ...{ bodyId, otherId, workgroupId, organisationId },
    ...{ editorId, chairId, memberId, residentId, strangerId, controlId },
  };
}

/** @param days from the moment of tests */
export function meetingOn(days: number, changes: Partial<MeetingContent> = {}): MeetingContent {
  const startsAt = addMinutes(testNow, days * day);
  return {
    ...{
      title: 'Overleg van het team',
      about: '',
      venueName: 'Plein 40-45',
      venueAddress: '',
      chairName: 'Vera Voorbeeld',
    },
    ...{ startsAt, endsAt: addMinutes(startsAt, 120), isOpen: true, agendaBy: addDays(dayInAmsterdam(startsAt), -7) },
    ...changes,
  };
}

export async function plan(
  { database, ...context }: Context<SignedIn>,
  { bodyId }: { bodyId: string },
  days: number,
): Promise<{ id: string; slug: string; revision: number }> {
  const id = newId();
  const slug = given(
    await planMeeting(
      { formKey: id, bodyId, content: meetingOn(days), previousTitle: 'Verslag vorige vergadering' },
      { database, ...context },
    ),
  );
  return { id, slug, revision: 1 };
}

export const itemOf = (changes: Partial<ItemContent> = {}): ItemContent => ({
  ...{ title: 'Groen in de straat', explanation: '', kind: 'discuss', minutes: 15 },
  ...{ actielijnId: null, initiativeSlug: '', decisionId: null },
  ...changes,
});
