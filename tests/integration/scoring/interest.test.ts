import { beforeEach, describe, expect, test } from 'vitest';
import { instant } from '#app/kernel/instant.ts';
import { newId } from '#app/kernel/ids.ts';
import { declareInterest } from '#app/modules/scoring/commands/declare-interest.server.ts';
import { handInReview } from '#app/modules/scoring/commands/hand-in-review.server.ts';
import { saveReview } from '#app/modules/scoring/commands/save-review.server.ts';
import type { ScoringContext } from '#app/modules/scoring/commands/scoring-context.server.ts';
import { reviewPage } from '#app/modules/scoring/queries/review-page.query.server.ts';
import { makeOrganisation, testNow } from '#tests/factories/index.ts';
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
let mine: string;

beforeEach(async () => {
  scene = await makeScene(own.database, { reviewers: 2 });
  opened = await openScene(own.database, scene);
  const [first] = scene.reviewers;
  if (!first) throw new Error('two reviewers');
  reviewer = first.context;
  mine = assignmentOf(opened, first.personId);
});

const none = (assignmentId: string) => ({ assignmentId, kind: 'none', note: '' }) as const;
const reviewState = async (assignmentId: string) =>
  (await own.database.review.findUnique({ where: { assignmentId } }))?.state ?? null;
const page = (context: ScoringContext, assignmentId: string) =>
  reviewPage(own.database, idOf(context), assignmentId, context.now, 'nl');

describe('before the dossier opens', () => {
  test('there is nothing of it, and no score sheet', async () => {
    expect(await page(reviewer, mine)).toMatchObject({ state: 'declare', dossier: null, sheet: null, others: null });
    expect(await saveReview({ assignmentId: mine, revision: 1, form: sheet('3', '3') }, reviewer)).toEqual({
      ok: false,
      reason: 'declare-first',
    });
    expect(await handInReview({ assignmentId: mine, revision: 1, form: sheet('3', '3') }, reviewer)).toEqual({
      ok: false,
      reason: 'declare-first',
    });
    const forged = own.database.review.create({
      data: { id: newId(), assignmentId: mine, state: 'draft', openedAt: testNow },
    });
    expect(await ruleOf(forged)).toBe('review_after_declaration');
  });

  test('declaring no interest opens it, once', async () => {
    const outcomes = await Promise.all([declareInterest(none(mine), reviewer), declareInterest(none(mine), reviewer)]);
    expect(outcomes).toEqual([
      { ok: true, value: 'open' },
      { ok: true, value: 'open' },
    ]);
    expect(await own.database.interestDeclaration.count({ where: { personId: idOf(reviewer) } })).toBe(1);
    expect(await page(reviewer, mine)).toMatchObject({ state: 'draft', dossier: { version: 1 }, others: null });
  });

  test.each(['own', 'family', 'employer', 'board', 'funder'] as const)(
    'an interest (%s) keeps it shut for good',
    async (kind) => {
      expect(await declareInterest({ assignmentId: mine, kind, note: 'Mijn zus' }, reviewer)).toEqual({
        ok: true,
        value: 'shut',
      });
      expect(await page(reviewer, mine)).toMatchObject({
        state: 'shut',
        interest: kind,
        dossier: null,
        sheet: null,
        others: null,
      });
      expect(await declareInterest(none(mine), reviewer)).toEqual({ ok: false, reason: 'interest-keeps-out' });
      expect(await handInReview({ assignmentId: mine, revision: 1, form: sheet('4', '4') }, reviewer)).toEqual({
        ok: false,
        reason: 'interest-keeps-out',
      });
      const forged = own.database.review.create({
        data: { id: newId(), assignmentId: mine, state: 'draft', openedAt: testNow },
      });
      expect(await ruleOf(forged)).toBe('review_without_interest');
    },
  );

  test('another interest needs an explanation, which stays private', async () => {
    expect(await declareInterest({ assignmentId: mine, kind: 'other', note: ' ' }, reviewer)).toEqual({
      ok: false,
      reason: 'note-needed',
    });
    expect(await declareInterest({ assignmentId: mine, kind: 'other', note: 'Ik huur van hen.' }, reviewer)).toEqual({
      ok: true,
      value: 'shut',
    });
    expect(JSON.stringify(await page(reviewer, mine))).not.toContain('Ik huur');
  });

  test('what the product knows counts, whatever somebody declares', async () => {
    const organisationId = await makeOrganisation(own.database, { members: [idOf(reviewer)] });
    await own.database.initiativePartner.create({
      data: { initiativeId: scene.initiativeIds[0] ?? '', organisationId },
    });
    expect(await page(reviewer, mine)).toMatchObject({ state: 'shut', interest: 'shared-organisation', dossier: null });
    expect(await declareInterest(none(mine), reviewer)).toEqual({ ok: false, reason: 'interest-keeps-out' });
    expect(await own.database.interestDeclaration.count({ where: { personId: idOf(reviewer) } })).toBe(0);
  });

  test('nobody begins before the first day', async () => {
    const early = await as(own.database, idOf(reviewer), instant('2026-11-19T12:00:00Z'));
    expect(await page(early, mine)).toMatchObject({ state: 'wait', dossier: null });
    expect(await declareInterest(none(mine), early)).toEqual({ ok: false, reason: 'round-not-begun' });
  });
});

describe('an interest that comes later', () => {
  test('sets aside a review that was handed in', async () => {
    await review(reviewer, mine, '4', '4');
    expect(await declareInterest({ assignmentId: mine, kind: 'employer', note: '' }, reviewer)).toEqual({
      ok: true,
      value: 'shut',
    });
    expect(await reviewState(mine)).toBe('set-aside');
    expect(await page(reviewer, mine)).toMatchObject({ state: 'shut', sheet: null, dossier: null, others: null });
  });

  test('at the same instant as handing in, the review never counts', async () => {
    valueOf(await declareInterest(none(mine), reviewer));
    const [handedIn, declared] = await Promise.all([
      handInReview({ assignmentId: mine, revision: 1, form: sheet('4', '4') }, reviewer),
      declareInterest({ assignmentId: mine, kind: 'funder', note: '' }, reviewer),
    ]);
    expect(declared).toEqual({ ok: true, value: 'shut' });
    if (!handedIn.ok) expect(handedIn.reason).toBe('interest-keeps-out');
    expect(await reviewState(mine)).toBe('set-aside');
  });
});
