import { describe, expect, test } from 'vitest';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import { changeDecision } from '#app/modules/decisions/commands/change-decision.server.ts';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import { checkFiles } from '#app/modules/decisions/check-files.ts';
import { decisionPage, publishedFile } from '#app/modules/decisions/queries/decision-page.query.server.ts';
import { rowsNotAsPublished } from '#app/modules/decisions/queries/rows-as-published.query.server.ts';
import { prepareDecision } from '#app/modules/decisions/commands/prepare-decision.server.ts';
import { withdrawInitiative } from '#app/modules/initiatives/commands/withdraw-initiative.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { annulling } from './by-two.ts';
import { confirmation } from '../decisions/scene.ts';
import { waitingWinner } from '#app/modules/voting/queries/waiting-winner.server.ts';
import { winnerProposal } from '#app/modules/voting/winner.ts';
import { countVote } from '#app/modules/voting/commands/count-vote.server.ts';
import { keepTime } from '#app/modules/voting/commands/keep-time.server.ts';
import { announceVote } from '#app/modules/voting/commands/run-vote.server.ts';
import { lossesOf } from '#app/modules/voting/loss.ts';
import { votesOfPlan } from '#app/modules/voting/queries/vote-follows.query.server.ts';
import { votePage } from '#app/modules/voting/queries/vote-page.query.server.ts';
import { winnerWork } from '#app/modules/voting/queries/winner-work.query.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { by, closesAt, must, opened, prepared, revisionOf, type VoteScene } from './vote-scene.ts';
import { counted, takenOver, takeOverOf, mailsOf } from './winner-scene.ts';

const own = useTestDatabase();
const after = addMinutes(closesAt, 60);

const account = async ({ fundId }: VoteScene) => {
  const [row] = await own.database.$queryRaw<{ balance: bigint; reserved: bigint }[]>`
    select a.balance_cents as balance, a.reserved_cents as reserved from ledger_account a join fund f on f.available_account_id = a.id
      where f.id = ${fundId}::uuid`;
  return { balance: Number(row?.balance), reserved: Number(row?.reserved) };
};
const states = async ({ voteId }: VoteScene) => {
  const rows = await own.database.voteAward.findMany({
    where: { voteId },
    orderBy: [{ attempt: 'asc' }, { place: 'asc' }],
  });
  return rows.map(({ number, state }) => `${String(number)} ${state}`);
};
const stateOf = async ({ voteId }: VoteScene) =>
  (await own.database.vote.findUniqueOrThrow({ where: { id: voteId } })).state;
const proposals = async ({ voteId }: VoteScene) =>
  own.database.decision.findMany({ where: { voteId, state: 'prepared' }, orderBy: { voteNumber: 'asc' } });

/** Does what the worker would with the jobs about this vote. */
async function confirm(scene: VoteScene, decisionId: string) {
  const form = await confirmation(own.database, decisionId, after);
  return confirmDecision(form, await by(own.database, scene.preparer, after));
}

