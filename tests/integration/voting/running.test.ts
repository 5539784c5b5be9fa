import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { countVote } from '#app/modules/voting/commands/count-vote.server.ts';
import { keepTime } from '#app/modules/voting/commands/keep-time.server.ts';
import { makeCodes } from '#app/modules/voting/commands/make-codes.server.ts';
import { noteWrongCode } from '#app/modules/voting/commands/note-wrong-code.server.ts';
import { changeVote, prepareVote } from '#app/modules/voting/commands/prepare-vote.server.ts';
import { checkProject, putUpProjects } from '#app/modules/voting/commands/put-up-projects.server.ts';
import { announceVote, concludeVote } from '#app/modules/voting/commands/run-vote.server.ts';
import { checkCodeOfBallot, checkCodes } from '#app/modules/voting/queries/own-ballot.query.server.ts';
import { voteList, votePage } from '#app/modules/voting/queries/vote-page.query.server.ts';
import { voteChoices, voteWorkPage } from '#app/modules/voting/queries/vote-work.query.server.ts';
import { makeFund, makeInitiative } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { cancelled } from './by-two.ts';
import {
  announced,
  by,
  cast,
  closesAt,
  codesOf,
  contentOf,
  must,
  opened,
  prepared,
  revisionOf,
  type VoteScene,
} from './vote-scene.ts';

const own = useTestDatabase();

const press = async (scene: VoteScene) => ({ voteId: scene.voteId, revision: await revisionOf(scene) });
const preparer = async (scene: VoteScene) => by(own.database, scene.preparer);
const announcer = async (scene: VoteScene) => by(own.database, scene.announcer);

async function closed(scene: VoteScene, ballots: readonly number[][]): Promise<string[]> {
  const codes = await codesOf(scene, Math.max(1, ballots.length));
  for (const [at, choices] of ballots.entries()) must(await cast(scene, codes[at] ?? '', choices));
  await keepTime(own.database, closesAt);
  return codes;
}

const count = async (scene: VoteScene) => countVote(await press(scene), await announcer(scene));

/** What a promise does to the balance of the fund, and takes back: the rule that every promise meets. */
async function promised({ fundId }: VoteScene, amount: number): Promise<string | null> {
  return own.database
    .$transaction(async (tx) => {
      await tx.$executeRaw`set local session_replication_role = replica`;
      await tx.$executeRaw`
        update ledger_account a set balance_cents = balance_cents - ${amount} from fund f
          where f.available_account_id = a.id and f.id = ${fundId}::uuid`;
      throw new Error('rule "none"');
    })
    .catch((error: unknown) => /rule "(\w+)"/.exec(String(error))?.[1] ?? String(error));
}

describe('preparing', () => {
  test('the address follows the title, and is that of no other vote', async () => {
    const [other, scene] = [await prepared(own.database), await prepared(own.database)];
    const slugAs = async (title: string) => {
      const content = contentOf(scene.fundId, { title });
      must(await changeVote({ ...(await press(scene)), content }, await preparer(scene)));
      return (await own.database.vote.findUniqueOrThrow({ where: { id: scene.voteId } })).slug;
    };
    expect(await slugAs('Speel, groen, kies mee')).toBe('speel-groen-kies-mee');
    expect(await slugAs('Speel, groen, kies mee')).toBe('speel-groen-kies-mee');
    const { title, slug } = await own.database.vote.findUniqueOrThrow({ where: { id: other.voteId } });
    expect(await slugAs(title)).toBe(`${slug}-2`);
  });
});

describe('what can be filled in', () => {
  test('budgets of this year and later, and the one that was chosen', async () => {
    const scene = await prepared(own.database);
    const old = await makeFund(own.database, { bodyId: scene.bodyId, amountCents: 5_000_00 });
    await own.database.$executeRaw`alter table fund disable trigger all`;
    await own.database.fund.update({ where: { id: old }, data: { year: 2021 } });
    await own.database.$executeRaw`alter table fund enable trigger all`;
    const { slug } = await own.database.body.findUniqueOrThrow({ where: { id: scene.bodyId } });
    const { year } = await own.database.fund.findUniqueOrThrow({ where: { id: scene.fundId } });
    const today = calendarDate(`${String(year)}-06-01`);
    const offered = async (chosen?: string) =>
      (await voteChoices(own.database, slug, today, chosen))?.funds.map(({ id }) => id);
    expect(await offered()).toEqual([scene.fundId]);
    expect(await offered(old)).toEqual([scene.fundId, old]);
    const moved = { ...(await press(scene)), content: contentOf(old) };
    expect(await changeVote(moved, await preparer(scene))).toMatchObject({ reason: 'fund-past' });
    const another = { bodyId: scene.bodyId, content: contentOf(old), formKey: newId() };
    expect(await prepareVote(another, await preparer(scene))).toMatchObject({ reason: 'fund-past' });
  });
});

