import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import { readPabulib } from '#app/modules/counting/pabulib/read.ts';
import { discardVote } from '#app/modules/voting/commands/cancel-vote.server.ts';
import { countVote } from '#app/modules/voting/commands/count-vote.server.ts';
import { drawingLots } from '#app/modules/voting/commands/draw-lots.server.ts';
import { keepTime } from '#app/modules/voting/commands/keep-time.server.ts';
import { publishedVoteFile } from '#app/modules/voting/queries/published-vote.query.server.ts';
import { votePage } from '#app/modules/voting/queries/vote-page.query.server.ts';
import { voteWorkPage } from '#app/modules/voting/queries/vote-work.query.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { recounted } from '#app/modules/voting/recounted.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { annulling, cancelling } from './by-two.ts';
import {
  announced,
  by,
  cast,
  closesAt,
  codesOf,
  must,
  opened,
  prepared,
  revisionOf,
  type VoteScene,
} from './vote-scene.ts';
import { afterClosing, mailsOf } from './winner-scene.ts';

const own = useTestDatabase();

const voteOf = async ({ voteId }: VoteScene) => own.database.vote.findUniqueOrThrow({ where: { id: voteId } });
const press = async (scene: VoteScene) => ({ voteId: scene.voteId, revision: await revisionOf(scene) });
const rule = async (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) =>
      /rule "(\w+)"/.exec(String(error))?.[1] ?? /constraint: `?(\w+)/.exec(String(error))?.[1] ?? String(error),
  );
const interested = async (personId: string, { initiativeIds }: VoteScene) =>
  own.database.interestDeclaration.create({
    data: { id: newId(), personId, initiativeId: initiativeIds[0] ?? '', kind: 'family', declaredAt: afterClosing },
  });

describe('cancelling a vote that was announced', () => {
  test('is proposed by one and confirmed by another; nobody outside sees it before', async () => {
    const scene = await opened(own.database);
    const { propose, confirm, drop } = cancelling(scene);
    must(await propose(scene.announcer));
    expect(await propose(scene.preparer)).toMatchObject({ reason: 'already-proposed' });
    expect(await confirm(scene.announcer)).toMatchObject({ reason: 'annuls-itself' });
    expect(await confirm(scene.outsider)).toMatchObject({ reason: 'role-needed' });
    const { slug } = await voteOf(scene);
    expect(await votePage(own.database, slug, 'nl')).toMatchObject({ state: 'open', cancelReason: '' });
    const { actor } = await by(own.database, scene.preparer);
    expect((await voteWorkPage(own.database, actor, scene.voteId))?.cancellation).toMatchObject({
      ...{ reason: 'Het regent.', isOwn: false },
    });
    must(await drop(scene.preparer));
    expect(await confirm(scene.preparer)).toMatchObject({ reason: 'move-impossible' });
    must(await propose(scene.announcer));
    must(await confirm(scene.preparer));
    expect(await votePage(own.database, slug, 'nl')).toMatchObject({ state: 'cancelled', cancelReason: 'Het regent.' });
    expect(await voteOf(scene)).toMatchObject({ cancellerId: scene.preparer, reservedCents: 0n });
  });

  test('is told: when on the page, by whom to the body, and why to who brought a plan, once', async () => {
    const scene = await announced(own.database);
    must(await cancelling(scene).propose(scene.announcer));
    expect(await mailsOf(own.database, scene.voteId, testNow)).toEqual([]);
    must(await cancelling(scene).confirm(scene.preparer));
    const { slug } = await voteOf(scene);
    expect(await votePage(own.database, slug, 'nl')).toMatchObject({ cancelledAt: testNow });
    const { actor } = await by(own.database, scene.preparer);
    const people = await own.database.person.findMany({ where: { id: { in: [scene.announcer, scene.preparer] } } });
    const nameOf = (id: string) => people.find((person) => person.id === id)?.name;
    expect((await voteWorkPage(own.database, actor, scene.voteId))?.cancelledBy).toEqual([
      nameOf(scene.announcer),
      nameOf(scene.preparer),
    ]);
    const sent = await mailsOf(own.database, scene.voteId, testNow);
    expect(sent).toHaveLength(
      await own.database.voteProject.count({ where: { voteId: scene.voteId, verdict: 'included' } }),
    );
    expect(sent[0]?.subject).toContain('De stemming is afgezegd');
    expect(sent[0]?.text).toContain('Het regent.');
    expect(await mailsOf(own.database, scene.voteId, testNow)).toEqual([]);
  });

  test('cannot be done alone past the page either, and stays in the record', async () => {
    const scene = await announced(own.database);
    const alone = { state: 'cancelled', cancellerId: scene.announcer, cancelledAt: closesAt, cancelReason: 'Nee.' };
    const { voteId } = scene;
    expect(await rule(own.database.vote.update({ where: { id: voteId }, data: alone }))).toBe(
      'vote_cancellation_two_persons',
    );
    const data = { voteId, reason: 'Nee.', proposerId: scene.announcer, proposedAt: closesAt };
    const confirmed = { confirmerId: scene.preparer, confirmedAt: closesAt };
    expect(await rule(own.database.voteCancellation.create({ data: { ...data, ...confirmed } }))).toBe(
      'vote_cancellation_two_persons',
    );
    await own.database.voteCancellation.create({ data });
    await own.database.voteCancellation.update({ where: { voteId }, data: confirmed });
    expect((await voteOf(scene)).state).toBe('cancelled');
    expect(await rule(own.database.voteCancellation.delete({ where: { voteId } }))).toBe('vote_append_only');
  });

  test('keeps who has an interest out, and waits before a count', async () => {
    const scene = await opened(own.database);
    await keepTime(own.database, closesAt);
    const { propose, confirm, drop } = cancelling(scene, afterClosing);
    must(await propose(scene.preparer));
    await interested(scene.announcer, scene);
    expect(await confirm(scene.announcer)).toMatchObject({ reason: 'interest-in-vote' });
    expect(await drop(scene.announcer)).toMatchObject({ reason: 'interest-in-vote' });
    const count = async () => countVote(await press(scene), await by(own.database, scene.preparer, afterClosing));
    expect(await count()).toMatchObject({ reason: 'cancellation-waits' });
    must(await drop(scene.preparer));
    must(await count());
    expect(await propose(scene.preparer)).toMatchObject({ reason: 'move-impossible' });
  });

  test('is not for a draft, which one person throws away', async () => {
    const scene = await prepared(own.database);
    expect(await cancelling(scene).propose(scene.preparer)).toMatchObject({ reason: 'move-impossible' });
    const order = { ...(await press(scene)), reason: 'Toch niet.' };
    must(await discardVote(order, await by(own.database, scene.preparer)));
    expect((await voteOf(scene)).state).toBe('cancelled');
    const running = await announced(own.database);
    const refused = { ...(await press(running)), reason: 'Toch niet.' };
    expect(await discardVote(refused, await by(own.database, running.preparer))).toMatchObject({
      reason: 'move-impossible',
    });
  });
});

describe('a tie', () => {
  async function tied(): Promise<VoteScene> {
    const greedy = { method: 'greedy', completion: null, amount: cents(1_500_00) } as const;
    const scene = await opened(own.database, greedy, [1_000_00, 1_000_00]);
    const codes = await codesOf(scene, 2);
    must(await cast(scene, codes[0] ?? '', [1]));
    must(await cast(scene, codes[1] ?? '', [2]));
    await keepTime(own.database, closesAt);
    expect(must(await countVote(await press(scene), await by(own.database, scene.announcer, closesAt)))).toBe('tie');
    return scene;
  }
  const drawnAt = addMinutes(closesAt, 30);
  const place = 'Huis van de Wijk; zaal 2';
  const as = async (personId: string) => by(own.database, personId, afterClosing);
  const enter = async (scene: VoteScene, lots: number[], changes: { drawnAt?: Date } = {}) =>
    drawingLots.propose({ ...(await press(scene)), lots, drawnAt, place, ...changes }, await as(scene.announcer));
  const confirm = async (scene: VoteScene, personId = scene.preparer) =>
    drawingLots.confirm(await press(scene), await as(personId));

  const lastTie = async ({ voteId }: VoteScene) => {
    const { result } = await own.database.voteCount.findFirstOrThrow({
      where: { voteId },
      orderBy: { attempt: 'desc' },
    });
    return z.object({ tied: z.array(z.int()) }).parse(result).tied;
  };

  test('is ended by a lot, whole, drawn after the count, and seen by two', async () => {
    const scene = await tied();
    expect((await voteOf(scene)).state).toBe('closed');
    const again = await countVote(await press(scene), await as(scene.preparer));
    expect(again).toMatchObject({ reason: 'lots-missing' });
    expect(await enter(scene, [2])).toMatchObject({ reason: 'lots-incomplete' });
    expect(await enter(scene, [2, 2])).toMatchObject({ reason: 'lots-incomplete' });
    expect(await enter(scene, [2, 1], { drawnAt: addMinutes(closesAt, -1) })).toMatchObject({
      reason: 'drawn-before-tie',
    });
    expect(await enter(scene, [2, 1], { drawnAt: addMinutes(afterClosing, 1) })).toMatchObject({
      reason: 'drawn-in-future',
    });
    must(await enter(scene, [1, 2]));
    expect(await enter(scene, [2, 1])).toMatchObject({ reason: 'already-proposed' });
    must(await drawingLots.drop(await press(scene), await as(scene.preparer)));
    must(await enter(scene, [2, 1]));
    expect(await confirm(scene, scene.announcer)).toMatchObject({ reason: 'confirms-itself' });
    expect(must(await confirm(scene))).toBe('outcome');
    const counts = await own.database.voteCount.findMany({
      where: { voteId: scene.voteId },
      orderBy: { attempt: 'asc' },
    });
    expect(counts).toMatchObject([
      { isTie: true },
      { isTie: false, countedById: scene.preparer, result: { winners: [2], lots: [[2, 1]] } },
    ]);
    const { slug } = await voteOf(scene);
    expect(await votePage(own.database, slug, 'nl')).toMatchObject({ lotsDrawn: [{ lots: [2, 1], drawnAt, place }] });
    const read = readPabulib((await publishedVoteFile(own.database, slug, 'ballots'))?.text ?? '');
    const meta = read.ok ? new Map(read.vote.file.meta) : new Map<string, string>();
    expect(meta.get('lots')).toBe('2,1');
    expect(meta.get('lots_drawn')).toMatch(/^\d\d\.\d\d\.\d{4} \d\d:\d\d, Huis van de Wijk zaal 2$/);
  });

  test('is not counted past before two persons saw the lot, whoever owns the machine', async () => {
    const scene = await tied();
    await enter(scene, [2, 1]);
    const { voteId } = scene;
    const data = { voteId, attempt: 2, ballots: 2, isTie: false, countedAt: afterClosing, result: {} };
    const countedById = scene.preparer;
    expect(await rule(own.database.voteCount.create({ data: { ...data, countedById } }))).toBe('vote_lot_two_persons');
    const where = { voteId_attempt: { voteId, attempt: 1 } };
    expect(await rule(own.database.voteLot.update({ where, data: { lots: [1, 2] } }))).toBe('vote_append_only');
  });

  test('that came after another moves nothing of the first', async () => {
    const rules = { method: 'equal-shares', completion: 'none', amount: cents(700_00) } as const;
    const costs = [100_00, 100_00, 200_00, 100_00, 100_00, 200_00];
    const scene = await opened(own.database, rules, costs);
    const ballots = [[4, 5], [3], [3], [2, 4, 5, 6], [6], [5], [2, 3], [2, 4]];
    const codes = await codesOf(scene, 16);
    for (const [at, code] of codes.entries()) must(await cast(scene, code, ballots[at % 8] ?? []));
    await keepTime(own.database, closesAt);
    expect(must(await countVote(await press(scene), await by(own.database, scene.announcer, closesAt)))).toBe('tie');
    expect(await lastTie(scene)).toEqual([2, 4]);
    must(await enter(scene, [2, 4]));
    expect(must(await confirm(scene))).toBe('tie');
    expect(await lastTie(scene)).toEqual([2, 5]);
    must(await enter(scene, [5, 2], { drawnAt: afterClosing }));
    expect(must(await confirm(scene))).toBe('tie');
    expect(await lastTie(scene)).toEqual([2, 4, 5]);
    must(await enter(scene, [5, 2, 4], { drawnAt: afterClosing }));
    expect(must(await confirm(scene))).toBe('outcome');
    const { slug } = await voteOf(scene);
    const { result } = (await votePage(own.database, slug, 'nl')) ?? {};
    expect(result?.is === 'outcome' && result.winners.toSorted()).toEqual([2, 3, 4, 5]);
    const file = (await publishedVoteFile(own.database, slug, 'ballots'))?.text ?? '';
    expect(file).toContain('\nlots;2,4|5,2|5,2,4\n');
    expect(recounted(file)?.winners).toEqual(result?.is === 'outcome' ? result.winners : []);
  });

  test('is entered again, as it was drawn, where what was entered was wrong', async () => {
    const scene = await tied();
    must(await enter(scene, [1, 2]));
    expect(must(await confirm(scene))).toBe('outcome');
    must(await annulling(scene).propose(scene.announcer));
    must(await annulling(scene).annul(scene.preparer));
    expect(must(await annulling(scene).count(scene.announcer))).toBe('tie');
    must(await enter(scene, [2, 1]));
    expect(must(await confirm(scene))).toBe('outcome');
    const { slug } = await voteOf(scene);
    expect(await votePage(own.database, slug, 'nl')).toMatchObject({
      ...{ result: { winners: [2] }, lotsDrawn: [{ lots: [2, 1], drawnAt }] },
    });
  });
});
