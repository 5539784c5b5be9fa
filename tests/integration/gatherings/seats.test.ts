import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { askProposal, carryOutProposal } from '#app/modules/gatherings/commands/propose-round.server.ts';
import { keepApart, letTogether, moveSeat, pinSeat } from '#app/modules/gatherings/commands/change-seats.server.ts';
import { stepRound } from '#app/modules/gatherings/commands/change-programme.server.ts';
import { roundTables } from '#app/modules/gatherings/queries/tables.query.server.ts';
import { inTransaction } from '#app/platform/database.server.ts';
import { accepted } from '#app/kernel/outcome.ts';
import { makePerson } from '#tests/factories/index.ts';
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

describe('a proposal', () => {
  test('seats everybody who is in and nobody else, the same for the same seed', async () => {
    const evening = await makeEvening(own.database, scene, guests(9));
    const ids = idsOf(evening);
    await mark(own.database, scene, evening, ids);
    await mark(own.database, scene, evening, [ids[0]!], 'out', addMinutes(during, 1));
    const round = await propose(own.database, scene, evening, 'pairs');
    const first = await tablesIn(own.database, round.id);
    expect([...first.values()].flat().sort()).toEqual(ids.slice(1).sort());
    expect([...first.values()].every(({ length }) => length === 2)).toBe(true);
    await propose(own.database, scene, evening, 'pairs');
    expect(await tablesIn(own.database, round.id)).toEqual(first);
    expect(round.proposal).toBe('ready');
  });

  test('asked twice at the same instant is made once; a second carrying out changes nothing', async () => {
    const evening = await fullRoom(4);
    const { id: roundId, revision } = await roundOf(own.database, evening, 'pairs');
    const context = await editor();
    const asked = await Promise.all([
      askProposal({ roundId, revision, again: false }, context),
      askProposal({ roundId, revision, again: true }, context),
    ]);
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1);
    expect(asked.find(({ ok }) => !ok)).toMatchObject({ reason: 'changed-meanwhile' });
    await Promise.all([
      carryOutProposal(own.database, roundId, during),
      carryOutProposal(own.database, roundId, during),
    ]);
    expect((await roundOf(own.database, evening, 'pairs')).revision).toBe(revision + 2);
    expect(await own.database.gatheringSeat.count({ where: { roundId } })).toBe(4);
  });

  test('is for who runs it, of this gathering', async () => {
    const evening = await fullRoom(2);
    const { id: roundId, revision } = await roundOf(own.database, evening, 'pairs');
    const stranger = await as(own.database, await makePerson(own.database), during);
    const ask = { roundId, revision, again: false };
    expect(await askProposal(ask, stranger)).toMatchObject({ reason: 'round-unknown' });
    expect(await askProposal({ ...ask, roundId: 'x' }, await editor())).toMatchObject({ reason: 'round-unknown' });
    expect(
      await moveSeat({ roundId, revision, registrationId: evening.guests[0]!.registrationId, to: 'new' }, stranger),
    ).toMatchObject({ reason: 'round-unknown' });
  });

  test('never pairs who met before; tables keep pairs together', async () => {
    const evening = await fullRoom(8);
    const pairs = await propose(own.database, scene, evening, 'pairs');
    const groups = await propose(own.database, scene, evening, 'groups');
    const tables = [...(await tablesIn(own.database, groups.id)).values()];
    for (const pair of (await tablesIn(own.database, pairs.id)).values())
      expect(tables.some((people) => pair.every((id) => people.includes(id)))).toBe(true);
    // a second evening with the same people: others than who sat together then
    given(await stepRound({ roundId: pairs.id, revision: pairs.revision, step: 'open' }, await editor()));
    const before = [...(await tablesIn(own.database, pairs.id)).values()].map((pair) =>
      pair
        .map((id) => evening.guests.find(({ registrationId }) => registrationId === id)?.personId)
        .sort()
        .join(' '),
    );
    const again = await makeEvening(
      own.database,
      scene,
      evening.guests.map(({ personId }) => ({ personId, hasNoPortfolio: true })),
    );
    await mark(own.database, scene, again, idsOf(again));
    const round = await propose(own.database, scene, again, 'pairs');
    for (const pair of (await tablesIn(own.database, round.id)).values())
      expect(before).not.toContain(
        pair
          .map((id) => again.guests.find(({ registrationId }) => registrationId === id)?.personId)
          .sort()
          .join(' '),
      );
  });
});

