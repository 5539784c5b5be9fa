import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { newId } from '#app/kernel/ids.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import { ballotKeyOf } from '#app/modules/voting/code.server.ts';
import { makeCodes } from '#app/modules/voting/commands/make-codes.server.ts';
import { mostCodes } from '#app/modules/voting/vote.ts';
import type { Bench } from './bench/context.ts';
import { processorTime, processorTimeOf } from './bench/processor.ts';
import { openServerProcess, type ServerProcess } from './bench/servers.ts';
import { inParallel, timingOf } from './bench/timing.ts';
import { ensureBuild } from './build.ts';
import { expectAccepted } from './demo-world.ts';
import { atPace, openCrowd, votersOf, type Crowd, type CrowdVote, type Voter } from './vote-crowd.ts';

const seconds = Number(process.env.BENCH_SECONDS ?? 10);
const perSecond = Number(process.env.BENCH_BALLOTS ?? 500);
const minute = Number(process.env.BENCH_VOTE_SECONDS ?? 60);
const parallel = 48;
/** Ballots that are cast without a pace in a second, at most: so many cards must be there. */
const most = 2500;

/**
 * Ballots cast with cards over HTTP, from this process: how many a second one and two server processes take, and 500 a second for a minute
 * while one of two is killed and the other is stopped politely. Beside it a bare server, and the bare SQL for the same two rows.
 */
export async function benchVotes({ platform, report, sql }: Bench): Promise<void> {
  const { database } = platform;
  await ensureBuild();
  const vote = await database.vote.findFirstOrThrow({ where: { state: 'open' } });
  const voters = await manyVoters({ platform }, vote, perSecond * minute + 2 * seconds * most);
  const two = { part: 'votes', size: voters.length };

  const bare = await bareBallots(sql);
  report.add({ ...two, what: 'update and insert, bare SQL', parallel: 10, ...bare });
  const crowd = openCrowd(vote);
  const bareHttp = await bareServer(vote, voters);
  report.add({ ...two, what: 'a bare server', parallel, ...bareHttp });

  const servers = [await openServerProcess(platform)];
  try {
    await ballots('one process', servers);
    servers.push(await openServerProcess(platform));
    await ballots('two processes', servers);
    await withRestarts(servers);
  } finally {
    await Promise.all(servers.map(async (server) => server.stop()));
    crowd.close();
  }

  async function ballots(what: string, on: readonly ServerProcess[]): Promise<void> {
    const used = await spent(on);
    const timing = await inParallel({ parallel, seconds, warm: 1 }, async () => crowd.cast(next(), turns(on)));
    report.add({ ...two, what, parallel, ...timing, bare: bareHttp.perSecond, sql: bare.p50 });
    await used(what, timing.times);
  }

  /** Whose time it took, a ballot. */
  async function spent(on: readonly ServerProcess[]) {
    const of = async () => ({
      ...(await processorTime(database)),
      servers: await processorTimeOf(on.map(({ pid }) => pid())),
    });
    const before = await of();
    return async (what: string, times: number) => {
      const after = await of();
      const tell = (who: string, one: number | null, other: number | null) => {
        if (one !== null && other !== null)
          report.tell('votes', `${what}: ${who}, of the processor a ballot`, (other - one) / times, 'ms');
      };
      tell('servers', before.servers, after.servers);
      tell('PostgreSQL', before.postgresql, after.postgresql);
      tell('the crowd itself', before.node, after.node);
    };
  }

  async function withRestarts(on: readonly ServerProcess[]): Promise<void> {
    const mine = Array.from({ length: perSecond * minute }, next);
    const restarts = (async () => {
      await wait((minute * 1000) / 4);
      await on[0]?.restart('SIGKILL');
      await wait((minute * 1000) / 4);
      await on[1]?.restart('SIGTERM');
    })();
    const begun = performance.now();
    const times = await atPace(mine, perSecond, async (voter) => crowd.cast(voter, turns(on)));
    const took = (performance.now() - begun) / 1000;
    await restarts;
    report.add({ ...two, what: `${String(perSecond)} a second, restarts`, parallel: 2, ...timingOf(times, took) });
    const rows = await database.voteBallot.findMany({ where: { voteId: vote.id } });
    const found = new Map(rows.map(({ key, choices }) => [key, String(choices)]));
    const told = mine.filter(({ acknowledged }) => acknowledged !== null);
    const lost = told.filter(
      ({ code, acknowledged }) => found.get(ballotKeyOf(vote.salt, code)) !== String(acknowledged),
    );
    const usedRights = await database.voteRight.count({ where: { voteId: vote.id, isUsed: true } });
    report.tell('votes', 'ballots that were acknowledged', told.length, '');
    report.tell('votes', 'acknowledged and not there, or others', lost.length, '');
    report.tell(
      'votes',
      'ballots without a used right, or the other way round',
      Math.abs(usedRights - rows.length),
      '',
    );
    const posts = mine.reduce((sum, voter) => sum + voter.posts, 0);
    report.tell('votes', 'posts', posts, '');
  }

  function next(): Voter {
    const voter = voters.pop();
    if (voter === undefined) throw new RangeError('there were more ballots than cards');
    return voter;
  }
}

