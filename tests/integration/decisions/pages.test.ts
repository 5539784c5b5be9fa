import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { saveDecisionDraft } from '#app/modules/decisions/commands/save-decision-draft.server.ts';
import { discardDecision } from '#app/modules/decisions/commands/discard-decision.server.ts';
import { typedProposal } from '#app/modules/decisions/form.ts';
import { decisionPage, publishedFile } from '#app/modules/decisions/queries/decision-page.query.server.ts';
import { decisionWork } from '#app/modules/decisions/queries/decision-work.query.server.ts';
import { decisionToChange } from '#app/modules/decisions/queries/change.query.server.ts';
import { preparation } from '#app/modules/decisions/queries/preparation.query.server.ts';
import { preparedDecision } from '#app/modules/decisions/queries/prepared-decision.query.server.ts';
import { register } from '#app/modules/decisions/queries/register.query.server.ts';
import { readRegisterFilter } from '#app/modules/decisions/register-filter.ts';
import { receiptOf } from '#app/modules/decisions/receipt.server.ts';
import { makeInitiative, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { as, confirmed, initiativeOf, makeScene, prepared } from './scene.ts';

const own = useTestDatabase();

const search = (query: string) => register(own.database, readRegisterFilter(new URLSearchParams(query)), 'nl');

describe('the register', () => {
  test('finds by body, outcome, year and words, counts what stands, and shows no proposal', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const initiativeId = await makeInitiative(database, {
      bodyId: scene.bodyId,
      stage: 'deciding',
      title: 'Café 100% Één_tuin',
    });
    const declined = await prepared(database, scene, initiativeId, { outcome: 'decline', amount: null, fundId: null });
    const old = await confirmed(database, scene, declined);
    const grant = await confirmed(
      database,
      scene,
      await prepared(database, scene, initiativeId, { replacesId: declined }),
    );
    await prepared(database, scene, await initiativeOf(database, scene));

    const own1 = await search(`team=${scene.bodySlug}`);
    expect(own1.lines.map(({ number, isReplaced }) => [number, isReplaced])).toEqual([
      [grant, false],
      [old, true],
    ]);
    expect([own1.total, own1.granted]).toEqual([2, 1000_00]);
    expect((await search(`team=${scene.bodySlug}&besluit=afgewezen`)).lines.map(({ number }) => number)).toEqual([old]);
    expect((await search(`zoek=${grant}`)).total).toBe(1);
    // accents and capitals do not matter; % and _ are signs like others
    for (const [words, total] of [
      ['cafe een_TUIN', 2],
      ['100%', 2],
      ['1%0', 0],
      ['e_n', 0],
      ["x' or '1'='1", 0],
    ] as const) {
      expect((await search(`team=${scene.bodySlug}&zoek=${encodeURIComponent(words)}`)).total, words).toBe(total);
    }
    expect((await search('jaar=1999&pagina=99')).total).toBe((await search('')).total);
    expect((await search('jaar=2031')).total).toBe(0);
  });

  test('shows a decision with its file, and nothing for a number that is not there', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const number = await confirmed(
      database,
      scene,
      await prepared(database, scene, await initiativeOf(database, scene)),
    );
    const page = await decisionPage(database, number);
    expect(page).toMatchObject({ receiptMatches: true, recomputed: { matches: true }, replacedBy: null });
    const file = await publishedFile(database, number);
    expect(receiptOf(JSON.parse(file?.text ?? '') as object as never)).toBe(page?.receipt);
    for (const text of ['2026-9999', 'x', '', "'", '2026-0001.json', '\u0000'])
      expect(await decisionPage(database, text)).toBeNull();
  });
});

