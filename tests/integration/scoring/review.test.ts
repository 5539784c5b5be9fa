import { beforeEach, describe, expect, test } from 'vitest';
import { instant } from '#app/kernel/instant.ts';
import { newId } from '#app/kernel/ids.ts';
import { closeRound } from '#app/modules/scoring/commands/close-round.server.ts';
import { declareInterest } from '#app/modules/scoring/commands/declare-interest.server.ts';
import { handInReview } from '#app/modules/scoring/commands/hand-in-review.server.ts';
import { saveReview } from '#app/modules/scoring/commands/save-review.server.ts';
import type { ScoringContext } from '#app/modules/scoring/commands/scoring-context.server.ts';
import { reviewPage } from '#app/modules/scoring/queries/review-page.query.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import {
  as,
  assignmentOf,
  idOf,
  makeScene,
  openScene,
  review,
  sheet,
  valueOf,
  type Opened,
  type Scene,
  ruleOf,
} from './scene.ts';

const own = useTestDatabase();
let scene: Scene;
let opened: Opened;
let reviewer: ScoringContext;
let colleague: ScoringContext;
let mine: string;
let theirs: string;

beforeEach(async () => {
  scene = await makeScene(own.database, { reviewers: 2 });
  opened = await openScene(own.database, scene);
  const [first, second] = scene.reviewers;
  if (!first || !second) throw new Error('two reviewers');
  reviewer = first.context;
  colleague = second.context;
  mine = assignmentOf(opened, first.personId);
  theirs = assignmentOf(opened, second.personId);
});

const none = (assignmentId: string) => ({ assignmentId, kind: 'none', note: '' }) as const;
const reviewState = async (assignmentId: string) =>
  (await own.database.review.findUnique({ where: { assignmentId } }))?.state ?? null;
const page = (context: ScoringContext, assignmentId: string) =>
  reviewPage(own.database, idOf(context), assignmentId, context.now, 'nl');