/** Each ballot goes to the next of them, as behind a proxy. */
function turns(servers: readonly ServerProcess[]): () => string {
  return () => servers[Math.floor(Math.random() * servers.length)]?.origin ?? '';
}

async function manyVoters({ platform }: Pick<Bench, 'platform'>, vote: CrowdVote, count: number): Promise<Voter[]> {
  const { database } = platform;
  const now = new Date();
  const { preparerId, areas } = await database.vote.findUniqueOrThrow({
    where: { id: vote.id },
    select: { preparerId: true, areas: true },
  });
  const actor = await actorOfPerson(database, preparerId, { now, demo: true });
  const codes: string[] = [];
  while (codes.length < count) {
    const sheet = { voteId: vote.id, areaCode: areas[0]?.areaCode ?? '', codes: mostCodes, formKey: newId() };
    codes.push(...expectAccepted(await makeCodes(sheet, { database, actor, now })));
  }
  return votersOf(platform, vote, codes, (n) => [[1], [2], [3], [1, 2], [2, 3]][n % 5] ?? []);
}

/** The crowd against a server that only says yes: what it could cast at most. */
async function bareServer(vote: CrowdVote, voters: readonly Voter[]) {
  const bare = fork(new URL('./bench/bare-server.ts', import.meta.url));
  const crowd: Crowd = openCrowd(vote, 200);
  try {
    const [told] = (await once(bare, 'message')) as [{ port: number }];
    bare.send({ headers: {}, body: '' });
    await once(bare, 'message');
    const origin = `http://127.0.0.1:${String(told.port)}`;
    return await inParallel({ parallel, seconds: seconds / 2, warm: 0.5 }, async (round) => {
      const voter = voters[round % voters.length];
      if (voter !== undefined) await crowd.cast({ ...voter }, () => origin);
    });
  } finally {
    crowd.close();
    bare.kill();
  }
}

/** The same two rows in tables without rules, each ballot a transaction. */
async function bareBallots(sql: Bench['sql']) {
  await sql.query('create table bare_right (hash text primary key, is_used boolean not null)');
  await sql.query('create table bare_ballot (key text primary key, choices int[] not null)');
  await sql.query(`insert into bare_right select n::text, false from generate_series(0, 199999) n`);
  try {
    return await inParallel({ parallel: 10, seconds: seconds / 2, warm: 0.5 }, async (round) => {
      const client = await sql.connect();
      try {
        await client.query('begin');
        await client.query('update bare_right set is_used = true where hash = $1 and not is_used', [String(round)]);
        await client.query('insert into bare_ballot (key, choices) values ($1, $2)', [String(round), [1, 2]]);
        await client.query('commit');
      } finally {
        client.release();
      }
    });
  } finally {
    await sql.query('drop table bare_right, bare_ballot');
  }
}
