import { randomUUID } from 'node:crypto';
import { testNow } from '#tests/factories/index.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerQuestion } from '#app/modules/initiatives/commands/answer-question.server.ts';
import { moveInitiative } from '#app/modules/initiatives/commands/move-initiative.server.ts';
import { saveDraftStep } from '#app/modules/initiatives/commands/save-draft-step.server.ts';
import { startRevision } from '#app/modules/initiatives/commands/start-revision.server.ts';
import { submitInitiative, type SubmitInitiative } from '#app/modules/initiatives/commands/submit-initiative.server.ts';
import { withdrawInitiative } from '#app/modules/initiatives/commands/withdraw-initiative.server.ts';
import type { InitiativeDraft } from '#app/modules/initiatives/draft.ts';
import { initiativePage } from '#app/modules/initiatives/queries/initiative-page.query.server.ts';
import { initiativeVersions } from '#app/modules/initiatives/queries/initiative-versions.query.server.ts';
import { ownInitiative } from '#app/modules/initiatives/queries/own-initiative.query.server.ts';
import { inTransaction } from '#app/platform/database.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { completePlan, makeDistrict, signedIn, submission, submittedPlan, type PlanContext } from './plan.ts';

const own = useTestDatabase();
let resident: PlanContext;
let stranger: PlanContext;
let bodies: Awaited<ReturnType<typeof makeDistrict>>;

beforeAll(async () => {
  bodies = await makeDistrict(own.database);
  resident = await signedIn(own.database);
  stranger = await signedIn(own.database);
});

const order = (draft: { id: string; revision: number }, given: Partial<SubmitInitiative> = {}) =>
  submission(draft, { bodyId: bodies.alliantieId, ...given });
const submitted = (context: PlanContext, plan?: InitiativeDraft) => submittedPlan(context, bodies.alliantieId, plan);

const askQuestion = (initiativeId: string) =>
  inTransaction(resident, (tx) =>
    moveInitiative(tx, {
      initiativeId,
      move: 'ask-question',
      revision: null,
      reason: 'Wie geeft water?',
      actorId: null,
      at: testNow,
    }),
  );

describe('after submitting', () => {
  test('a new version shows its differences, and the old one stays', async () => {
    const { id, slug, revision } = await submitted(resident, completePlan('Nieuwe versie'));
    expect(await startRevision({ initiativeId: id }, stranger)).toEqual({ ok: false, reason: 'initiative-unknown' });
    expect(await startRevision({ initiativeId: id }, resident)).toEqual({ ok: true, value: id });
    const plan = completePlan('Nieuwe versie');
    expect(await submitInitiative(order({ id, revision: revision + 1 }, { note: 'Zomaar' }), resident)).toEqual({
      ok: false,
      reason: 'nothing-changed',
    });
    const words = { ...plan.steps['wat-en-waarom'], what: 'We graven geveltuinen en planten rozen.' };
    const saved = await saveDraftStep(
      { draftId: id, step: 'wat-en-waarom', values: words, revision: revision + 1 },
      resident,
    );
    expect(saved).toEqual({ ok: true, value: { revision: revision + 2 } });
    expect((await initiativePage(own.database, slug, testNow, 'nl'))?.content?.what).toContain('klimop');

    expect(
      await submitInitiative(order({ id, revision: revision + 2 }, { note: 'Rozen in plaats van klimop' }), resident),
    ).toMatchObject({ ok: true });
    const page = await initiativePage(own.database, slug, testNow, 'nl');
    expect(page).toMatchObject({ stage: 'submitted', versionCount: 2, content: { what: words.what } });
    expect(page?.timeline.past.at(-1)).toMatchObject({
      kind: 'revised',
      reason: 'Rozen in plaats van klimop',
      detail: { version: 2 },
    });
    const versions = await initiativeVersions(own.database, slug, 'nl', {
      amount: String,
      day: String,
      fundingState: String,
      position: String,
      wholeDistrict: '',
      oneself: '',
    });
    expect(
      versions?.versions.map(({ version, differences }) => [version, differences.map(({ field }) => field)]),
    ).toEqual([
      [2, ['what']],
      [1, []],
    ]);
  });

  test('a question is answered by the submitter only, once', async () => {
    const { id, slug, revision } = await submitted(resident, completePlan('Met een vraag'));
    await askQuestion(id);
    expect(await ownInitiative(own.database, resident.actor, slug, testNow)).toMatchObject({
      mayAnswer: true,
      question: 'Wie geeft water?',
    });
    expect(await ownInitiative(own.database, stranger.actor, slug, testNow)).toBeNull();
    const answer = {
      initiativeId: id,
      revision: revision + 1,
      formKey: randomUUID(),
      answer: 'De buren, om de beurt.',
    };
    expect(await answerQuestion(answer, stranger)).toEqual({ ok: false, reason: 'initiative-unknown' });
    const outcomes = await Promise.all([answerQuestion(answer, resident), answerQuestion(answer, resident)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    // the second post of the same form is no mistake of the resident
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'already-done' });
    expect(await answerQuestion({ ...answer, formKey: randomUUID() }, resident)).toMatchObject({
      reason: 'changed-meanwhile',
    });
    const page = await initiativePage(own.database, slug, testNow, 'nl');
    expect(page?.timeline.past.map(({ kind }) => kind)).toEqual(['submitted', 'question-asked', 'question-answered']);
  });

  test('a question can be answered with a new version', async () => {
    const { id, slug, revision } = await submitted(resident, completePlan('Vraag en versie'));
    await askQuestion(id);
    await startRevision({ initiativeId: id }, resident);
    const outcome = await submitInitiative(
      order({ id, revision: revision + 2 }, { note: 'Dat staat nu in het plan.' }),
      resident,
    );
    expect(outcome).toEqual({ ok: true, value: { slug } });
    const page = await initiativePage(own.database, slug, testNow, 'nl');
    expect(page).toMatchObject({ stage: 'submitted', versionCount: 2 });
    expect(page?.timeline.past.at(-1)).toMatchObject({ kind: 'question-answered', detail: { version: 2 } });
  });

  test('withdrawing is for the submitter, keeps the record, and cannot be done twice', async () => {
    const { id, slug, revision } = await submitted(resident, completePlan('Toch maar niet'));
    const withdraw = { initiativeId: id, revision, formKey: randomUUID(), reason: 'We gaan verhuizen.' };
    expect(await withdrawInitiative(withdraw, stranger)).toEqual({ ok: false, reason: 'initiative-unknown' });
    expect(await withdrawInitiative({ ...withdraw, revision: 1 }, resident)).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    });
    expect(await withdrawInitiative(withdraw, resident)).toMatchObject({ ok: true });
    expect(await withdrawInitiative(withdraw, resident)).toEqual({ ok: false, reason: 'already-done' });
    const again = { ...withdraw, revision: revision + 1, formKey: randomUUID() };
    expect(await withdrawInitiative(again, resident)).toEqual({
      ok: false,
      reason: 'stage-does-not-allow',
    });
    expect(await initiativePage(own.database, slug, testNow, 'nl')).toMatchObject({
      stage: 'withdrawn',
      versionCount: 1,
    });
  });
});
