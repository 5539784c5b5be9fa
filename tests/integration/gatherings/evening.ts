import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { markAtDoor } from '#app/modules/gatherings/commands/mark-at-door.server.ts';
import { moveGathering } from '#app/modules/gatherings/commands/move-gathering.server.ts';
import { visitor, type Actor } from '#app/modules/people/actor.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import { makePerson } from '#tests/factories/index.ts';
import { as, askByAccount, askByMail, given, makeGathering, startsAt, type GatheringScene } from './scene.ts';
import { answerRegistration } from '#app/modules/gatherings/commands/answer-registration.server.ts';
import { testNow } from '#tests/factories/index.ts';

export const evening = addMinutes(startsAt, 20);
export const after = addMinutes(startsAt, 200);

/** Somebody without account, at a moment of the evening. */
export const nobody = (database: Database, now = evening): Context<Actor> => ({ database, now, actor: visitor(false) });

export type Evening = {
  id: string;
  slug: string;
  /** Registrations with account, of whom were there. */
  people: { id: string; personId: string; token: string }[];
  /** Without account. */
  guest: { id: string; token: string };
};

/** A gathering that goes on, with people who are in. */
export async function makeEvening(
  database: Database,
  scene: GatheringScene,
  { came = 3, capacity = 60, title = 'Avond' } = {},
): Promise<Evening> {
  const { id, slug } = await makeGathering(database, scene, { capacity, title });
  const people = [];
  for (let n = 0; n < came; n += 1) {
    const personId = await makePerson(database);
    people.push({ ...(await askByAccount(database, id, personId)), personId });
  }
  const guest = await askByMail(database, id, `gast-${newId()}@example.org`);
  given(await answerRegistration({ token: guest.token, change: { kind: 'come' } }, { database, now: testNow }));
  const editor = await as(database, scene.editorId, evening);
  given(await moveGathering({ gatheringId: id, revision: 2, to: { state: 'begun' } }, editor));
  const marks = [...people, guest].map(({ id: registrationId }) => ({
    ...{ key: newId(), registrationId, secondsAgo: 0 },
    direction: 'in' as const,
  }));
  given(await markAtDoor({ gatheringId: id, marks }, editor));
  return { id, slug, people, guest };
}

export async function close(database: Database, scene: GatheringScene, gatheringId: string): Promise<void> {
  const editor = await as(database, scene.editorId, after);
  given(await moveGathering({ gatheringId, revision: 3, to: { state: 'closed' } }, editor));
}
