import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import { importPaperDecision } from '#app/modules/decisions/commands/import-paper-decision.server.ts';
import { canonicalJson, type Json } from '#app/kernel/canonical-json.ts';
import { readPublished } from '#app/modules/decisions/published.ts';
import { receiptOf } from '#app/modules/decisions/receipt.server.ts';
import { recompute } from '#app/modules/decisions/recompute.ts';
import { loadProgramme } from '#app/modules/programme/commands/load-programme.server.ts';
import { callandDecision } from '#prisma/programme/index.ts';
import { makeMembership, makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { someoneWaitsForLock } from '#tests/support/locks.ts';
import { as, confirmation, confirmed, initiativeOf, makeScene, prepared, traces, type Scene } from './scene.ts';

const own = useTestDatabase();

async function published() {
  const scene = await makeScene(own.database);
  const decisionId = await prepared(own.database, scene, await initiativeOf(own.database, scene), {
    objections: [{ objection: 'Duur.', answer: 'Goedkoper gemaakt.' }],
  });
  await confirmed(own.database, scene, decisionId);
  return { scene, decisionId };
}

describe('a published decision', () => {
  test.each([
    ['its amount', 'update decision set amount_cents = 1 where id = $1::uuid'],
    ['its payload', `update decision set published = '{}' where id = $1::uuid`],
    ['its receipt', `update decision set receipt = '' where id = $1::uuid`],
    ['its state', `update decision set state = 'prepared' where id = $1::uuid`],
    ['a motivation', `update decision_criterion set motivation = '' where decision_id = $1::uuid`],
    ['a participant', `update decision_participant set part = 'recused', reason = 'own' where decision_id = $1::uuid`],
    ['an objection', `update decision_objection set answer = 'Nee.' where decision_id = $1::uuid`],
  ])('cannot be changed: %s', async (_what, statement) => {
    const { decisionId } = await published();
    await expect(own.database.$executeRawUnsafe(statement, decisionId)).rejects.toThrow(/decision_published/);
  });

  test.each(['decision', 'decision_criterion', 'decision_participant', 'decision_objection'])(
    'cannot be removed from %s',
    async (table) => {
      const { decisionId } = await published();
      const column = table === 'decision' ? 'id' : 'decision_id';
      await expect(
        own.database.$executeRawUnsafe(`delete from ${table} where ${column} = $1::uuid`, decisionId),
      ).rejects.toThrow(/decision_published/);
    },
  );

  test('cannot be truncated away', async () => {
    await published();
    await expect(own.database.$executeRawUnsafe('truncate decision cascade')).rejects.toThrow(/append_only/);
  });

  test('gets no part slipped in while it is being confirmed', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const decisionId = await prepared(database, scene, await initiativeOf(database, scene), {
      outcome: 'decline',
      amount: null,
      amountNote: '',
      fundId: null,
      conditions: '',
    });
    let slipped: Promise<string> = Promise.resolve('');
    await database.$transaction(async (tx) => {
      await tx.decision.update({
        where: { id: decisionId },
        data: {
          state: 'confirmed',
          number: '2026-9998',
          confirmerId: scene.people.budgetHolder,
          confirmedAt: testNow,
          published: {},
          receipt: 'x',
        },
      });
      slipped = database.decisionObjection
        .create({ data: { id: newId(), decisionId, position: 9, objection: 'Laat.', answer: 'Ja.' } })
        .then(() => 'written', String);
      await someoneWaitsForLock(database, slipped);
    });
    expect(await slipped).toContain('decision_published');
  });

  test('cannot be made without a second person, a receipt or its commitment', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const id = await prepared(database, scene, await initiativeOf(database, scene));
    const confirm = (confirmerId: string, rest: object) =>
      database.decision.update({
        where: { id },
        data: {
          state: 'confirmed',
          number: '2026-9999',
          confirmerId,
          confirmedAt: testNow,
          published: {},
          receipt: 'x',
          ...rest,
        },
      });
    await expect(confirm(scene.people.chair, {})).rejects.toThrow(/decision_two_persons/);
    await expect(confirm(scene.people.budgetHolder, { receipt: null })).rejects.toThrow(/decision_confirmed_complete/);
    await expect(confirm(scene.people.budgetHolder, {})).rejects.toThrow(/grant_has_commitment/);
  });
});

