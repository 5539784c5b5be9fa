import { describe, expect, test } from 'vitest';
import { addMinutes } from '#app/kernel/instant.ts';
import { newCode } from '#app/modules/voting/code.server.ts';
import type { CastBy } from '#app/modules/voting/commands/cast-ballot.server.ts';
import { countVote } from '#app/modules/voting/commands/count-vote.server.ts';
import { keepTime, shuffleBallots } from '#app/modules/voting/commands/keep-time.server.ts';
import { votingHandlers } from '#app/modules/voting/mails/handlers.server.ts';
import type { JobContext } from '#app/platform/jobs.server.ts';
import { makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { someoneWaitsForLock } from '#tests/support/locks.ts';
import { cancelled } from './by-two.ts';
import {
  anybody,
  announced,
  ballotsOf,
  by,
  cast,
  closesAt,
  codesOf,
  during,
  must,
  noProof,
  opened,
  revisionOf,
  type VoteScene,
} from './vote-scene.ts';

const own = useTestDatabase();

const byAccount = (ballotCode = newCode()): CastBy => ({
  ...{ right: 'account', ballotCode, areaCode: 'TB', saysOldEnough: true, proof: noProof },
});

async function refusedBy(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => null,
    (error: unknown) => /rule "(\w+)"/.exec(String(error))?.[1] ?? String(error),
  );
}

describe('with a code', () => {
  test('one ballot, which can be changed until the end, and posting it twice is once', async () => {
    const scene = await opened(own.database);
    const [code = '', other = ''] = await codesOf(scene, 2);
    const first = must(await cast(scene, code, [3, 1]));
    expect(first.isChange).toBe(false);
    expect(must(await cast(scene, code, [3, 1]))).toEqual({ ...first, isChange: true });
    must(await cast(scene, other, [2]));
    expect(await ballotsOf(scene)).toEqual([[1, 3], [2]]);
    expect(must(await cast(scene, code, [2, 3])).checkCode).toBe(first.checkCode);
    expect(await ballotsOf(scene)).toEqual([[2], [2, 3]]);
  });

  test('ten times at once is once', async () => {
    const scene = await opened(own.database);
    const [code = ''] = await codesOf(scene, 1);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => cast(scene, code, [1])));
    expect(outcomes.filter((outcome) => outcome.ok && !outcome.value.isChange)).toHaveLength(1);
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    expect(await ballotsOf(scene)).toEqual([[1]]);
  });

  test('one that does not exist, or of another vote, gives nothing', async () => {
    const scene = await opened(own.database);
    const [ofAnother = ''] = await codesOf(await opened(own.database), 1);
    expect(await cast(scene, newCode(), [1])).toEqual({ ok: false, reason: 'code-unknown' });
    expect(await cast(scene, ofAnother, [1])).toEqual({ ok: false, reason: 'code-unknown' });
    expect(await ballotsOf(scene)).toEqual([]);
  });

  test('the code itself is nowhere in the database', async () => {
    const scene = await opened(own.database);
    const [code = ''] = await codesOf(scene, 1);
    must(await cast(scene, code, [1]));
    const [found] = await own.database.$queryRaw<{ found: boolean }[]>`
      select exists (select from vote_right r where r::text like '%' || ${code} || '%')
        or exists (select from vote_ballot b where b::text like '%' || ${code} || '%') as found`;
    expect(found).toEqual({ found: false });
  });
});