describe('announcing', () => {
  test('is done by somebody else, and from then on nothing changes', async () => {
    const scene = await prepared(own.database);
    expect(await announceVote(await press(scene), await preparer(scene))).toEqual({ ok: false, reason: 'same-person' });
    expect(await announceVote(await press(scene), await by(own.database, scene.outsider))).toMatchObject({
      reason: 'role-needed',
    });
    must(await announceVote(await press(scene), await announcer(scene)));
    const content = contentOf(scene.fundId, { amount: cents(1_00) });
    expect(await changeVote({ ...(await press(scene)), content }, await preparer(scene))).toMatchObject({
      reason: 'already-announced',
    });
    const past = async (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error: unknown) => /rule "(\w+)"/.exec(String(error))?.[1] ?? String(error),
      );
    const where = { id: scene.voteId };
    for (const data of [
      { amountCents: 1n },
      { method: 'greedy', completion: null },
      { closesAt: new Date() },
      { title: 'Iets' },
    ])
      expect(await past(own.database.vote.update({ where, data }))).toBe('vote_announced_fixed');
    const { database } = own;
    const ofVote = { voteId: scene.voteId };
    expect(await past(database.voteProject.updateMany({ where: ofVote, data: { costCents: 1n } }))).toBe(
      'vote_announced_fixed',
    );
    expect(await past(database.voteArea.deleteMany({ where: ofVote }))).toBe('vote_announced_fixed');
    expect(await past(database.vote.delete({ where }))).toBe('vote_append_only');
    expect(await past(database.vote.update({ where, data: { state: 'counted' } }))).toBe('vote_move');
  });

  test('waits until every plan was checked, by somebody without an interest', async () => {
    const scene = await prepared(own.database);
    const mine = await makeInitiative(own.database, { stage: 'accepted', submitterId: scene.preparer });
    must(await putUpProjects({ ...(await press(scene)), initiativeIds: [mine] }, await preparer(scene)));
    expect(await announceVote(await press(scene), await announcer(scene))).toMatchObject({
      reason: 'projects-unchecked',
    });
    const check = async () => ({
      ...{ ...(await press(scene)), number: 4, cost: cents(900_00) },
      ...({ verdict: 'excluded', reason: 'De grond is niet van ons.' } as const),
    });
    expect(await checkProject(await check(), await preparer(scene))).toEqual({ ok: false, reason: 'interest' });
    must(await checkProject(await check(), await announcer(scene)));
    must(await announceVote(await press(scene), await announcer(scene)));
    const { slug } = await own.database.vote.findUniqueOrThrow({ where: { id: scene.voteId } });
    const line = (await voteList(own.database)).find((vote) => vote.slug === slug);
    expect(line).toMatchObject({ state: 'announced', projects: 3 });
    expect(await votePage(own.database, slug, 'nl')).toMatchObject({
      excluded: [{ number: 4, reason: 'De grond is niet van ons.' }],
    });
  });

  test('waits until there are two plans to choose from', async () => {
    const scene = await prepared(own.database, {}, [1_000_00]);
    expect(await announceVote(await press(scene), await announcer(scene))).toMatchObject({ reason: 'one-project' });
  });

  test('sees what changed since the page was read', async () => {
    const scene = await prepared(own.database);
    const before = await press(scene);
    const more = await makeInitiative(own.database, { stage: 'accepted' });
    must(await putUpProjects({ ...before, initiativeIds: [more] }, await preparer(scene)));
    expect(await announceVote(before, await announcer(scene))).toMatchObject({ reason: 'changed-meanwhile' });
  });
});

describe('the money', () => {
  test('is set apart, so that nothing else can be promised of it', async () => {
    const scene = await announced(own.database);
    // 5,000 in the fund, 3,000 apart
    expect(await promised(scene, 2_000_01)).toBe('fund_not_overcommitted');
    expect(await promised(scene, 2_000_00)).toBe('none');
    await cancelled(scene);
    expect(await promised(scene, 5_000_00)).toBe('none');
    const [row] = await own.database.$queryRaw<{ reserved: bigint }[]>`
      select a.reserved_cents as reserved from ledger_account a join fund f on f.available_account_id = a.id where f.id = ${scene.fundId}::uuid`;
    expect(row).toEqual({ reserved: 0n });
  });

  test('two votes do not set apart more than the fund holds, also at once', async () => {
    const scene = await prepared(own.database);
    const second = newId();
    const content = contentOf(scene.fundId);
    must(await prepareVote({ bodyId: scene.bodyId, content, formKey: second }, await preparer(scene)));
    const other = { ...scene, voteId: second };
    const initiativeIds = scene.initiativeIds.slice(0, 2);
    must(await putUpProjects({ ...(await press(other)), initiativeIds }, await preparer(other)));
    for (const number of [1, 2]) {
      const check = { number, cost: cents(5_00), verdict: 'included', reason: '' } as const;
      must(await checkProject({ ...(await press(other)), ...check }, await preparer(other)));
    }
    const outcomes = await Promise.all([
      announceVote(await press(scene), await announcer(scene)),
      announceVote(await press(other), await announcer(other)),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'fund-exhausted' });
  });

  test('after counting only what the winners cost stays apart, until decisions take it', async () => {
    const scene = await opened(own.database);
    await closed(scene, [[1], [1]]);
    expect(must(await count(scene))).toBe('outcome');
    const work = await voteWorkPage(own.database, (await announcer(scene)).actor, scene.voteId);
    expect(work?.result).toMatchObject({ winners: [1], spent: 1_000_00 });
    const row = async () => own.database.vote.findUniqueOrThrow({ where: { id: scene.voteId } });
    expect((await row()).reservedCents).toBe(1_000_00n);
    expect(await concludeVote(await press(scene), await announcer(scene))).toMatchObject({ reason: 'winners-wait' });
  });

  test('of a vote that nobody won is free, and the vote is ended by hand', async () => {
    const scene = await opened(own.database, { minimumVotes: 5 });
    await closed(scene, [[1]]);
    expect(must(await count(scene))).toBe('outcome');
    expect(await own.database.vote.findUniqueOrThrow({ where: { id: scene.voteId } })).toMatchObject({
      reservedCents: 0n,
    });
    must(await concludeVote(await press(scene), await announcer(scene)));
  });
});

