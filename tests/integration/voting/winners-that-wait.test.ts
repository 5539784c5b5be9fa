import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import { countVote } from '#app/modules/voting/commands/count-vote.server.ts';
import { keepTime } from '#app/modules/voting/commands/keep-time.server.ts';
import { checkProject, putUpProjects } from '#app/modules/voting/commands/put-up-projects.server.ts';
import { announceVote, concludeVote } from '#app/modules/voting/commands/run-vote.server.ts';
import { publishLog } from '#app/modules/transparency/commands/publish-log.server.ts';
import { voteFollows, votesOfPlan } from '#app/modules/voting/queries/vote-follows.query.server.ts';
import { winnerWork } from '#app/modules/voting/queries/winner-work.query.server.ts';
import { plansWonElsewhere } from '#app/modules/voting/queries/won-elsewhere.query.server.ts';
import * as ballotsProof from '#app/routes/stemmen.$slug.stemmen_.bewijs[.json].ts';
import * as ballots from '#app/routes/stemmen.$slug.stemmen[.pb].ts';
import { makeInitiative } from '#tests/factories/index.ts';
import { confirmation } from '#tests/integration/decisions/scene.ts';
import { Browser } from '#tests/integration/people/visiting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { someoneWaitsForLock } from '#tests/support/locks.ts';
import { annulling, cancelling } from './by-two.ts';
import { by, cast, closesAt, codesOf, must, opened, prepared, revisionOf, type VoteScene } from './vote-scene.ts';
import { afterClosing, counted, mailsOf, takenOver } from './winner-scene.ts';

const own = useTestDatabase();

const states = async ({ voteId }: VoteScene) => {
  const rows = await own.database.voteAward.findMany({ where: { voteId }, orderBy: { place: 'asc' } });
  return rows.map(({ number, state }) => `${String(number)} ${state}`);
};
const voteOf = async ({ voteId }: VoteScene) => own.database.vote.findUniqueOrThrow({ where: { id: voteId } });
const moveTo = async (id = '', stage = '') => own.database.initiative.update({ where: { id }, data: { stage } });
const order = async (scene: VoteScene) => ({ voteId: scene.voteId, revision: await revisionOf(scene) });
const interested = async (personId: string, initiativeId = '') =>
  own.database.interestDeclaration.create({
    data: { id: newId(), personId, initiativeId, kind: 'family', declaredAt: afterClosing },
  });

test('winners that went their way before there were awards are settled, and a vote without others is concluded', async () => {
  const scene = await counted(own.database);
  const waits = await counted(own.database);
  const [granted = '', withdrawn = ''] = scene.initiativeIds;
  // as the first migration left them: its triggers were not there when the plans went
  await own.database.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    await tx.$executeRaw`update initiative set stage = 'running' where id = ${granted}::uuid`;
    await tx.$executeRaw`update initiative set stage = 'withdrawn' where id = ${withdrawn}::uuid`;
  });
  expect(await states(scene)).toEqual(['1 won', '2 won']);
  const file = new URL(
    '../../../prisma/migrations/20261124100000_winners_that_went_their_way/migration.sql',
    import.meta.url,
  );
  await own.database.$executeRawUnsafe(readFileSync(file, 'utf8'));
  expect(await states(scene)).toEqual(['1 granted-elsewhere', '2 withdrawn']);
  expect(await voteOf(scene)).toMatchObject({ state: 'concluded', reservedCents: 0n });
  // of a vote that had been concluded by then there is no award: nobody says that its winner lost
  await own.database.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    await tx.$executeRaw`delete from vote_award where vote_id = ${scene.voteId}::uuid`;
  });
  expect(await votesOfPlan(own.database, granted)).toEqual([]);
  expect(await votesOfPlan(own.database, scene.initiativeIds[2] ?? '')).toMatchObject([{ state: 'lost' }]);
  expect(await states(waits)).toEqual(['1 won', '2 won']);
  expect(await voteOf(waits)).toMatchObject({ state: 'counted', reservedCents: 2_500_00n });
});

