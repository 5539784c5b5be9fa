import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { walkIn } from '#app/modules/gatherings/commands/mark-at-door.server.ts';
import { moveGathering } from '#app/modules/gatherings/commands/move-gathering.server.ts';
import { planGathering } from '#app/modules/gatherings/commands/plan-gathering.server.ts';
import { yearOf } from '#app/modules/gatherings/gathering.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { testSecret } from '#tests/support/test-secret.ts';

async function organiser(database: Database) {
  const editor = await database.person.findFirstOrThrow({ where: { email: 'redacteur@wijkbeurs.example' } });
  const now = new Date();
  return { database, now, actor: await actorOfPerson(database, editor.id, { now, demo: true }) };
}

/** A gathering later today, so that one can register and stand at the door. @returns its address */
export async function planGatheringTonight(database: Database): Promise<string> {
  const { now, actor } = await organiser(database);
  // whatever time it is, it begins and ends on one day
  const late = dayInAmsterdam(addMinutes(now, 180)) !== dayInAmsterdam(now);
  const startsAt = addMinutes(now, late ? 300 : 60);
  const area = await database.gatheringArea.findFirstOrThrow({ where: { year: yearOf(startsAt), name: 'Geuzenveld' } });
  const content = {
    ...({ form: 'open', title: 'Vanavond in Geuzenveld', about: 'Kom langs.', gatheringAreaId: area.id } as const),
    ...{ startsAt, endsAt: addMinutes(startsAt, 60), venueName: 'Zaal', venueAddress: 'Straat 1, Amsterdam' },
    ...{ capacity: 20, languages: ['nl'], childCare: 'Ja', accessibility: '', hosts: [] },
  };
  const gatheringId = newId();
  const planned = await planGathering({ formKey: gatheringId, content }, { database, now, actor });
  if (!planned.ok) throw new Error(planned.reason);
  const moved = await moveGathering({ gatheringId, revision: 1, to: { state: 'announced' } }, { database, now, actor });
  if (!moved.ok) throw new Error(moved.reason);
  return planned.value;
}

/** Begins or closes it. */
export async function moveTonight(database: Database, slug: string, state: 'begun' | 'closed'): Promise<void> {
  const { id, revision } = await database.gathering.findUniqueOrThrow({ where: { slug } });
  const moved = await moveGathering({ gatheringId: id, revision, to: { state } }, await organiser(database));
  if (!moved.ok) throw new Error(moved.reason);
}

/** Somebody walks in. @returns the code on their name card */
export async function walkInTonight(database: Database, slug: string, name: string): Promise<string> {
  const { id } = await database.gathering.findUniqueOrThrow({ where: { slug } });
  const order = { gatheringId: id, formKey: newId(), name, comesAs: 'resident', languages: ['nl'] } as const;
  const helper = { ...(await organiser(database)), secret: testSecret };
  const code = await walkIn({ ...order, languages: [...order.languages] }, helper);
  if (!code.ok) throw new Error(code.reason);
  return code.value;
}