describe('the work', () => {
  test('shows each what is theirs to do', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const waiting = await initiativeOf(database, scene);
    await initiativeOf(database, scene, { stage: 'scoring' });
    const decisionId = await prepared(database, scene, await initiativeOf(database, scene));
    await database.interestDeclaration.create({
      data: { id: newId(), personId: scene.people.member, initiativeId: waiting, kind: 'own', declaredAt: testNow },
    });
    const seen = async (who: keyof typeof scene.people) => {
      const { awaiting, prepared: lines } = await decisionWork(database, as(database, scene, who).actor, testNow);
      return {
        awaiting: awaiting.map(({ initiativeId, mine }) => [initiativeId, mine]),
        lines: lines.map((line) => [line.decisionId, line.isOwn, line.mayConfirm]),
      };
    };
    expect(await seen('chair')).toEqual({ awaiting: [[waiting, 'prepare']], lines: [[decisionId, true, false]] });
    expect(await seen('member')).toEqual({ awaiting: [[waiting, 'interest']], lines: [[decisionId, false, false]] });
    expect(await seen('budgetHolder')).toEqual({ awaiting: [[waiting, 'read']], lines: [[decisionId, false, true]] });
    const elsewhere = await makeScene(database);
    expect(await decisionWork(database, as(database, elsewhere, 'chair').actor, testNow)).toEqual({
      awaiting: [],
      prepared: [],
      assignmentDrafts: [],
      givesAssignments: true,
      discarded: [],
    });
    await discardDecision({ decisionId, revision: 1, reason: 'Later.' }, as(database, scene, 'chair'));
    expect((await decisionWork(database, as(database, scene, 'chair').actor, testNow)).discarded).toMatchObject([
      { reason: 'Later.' },
    ]);
  });

  test('of another body is not there: not the proposal, not the form, not the change', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const elsewhere = await makeScene(database);
    const initiativeId = await initiativeOf(database, scene);
    const decisionId = await prepared(database, scene, initiativeId);
    const stranger = as(database, elsewhere, 'chair').actor;
    expect(await preparedDecision(database, stranger, decisionId, testNow)).toBeNull();
    expect(await preparation(database, stranger, initiativeId, testNow, '')).toBeNull();
    expect(await decisionToChange(database, as(database, scene, 'member').actor, decisionId, testNow)).toBeNull();
    const { actor } = as(database, scene, 'chair');
    for (const id of ['x', newId(), '']) {
      expect(await preparedDecision(database, actor, id, testNow)).toBeNull();
      expect(await decisionToChange(database, actor, id, testNow)).toBeNull();
      expect(await preparation(database, actor, id, testNow, '')).toBeNull();
    }
  });

  test('tells beforehand what would be refused, and what stays in the fund', async () => {
    const { database } = own;
    const scene = await makeScene(database, { fundCents: 1500_00 });
    const decisionId = await prepared(database, scene, await initiativeOf(database, scene));
    const view = (who: keyof typeof scene.people) =>
      preparedDecision(database, as(database, scene, who).actor, decisionId, testNow);
    expect(await view('budgetHolder')).toMatchObject({ block: null, fund: { before: 1500_00, after: 500_00 } });
    expect(await view('member')).toMatchObject({ block: 'role-needed' });
    expect(
      await preparedDecision(
        database,
        as(database, scene, 'chair', { role: 'budget_holder' }).actor,
        decisionId,
        testNow,
      ),
    ).toMatchObject({ block: 'same-person' });
    await confirmed(database, scene, await prepared(database, scene, await initiativeOf(database, scene)));
    expect(await view('budgetHolder')).toMatchObject({
      block: 'fund-exhausted',
      fund: { before: 500_00, after: -500_00 },
    });
  });

  test('keeps whoever has an interest out of the form, whatever the draft says', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const initiativeId = await initiativeOf(database, scene);
    const { actor } = as(database, scene, 'chair');
    const attendance = Object.values(scene.people).map((personId) => ({
      personId,
      part: 'took-part',
      vote: 'for',
      interest: '',
    }));
    await saveDecisionDraft(
      { initiativeId, fields: typedProposal.parse({ attendance, motivation: 'Half af' }) },
      as(database, scene, 'chair'),
    );
    await database.interestDeclaration.create({
      data: { id: newId(), personId: scene.people.member, initiativeId, kind: 'board', declaredAt: testNow },
    });
    const form = await preparation(database, actor, initiativeId, testNow, '');
    expect(form?.typed.motivation).toBe('Half af');
    expect(form?.typed.attendance.find(({ personId }) => personId === scene.people.member)).toMatchObject({
      part: 'kept-out',
      interest: 'board',
    });
    // and the draft is nobody else's
    expect(
      (await preparation(database, as(database, scene, 'manager').actor, initiativeId, testNow, ''))?.typed.motivation,
    ).toBe('');
  });
});