test('a plan that is withdrawn while the count runs does not win afterwards', async () => {
  const scene = await opened(own.database);
  const [code = ''] = await codesOf(scene, 1);
  must(await cast(scene, code, [1]));
  await keepTime(own.database, closesAt);
  const given = await order(scene);
  const context = await by(own.database, scene.announcer, closesAt);
  const { count } = await own.database.$transaction(async (tx) => {
    await tx.initiative.update({ where: { id: scene.initiativeIds[0] ?? '' }, data: { stage: 'withdrawn' } });
    const count = countVote(given, context);
    await someoneWaitsForLock(own.database, count);
    return { count };
  });
  expect(await count).toMatchObject({ ok: true });
  expect(await states(scene)).toEqual(['1 withdrawn']);
});

describe('who has an interest', () => {
  test('does not end a vote that closed or that nobody won, nor drops an annulment', async () => {
    const closed = await opened(own.database);
    await keepTime(own.database, closesAt);
    await interested(closed.announcer, closed.initiativeIds[0]);
    const context = await by(own.database, closed.announcer, afterClosing);
    expect(await cancelling(closed, afterClosing).propose(closed.announcer)).toMatchObject({
      reason: 'interest-in-vote',
    });
    const free = await by(own.database, closed.preparer, afterClosing);
    expect(await countVote(await order(closed), free)).toEqual({ ok: true, value: 'outcome' });
    expect(await concludeVote(await order(closed), context)).toMatchObject({ reason: 'interest-in-vote' });

    const scene = await counted(own.database);
    must(await annulling(scene).propose(scene.preparer));
    await interested(scene.announcer, scene.initiativeIds[2]);
    expect(await annulling(scene).drop(scene.announcer)).toMatchObject({ reason: 'interest-in-vote' });
    must(await annulling(scene).drop(scene.preparer));
  });
});