describe('with an account', () => {
  test('one vote for each person, also on two phones', async () => {
    const scene = await opened(own.database);
    const context = await by(own.database, await makePerson(own.database), during);
    const [one, other] = await Promise.all([
      cast(scene, byAccount(), [1], context),
      cast(scene, byAccount(), [2], context),
    ]);
    expect([one.ok, other.ok].sort()).toEqual([false, true]);
    expect([one, other].find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'already-voted' });
    expect(await ballotsOf(scene)).toHaveLength(1);
  });

  test('the ballot code changes it on any phone, without the account', async () => {
    const scene = await opened(own.database);
    const ballotCode = newCode();
    const context = await by(own.database, await makePerson(own.database), during);
    must(await cast(scene, byAccount(ballotCode), [1], context));
    must(await cast(scene, byAccount(ballotCode), [2], context));
    must(await cast(scene, ballotCode, [3]));
    expect(await ballotsOf(scene)).toEqual([[3]]);
  });

  test('only who says to be old enough, of an area of the vote, signed in, where accounts may', async () => {
    const scene = await opened(own.database);
    const context = await by(own.database, await makePerson(own.database), during);
    const account = {
      right: 'account',
      ballotCode: newCode(),
      areaCode: 'TA',
      saysOldEnough: true,
      proof: noProof,
    } as const;
    const reasonOf = async (...given: Parameters<typeof cast>) => {
      const outcome = await cast(...given);
      return outcome.ok ? null : outcome.reason;
    };
    expect(await reasonOf(scene, account, [1])).toBe('sign-in-needed');
    expect(await reasonOf(scene, { ...account, saysOldEnough: false }, [1], context)).toBe('statement-missing');
    expect(await reasonOf(scene, { ...account, areaCode: 'TC' }, [1], context)).toBe('area-unknown');
    const onPaper = await opened(own.database, { byAccount: false });
    expect(await reasonOf(onPaper, account, [1], context)).toBe('accounts-not-admitted');
    expect(await ballotsOf(scene)).toEqual([]);
  });
});

test('only while the vote is open, to the second', async () => {
  const early = await announced(own.database);
  const [code = ''] = await codesOf(early, 1);
  expect(await cast(early, code, [1])).toEqual({ ok: false, reason: 'vote-not-open' });
  const scene = await opened(own.database);
  const [first = '', second = ''] = await codesOf(scene, 2);
  must(await cast(scene, first, [1], anybody(own.database, addMinutes(closesAt, -1))));
  // the clock has not closed it yet, and it is over
  expect(await cast(scene, second, [1], anybody(own.database, closesAt))).toEqual({
    ok: false,
    reason: 'vote-not-open',
  });
  await keepTime(own.database, closesAt);
  expect(await cast(scene, second, [1])).toEqual({ ok: false, reason: 'vote-not-open' });
  expect(await ballotsOf(scene)).toEqual([[1]]);
});

test('a ballot keeps the rule of its vote, also past the command', async () => {
  const atMost = await opened(own.database, { ballot: 'at-most', atMost: 1 });
  const [code = ''] = await codesOf(atMost, 1);
  expect(await cast(atMost, code, [1, 2])).toEqual({ ok: false, reason: 'too-many-chosen' });
  const budget = await opened(own.database, { ballot: 'fill-budget' });
  const [other = ''] = await codesOf(budget, 1);
  expect(await cast(budget, other, [1, 2, 3])).toEqual({ ok: false, reason: 'over-budget' });
  const write = async (voteId: string, choices: number[]) =>
    refusedBy(own.database.voteBallot.create({ data: { voteId, key: 'a'.repeat(64), choices } }));
  expect(await write(atMost.voteId, [1, 2])).toBe('vote_ballot_at_most');
  expect(await write(budget.voteId, [1, 2, 3])).toBe('vote_ballot_within_budget');
  expect(await write(budget.voteId, [1, 1])).toBe('vote_ballot_choices');
  expect(await write(budget.voteId, [4])).toBe('vote_ballot_choices');
  expect(await refusedBy(own.database.voteBallot.deleteMany())).toBe('vote_append_only');
  expect(await refusedBy(own.database.voteRight.updateMany({ data: { isUsed: false } }))).toMatch(/vote_/);
});

