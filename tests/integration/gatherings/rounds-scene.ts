import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { markAtDoor } from '#app/modules/gatherings/commands/mark-at-door.server.ts';
import { moveGathering } from '#app/modules/gatherings/commands/move-gathering.server.ts';
import { useUsualRounds } from '#app/modules/gatherings/commands/change-programme.server.ts';
import { askProposal, carryOutProposal } from '#app/modules/gatherings/commands/propose-round.server.ts';
import { eveningRounds } from '#app/modules/gatherings/queries/rounds.query.server.ts';
import type { RoundView } from '#app/modules/gatherings/round-views.ts';
import type { RegistrationContent } from '#app/modules/gatherings/registration.ts';
import type { RoundKind } from '#app/modules/gatherings/rounds.ts';
import type { Database } from '#app/platform/database.server.ts';
import { makePerson } from '#tests/factories/index.ts';
import { makeGroup } from '../matching/marketplace.ts';
import { as, askByAccount, given, makeGathering, somebody, startsAt, type GatheringScene } from './scene.ts';

/** The moment at which the evening is going on. */
export const during = addMinutes(startsAt, 10);

export type Guest = { registrationId: string; personId: string; portfolioId: string | null };

export type Evening = { id: string; slug: string; guests: Guest[] };

/** A gathering that has begun, with so many people who are in; each with a portfolio unless said otherwise. */
export async function makeEvening(
  database: Database,
  scene: GatheringScene,
  guests: readonly (Partial<RegistrationContent> & { about?: string; hasNoPortfolio?: boolean; personId?: string })[],
): Promise<Evening> {
  const { id, slug } = await makeGathering(database, scene, { capacity: 60 });
  const made: Guest[] = [];
  for (const [index, { about, hasNoPortfolio = false, personId: known, ...words }] of guests.entries()) {
    const personId = known ?? (await makePerson(database));
    const name = words.name ?? `Gast ${String(index + 1)}`;
    const portfolioId = hasNoPortfolio
      ? null
      : await makeGroup(database, { name: `Groep van ${name}`, about: about ?? '', keeperId: personId });
    const content = somebody({ ...words, name, comesFor: portfolioId === null ? [] : [portfolioId] });
    const asked = await askByAccount(database, id, personId, { content });
    given(asked.outcome);
    made.push({ registrationId: asked.id, personId, portfolioId });
  }
  const editor = await as(database, scene.editorId, during);
  given(await moveGathering({ gatheringId: id, revision: 2, to: { state: 'begun' } }, editor));
  given(await useUsualRounds({ gatheringId: id }, editor));
  return { id, slug, guests: made };
}

export async function mark(
  database: Database,
  scene: GatheringScene,
  { id }: Evening,
  registrationIds: readonly string[],
  direction: 'in' | 'out' = 'in',
  now = during,
): Promise<void> {
  const marks = registrationIds.map((registrationId) => ({ key: newId(), registrationId, direction, secondsAgo: 0 }));
  const results = given(await markAtDoor({ gatheringId: id, marks }, await as(database, scene.editorId, now)));
  for (const { result } of results) if (result !== direction) throw new Error(`at the door: ${result}`);
}

export async function roundOf(database: Database, { id }: Evening, kind: RoundKind): Promise<RoundView> {
  const found = (await eveningRounds(database, id)).find((round) => round.kind === kind);
  if (found === undefined) throw new Error(`no round of ${kind}`);
  return found;
}

/** Asks for a proposal and does the work of the worker. */
export async function propose(
  database: Database,
  scene: GatheringScene,
  evening: Evening,
  kind: RoundKind,
  again = false,
): Promise<RoundView> {
  const { id: roundId, revision } = await roundOf(database, evening, kind);
  given(await askProposal({ roundId, revision, again }, await as(database, scene.editorId, during)));
  await carryOutProposal(database, roundId, during);
  return roundOf(database, evening, kind);
}

/** Registrations at each table, by its number. */
export async function tablesIn(database: Database, roundId: string): Promise<Map<number, string[]>> {
  const rows = await database.gatheringSeat.findMany({
    where: { roundId },
    orderBy: { registrationId: 'asc' },
    include: { table: true },
  });
  const tables = new Map<number, string[]>();
  for (const { table, registrationId } of rows)
    tables.set(table.number, [...(tables.get(table.number) ?? []), registrationId]);
  return tables;
}