describe('a count that was annulled', () => {
  test('has no winners, also not one that had gone its way before', async () => {
    const scene = await counted(own.database);
    await moveTo(scene.initiativeIds[0], 'withdrawn');
    must(await annulling(scene).propose(scene.announcer));
    must(await annulling(scene).annul(scene.preparer));
    expect(await voteFollows(own.database, scene.voteId)).toMatchObject({ winners: [], annulled: [{ attempt: 1 }] });
    must(await annulling(scene).count(scene.announcer));
    expect((await voteFollows(own.database, scene.voteId)).winners.map(({ state }) => state)).toEqual([
      'withdrawn',
      'won',
    ]);
  });

  test('has a proof of its own, beside that of the count that stands', async () => {
    const scene = await counted(own.database);
    must(await annulling(scene).propose(scene.announcer));
    must(await annulling(scene).annul(scene.preparer));
    // the file of the second count differs
    const [id = ''] = scene.initiativeIds;
    await own.database.initiative.update({ where: { id }, data: { slug: `elders-${id}` } });
    must(await annulling(scene).count(scene.announcer));
    const seeds = [new Uint8Array(32).fill(7)];
    await publishLog({ database: own.database, now: afterClosing, seeds, origin: 'wijkbeurs.example/log' });
    const { slug } = await voteOf(scene);
    const browser = new Browser(own.database, 'live');
    const get = async (query: string) =>
      browser.get(ballotsProof.loader, `/stemmen/${slug}/stemmen/bewijs.json${query}`, { slug });
    const proofs = [await get('?telling=1'), await get('?telling=2'), await get('')];
    const texts = await Promise.all(proofs.map(async ({ response }) => response?.text() ?? ''));
    expect(texts[0]).not.toBe(texts[1]);
    expect(texts[1]).toBe(texts[2]);
    expect((await get('?telling=3')).status).toBe(404);
    expect((await get('?telling=x')).status).toBe(404);
  });

  test('is still given as it was published, marked as annulled, and asked about again each time', async () => {
    const scene = await counted(own.database);
    const { slug } = await voteOf(scene);
    const browser = new Browser(own.database, 'live');
    const get = async (query: string, headers: Record<string, string> = {}) =>
      (await browser.get(ballots.loader, `/stemmen/${slug}/stemmen.pb${query}`, { slug }, { headers })).response;
    const first = await get('');
    const etag = first?.headers.get('ETag') ?? '';
    expect(first?.headers.get('Cache-Control')).toBe('public, no-cache');
    expect(first?.headers.get('X-Count-Annulled')).toBeNull();
    expect((await get('', { 'If-None-Match': etag }))?.status).toBe(304);
    must(await annulling(scene).propose(scene.announcer));
    must(await annulling(scene).annul(scene.preparer));
    const text = await first?.text();
    const marked = async (query: string) => {
      const given = await get(query);
      expect(await given?.text()).toBe(text);
      expect(given?.headers.get('Content-Disposition')).toContain('telling-1-ongeldig.pb');
      return decodeURIComponent(given?.headers.get('X-Count-Annulled') ?? '');
    };
    expect(await marked('')).toBe('Een stapel stembriefjes telde dubbel.');
    must(await annulling(scene).count(scene.announcer));
    expect(await marked('?telling=1')).toBe('Een stapel stembriefjes telde dubbel.');
    // the command counts it again at its address, agrees, and says that it is the wrong one
    const annulled = await get('?telling=1');
    const site = createServer((_request, answer) => {
      answer.setHeader('X-Count-Annulled', annulled?.headers.get('X-Count-Annulled') ?? '').end(text);
    });
    await new Promise<void>((done) => {
      site.listen(0, '127.0.0.1', done);
    });
    const { port } = site.address() as AddressInfo;
    const script = fileURLToPath(new URL('../../../scripts/recount.ts', import.meta.url));
    const { stdout } = await promisify(execFile)('node', [script, `http://127.0.0.1:${String(port)}/`]);
    site.close();
    expect(stdout).toContain('Agrees');
    expect(stdout).toContain('This count was annulled');
    expect(stdout).toContain('Een stapel stembriefjes telde dubbel.');
    expect((await get('?telling=2'))?.headers.get('X-Count-Annulled')).toBeNull();
    expect((await get(''))?.headers.get('X-Count-Annulled')).toBeNull();
    expect((await get('?telling=3'))?.status).toBe(404);
    expect((await get('?telling=een'))?.status).toBe(404);
  });
});

test('an exploration is not put up, and not checked as one that can be chosen', async () => {
  const scene = await prepared(own.database);
  const context = await by(own.database, scene.preparer);
  const explores = await makeInitiative(own.database, { stage: 'exploring', requestedCents: 500_00 });
  expect(await putUpProjects({ ...(await order(scene)), initiativeIds: [explores] }, context)).toMatchObject({
    reason: 'plan-explores',
  });
  await moveTo(scene.initiativeIds[0], 'exploring');
  const check = { number: 1, cost: cents(1_000_00), reason: 'Nog een verkenning.' };
  expect(await checkProject({ ...(await order(scene)), ...check, verdict: 'included' }, context)).toMatchObject({
    reason: 'plan-explores',
  });
  expect(await checkProject({ ...(await order(scene)), ...check, verdict: 'excluded' }, context)).toMatchObject({
    ok: true,
  });
});

test('a winner that cannot be decided on says why, to the body and where it is public to everybody', async () => {
  const scene = await counted(own.database);
  const { actor } = await by(own.database, scene.announcer, afterClosing);
  const blocks = async () => {
    const { work } = await winnerWork(own.database, actor, { id: scene.voteId, bodyId: scene.bodyId }, afterClosing);
    return work.map(({ block, waits }) => [block, waits]);
  };
  expect(await blocks()).toEqual([
    [null, null],
    [null, null],
  ]);
  await moveTo(scene.initiativeIds[0], 'scoring');
  await moveTo(scene.initiativeIds[1], 'exploring');
  expect(await blocks()).toEqual([
    ['round', 'round'],
    ['explores', 'explores'],
  ]);
  await moveTo(scene.initiativeIds[0], 'accepted');
  await interested(scene.preparer, scene.initiativeIds[0]);
  // who has an interest is not public
  expect((await blocks())[0]).toEqual(['interests', null]);
});

