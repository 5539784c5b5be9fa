import { beforeEach, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { newCode } from '#app/modules/voting/code.server.ts';
import { answerSignal } from '#app/modules/voting/commands/answer-signal.server.ts';
import { enterPaper } from '#app/modules/voting/commands/enter-paper.server.ts';
import { keepTime } from '#app/modules/voting/commands/keep-time.server.ts';
import { makePapers } from '#app/modules/voting/commands/make-papers.server.ts';
import { noteManyFromAddress } from '#app/modules/voting/commands/note-address.server.ts';
import { noteWrongCode } from '#app/modules/voting/commands/note-wrong-code.server.ts';
import { appointTableVolunteer } from '#app/modules/voting/commands/staff-table.server.ts';
import { watchVotes } from '#app/modules/voting/commands/watch-votes.server.ts';
import { signalList } from '#app/modules/voting/queries/signals.query.server.ts';
import { thresholds } from '#app/modules/voting/signal.ts';
import { makeBody, makeMembership, makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { testSecret } from '#tests/support/test-secret.ts';
import { anybody, by, cast, closesAt, codesOf, during, must, noProof, opened, type VoteScene } from './vote-scene.ts';

const own = useTestDatabase();
let scene: VoteScene;

beforeEach(async () => {
  // other votes end, so that each test looks at its own
  await keepTime(own.database, closesAt);
  scene = await opened(own.database);
});

const seen = async () =>
  (
    await own.database.voteSignal.findMany({
      where: { voteId: scene.voteId },
      orderBy: [{ kind: 'asc' }, { hour: 'asc' }],
    })
  ).map(({ kind, amount }) => [kind, amount]);

async function castAll(codes: readonly string[], now: Instant): Promise<void> {
  for (const code of codes) must(await cast(scene, code, [1], anybody(own.database, now)));
}

const look = async (now: Instant) => watchVotes(own.database, now);

test('a sheet of which many cards are used within ten minutes, told once and rounded down', async () => {
  const [one, other] = [await codesOf(scene, 60), await codesOf(scene, 60)];
  await look(during);
  await castAll(one.slice(0, thresholds.sheet - 1), during);
  await castAll(other.slice(0, thresholds.sheet - 1), during);
  expect(await look(addMinutes(during, 10))).toBe(0);
  await castAll(one.slice(29, 66), addMinutes(during, 12));
  expect(await look(addMinutes(during, 20))).toBe(1);
  expect(await look(addMinutes(during, 21))).toBe(0);
  expect(await seen()).toEqual([['sheet', 30]]);
});

test('so many cards are no signal when nobody looked for hours', async () => {
  const codes = await codesOf(scene, 40);
  await look(during);
  await castAll(codes, during);
  expect(await look(addMinutes(during, 120))).toBe(0);
});

test('an hour with many times the usual ballots', async () => {
  const sheets = [await codesOf(scene, 60), await codesOf(scene, 60), await codesOf(scene, 60)];
  const [early = []] = sheets;
  await look(during);
  for (const hour of [1, 2, 3]) {
    await castAll(early.slice(hour * 5, hour * 5 + 5), addMinutes(during, hour * 60));
    await look(addMinutes(during, hour * 60 + 10));
  }
  expect(await seen()).toEqual([]);
  // from several sheets, so that none of them stands out
  await castAll(
    [...early.slice(20, 40), ...(sheets[1] ?? []).slice(0, 22), ...(sheets[2] ?? []).slice(0, 22)],
    addMinutes(during, 240),
  );
  expect(await look(addMinutes(during, 250))).toBe(1);
  expect(await seen()).toEqual([['burst', 60]]);
});

test('many who voted with an account that was just made; older accounts say nothing', async () => {
  const vote = async (createdAt: Instant) => {
    const personId = await makePerson(own.database);
    await own.database.person.update({ where: { id: personId }, data: { createdAt } });
    const right = {
      right: 'account',
      ballotCode: newCode(),
      areaCode: 'TA',
      saysOldEnough: true,
      proof: noProof,
    } as const;
    must(await cast(scene, right, [1], await by(own.database, personId, during)));
  };
  for (let n = 0; n < thresholds['new-accounts']; n += 1) await vote(addMinutes(during, -24 * 60));
  expect(await look(during)).toBe(0);
  for (let n = 0; n < thresholds['new-accounts']; n += 1) await vote(addMinutes(during, -5));
  expect(await look(during)).toBe(1);
  expect(await seen()).toEqual([['new-accounts', 20]]);
});

test('many wrong codes, and many ballots from one address', async () => {
  for (let n = 0; n < thresholds['wrong-codes'] - 1; n += 1) await noteWrongCode(own.database, scene.voteId, during);
  expect(await look(during)).toBe(0);
  await noteWrongCode(own.database, scene.voteId, during);
  expect(await look(during)).toBe(1);
  for (let count = 1; count < 2 * thresholds.address; count += 1)
    await noteManyFromAddress(own.database, { voteId: scene.voteId, count }, during);
  expect(await seen()).toEqual([
    ['address', 50],
    ['wrong-codes', 100],
  ]);
  await noteManyFromAddress(own.database, { voteId: scene.voteId, count: 2 * thresholds.address }, during);
  expect(await seen()).toContainEqual(['address', 100]);
});

test('many papers that the same two people found invalid, in whatever hour, told again when they grow', async () => {
  const { voteId, announcer } = scene;
  const runs = await by(own.database, announcer, during);
  const papers = must(await makePapers({ voteId, areaCode: 'TA', papers: 60, formKey: newId() }, runs));
  const table: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const person = await makePerson(own.database);
    const { email } = await own.database.person.findUniqueOrThrow({ where: { id: person } });
    must(await appointTableVolunteer({ voteId, email }, runs));
    table.push(person);
  }
  const [one = '', two = '', three = ''] = table;
  const reject = async (from: number, until: number, people: readonly string[]) => {
    const content = { is: 'invalid', reason: 'unclear' } as const;
    for (const paper of papers.slice(from, until))
      for (const person of people)
        must(await enterPaper({ voteId, paper, content }, await by(own.database, person, during), testSecret));
  };
  await reject(0, 19, [one, two]);
  await reject(19, 29, [two, three]);
  expect(await look(during)).toBe(0);
  await reject(29, 30, [one, two]);
  expect(await look(during)).toBe(1);
  expect(await look(addMinutes(during, 70))).toBe(0);
  await reject(30, 40, [one, two]);
  expect(await look(addMinutes(during, 140))).toBe(1);
  expect(await seen()).toEqual([
    ['invalid-papers', 20],
    ['invalid-papers', 30],
  ]);
});

test('the controlegroep is told once, sees no voter and no ballot, and answers once', async () => {
  await noteManyFromAddress(own.database, { voteId: scene.voteId, count: 50 }, during);
  await noteManyFromAddress(own.database, { voteId: scene.voteId, count: 100 }, during);
  // nobody sees at which moment that was
  const listed = async (now: Instant) =>
    (await signalList(own.database, now)).filter(({ vote }) => vote.id === scene.voteId);
  const [hour] = await own.database.$queryRaw<{ ends: Instant }[]>`
    select date_trunc('hour', ${during}::timestamptz, 'UTC') + interval '1 hour' as ends`;
  const ends = hour?.ends ?? during;
  expect(await listed(addMinutes(ends, -1))).toEqual([]);
  const mine = await listed(ends);
  expect(mine).toMatchObject([{ kind: 'address', amount: 100, answer: '', answeredAt: null }]);
  const [{ id: signalId } = { id: '' }] = mine;
  // nor from what waits in the queue: a later look puts it there, once
  const waiting = async () =>
    own.database.$queryRaw<unknown[]>`
      select key from graphile_worker.jobs where key = ${`tell-vote-signal:${signalId}`}`;
  await watchVotes(own.database, addMinutes(ends, -1));
  expect(await waiting()).toEqual([]);
  await watchVotes(own.database, ends);
  expect(await waiting()).toHaveLength(1);
  await own.database.$executeRaw`select graphile_worker.remove_job(${`tell-vote-signal:${signalId}`})`;
  await watchVotes(own.database, addMinutes(ends, 10));
  expect(await waiting()).toEqual([]);

  const answer = { signalId, answer: 'De school stemde samen.' };
  expect(await answerSignal(answer, await by(own.database, scene.announcer))).toMatchObject({ reason: 'role-needed' });
  const checker = await makePerson(own.database);
  await makeMembership(own.database, {
    ...{ personId: checker, role: 'controlegroep' },
    bodyId: await makeBody(own.database, { kind: 'programme' }),
  });
  must(await answerSignal(answer, await by(own.database, checker)));
  expect(await answerSignal(answer, await by(own.database, checker))).toMatchObject({ reason: 'already-answered' });
  const rule = async (work: Promise<unknown>) =>
    work.then(
      () => null,
      (error: unknown) => /rule "(\w+)"/.exec(String(error))?.[1],
    );
  const where = { id: signalId };
  expect(await rule(own.database.voteSignal.update({ where, data: { answer: 'Niets.' } }))).toBe('vote_signal_stays');
  expect(await rule(own.database.voteSignal.delete({ where }))).toBe('vote_signal_stays');
});

test('small numbers and moments are not kept, and nothing of the hours once the vote has ended', async () => {
  const write = async (amount: number, hour: Instant, notedAt = hour) => {
    const data = { voteId: scene.voteId, kind: 'sheet', amount, hour, notedAt, isTold: true };
    return own.database.voteSignal.create({ data }).then(
      () => null,
      (error: unknown) => /rule "(\w+)"/.exec(String(error))?.[1],
    );
  };
  const hour = new Date(Math.floor(during.getTime() / 3_600_000) * 3_600_000);
  expect(await write(10, hour)).toBe('vote_signal_in_tens');
  expect(await write(43, hour)).toBe('vote_signal_in_tens');
  expect(await write(40, addMinutes(hour, 7), hour)).toBe('vote_signal_hour');
  expect(await write(40, hour, addMinutes(hour, 7))).toBe('vote_signal_noted_hour');
  await codesOf(scene, 5);
  await look(during);
  expect(await own.database.votePulse.count({ where: { voteId: scene.voteId } })).toBe(1);
  await keepTime(own.database, closesAt);
  await look(closesAt);
  expect(await own.database.votePulse.count()).toBe(0);
  expect(await own.database.voteSheetPulse.count()).toBe(0);
});
