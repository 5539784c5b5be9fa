import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { markAtDoor, walkIn } from '#app/modules/gatherings/commands/mark-at-door.server.ts';
import { moveGathering } from '#app/modules/gatherings/commands/move-gathering.server.ts';
import { planGathering } from '#app/modules/gatherings/commands/plan-gathering.server.ts';
import { register } from '#app/modules/gatherings/commands/register.server.ts';
import { yearOf } from '#app/modules/gatherings/gathering.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import type { DemoAccount } from '#app/modules/people/demo-account.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import type { Database } from '#app/platform/database.server.ts';
import { testSecret } from '#tests/support/test-secret.ts';

function given<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

async function personOf(database: Database, account: DemoAccount) {
  return database.person.findUniqueOrThrow({ where: { email: `${account}@wijkbeurs.example` } });
}

async function organiser(database: Database) {
  const editor = await personOf(database, 'redacteur');
  const now = new Date();
  return { database, now, actor: await actorOfPerson(database, editor.id, { now, demo: true }) };
}

type Tonight = { form: 'rounds' | 'open'; title: string; areaName: string };

/** A gathering later today, so that one can register and stand at the door. @returns its address */
export async function planGatheringTonight(
  database: Database,
  { form = 'open', title = 'Vanavond in Geuzenveld', areaName = 'Geuzenveld' }: Partial<Tonight> = {},
): Promise<string> {
  const who = await organiser(database);
  // whatever time it is, it begins and ends on one day
  const late = dayInAmsterdam(addMinutes(who.now, 180)) !== dayInAmsterdam(who.now);
  const startsAt = addMinutes(who.now, late ? 300 : 60);
  const area = await database.gatheringArea.findFirstOrThrow({ where: { year: yearOf(startsAt), name: areaName } });
  const content = {
    ...{ form, title, about: 'Kom langs.', gatheringAreaId: area.id, startsAt, endsAt: addMinutes(startsAt, 100) },
    ...{ venueName: 'Zaal', venueAddress: 'Straat 1, Amsterdam', capacity: 20, languages: ['nl'], childCare: 'Ja' },
    ...{ accessibility: '', hosts: [] },
  };
  const gatheringId = newId();
  const slug = given(await planGathering({ formKey: gatheringId, content }, who));
  given(await moveGathering({ gatheringId, revision: 1, to: { state: 'announced' } }, who));
  return slug;
}

/** Begins or closes it. */
export async function moveTonight(database: Database, slug: string, state: 'begun' | 'closed'): Promise<void> {
  const { id, revision } = await database.gathering.findUniqueOrThrow({ where: { slug } });
  given(await moveGathering({ gatheringId: id, revision, to: { state } }, await organiser(database)));
}

/** Registers somebody of the demo, for a portfolio that they keep, if any. @returns id of the registration */
export async function registerTonight(
  database: Database,
  { slug, account, name }: { slug: string; account: DemoAccount; name: string },
): Promise<string> {
  const { id: gatheringId } = await database.gathering.findUniqueOrThrow({ where: { slug } });
  const { id: personId, email } = await personOf(database, account);
  const kept = await database.$queryRaw<{ id: string }[]>`
    select portfolio_id::text as id from portfolio_keeps where person_id = ${personId}::uuid order by 1 limit 1`;
  const content = {
    ...{ name, comesAs: 'resident' as const, comesFrom: '', areaCode: null, languages: ['nl' as const], themes: [] },
    ...{ children: 0, accessWish: '', meetWish: '', wantsToMeet: [], comesFor: kept.map(({ id }) => id) },
  };
  const order = {
    gatheringId,
    formKey: newId(),
    who: { personId, email },
    locale: 'nl' as const,
    requester: '',
    content,
  };
  given(await register(order, { database, now: new Date(), secret: testSecret }));
  return order.formKey;
}

/** A helper marks them in. */
export async function arriveTonight(
  database: Database,
  slug: string,
  registrationIds: readonly string[],
): Promise<void> {
  const { id: gatheringId } = await database.gathering.findUniqueOrThrow({ where: { slug } });
  const marks = registrationIds.map(
    (registrationId) => ({ key: newId(), registrationId, direction: 'in', secondsAgo: 0 }) as const,
  );
  given(await markAtDoor({ gatheringId, marks }, await organiser(database)));
}

/** Somebody walks in. @returns the code on their name card */
export async function walkInTonight(database: Database, slug: string, name: string): Promise<string> {
  const { id } = await database.gathering.findUniqueOrThrow({ where: { slug } });
  const order = { gatheringId: id, formKey: newId(), name, comesAs: 'resident', languages: ['nl'] } as const;
  const helper = { ...(await organiser(database)), secret: testSecret };
  return given(await walkIn({ ...order, languages: [...order.languages] }, helper));
}