test('the body that has a winner of another vote on its list hears of it', async () => {
  const second = await opened(own.database);
  const first = await opened(own.database, {}, [1_000_00, 1_500_00]);
  const [both = ''] = first.initiativeIds;
  const [instead = ''] = second.initiativeIds;
  // as if it had been put up before
  await own.database.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    await tx.$executeRaw`
      update vote_project set initiative_id = ${both}::uuid, version = 1 where vote_id = ${second.voteId}::uuid and initiative_id = ${instead}::uuid`;
  });
  const [code = ''] = await codesOf(first, 1);
  must(await cast(first, code, [1]));
  await keepTime(own.database, closesAt);
  must(await countVote(await order(first), await by(own.database, first.announcer, closesAt)));
  const sent = await mailsOf(own.database, first.voteId, afterClosing);
  const addresses = await own.database.person.findMany({
    where: { id: { in: [second.preparer, second.announcer] } },
    select: { email: true },
  });
  const told = sent.filter(({ subject }) => subject.startsWith('Een plan op jullie lijst won een andere stemming'));
  expect(told.map(({ to }) => to).sort()).toEqual(addresses.map(({ email }) => email).sort());
  expect(told[0]?.text).toContain(`/stemwerk/${second.voteId}`);
});

test('a plan that won one vote says so on the ballot of another, and gets the money once', async () => {
  const first = await counted(own.database);
  const [both = ''] = first.initiativeIds;
  const second = await prepared(own.database);
  const preparing = await by(own.database, second.preparer);
  must(await putUpProjects({ ...(await order(second)), initiativeIds: [both] }, preparing));
  const check = { number: 4, verdict: 'included', reason: '', cost: cents(1_000_00) } as const;
  must(await checkProject({ ...(await order(second)), ...check }, preparing));
  must(await announceVote(await order(second), await by(own.database, second.announcer)));
  await keepTime(own.database, addMinutes(closesAt, -60));
  const { slug } = await voteOf(first);
  const told = async (scene: VoteScene) =>
    (await plansWonElsewhere(own.database, scene.voteId)).map(({ number, vote }) => [number, vote.slug, vote.state]);
  expect(await told(second)).toEqual([[4, slug, 'won']]);
  const [plan] = await plansWonElsewhere(own.database, second.voteId);
  expect(plan).toMatchObject({ requested: 1_000_00, got: 1_000_00 });
  expect(await told(first)).toEqual([]);

  const [code = ''] = await codesOf(second, 1);
  must(await cast(second, code, [4]));
  await keepTime(own.database, closesAt);
  const counting = await by(own.database, second.announcer, afterClosing);
  must(await countVote(await order(second), counting));
  // it won both: the first decides, and the second says where
  expect((await voteFollows(own.database, second.voteId)).winners).toMatchObject([
    { number: 4, state: 'won', waits: 'other-vote', elsewhere: { slug } },
  ]);
  expect((await voteFollows(own.database, first.voteId)).winners).toMatchObject([{ waits: null }, { waits: null }]);
  expect(await takenOver(second)).toMatchObject({ reason: 'nothing-taken-over' });

  must(await takenOver(first));
  const { id } = await own.database.decision.findFirstOrThrow({ where: { voteId: first.voteId, initiativeId: both } });
  const confirming = await by(own.database, first.preparer, afterClosing);
  must(await confirmDecision(await confirmation(own.database, id, afterClosing), confirming));
  expect(await states(second)).toEqual(['4 granted-elsewhere']);
  expect(await voteOf(second)).toMatchObject({ state: 'concluded', reservedCents: 0n });
  expect(await own.database.decision.count({ where: { initiativeId: both, state: 'confirmed' } })).toBe(1);
});
