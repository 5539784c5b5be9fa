import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { addToCrew } from '#app/modules/gatherings/commands/change-crew.server.ts';
import {
  addCard,
  chooseCluster,
  makeCluster,
  moveCard,
  moveOwnCard,
  removeCluster,
  renameCluster,
} from '#app/modules/gatherings/commands/change-board.server.ts';
import {
  addRound,
  changeRound,
  removeRound,
  reorderRound,
  stepRound,
  useUsualRounds,
} from '#app/modules/gatherings/commands/change-programme.server.ts';
import { sayGoOn, takeBackGoOn } from '#app/modules/gatherings/commands/go-on.server.ts';
import { clusterBoard } from '#app/modules/gatherings/queries/board.query.server.ts';
import { eveningRounds } from '#app/modules/gatherings/queries/rounds.query.server.ts';
import { makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { makeGroup } from '../matching/marketplace.ts';
import { during, makeEvening, mark, propose, roundOf, tablesIn, type Evening } from './rounds-scene.ts';
import { as, given, makeGathering, makeScene, type GatheringScene } from './scene.ts';

const own = useTestDatabase();
let scene: GatheringScene;

beforeAll(async () => {
  scene = await makeScene(own.database);
});

const editor = async () => as(own.database, scene.editorId, during);
const content = (title: string, minutes = 15) =>
  ({ title, minutes, areaWish: 'near', leastSeats: 3, mostSeats: 6 }) as const;

describe('the programme', () => {
  let evening: Evening;
  beforeEach(async () => {
    evening = await makeEvening(own.database, scene, []);
  });

  test('begins as usual, once; rounds are added, changed, put in another order and removed', async () => {
    const gatheringId = evening.id;
    expect(await useUsualRounds({ gatheringId }, await editor())).toMatchObject({ reason: 'rounds-there' });
    const formKey = newId();
    const added = { gatheringId, formKey, kind: 'market', title: 'Napraten', minutes: 10 } as const;
    given(await addRound(added, await editor()));
    given(await addRound(added, await editor()));
    let rounds = await eveningRounds(own.database, gatheringId);
    expect(rounds.map(({ kind, minutes }) => [kind, minutes])).toEqual([
      ['clusters', 20],
      ['pairs', 20],
      ['groups', 40],
      ['market', 10],
    ]);
    given(await reorderRound({ roundId: formKey, revision: 1, direction: 'earlier' }, await editor()));
    given(await changeRound({ roundId: formKey, revision: 2, content: content('Eerst kletsen') }, await editor()));
    expect(
      await changeRound({ roundId: formKey, revision: 2, content: content('Laat') }, await editor()),
    ).toMatchObject({ reason: 'changed-meanwhile' });
    rounds = await eveningRounds(own.database, gatheringId);
    expect(rounds.map(({ title }) => title)[2]).toBe('Eerst kletsen');
    given(await removeRound({ roundId: formKey, revision: 3 }, await editor()));
    expect(await eveningRounds(own.database, gatheringId)).toHaveLength(3);
  });

  test('one round at a time is open; what was pressed by mistake is taken back; what was held stays', async () => {
    const [first, second] = await eveningRounds(own.database, evening.id);
    const step = async (roundId: string, revision: number, name: 'open' | 'done' | 'not-open' | 'not-done') =>
      stepRound({ roundId, revision, step: name }, await editor());
    given(await step(first!.id, 1, 'open'));
    expect(await step(second!.id, 1, 'open')).toMatchObject({ reason: 'other-round-open' });
    const [open] = await eveningRounds(own.database, evening.id);
    expect(open).toMatchObject({ state: 'open', endsAt: addMinutes(during, 20) });
    given(await step(first!.id, 2, 'not-open'));
    given(await step(first!.id, 3, 'open'));
    expect(await removeRound({ roundId: first!.id, revision: 4 }, await editor())).toMatchObject({
      reason: 'round-held',
    });
    given(await step(first!.id, 4, 'done'));
    expect(
      await changeRound({ roundId: first!.id, revision: 5, content: content('Anders') }, await editor()),
    ).toMatchObject({ reason: 'round-done' });
    given(await reorderRound({ roundId: first!.id, revision: 5, direction: 'later' }, await editor()));
    given(await step(first!.id, 5, 'not-done'));
    given(await step(first!.id, 6, 'done'));
    given(await step(second!.id, (await roundOf(own.database, evening, 'pairs')).revision, 'open'));
    const two = await Promise.all([step(second!.id, 3, 'done'), step(second!.id, 3, 'done')]);
    expect(two.every(({ ok }) => !ok)).toBe(true);
  });

  test('is opened only while the gathering goes on, by who runs it', async () => {
    const { id: gatheringId } = await makeGathering(own.database, scene);
    given(await useUsualRounds({ gatheringId }, await editor()));
    const [round] = await eveningRounds(own.database, gatheringId);
    const order = { roundId: round!.id, revision: 1, step: 'open' } as const;
    expect(await stepRound(order, await editor())).toMatchObject({ reason: 'gathering-not-begun' });
    const stranger = await as(own.database, await makePerson(own.database), during);
    expect(await stepRound(order, stranger)).toMatchObject({ reason: 'round-unknown' });
    expect(await useUsualRounds({ gatheringId }, stranger)).toMatchObject({ reason: 'gathering-unknown' });
  });
});

describe('cards', () => {
  let evening: Evening;
  let ids: string[];
  beforeEach(async () => {
    evening = await makeEvening(own.database, scene, [
      { name: 'Anna', about: 'Een tuin met groente en kruiden voor de buurt' },
      { name: 'Bilal', about: 'Groente uit de tuin voor de buurt' },
      { name: 'Cor', about: 'Fietsen repareren en fietsles' },
      { name: 'Dewi', about: 'Oude fietsen repareren met jongeren' },
      { name: 'Els', hasNoPortfolio: true },
    ]);
    ids = evening.guests.map(({ registrationId }) => registrationId);
    await mark(own.database, scene, evening, ids.slice(0, 4));
  });
  const board = async () => clusterBoard(own.database, evening.id, null);
  const card = async (index: number) =>
    (await board()).cards.find(({ portfolioId }) => portfolioId === evening.guests[index]!.portfolioId)!;
  const open = async () => {
    const round = await roundOf(own.database, evening, 'clusters');
    given(await stepRound({ roundId: round.id, revision: round.revision, step: 'open' }, await editor()));
  };

  test('lie loose when somebody comes in, and are proposed in clusters that people can follow', async () => {
    expect((await board()).cards.map(({ clusterId }) => clusterId)).toEqual([null, null, null, null]);
    await propose(own.database, scene, evening, 'clusters');
    const { clusters } = await board();
    expect(clusters).toHaveLength(2);
    expect(clusters.every(({ name }) => name.length > 1)).toBe(true);
    const [a, b, c, d] = [await card(0), await card(1), await card(2), await card(3)];
    expect(a.clusterId).toBe(b.clusterId);
    expect(c.clusterId).toBe(d.clusterId);
    expect(a.clusterId).not.toBe(c.clusterId);
  });

  test('that somebody moved stay where they are when it is proposed again; late ones are loose', async () => {
    await propose(own.database, scene, evening, 'clusters');
    const { portfolioId, revision } = await card(0);
    const to = (await card(2)).clusterId;
    given(await moveCard({ gatheringId: evening.id, portfolioId, revision, to }, await editor()));
    const late = await makeGroup(own.database, { name: 'Laatkomer' });
    const { slug } = await own.database.portfolio.findUniqueOrThrow({ where: { id: late } });
    given(await addCard({ gatheringId: evening.id, slug }, await editor()));
    given(await addCard({ gatheringId: evening.id, slug }, await editor()));
    expect((await board()).cards.find(({ slug: one }) => one === slug)).toMatchObject({ clusterId: null });
    await propose(own.database, scene, evening, 'clusters', true);
    expect(await card(0)).toMatchObject({ clusterId: to, isPinned: true });
    expect((await board()).cards.every(({ clusterId }) => clusterId !== null)).toBe(true);
  });

  test('moved by two at once go to one place, and the second hears it', async () => {
    const keys = [newId(), newId()];
    for (const [index, formKey] of keys.entries())
      given(await makeCluster({ gatheringId: evening.id, formKey, name: `Stapel ${String(index)}` }, await editor()));
    const { portfolioId, revision } = await card(0);
    const helperMail = 'helper-kaarten@wijkbeurs.example';
    given(await addToCrew({ gatheringId: evening.id, email: helperMail, task: 'helper' }, await editor()));
    const helper = await own.database.person.findUniqueOrThrow({ where: { email: helperMail } });
    const moves = await Promise.all([
      moveCard({ gatheringId: evening.id, portfolioId, revision, to: keys[0]! }, await editor()),
      moveCard(
        { gatheringId: evening.id, portfolioId, revision, to: keys[1]! },
        await as(own.database, helper.id, during),
      ),
    ]);
    expect(moves.filter(({ ok }) => ok)).toHaveLength(1);
    expect(moves.find(({ ok }) => !ok)).toMatchObject({ reason: 'changed-meanwhile' });
  });

  test('are moved from a phone by who comes for them, in their round only', async () => {
    const clusterId = newId();
    given(await makeCluster({ gatheringId: evening.id, formKey: clusterId, name: 'Tuinen' }, await editor()));
    const { portfolioId, revision } = await card(0);
    const move = { gatheringId: evening.id, portfolioId, revision, to: clusterId, registrationId: ids[0]! };
    expect(await moveOwnCard(move, own)).toMatchObject({ reason: 'clusters-closed' });
    await open();
    expect(await moveOwnCard({ ...move, registrationId: ids[1]! }, own)).toMatchObject({ reason: 'card-unknown' });
    given(await moveOwnCard(move, own));
    const mine = await clusterBoard(own.database, evening.id, ids[0]!);
    expect(mine.cards.filter(({ isMine }) => isMine).map(({ name, clusterId: where }) => [name, where])).toEqual([
      ['Groep van Anna', clusterId],
    ]);
  });

  test('and clusters are of one gathering', async () => {
    const elsewhere = await makeEvening(own.database, scene, []);
    const clusterId = newId();
    given(await makeCluster({ gatheringId: elsewhere.id, formKey: clusterId, name: 'Elders' }, await editor()));
    const { portfolioId, revision } = await card(0);
    const move = { gatheringId: evening.id, portfolioId, revision, to: clusterId };
    expect(await moveCard(move, await editor())).toMatchObject({ reason: 'cluster-unknown' });
    expect(await chooseCluster({ registrationId: ids[4]!, clusterId }, own)).toMatchObject({
      reason: 'cluster-unknown',
    });
    const order = { gatheringId: evening.id, clusterId, revision: 1 };
    expect(await renameCluster({ ...order, name: 'Van ons' }, await editor())).toMatchObject({
      reason: 'cluster-unknown',
    });
    expect(await removeCluster(order, await editor())).toMatchObject({ reason: 'cluster-unknown' });
    given(await removeCluster({ ...order, gatheringId: elsewhere.id }, await editor()));
  });
});

describe('going on together', () => {
  test('is told when both say so, and makes one match of their portfolios', async () => {
    const evening = await makeEvening(own.database, scene, [{}, {}, { hasNoPortfolio: true }]);
    const [one, other, third] = evening.guests;
    await mark(own.database, scene, evening, [one!.registrationId, other!.registrationId]);
    const round = await propose(own.database, scene, evening, 'pairs');
    expect((await tablesIn(own.database, round.id)).size).toBe(1);
    const context = { database: own.database, now: during };
    const say = async (fromId: string, toId: string, now = during) =>
      sayGoOn({ roundId: round.id, fromId, toId }, { ...context, now });
    expect(await say(one!.registrationId, other!.registrationId)).toMatchObject({ reason: 'seat-unknown' });
    given(await stepRound({ roundId: round.id, revision: round.revision, step: 'open' }, await editor()));
    expect(await say(one!.registrationId, third!.registrationId)).toMatchObject({ reason: 'seat-unknown' });
    expect(given(await say(one!.registrationId, other!.registrationId))).toBe('said');
    await takeBackGoOn({ roundId: round.id, fromId: one!.registrationId, toId: other!.registrationId }, context);
    expect(given(await say(other!.registrationId, one!.registrationId))).toBe('said');
    const late = addMinutes(during, 30 * 24 * 60);
    expect(await say(one!.registrationId, other!.registrationId, late)).toMatchObject({ reason: 'too-late' });
    const both = await Promise.all([
      say(one!.registrationId, other!.registrationId),
      say(one!.registrationId, other!.registrationId),
      say(other!.registrationId, one!.registrationId),
    ]);
    // who says it again hears of the match when the other was before them
    expect(both.map(given)).toEqual(['match', 'match', expect.stringMatching(/^(match|said)$/)]);
    const matches = await own.database.portfolioMatch.findMany({ where: { origin: 'gathering' } });
    expect(matches).toHaveLength(1);
    expect([matches[0]!.lowId, matches[0]!.highId].sort()).toEqual([one!.portfolioId, other!.portfolioId].sort());
    expect(matches[0]!.conversationId).not.toBeNull();
  });

  test('without a portfolio is told to both and makes no match', async () => {
    const evening = await makeEvening(own.database, scene, [{}, { hasNoPortfolio: true }]);
    const [one, other] = evening.guests.map(({ registrationId }) => registrationId);
    await mark(own.database, scene, evening, [one!, other!]);
    const round = await propose(own.database, scene, evening, 'pairs');
    given(await stepRound({ roundId: round.id, revision: round.revision, step: 'open' }, await editor()));
    const context = { database: own.database, now: during };
    given(await sayGoOn({ roundId: round.id, fromId: one!, toId: other! }, context));
    expect(given(await sayGoOn({ roundId: round.id, fromId: other!, toId: one! }, context))).toBe('both');
  });
});
