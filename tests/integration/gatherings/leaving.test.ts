import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { answerRegistration } from '#app/modules/gatherings/commands/answer-registration.server.ts';
import { stepRound } from '#app/modules/gatherings/commands/change-programme.server.ts';
import { moveSeat } from '#app/modules/gatherings/commands/change-seats.server.ts';
import { sayGoOn } from '#app/modules/gatherings/commands/go-on.server.ts';
import { makePromise } from '#app/modules/gatherings/commands/make-promise.server.ts';
import { moveGathering } from '#app/modules/gatherings/commands/move-gathering.server.ts';
import { bigScreen } from '#app/modules/gatherings/queries/screen.query.server.ts';
import { reportNames } from '#app/modules/gatherings/report.store.server.ts';
import { tokenOf } from '#app/modules/gatherings/token.server.ts';
import { visitor } from '#app/modules/people/actor.ts';
import { makeOrganisation } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { during, makeEvening, mark, propose, roundOf, type Evening } from './rounds-scene.ts';
import { as, given, makeScene, secret, type GatheringScene } from './scene.ts';

const own = useTestDatabase();
let scene: GatheringScene;

beforeAll(async () => {
  scene = await makeScene(own.database);
});

const editor = async (now = during) => as(own.database, scene.editorId, now);

async function seated(names: readonly string[], firstHasNone = false): Promise<Evening> {
  const evening = await makeEvening(
    own.database,
    scene,
    names.map((name, index) => ({ name, hasNoPortfolio: firstHasNone && index === 0 })),
  );
  await mark(
    own.database,
    scene,
    evening,
    evening.guests.map(({ registrationId }) => registrationId),
  );
  await propose(own.database, scene, evening, 'pairs');
  return evening;
}

async function step(evening: Evening, kind: 'pairs' | 'groups', to: 'open' | 'done') {
  const { id: roundId, revision } = await roundOf(own.database, evening, kind);
  given(await stepRound({ roundId, revision, step: to }, await editor()));
}

const cancel = async (registrationId: string) =>
  answerRegistration(
    { token: tokenOf(secret, registrationId), change: { kind: 'cancel' } },
    { database: own.database, now: during },
  );

const namesOnScreen = async ({ id }: Evening) =>
  (await bigScreen(own.database, id)).tables.flatMap(({ firstNames }) => firstNames).sort();

describe('who cancels during the evening', () => {
  test('gets up from tables that are used still, and the screens hear of it', async () => {
    const evening = await seated(['Aya', 'Bram', 'Cem', 'Dora']);
    await step(evening, 'pairs', 'open');
    const before = await roundOf(own.database, evening, 'pairs');
    const [gone] = evening.guests;
    given(await cancel(gone!.registrationId));
    expect(await namesOnScreen(evening)).toEqual(['Bram', 'Cem', 'Dora']);
    expect((await roundOf(own.database, evening, 'pairs')).revision).toBe(before.revision + 1);
    const jobs = await own.database.$queryRaw<{ key: string }[]>`
      select key from graphile_worker._private_jobs where key = ${`mend-rounds:${evening.id}`}`;
    expect(jobs).toHaveLength(1);
  });

  test('stays where they sat in a round that was held', async () => {
    const evening = await seated(['Aya', 'Bram']);
    await step(evening, 'pairs', 'open');
    await step(evening, 'pairs', 'done');
    given(await cancel(evening.guests[0]!.registrationId));
    const { id: roundId } = await roundOf(own.database, evening, 'pairs');
    expect(await own.database.gatheringSeat.count({ where: { roundId } })).toBe(2);
  });

  test('gets up too when the door marked them out before', async () => {
    const evening = await seated(['Aya', 'Bram']);
    const [{ registrationId }] = evening.guests as [Evening['guests'][number]];
    await mark(own.database, scene, evening, [registrationId], 'out', addMinutes(during, 1));
    given(await cancel(registrationId));
    expect(await own.database.gatheringSeat.count({ where: { registrationId } })).toBe(0);
  });

  test('does not sit at a table to which an organiser moves them at the same instant', async () => {
    const evening = await seated(['Aya', 'Bram', 'Cem', 'Dora']);
    const { id: roundId, revision } = await roundOf(own.database, evening, 'pairs');
    const { registrationId } = evening.guests[0]!;
    const table = await own.database.gatheringTable.findFirstOrThrow({
      where: { roundId, seats: { none: { registrationId } } },
    });
    await Promise.all([
      moveSeat({ roundId, revision, registrationId, to: { table: table.number } }, await editor()),
      cancel(registrationId),
    ]);
    expect(await own.database.gatheringSeat.count({ where: { roundId, registrationId } })).toBe(0);
  });

  test('is not named under a promise any more, which they could not take back', async () => {
    const evening = await seated(['Aya', 'Bram']);
    const [{ registrationId }] = evening.guests as [Evening['guests'][number]];
    const dueOn = addDays(dayInAmsterdam(during), 30);
    const content = { promiser: '', what: 'Soep koken', dueOn, portfolioId: null, isNamed: true };
    const context = { database: own.database, now: during, actor: visitor(false) };
    given(await makePromise({ gatheringId: evening.id, id: newId(), registrationId, content }, context));
    expect([...(await reportNames(own.database, evening.id)).promisers.values()]).toEqual(['Aya']);
    given(await cancel(registrationId));
    expect([...(await reportNames(own.database, evening.id)).promisers.values()]).toEqual([]);
  });
});