describe('counting', () => {
  test('only after closing, once, and with as many ballots as rights that were used', async () => {
    const scene = await opened(own.database);
    expect(await count(scene)).toMatchObject({ reason: 'move-impossible' });
    await closed(scene, [[1], [2, 3]]);
    // somebody with the keys of the database takes one away
    await own.database.$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('voting.shuffling', 'on', true)`;
      await tx.voteBallot.deleteMany({ where: { voteId: scene.voteId, choices: { equals: [1] } } });
    });
    expect(await count(scene)).toMatchObject({ reason: 'ballots-do-not-add-up' });
  });

  test('each voter finds their check code in the list, and nobody sees the list before', async () => {
    const scene = await opened(own.database);
    const [code = ''] = await codesOf(scene, 1);
    const { checkCode } = must(await cast(scene, code, [1]));
    expect(await checkCodes(own.database, scene.voteId)).toBeNull();
    expect(await checkCodeOfBallot(own.database, scene.voteId, code)).toBe(checkCode);
    await keepTime(own.database, closesAt);
    expect(await checkCodes(own.database, scene.voteId)).toBeNull();
    must(await count(scene));
    expect(await checkCodes(own.database, scene.voteId)).toEqual([checkCode]);
  });
});

test('codes are made for an area of the vote, by who runs it, from the announcement on', async () => {
  const draft = await prepared(own.database);
  const order = { voteId: draft.voteId, areaCode: 'TA', codes: 3, formKey: newId() };
  expect(await makeCodes(order, await announcer(draft))).toMatchObject({ reason: 'vote-not-open' });
  const scene = await announced(own.database);
  const { voteId } = scene;
  expect(await makeCodes({ ...order, voteId, areaCode: 'TC' }, await announcer(scene))).toMatchObject({
    reason: 'area-unknown',
  });
  expect(await makeCodes({ ...order, voteId }, await by(own.database, scene.outsider))).toMatchObject({
    reason: 'role-needed',
  });
  expect(await makeCodes({ ...order, voteId, codes: 2001 }, await announcer(scene))).toMatchObject({
    reason: 'codes-off-range',
  });
  expect(new Set(must(await makeCodes({ ...order, voteId }, await announcer(scene)))).size).toBe(3);
  // pressed twice
  expect(await makeCodes({ ...order, voteId }, await announcer(scene))).toMatchObject({ reason: 'already-made' });
  const twice = { ...order, voteId, formKey: newId() };
  const context = await announcer(scene);
  const outcomes = await Promise.all([makeCodes(twice, context), makeCodes(twice, context)]);
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await own.database.voteRight.count({ where: { voteId } })).toBe(6);
});

test('who runs a vote sees how many voted where, not under ten, and when codes were guessed', async () => {
  const scene = await opened(own.database);
  const here = await codesOf(scene, 12, 'TA');
  const there = await codesOf(scene, 10, 'TB');
  for (const code of [...here, ...there.slice(0, 9)]) must(await cast(scene, code, [1]));
  const { actor, now } = await announcer(scene);
  const seen = async () => voteWorkPage(own.database, actor, scene.voteId);
  expect(await seen()).toMatchObject({ voted: 21, turnout: [{ voters: null }, { voters: null }] });
  must(await cast(scene, there[9] ?? '', [1]));
  expect(await seen()).toMatchObject({ voted: 22, turnout: [{ voters: 12 }, { voters: 10 }] });
  await noteWrongCode(own.database, scene.voteId, now);
  await noteWrongCode(own.database, scene.voteId, now);
  expect((await seen())?.wrongCodes).toEqual([{ hour: now, tries: 2 }]);
  expect(await voteWorkPage(own.database, (await by(own.database, scene.outsider)).actor, scene.voteId)).toBeNull();
});