describe('the outcome is taken over', () => {
  test('each winner becomes a proposal, and its money goes from the vote to the decision without a moment between', async () => {
    const scene = await counted(own.database);
    expect(await account(scene)).toEqual({ balance: 5_000_00, reserved: 2_500_00 });
    expect(await takenOver(scene)).toEqual({ ok: true, value: 2 });
    expect(await takenOver(scene)).toEqual({ ok: true, value: 0 });
    const [first, second] = await proposals(scene);
    expect(first).toMatchObject({ voteNumber: 1, amountCents: 1_000_00n, fundId: scene.fundId, bodyId: scene.bodyId });
    // nothing else takes it while it waits
    expect(await account(scene)).toEqual({ balance: 5_000_00, reserved: 2_500_00 });
    const number = must(await confirm(scene, first?.id ?? ''));
    expect(await account(scene)).toEqual({ balance: 4_000_00, reserved: 1_500_00 });
    expect(await states(scene)).toEqual(['1 granted', '2 won']);
    expect(await stateOf(scene)).toBe('counted');
    must(await confirm(scene, second?.id ?? ''));
    expect(await account(scene)).toEqual({ balance: 2_500_00, reserved: 0 });
    expect(await stateOf(scene)).toBe('concluded');

    const page = await decisionPage(own.database, number);
    expect(page).toMatchObject({
      publication: {
        version: 4,
        criteria: null,
        scores: null,
        vote: { number: 1, place: 1, winners: 2, votes: 3, voters: 4 },
      },
      recomputed: { matches: true },
      receiptMatches: true,
    });
    const file = await publishedFile(own.database, number);
    const report = checkFiles([{ name: 'besluit.json', text: file?.text ?? '' }], null, () => '');
    expect(report.findings).toEqual([]);
    expect(report.notes.map(({ kind }) => kind)).toContain('recount-is-proof');
    expect(await own.database.$transaction(async (tx) => rowsNotAsPublished(tx, 9))).toEqual([]);
  });

  test('by two at once it is laid once', async () => {
    const scene = await counted(own.database);
    const outcomes = await Promise.all([takenOver(scene), takenOver(scene)]);
    expect(outcomes.map((one) => (one.ok ? one.value : one.reason)).sort()).toEqual([0, 2]);
    expect(await proposals(scene)).toHaveLength(2);
  });

  test('and two winners are confirmed at once, each with its own money', async () => {
    const scene = await counted(own.database);
    must(await takenOver(scene));
    const laid = await proposals(scene);
    const outcomes = await Promise.all(laid.map(async ({ id }) => confirm(scene, id)));
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await account(scene)).toEqual({ balance: 2_500_00, reserved: 0 });
    expect(await stateOf(scene)).toBe('concluded');
  });

  test('by who may prepare decisions of this body, after counting, on a day that has come', async () => {
    const scene = await counted(own.database);
    expect(await takenOver(scene, scene.outsider)).toMatchObject({ reason: 'role-needed' });
    expect(
      await takenOver(scene, scene.announcer, { takenOn: dayInAmsterdam(addMinutes(after, 60 * 48)) }),
    ).toMatchObject({
      reason: 'day-in-future',
    });
    expect(await takenOver(scene, scene.announcer, { present: new Set([scene.announcer]) })).toMatchObject({
      reason: 'too-few-present',
    });
  });

  test('a plan that changed waits until the body read it; its money stays apart', async () => {
    const scene = await counted(own.database);
    const [initiativeId = ''] = scene.initiativeIds;
    const { createdById, content } = await own.database.initiativeVersion.findFirstOrThrow({ where: { initiativeId } });
    await own.database.initiativeVersion.create({
      data: { initiativeId, version: 2, content: content ?? {}, createdById, createdAt: after },
    });
    await own.database.initiative.update({ where: { id: initiativeId }, data: { currentVersion: 2 } });
    expect(await takenOver(scene)).toEqual({ ok: true, value: 1 });
    expect((await account(scene)).reserved).toBe(2_500_00);
    expect(await takenOver(scene, scene.announcer, { read: new Set([1]) })).toEqual({ ok: true, value: 1 });
  });

  test('the form of one plan rests on the vote too, and cannot give it more', async () => {
    const scene = await counted(own.database);
    const [initiativeId = ''] = scene.initiativeIds;
    const winner = await waitingWinner(own.database, initiativeId, after);
    if (winner === null) throw new Error('no winner');
    const context = await by(own.database, scene.announcer, after);
    const proposal = winnerProposal(winner, takeOverOf(scene));
    const order = { formKey: newId(), initiativeId, version: 1 };
    expect(
      await prepareDecision({ ...order, proposal: { ...proposal, amount: cents(1_000_01) } }, context),
    ).toMatchObject({
      reason: 'proposal-incomplete',
      detail: { problem: 'amount-above-requested' },
    });
    const decisionId = must(await prepareDecision({ ...order, proposal }, context));
    const decline = { ...proposal, outcome: 'decline' as const, amount: null, instrument: null, fundId: null };
    must(await changeDecision({ decisionId, revision: 1, proposal: decline }, context));
    must(await confirm(scene, decisionId));
    // refused by the body with four eyes: the money is free again
    expect(await states(scene)).toEqual(['1 declined', '2 won']);
    expect(await account(scene)).toEqual({ balance: 5_000_00, reserved: 1_500_00 });
  });
});

describe('a winner that goes its own way', () => {
  test('lets go of its money, and the last one ends the vote', async () => {
    const scene = await counted(own.database);
    for (const initiativeId of scene.initiativeIds.slice(0, 2)) {
      const { submitterId, revision } = await own.database.initiative.findUniqueOrThrow({
        where: { id: initiativeId },
      });
      const withdrawal = { initiativeId, revision, formKey: newId(), reason: 'We verhuizen.' };
      must(await withdrawInitiative(withdrawal, await by(own.database, submitterId ?? '', after)));
    }
    expect(await states(scene)).toEqual(['1 withdrawn', '2 withdrawn']);
    expect(await account(scene)).toEqual({ balance: 5_000_00, reserved: 0 });
    expect(await stateOf(scene)).toBe('concluded');
    expect(await takenOver(scene)).toMatchObject({ reason: 'move-impossible' });
  });

  test('whose proposal lies there already cannot be confirmed any more', async () => {
    const scene = await counted(own.database);
    must(await takenOver(scene));
    const [laid] = await proposals(scene);
    await own.database.initiative.update({ where: { id: laid?.initiativeId ?? '' }, data: { stage: 'withdrawn' } });
    expect(await confirm(scene, laid?.id ?? '')).toMatchObject({ ok: false, reason: 'stage-does-not-allow' });
    expect(await account(scene)).toEqual({ balance: 5_000_00, reserved: 1_500_00 });
  });
});