test('who does not keep the portfolio any more that they came for makes no match for it', async () => {
  const evening = await seated(['Aya', 'Bram'], true);
  await step(evening, 'pairs', 'open');
  const [one, other] = evening.guests as [Evening['guests'][number], Evening['guests'][number]];
  const { registrationId, personId } = one;
  const organisationId = await makeOrganisation(own.database);
  const { id: portfolioId } = await own.database.portfolio.findFirstOrThrow({ where: { organisationId } });
  const member = { id: newId(), organisationId, personId, beginsOn: new Date('2026-01-01') };
  await own.database.organisationMember.create({ data: { ...member, endsOn: new Date('2026-06-30') } });
  await own.database.gatheringRegistrationPortfolio.create({ data: { registrationId, portfolioId, why: 'comes-for' } });
  const { id: roundId } = await roundOf(own.database, evening, 'pairs');
  const say = async (fromId: string, toId: string) =>
    given(await sayGoOn({ roundId, fromId, toId }, { database: own.database, now: during }));
  await say(registrationId, other.registrationId);
  expect(await say(other.registrationId, registrationId)).toBe('both');
  const ofIt = { OR: [{ lowId: portfolioId }, { highId: portfolioId }] };
  expect(await own.database.portfolioMatch.count({ where: ofIt })).toBe(0);
});

describe('an evening that is over', () => {
  test.each(['closed', 'cancelled'] as const)('is not in a round any more (%s)', async (state) => {
    const evening = await seated(['Aya', 'Bram']);
    await propose(own.database, scene, evening, 'groups');
    await step(evening, 'pairs', 'open');
    const { revision } = await own.database.gathering.findUniqueOrThrow({ where: { id: evening.id } });
    const to = state === 'closed' ? { state } : { state, reason: 'Het stormt.' };
    const after = addMinutes(during, 200);
    given(await moveGathering({ gatheringId: evening.id, revision, to }, await editor(after)));
    expect(await roundOf(own.database, evening, 'pairs')).toMatchObject({ state: 'done' });
    expect((await bigScreen(own.database, evening.id)).round).toBeNull();
    const groups = await roundOf(own.database, evening, 'groups');
    expect(groups.state).toBe('planned');
    const { registrationId } = evening.guests[0]!;
    const order = { roundId: groups.id, revision: groups.revision, registrationId, to: 'new' as const };
    expect(await moveSeat(order, await editor(after))).toMatchObject({ ok: false, reason: 'round-done' });
  });
});