describe('scoring', () => {
  beforeEach(async () => {
    valueOf(await declareInterest(none(mine), reviewer));
  });

  test('keeps what was typed, complete or not, until it is handed in', async () => {
    const draft = sheet('', '9', 'Nog even over nadenken\nmorgen verder');
    expect(await saveReview({ assignmentId: mine, revision: 1, form: draft }, reviewer)).toEqual({
      ok: true,
      value: { revision: 2 },
    });
    expect((await page(reviewer, mine))?.sheet).toMatchObject({
      revision: 2,
      done: 0,
      typed: {
        eigenaarschap: { choice: '', reason: 'Nog even over nadenken\nmorgen verder' },
        haalbaar: { choice: '9' },
      },
    });
    expect(await own.database.reviewScore.count({ where: { review: { assignmentId: mine } } })).toBe(0);
  });

  test('hands in complete scores and abstentions, which stay', async () => {
    expect(await handInReview({ assignmentId: mine, revision: 1, form: sheet('3', 'abstain') }, reviewer)).toEqual({
      ok: true,
      value: { state: 'handed-in' },
    });
    const stored = await own.database.review.findUniqueOrThrow({
      where: { assignmentId: mine },
      include: { scores: { orderBy: { points: 'asc' } } },
    });
    expect(stored).toMatchObject({
      state: 'submitted',
      submittedAt: testNow,
      draft: null,
      scores: [{ points: 3 }, { points: null }],
    });
    expect(await page(reviewer, mine)).toMatchObject({
      state: 'handed-in',
      handedInOn: '2026-11-21',
      sheet: { typed: { haalbaar: { choice: 'abstain' } } },
    });
    expect(await saveReview({ assignmentId: mine, revision: 2, form: sheet('0', '0') }, reviewer)).toEqual({
      ok: false,
      reason: 'already-handed-in',
    });
    expect(await handInReview({ assignmentId: mine, revision: 2, form: sheet('0', '0') }, reviewer)).toEqual({
      ok: false,
      reason: 'already-handed-in',
    });
    const where = { review: { assignmentId: mine } };
    expect(await ruleOf(own.database.reviewScore.updateMany({ where, data: { points: 4 } }))).toBe('review_submitted');
    expect(await ruleOf(own.database.reviewScore.deleteMany({ where }))).toBe('review_submitted');
    expect(await ruleOf(own.database.review.update({ where: { assignmentId: mine }, data: { state: 'draft' } }))).toBe(
      'review_submitted',
    );
  });

  test.each([
    ['5', 'off-scale'],
    ['-1', 'off-scale'],
    ['2.5', 'off-scale'],
    ['', 'choose'],
    ["4'; delete from review; --", 'off-scale'],
  ])('does not take %j as a score, and loses nothing', async (choice, mistake) => {
    const outcome = await handInReview(
      { assignmentId: mine, revision: 1, form: sheet(choice, '2', 'Lang over nagedacht.') },
      reviewer,
    );
    expect(outcome).toMatchObject({
      ok: true,
      value: { state: 'incomplete', revision: 2, mistakes: [{ slug: 'eigenaarschap', field: 'choice', mistake }] },
    });
    expect(await page(reviewer, mine)).toMatchObject({
      state: 'draft',
      sheet: { typed: { eigenaarschap: { reason: 'Lang over nagedacht.' } } },
    });
  });

  test('needs a reason for every score and every abstention', async () => {
    const outcome = await handInReview({ assignmentId: mine, revision: 1, form: sheet('3', 'abstain', ' ') }, reviewer);
    expect(valueOf(outcome)).toMatchObject({ mistakes: [{ mistake: 'reason-needed' }, { mistake: 'reason-needed' }] });
  });

  test('the database takes no points off the scale and no incomplete review, whoever writes', async () => {
    const stored = await own.database.review.findUniqueOrThrow({ where: { assignmentId: mine } });
    const [first = '', second = ''] = scene.criteria.criterionIds;
    const score = (criterionId: string, points: number | null, reason = 'Daarom.') =>
      own.database.reviewScore.create({ data: { reviewId: stored.id, criterionId, points, reason } });
    expect(await ruleOf(score(first, 5))).toBe('score_in_scale');
    expect(await ruleOf(score(first, -1))).toBe('score_in_scale');
    await score(first, 4);
    const submit = () =>
      own.database.review.update({ where: { id: stored.id }, data: { state: 'submitted', submittedAt: testNow } });
    expect(await ruleOf(submit())).toBe('review_complete');
    await score(second, null, '   ');
    expect(await ruleOf(submit())).toBe('review_complete');
    expect(await reviewState(mine)).toBe('draft');
  });

  test('two windows: the second is told, and nothing is overwritten', async () => {
    valueOf(await saveReview({ assignmentId: mine, revision: 1, form: sheet('1', '1', 'eerste venster') }, reviewer));
    expect(
      await saveReview({ assignmentId: mine, revision: 1, form: sheet('4', '4', 'tweede venster') }, reviewer),
    ).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(await handInReview({ assignmentId: mine, revision: 1, form: sheet('4', '4') }, reviewer)).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    });
    expect((await page(reviewer, mine))?.sheet?.typed.eigenaarschap).toEqual({ choice: '1', reason: 'eerste venster' });
  });

  test('handing in twice at the same instant hands in once', async () => {
    const order = { assignmentId: mine, revision: 1, form: sheet('3', '3') };
    const outcomes = await Promise.all([handInReview(order, reviewer), handInReview(order, reviewer)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, reason: 'already-handed-in' });
    expect(await own.database.reviewScore.count({ where: { review: { assignmentId: mine } } })).toBe(2);
  });

  test("somebody else's assignment does not exist", async () => {
    for (const id of [mine, newId(), 'x', '../../etc/passwd', "' or 1=1"]) {
      expect(await page(colleague, id)).toBeNull();
      expect(await declareInterest(none(id), colleague)).toEqual({ ok: false, reason: 'assignment-unknown' });
      expect(await saveReview({ assignmentId: id, revision: 1, form: sheet('1', '1') }, colleague)).toEqual({
        ok: false,
        reason: 'assignment-unknown',
      });
      expect(await handInReview({ assignmentId: id, revision: 1, form: sheet('1', '1') }, colleague)).toEqual({
        ok: false,
        reason: 'assignment-unknown',
      });
    }
    expect(await page(scene.chair, mine)).toBeNull();
  });

  test("shows others' scores only after one's own are in", async () => {
    await review(colleague, theirs, '4', '0');
    expect(await page(reviewer, mine)).toMatchObject({ state: 'draft', others: null });
    valueOf(await handInReview({ assignmentId: mine, revision: 1, form: sheet('2', '2') }, reviewer));
    const view = await page(reviewer, mine);
    expect(view?.others).toMatchObject([{ scores: [{ points: 4 }, { points: 0 }] }]);
    expect(JSON.stringify(view?.others)).not.toContain(idOf(colleague));
  });

  test('who is late can still hand in until the round is closed', async () => {
    const late = await as(own.database, idOf(reviewer), instant('2026-12-20T12:00:00Z'));
    expect(await handInReview({ assignmentId: mine, revision: 1, form: sheet('3', '3') }, late)).toMatchObject({
      ok: true,
    });
  });

  test('not in a closed round', async () => {
    await review(colleague, theirs, '3', '3');
    const afterwards = await as(own.database, idOf(scene.chair), instant('2026-12-20T12:00:00Z'));
    await own.database.round.update({ where: { id: opened.roundId }, data: { minimumReviews: 1 } });
    valueOf(await closeRound(opened.roundId, afterwards));
    expect(await handInReview({ assignmentId: mine, revision: 1, form: sheet('3', '3') }, reviewer)).toEqual({
      ok: false,
      reason: 'round-closed',
    });
    expect(await saveReview({ assignmentId: mine, revision: 1, form: sheet('3', '3') }, reviewer)).toEqual({
      ok: false,
      reason: 'round-closed',
    });
    const stored = await own.database.review.findUniqueOrThrow({ where: { assignmentId: mine } });
    expect(await ruleOf(own.database.review.update({ where: { id: stored.id }, data: { revision: 9 } }))).toBe(
      'round_closed',
    );
    expect(await page(reviewer, mine)).toMatchObject({ state: 'missed', dossier: null });
  });
});