describe('a count that was wrong', () => {
  test('is annulled by two persons, the ballots stay, and it is counted again', async () => {
    const scene = await counted(own.database);
    const { propose, annul, drop, count } = annulling(scene);
    must(await propose(scene.announcer));
    expect(await propose(scene.preparer)).toMatchObject({ reason: 'already-proposed' });
    must(await drop(scene.preparer));
    must(await propose(scene.announcer));
    expect(await annul(scene.announcer)).toMatchObject({ reason: 'annuls-itself' });
    must(await annul(scene.preparer));
    expect(await stateOf(scene)).toBe('closed');
    expect((await account(scene)).reserved).toBe(3_000_00);
    expect(await states(scene)).toEqual(['1 annulled', '2 annulled']);
    expect(must(await count(scene.announcer))).toBe('outcome');
    expect(await states(scene)).toEqual(['1 annulled', '2 annulled', '1 won', '2 won']);
    expect((await account(scene)).reserved).toBe(2_500_00);
  });

  test('not while a proposal rests on it, and not without the money', async () => {
    const scene = await counted(own.database);
    const { propose, drop } = annulling(scene);
    must(await propose(scene.announcer));
    // nor does anybody take over what may be annulled
    expect(await takenOver(scene)).toMatchObject({ reason: 'annulment-waits' });
    must(await drop(scene.announcer));
    must(await takenOver(scene));
    expect(await propose(scene.announcer)).toMatchObject({ reason: 'decided-on' });
    const other = await counted(own.database);
    const again = annulling(other);
    must(await again.propose(other.announcer));
    // what was free after counting was promised meanwhile
    await own.database.$transaction(async (tx) => {
      await tx.$executeRaw`set local session_replication_role = replica`;
      await tx.$executeRaw`
        update ledger_account a set balance_cents = 2700_00 from fund f where f.available_account_id = a.id and f.id = ${other.fundId}::uuid`;
    });
    expect(await again.annul(other.preparer)).toMatchObject({ reason: 'fund-exhausted' });
  });
});

describe('who has an interest in what can be chosen', () => {
  const interested = async (scene: VoteScene, personId: string) => {
    const [initiativeId = ''] = scene.initiativeIds;
    await own.database.interestDeclaration.create({
      data: { id: newId(), personId, initiativeId, kind: 'family', declaredAt: after },
    });
  };

  test('does not announce, count, take over or annul', async () => {
    const draft = await prepared(own.database);
    await interested(draft, draft.announcer);
    const order = async (scene: VoteScene) => ({ voteId: scene.voteId, revision: await revisionOf(scene) });
    expect(await announceVote(await order(draft), await by(own.database, draft.announcer))).toEqual({
      ok: false,
      reason: 'interest-in-vote',
    });
    const running = await opened(own.database);
    await interested(running, running.announcer);
    await keepTime(own.database, closesAt);
    const counting = await order(running);
    expect(await countVote(counting, await by(own.database, running.announcer, after))).toMatchObject({
      reason: 'interest-in-vote',
    });
    const done = await counted(own.database);
    await interested(done, done.announcer);
    expect(await takenOver(done)).toMatchObject({ reason: 'interest-in-vote' });
    expect(await annulling(done).propose(done.announcer)).toMatchObject({ reason: 'interest-in-vote' });
  });

  test('is stopped by the database too, and the page says whom to ask where everybody has one', async () => {
    const scene = await opened(own.database);
    await interested(scene, scene.announcer);
    await keepTime(own.database, closesAt);
    const data = { voteId: scene.voteId, attempt: 1, ballots: 0, isTie: true, countedAt: after, result: {} };
    const written = own.database.voteCount.create({ data: { ...data, countedById: scene.announcer } });
    await expect(written).rejects.toThrow('vote_run_without_interest');
    const { actor } = await by(own.database, scene.announcer, after);
    const vote = { id: scene.voteId, bodyId: scene.bodyId };
    expect(await winnerWork(own.database, actor, vote, after)).toMatchObject({ hasInterest: true, nobodyFree: false });
    await interested(scene, scene.preparer);
    expect(await winnerWork(own.database, actor, vote, after)).toMatchObject({ nobodyFree: true });
  });
});

test('who brought a plan hears once what the count came to, and everybody reads why', async () => {
  const scene = await counted(own.database);
  const sent = await mailsOf(own.database, scene.voteId, after);
  expect(sent.map(({ subject }) => subject.split(':')[0]).sort()).toEqual([
    'De uitslag van de stemming',
    'Je plan won',
    'Je plan won',
  ]);
  expect(await mailsOf(own.database, scene.voteId, after)).toEqual([]);
  const { slug } = await own.database.vote.findUniqueOrThrow({ where: { id: scene.voteId } });
  const page = await votePage(own.database, slug, 'nl');
  if (page?.result?.is !== 'outcome') throw new Error('no outcome');
  expect(lossesOf(page.result, page.projects, page.minimumVotes)).toMatchObject([{ number: 3, votes: 1 }]);
  expect(await votesOfPlan(own.database, scene.initiativeIds[2] ?? '')).toMatchObject([{ state: 'lost', votes: 1 }]);
});