describe('ballot and right cannot be joined', () => {
  test('by transaction or place on disk, once they were shuffled', async () => {
    const scene = await opened(own.database);
    const codes = await codesOf(scene, 40);
    for (const [at, code] of codes.entries()) must(await cast(scene, code, [1 + (at % 3)]));
    const joined = async () => {
      const rows = await own.database.$queryRaw<unknown[]>`
        select 1 from vote_ballot b join vote_right r on r.vote_id = b.vote_id and r.xmin = b.xmin
          where b.vote_id = ${scene.voteId}::uuid and r.is_used`;
      return rows.length;
    };
    const order = async () => {
      const rows = await own.database.$queryRaw<{ key: string }[]>`
        select key from vote_ballot where vote_id = ${scene.voteId}::uuid order by ctid`;
      return rows.map(({ key }) => key);
    };
    expect(await joined()).toBe(40);
    const before = await order();
    await shuffleBallots(own.database);
    expect(await joined()).toBe(0);
    const after = await order();
    expect(after).not.toEqual(before);
    expect([...after].sort()).toEqual([...before].sort());
    // and whoever has the code changes it as before
    must(await cast(scene, codes[0] ?? '', [2]));
    expect(await ballotsOf(scene)).toHaveLength(40);
  });

  test('nor those since the last hour, when a count or a cancellation ends the vote', async () => {
    const waits = async (voteId: string) => {
      const jobs = await own.database.$queryRaw<unknown[]>`
        select 1 from graphile_worker.jobs where task_identifier = 'shuffle-last-ballots' and key = ${`shuffle-last-ballots:${voteId}`}`;
      return jobs.length;
    };
    const ended = await opened(own.database);
    const scene = await opened(own.database);
    const [code = ''] = await codesOf(scene, 1);
    must(await cast(scene, code, [1]));
    await keepTime(own.database, closesAt);
    const order = async ({ voteId }: VoteScene) => ({ voteId, revision: await revisionOf({ ...scene, voteId }) });
    must(await countVote(await order(scene), await by(own.database, scene.announcer, closesAt)));
    await cancelled(ended, closesAt);
    expect([await waits(scene.voteId), await waits(ended.voteId)]).toEqual([1, 1]);
    // no vote is open or closed any more: only this job comes
    const job = votingHandlers.find(({ name }) => name === 'shuffle-last-ballots');
    await job?.run(null, { database: own.database, now: closesAt } as JobContext);
    const joined = await own.database.$queryRaw<unknown[]>`
      select 1 from vote_ballot b join vote_right r on r.vote_id = b.vote_id and r.xmin = b.xmin
        where b.vote_id = ${scene.voteId}::uuid and r.is_used`;
    expect(joined).toEqual([]);
  });

  test('no column of a ballot says when, and none of a right for what', async () => {
    const columns = await own.database.$queryRaw<{ name: string }[]>`
      select table_name || '.' || column_name as name from information_schema.columns
        where table_name in ('vote_ballot', 'vote_right') and table_schema = 'public' order by 1`;
    expect(columns.map(({ name }) => name)).toEqual([
      'vote_ballot.choices',
      'vote_ballot.key',
      'vote_ballot.vote_id',
      'vote_right.area_code',
      'vote_right.code_hash',
      'vote_right.id',
      'vote_right.is_used',
      'vote_right.paper_number',
      'vote_right.person_id',
      'vote_right.sheet_id',
      'vote_right.vote_id',
    ]);
  });
});

test('a count that takes long keeps nobody of another vote waiting', async () => {
  const counting = await opened(own.database);
  const [code = ''] = await codesOf(counting, 1);
  must(await cast(counting, code, [1]));
  await keepTime(own.database, closesAt);
  const other = await opened(own.database);
  const [right = ''] = await codesOf(other, 1);
  const order = { voteId: counting.voteId, revision: await revisionOf(counting) };
  const context = await by(own.database, counting.announcer, closesAt);
  const [won = ''] = counting.initiativeIds;
  const { count } = await own.database.$transaction(async (tx) => {
    // the plan that wins is held, so that the count stands still where it has done nearly everything
    await tx.$executeRaw`select from initiative where id = ${won}::uuid for update`;
    const count = countVote(order, context);
    await someoneWaitsForLock(own.database, count);
    expect(must(await cast(other, right, [2]))).toMatchObject({ isChange: false });
    return { count };
  });
  expect(await count).toEqual({ ok: true, value: 'outcome' });
});