describe('by hand', () => {
  test('who is put somewhere stays there in another proposal', async () => {
    const evening = await fullRoom(10);
    let round = await propose(own.database, scene, evening, 'groups');
    const [one] = idsOf(evening);
    const tables = await tablesIn(own.database, round.id);
    const from = tableOf(tables, one!)!;
    const to = [...tables.keys()].find((number) => number !== from)!;
    given(
      await moveSeat(
        { roundId: round.id, revision: round.revision, registrationId: one!, to: { table: to } },
        await editor(),
      ),
    );
    for (let times = 0; times < 3; times += 1) {
      round = await propose(own.database, scene, evening, 'groups', true);
      expect(tableOf(await tablesIn(own.database, round.id), one!)).toBe(to);
    }
    given(
      await pinSeat(
        { roundId: round.id, revision: round.revision, registrationId: one!, isPinned: false },
        await editor(),
      ),
    );
    expect(await own.database.gatheringSeat.count({ where: { roundId: round.id, isPinned: true } })).toBe(0);
  });

  test('two at the same instant: the second hears that it changed', async () => {
    const evening = await fullRoom(6);
    const round = await propose(own.database, scene, evening, 'pairs');
    const [one, other] = idsOf(evening);
    const context = await editor();
    const moves = await Promise.all([
      moveSeat({ roundId: round.id, revision: round.revision, registrationId: one!, to: 'new' }, context),
      moveSeat({ roundId: round.id, revision: round.revision, registrationId: other!, to: 'new' }, context),
    ]);
    expect(moves.filter(({ ok }) => ok)).toHaveLength(1);
    expect(moves.find(({ ok }) => !ok)).toMatchObject({ reason: 'changed-meanwhile' });
  });

  test('nobody of another gathering, who is not in, or once the round is done', async () => {
    const evening = await fullRoom(4);
    const elsewhere = await fullRoom(2);
    const round = await propose(own.database, scene, evening, 'pairs');
    const { id: roundId } = round;
    const stranger = idsOf(elsewhere)[0]!;
    const move = async (registrationId: string, to: 'new' | { table: number } = 'new') => {
      const { revision } = await roundOf(own.database, evening, 'pairs');
      return moveSeat({ roundId, revision, registrationId, to }, await editor());
    };
    expect(await move(stranger)).toMatchObject({ reason: 'registration-unknown' });
    expect(await move(idsOf(evening)[0]!, { table: 499 })).toMatchObject({ reason: 'table-unknown' });
    const { id: tableId } = await own.database.gatheringTable.findFirstOrThrow({ where: { roundId } });
    const seat = (registrationId: string) =>
      own.database.gatheringSeat.create({ data: { roundId, tableId, registrationId } });
    await expect(seat(stranger)).rejects.toThrow('gathering_seat_in_room');
    await mark(own.database, scene, evening, [idsOf(evening)[0]!], 'out', addMinutes(during, 1));
    expect(await move(idsOf(evening)[0]!)).toMatchObject({ reason: 'not-in-room' });
    const open = await roundOf(own.database, evening, 'pairs');
    given(await stepRound({ roundId, revision: open.revision, step: 'open' }, await editor()));
    given(await stepRound({ roundId, revision: open.revision + 1, step: 'done' }, await editor()));
    expect(await move(idsOf(evening)[1]!)).toMatchObject({ reason: 'round-done' });
    expect(await askProposal({ roundId, revision: open.revision + 2, again: true }, await editor())).toMatchObject({
      reason: 'round-done',
    });
    await expect(own.database.gatheringSeat.deleteMany({ where: { roundId } })).rejects.toThrow('gathering_round_done');
    await expect(own.database.gatheringTable.deleteMany({ where: { roundId } })).rejects.toThrow(
      'gathering_round_done',
    );
    await expect(own.database.gatheringTable.create({ data: { id: newId(), roundId, number: 77 } })).rejects.toThrow(
      'gathering_round_done',
    );
  });
});

