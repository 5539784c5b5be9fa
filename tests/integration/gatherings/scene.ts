import { newId } from '#app/kernel/ids.ts';
import { addMinutes, instant, type Instant } from '#app/kernel/instant.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { saveArea } from '#app/modules/gatherings/commands/change-areas.server.ts';
import { moveGathering } from '#app/modules/gatherings/commands/move-gathering.server.ts';
import { planGathering } from '#app/modules/gatherings/commands/plan-gathering.server.ts';
import { register, type Register } from '#app/modules/gatherings/commands/register.server.ts';
import type { GatheringContent } from '#app/modules/gatherings/gathering.ts';
import type { RegistrationContent } from '#app/modules/gatherings/registration.ts';
import { tokenOf } from '#app/modules/gatherings/token.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import { makeBody, makeMembership, makePerson, testNow } from '#tests/factories/index.ts';

export const secret = 'a secret of at least thirty-two characters for tests';
export const startsAt = instant('2026-12-03T18:30:00Z');
const areaCodes = ['FJ01', 'FJ02', 'FK01'] as const;

export type GatheringScene = { officeId: string; editorId: string; areaId: string };

export function given<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}

/** Somebody as a command sees them. */
export async function as(database: Database, personId: string, now: Instant = testNow): Promise<Context<SignedIn>> {
  const person = await actorOfPerson(database, personId, { now, demo: true });
  return { database, now, actor: person };
}

/** An editor of the programme office and one area in three buurten. */
export async function makeScene(database: Database): Promise<GatheringScene> {
  const officeId = await makeBody(database, { slug: 'programmabureau', kind: 'programme' });
  const editorId = await makePerson(database, { name: 'Organisator' });
  await makeMembership(database, { personId: editorId, bodyId: officeId, role: 'editor' });
  await database.area.createMany({
    data: [
      { code: 'FJ', name: 'Osdorp-Midden', level: 'wijk' },
      { code: 'FK', name: 'Osdorp-Oost', level: 'wijk' },
      ...areaCodes.map((code) => ({ code, name: `Buurt ${code}`, level: 'buurt', parentCode: code.slice(0, 2) })),
    ],
    skipDuplicates: true,
  });
  const area = { areaId: null, year: 2026, revision: 0, name: 'Osdorp Midden', buurten: ['FJ01', 'FJ02'] };
  const areaId = given(await saveArea(area, await as(database, editorId)));
  return { officeId, editorId, areaId };
}

export const contentFor = (areaId: string, given_: Partial<GatheringContent> = {}): GatheringContent => ({
  form: 'rounds',
  title: 'Meet & Match Osdorp Midden',
  about: 'Een avond.',
  gatheringAreaId: areaId,
  startsAt,
  endsAt: addMinutes(startsAt, 150),
  venueName: 'Huis van de Wijk',
  venueAddress: 'Osdorpplein 1, Amsterdam',
  capacity: 10,
  languages: ['nl'],
  childCare: '',
  accessibility: '',
  hosts: [],
  ...given_,
});

/** A gathering that people can register for. */
export async function makeGathering(
  database: Database,
  scene: GatheringScene,
  content: Partial<GatheringContent> = {},
): Promise<{ id: string; slug: string }> {
  const id = newId();
  const editor = await as(database, scene.editorId);
  const slug = given(await planGathering({ formKey: id, content: contentFor(scene.areaId, content) }, editor));
  given(await moveGathering({ gatheringId: id, revision: 1, to: { state: 'announced' } }, editor));
  return { id, slug };
}

export const somebody = (words: Partial<RegistrationContent> = {}): RegistrationContent => ({
  name: 'Bewoner',
  comesAs: 'resident',
  comesFrom: '',
  areaCode: null,
  languages: ['nl'],
  themes: [],
  children: 0,
  accessWish: '',
  meetWish: '',
  comesFor: [],
  wantsToMeet: [],
  ...words,
});

/** Somebody without account asks for a place; the token is that of the mail. */
export async function askByMail(
  database: Database,
  gatheringId: string,
  email: string,
  { now = testNow, ...more }: Partial<Register> & { now?: Instant } = {},
): Promise<{ outcome: Awaited<ReturnType<typeof register>>; id: string; token: string }> {
  const id = more.formKey ?? newId();
  const outcome = await register(
    { gatheringId, formKey: id, who: { email }, locale: 'nl', requester: email, content: somebody(), ...more },
    { database, now, secret },
  );
  return { outcome, id, token: tokenOf(secret, id) };
}

/** Somebody with account asks for a place. */
export async function askByAccount(
  database: Database,
  gatheringId: string,
  personId: string,
  { now = testNow, content = somebody() }: { now?: Instant; content?: RegistrationContent } = {},
): Promise<{ outcome: Awaited<ReturnType<typeof register>>; id: string; token: string }> {
  const { email } = await database.person.findUniqueOrThrow({ where: { id: personId } });
  const id = newId();
  const outcome = await register(
    { gatheringId, formKey: id, who: { personId, email }, locale: 'nl', requester: 'here', content },
    { database, now, secret },
  );
  return { outcome, id, token: tokenOf(secret, id) };
}

export async function stateOf(database: Database, id: string): Promise<string> {
  return (await database.gatheringRegistration.findUniqueOrThrow({ where: { id } })).state;
}

/** News that waits to be mailed about a registration. */
export async function newsOf(database: Database, id: string): Promise<string[]> {
  const rows = await database.$queryRaw<{ news: string }[]>`
    select payload ->> 'news' as news from graphile_worker._private_jobs
      where payload ->> 'registrationId' = ${id} order by id`;
  return rows.map(({ news }) => news);
}