describe('a decision on scores', () => {
  async function scored(database: typeof own.database, scene: Scene, points: (number | null)[][]) {
    const initiativeId = await initiativeOf(database, scene, { stage: 'scoring' });
    const roundId = newId();
    const roundEntryId = newId();
    await database.round.create({
      data: {
        id: roundId,
        slug: `ronde-${roundId}`,
        bodyId: scene.bodyId,
        criteriaVersionId: scene.criteria.versionId,
        title: 'Najaarsronde',
        state: 'open',
        opensOn: testNow,
        closesOn: testNow,
        minimumReviews: 1,
      },
    });
    await database.roundEntry.create({ data: { id: roundEntryId, roundId, initiativeId, version: 1 } });
    const reviewers: string[] = [];
    for (const row of points) {
      const personId = await makePerson(database);
      await makeMembership(database, { personId, bodyId: scene.bodyId, role: 'reviewer' });
      const assignmentId = newId();
      const reviewId = newId();
      reviewers.push(personId);
      await database.reviewAssignment.create({
        data: {
          id: assignmentId,
          roundEntryId,
          personId,
          organisationId: await makeOrganisation(database, { name: `Bureau ${assignmentId.slice(-6)}` }),
        },
      });
      await database.interestDeclaration.create({
        data: { id: newId(), personId, initiativeId, kind: 'none', declaredAt: testNow },
      });
      await database.review.create({ data: { id: reviewId, assignmentId, state: 'draft', openedAt: testNow } });
      await database.reviewScore.createMany({
        data: scene.criteria.criterionIds.map((criterionId, index) => ({
          reviewId,
          criterionId,
          points: row[index] ?? null,
          reason: `Reden ${index}`,
        })),
      });
      await database.review.update({ where: { id: reviewId }, data: { state: 'submitted', submittedAt: testNow } });
    }
    await database.round.update({ where: { id: roundId }, data: { state: 'closed', closedAt: testNow } });
    await database.initiative.update({ where: { id: initiativeId }, data: { stage: 'deciding' } });
    return { initiativeId, reviewers };
  }

  test('publishes every score with its reason and no reviewer, and can be recomputed', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const { initiativeId, reviewers } = await scored(database, scene, [
      [4, 2],
      [3, null],
      [2, 1],
    ]);
    const decisionId = await prepared(database, scene, initiativeId);
    await confirmed(database, scene, decisionId);
    const row = await database.decision.findUniqueOrThrow({ where: { id: decisionId } });
    const publication = readPublished(row.published);
    expect(publication.scores?.reviews).toHaveLength(3);
    expect(publication.scores?.reviews.flatMap(({ scores }) => scores.map(({ reason }) => reason))).toEqual(
      Array<string[]>(3).fill(['Reden 0', 'Reden 1']).flat(),
    );
    // (2 × 3/4 + 1 × 1.5/4) / 3
    expect(publication.scores?.result.totalHundredths).toBe(6250);
    expect(recompute(publication).matches).toBe(true);
    expect(receiptOf(JSON.parse(canonicalJson(publication)) as Json)).toBe(row.receipt);
    const text = canonicalJson(publication);
    expect(reviewers.filter((id) => text.includes(id))).toEqual([]);
  });

  test('is refused when a review was set aside between preparing and confirming', async () => {
    const { database } = own;
    const scene = await makeScene(database);
    const { initiativeId, reviewers } = await scored(database, scene, [
      [4, 4],
      [0, 0],
    ]);
    const decisionId = await prepared(database, scene, initiativeId);
    const form = await confirmation(database, decisionId);
    await database.interestDeclaration.create({
      data: { id: newId(), personId: reviewers[1] ?? '', initiativeId, kind: 'family', declaredAt: testNow },
    });
    const before = await traces(database);
    expect(await confirmDecision(form, as(database, scene, 'budgetHolder'))).toMatchObject({
      ok: false,
      reason: 'changed-meanwhile',
    });
    expect(await traces(database)).toEqual(before);
    // whoever reads again, confirms what is true now
    await confirmed(database, scene, decisionId);
    const { published: json } = await database.decision.findUniqueOrThrow({ where: { id: decisionId } });
    expect(readPublished(json).scores).toMatchObject({
      result: { totalHundredths: 10_000 },
      recusals: [{ interest: 'family' }],
    });
  });
});

describe('the decision of the paper', () => {
  test('is carried over once, with everything the paper says, and a receipt that is the same everywhere', async () => {
    const { database } = own;
    await loadProgramme(database);
    const number = await importPaperDecision(database, callandDecision);
    expect(number).toBe('2024-0001');
    const row = await database.decision.findUniqueOrThrow({ where: { number } });
    const publication = readPublished(row.published);
    expect(publication).toMatchObject({
      origin: 'paper',
      takenOn: '2024-03-18',
      amountCents: null,
      outcome: 'grant',
      body: { slug: 'wonen-en-leefomgeving' },
      subject: { kind: 'actielijn', slug: 'haalbaarheidsstudie-callandlyceum' },
      recusals: [{ interest: 'own', note: 'De studie gaat over de school zelf.' }],
      source: { key: 'ot-wonen-2024-03-18' },
    });
    expect(publication.criteria?.criteria.map(({ motivation }) => motivation !== '')).toEqual(
      Array<boolean>(7).fill(true),
    );
    expect(publication.participants).toHaveLength(callandDecision.participants.length);
    expect(recompute(publication).matches).toBe(true);
    expect(row.receipt).toBe(receiptOf(publication));
    const before = await traces(database);
    expect(
      await Promise.all([
        importPaperDecision(database, callandDecision),
        importPaperDecision(database, callandDecision),
      ]),
    ).toEqual([number, number]);
    expect(await traces(database)).toEqual(before);
  });

  test('is refused whole when it names what the data does not describe', async () => {
    const { database } = own;
    await loadProgramme(database);
    const before = await traces(database);
    const wrong = { ...callandDecision, takenOn: '2024-03-19', participants: ['bestaat-niet'] };
    await expect(importPaperDecision(database, wrong)).rejects.toThrow('bestaat-niet');
    expect(await traces(database)).toEqual(before);
  });
});
