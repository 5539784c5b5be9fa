import { beforeAll, describe, expect, test } from 'vitest';
import { addMinutes } from '#app/kernel/instant.ts';
import { applyMending, moveSeat } from '#app/modules/gatherings/commands/change-seats.server.ts';
import { mendRounds } from '#app/modules/gatherings/commands/propose-round.server.ts';
import { roundTables } from '#app/modules/gatherings/queries/tables.query.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { during, makeEvening, mark, propose, roundOf, tablesIn, type Evening } from './rounds-scene.ts';
import { as, given, makeScene, type GatheringScene } from './scene.ts';

const own = useTestDatabase();
let scene: GatheringScene;

beforeAll(async () => {
  scene = await makeScene(own.database);
});

const editor = async () => as(own.database, scene.editorId, during);
const guests = (count: number) => Array.from({ length: count }, () => ({}));
const idsOf = (evening: Evening) => evening.guests.map(({ registrationId }) => registrationId);

async function fullRoom(count: number): Promise<Evening> {
  const evening = await makeEvening(own.database, scene, guests(count));
  await mark(own.database, scene, evening, idsOf(evening));
  return evening;
}

const tableOf = (tables: Map<number, string[]>, id: string) =>
  [...tables].find(([, people]) => people.includes(id))?.[0] ?? null;

describe('who comes late or leaves', () => {
  test('is a small change that the organiser carries out', async () => {
    const evening = await makeEvening(own.database, scene, guests(10));
    const ids = idsOf(evening);
    await mark(own.database, scene, evening, ids.slice(0, 9));
    const round = await propose(own.database, scene, evening, 'groups');
    const before = await tablesIn(own.database, round.id);
    await mark(own.database, scene, evening, [ids[9]!], 'in', addMinutes(during, 5));
    const queued = await own.database.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from graphile_worker._private_jobs where payload ->> 'gatheringId' = ${evening.id} and key like 'mend-rounds:%'`;
    expect(queued[0]?.n).toBe(1);
    await mendRounds(own.database, evening.id);
    const view = await roundTables(own.database, evening.id, round.id);
    expect(view?.mending?.moves).toHaveLength(1);
    expect(view?.mending?.moves[0]).toMatchObject({ name: 'Gast 10', from: null });
    expect(await tablesIn(own.database, round.id)).toEqual(before);
    const now = await roundOf(own.database, evening, 'groups');
    given(await applyMending({ roundId: round.id, revision: now.revision }, await editor()));
    const after = await tablesIn(own.database, round.id);
    for (const id of ids.slice(0, 9)) expect(tableOf(after, id)).toBe(tableOf(before, id));
    expect(tableOf(after, ids[9]!)).toBe(view?.mending?.moves[0]?.to);
    // twice is once
    expect(await applyMending({ roundId: round.id, revision: now.revision }, await editor())).toMatchObject({
      reason: 'changed-meanwhile',
    });
  });

  test('the one who is left alone joins a pair; others stay', async () => {
    const evening = await fullRoom(6);
    const round = await propose(own.database, scene, evening, 'pairs');
    const before = await tablesIn(own.database, round.id);
    const gone = idsOf(evening)[0]!;
    const alone = before.get(tableOf(before, gone)!)!.find((id) => id !== gone)!;
    await mark(own.database, scene, evening, [gone], 'out', addMinutes(during, 5));
    await mendRounds(own.database, evening.id);
    const { revision } = await roundOf(own.database, evening, 'pairs');
    given(await applyMending({ roundId: round.id, revision }, await editor()));
    const after = await tablesIn(own.database, round.id);
    expect([...after.values()].map(({ length }) => length).sort()).toEqual([2, 3]);
    expect(after.get(tableOf(after, alone)!)).toHaveLength(3);
    for (const id of idsOf(evening))
      if (id !== gone && id !== alone) expect(tableOf(after, id)).toBe(tableOf(before, id));
    expect(tableOf(after, gone)).toBeNull();
  });

  test('a change that is overtaken by a hand is not carried out', async () => {
    const evening = await makeEvening(own.database, scene, guests(7));
    const ids = idsOf(evening);
    await mark(own.database, scene, evening, ids.slice(0, 6));
    const round = await propose(own.database, scene, evening, 'pairs');
    await mark(own.database, scene, evening, [ids[6]!], 'in', addMinutes(during, 5));
    await mendRounds(own.database, evening.id);
    const { revision } = await roundOf(own.database, evening, 'pairs');
    given(await moveSeat({ roundId: round.id, revision, registrationId: ids[6]!, to: 'new' }, await editor()));
    expect(await applyMending({ roundId: round.id, revision }, await editor())).toMatchObject({
      reason: 'changed-meanwhile',
    });
    expect((await roundTables(own.database, evening.id, round.id))?.mending).toBeNull();
  });
});