describe('kept apart', () => {
  test('by the organiser: one gets up, no proposal and no hand puts them together, and it can be taken back', async () => {
    const evening = await fullRoom(2);
    const [one, other] = idsOf(evening);
    let round = await propose(own.database, scene, evening, 'pairs');
    expect([...(await tablesIn(own.database, round.id)).values()]).toEqual([[one, other].sort()]);
    const two = { gatheringId: evening.id, oneId: one!, otherId: other! };
    given(await keepApart(two, await editor()));
    given(await keepApart({ ...two, oneId: other!, otherId: one! }, await editor()));
    expect(await own.database.gatheringSeat.count({ where: { roundId: round.id } })).toBe(1);
    round = await propose(own.database, scene, evening, 'pairs');
    expect(await own.database.gatheringSeat.count({ where: { roundId: round.id } })).toBe(0);
    const view = await roundTables(own.database, evening.id, round.id);
    expect(view?.explanations.filter(({ about }) => about === 'person').map(({ reason }) => reason)).toEqual([
      'kept-apart',
      'kept-apart',
    ]);
    expect(view?.without.map(({ name }) => name)).toEqual(['Gast 1', 'Gast 2']);
    given(
      await moveSeat({ roundId: round.id, revision: round.revision, registrationId: one!, to: 'new' }, await editor()),
    );
    const [table] = [...(await tablesIn(own.database, round.id)).keys()];
    const { revision } = await roundOf(own.database, evening, 'pairs');
    const join = { roundId: round.id, revision, registrationId: other!, to: { table: table! } };
    expect(await moveSeat(join, await editor())).toMatchObject({ reason: 'seat-apart' });
    given(await letTogether(two, await editor()));
    given(await moveSeat(join, await editor()));
  });

  test('two seats at the same instant do not bring them together', async () => {
    const evening = await fullRoom(4);
    const round = await propose(own.database, scene, evening, 'pairs');
    const [one, other] = idsOf(evening);
    given(await keepApart({ gatheringId: evening.id, oneId: one!, otherId: other! }, await editor()));
    await own.database.gatheringSeat.deleteMany({ where: { roundId: round.id } });
    const tableId = newId();
    await own.database.gatheringTable.create({ data: { id: tableId, roundId: round.id, number: 40 } });
    const sit = async (registrationId: string) =>
      inTransaction<void, never, 'apart'>(
        own,
        async (tx) => {
          await tx.gatheringSeat.create({ data: { roundId: round.id, registrationId, tableId } });
          await tx.$executeRaw`select pg_sleep(0.1)`;
          return accepted();
        },
        { refusals: { gathering_seat_apart: 'apart' } },
      );
    const both = await Promise.all([sit(one!), sit(other!)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const two = inOrder(one!, other!);
    await own.database.gatheringApart.deleteMany({ where: { gatheringId: evening.id } });
    await own.database.gatheringSeat.createMany({
      data: [
        { roundId: round.id, registrationId: one!, tableId },
        { roundId: round.id, registrationId: other!, tableId },
      ],
      skipDuplicates: true,
    });
    await expect(own.database.gatheringApart.create({ data: { gatheringId: evening.id, ...two } })).rejects.toThrow(
      'gathering_apart_together',
    );
  });

  test('by a block on the marketplace: never together, also as keeper of another group, and nobody reads that it was one', async () => {
    const evening = await fullRoom(2);
    const [one, other] = evening.guests;
    await own.database.portfolioBlock.create({
      data: {
        id: newId(),
        portfolioId: one!.portfolioId!,
        blockedPortfolioId: other!.portfolioId!,
        madeById: one!.personId,
        madeAt: during,
      },
    });
    const round = await propose(own.database, scene, evening, 'pairs');
    expect(await own.database.gatheringSeat.count({ where: { roundId: round.id } })).toBe(0);
    const stored = await own.database.gatheringRound.findUniqueOrThrow({ where: { id: round.id } });
    expect(JSON.stringify(stored.explanations)).not.toContain('kept-apart');
    given(
      await moveSeat(
        { roundId: round.id, revision: round.revision, registrationId: one!.registrationId, to: 'new' },
        await editor(),
      ),
    );
    const { revision } = await roundOf(own.database, evening, 'pairs');
    expect(
      await moveSeat(
        { roundId: round.id, revision, registrationId: other!.registrationId, to: { table: 1 } },
        await editor(),
      ),
    ).toMatchObject({ reason: 'seat-apart' });
    // for another portfolio, and without any
    await own.database.gatheringRegistrationPortfolio.deleteMany({ where: { registrationId: other!.registrationId } });
    expect(
      await moveSeat(
        { roundId: round.id, revision, registrationId: other!.registrationId, to: { table: 1 } },
        await editor(),
      ),
    ).toMatchObject({ reason: 'seat-apart' });
  });
});

const inOrder = (one: string, other: string) =>
  one < other ? { lowId: one, highId: other } : { lowId: other, highId: one };
