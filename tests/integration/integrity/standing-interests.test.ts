import { beforeEach, describe, expect, test } from 'vitest';
import { calendarDate, toDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { accepted } from '#app/kernel/outcome.ts';
import { declareInterest } from '#app/modules/scoring/commands/declare-interest.server.ts';
import type { ScoringContext } from '#app/modules/scoring/commands/scoring-context.server.ts';
import { inTransaction, type Transaction } from '#app/platform/database.server.ts';
import { makeInitiative, makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { as, assignmentOf, idOf, makeScene, openScene, review, ruleOf, valueOf } from '../scoring/scene.ts';

const own = useTestDatabase();
let organisationId: string;
let organisationName: string;
let initiativeId: string;
let reviewer: ScoringContext;
let chair: ScoringContext;
let bodyId: string;
let mine: string;

beforeEach(async () => {
  const scene = await makeScene(own.database, { reviewers: 2 });
  organisationName = `Stichting ${newId()}`;
  organisationId = await makeOrganisation(own.database, { name: organisationName });
  initiativeId = scene.initiativeIds[0] ?? '';
  await own.database.initiativePartner.create({ data: { initiativeId, organisationId } });
  const opened = await openScene(own.database, scene);
  const [first] = scene.reviewers;
  if (!first) throw new Error('two reviewers');
  ({ chair, bodyId } = scene);
  reviewer = first.context;
  mine = assignmentOf(opened, first.personId);
});

const today = calendarDate('2026-11-21');

/** A tie straight in the database: what the database thinks of it, past every command. */
async function tie(
  personId: string,
  given: Record<string, unknown> = {},
  database: Pick<Transaction, 'standingInterest'> = own.database,
): Promise<string> {
  const id = newId();
  await database.standingInterest.create({
    data: {
      ...{ id, interestId: id, version: 1, personId, kind: 'board', organisationId },
      ...{ beginsOn: toDateColumn(calendarDate('2024-01-01')), declaredAt: testNow },
      ...given,
    },
  });
  return id;
}

const interestOf = async (personId: string, plan = initiativeId) =>
  (
    await own.database.$queryRaw<{ kind: string | null }[]>`
      select interest_of(${personId}::uuid, ${plan}::uuid) as kind`
  )[0]?.kind;

describe('a declared tie to an organisation keeps one out of its plans', () => {
  test('the scoring sheet stays shut, and the database refuses a review past the command', async () => {
    await tie(idOf(reviewer));
    expect(await declareInterest({ assignmentId: mine, kind: 'none', note: '' }, reviewer)).toEqual({
      ok: false,
      reason: 'interest-keeps-out',
    });
    await own.database.interestDeclaration.create({
      data: { id: newId(), personId: idOf(reviewer), initiativeId, kind: 'none', declaredAt: testNow },
    });
    const forged = own.database.review.create({
      data: { id: newId(), assignmentId: mine, state: 'draft', openedAt: testNow },
    });
    expect(await ruleOf(forged)).toBe('review_without_interest');
  });

  test('a tie declared while scoring sets the review aside', async () => {
    await review(reviewer, mine, '4', '4');
    await tie(idOf(reviewer), { kind: 'position', isPaid: true });
    expect((await own.database.review.findUniqueOrThrow({ where: { assignmentId: mine } })).state).toBe('set-aside');
  });

  test('the decision: who has the tie neither prepares it nor takes part', async () => {
    const proposerId = idOf(chair);
    await tie(proposerId);
    const decision = (data: { proposerId: string }) =>
      own.database.decision.create({
        data: {
          ...{ id: newId(), bodyId, initiativeId, title: 'Een plan', outcome: 'decline', state: 'prepared' },
          ...{
            origin: 'product',
            method: 'consent',
            motivation: 'Daarom.',
            preparedAt: testNow,
            takenOn: toDateColumn(today),
          },
          ...data,
        },
      });
    expect(await ruleOf(decision({ proposerId }))).toBe('decision_without_interest');
    const other = await makePerson(own.database);
    const { id: decisionId } = await decision({ proposerId: other });
    const part = own.database.decisionParticipant.create({
      data: { id: newId(), decisionId, personId: proposerId, part: 'took-part' },
    });
    expect(await ruleOf(part)).toBe('decision_without_interest');
  });

  test('money for the organisation: the same tie counts for whom a grant, small spending or reward goes to', async () => {
    const personId = await makePerson(own.database);
    await tie(personId, { kind: 'ownership' });
    const [row] = await own.database.$queryRaw<{ shares: boolean; grant: string | null }[]>`
      select shares_organisation(${personId}::uuid, ${organisationId}::uuid, ${testNow}) as shares,
        interest_in_grant(${personId}::uuid, null, ${organisationId}::uuid, ${testNow}) as grant`;
    expect(row).toEqual({ shares: true, grant: 'shared-organisation' });
  });

  test.each([
    [{ kind: 'board' }, 'board'],
    [{ kind: 'position', isPaid: true }, 'employer'],
    [{ kind: 'position' }, 'other'],
    [{ kind: 'ownership' }, 'own'],
    // private ties say no more than that there is one
    [{ kind: 'family' }, 'other'],
    [{ kind: 'gift', gift: 'Kerstpakket', valueCents: 50_00n, isKept: true, beginsOn: toDateColumn(today) }, 'other'],
    [{ kind: 'gift', gift: 'Bos bloemen', valueCents: 49_99n, isKept: true, beginsOn: toDateColumn(today) }, null],
    [{ kind: 'gift', gift: 'Fiets', valueCents: 900_00n, isKept: false, beginsOn: toDateColumn(today) }, null],
    [{ kind: 'gift', gift: 'Kerstpakket', valueCents: 50_00n, isKept: true }, null],
    [{ endsOn: toDateColumn(calendarDate('2026-11-20')) }, 'board'],
    [{ endsOn: toDateColumn(calendarDate('2026-11-19')) }, null],
  ])('%o counts as %s', async (given, expected) => {
    const personId = await makePerson(own.database);
    await tie(personId, given);
    expect(await interestOf(personId)).toBe(expected);
    expect(await interestOf(personId, await makeInitiative(own.database))).toBe(null);
  });

  test('a typed name counts for the organisation of that name', async () => {
    const personId = await makePerson(own.database);
    await tie(personId, { organisationId: null, organisationName: ` ${organisationName.toUpperCase()} ` });
    expect(await interestOf(personId)).toBe('board');
  });
});

describe('the register only grows', () => {
  test('a line keeps what it is about, and is never removed', async () => {
    const personId = await makePerson(own.database);
    const interestId = await tie(personId);
    const next = (given: Record<string, unknown>) => ruleOf(tie(personId, { interestId, version: 2, ...given }));
    expect(await next({ organisationId: await makeOrganisation(own.database) })).toBe('standing_interest_fixed');
    expect(await next({ kind: 'ownership' })).toBe('standing_interest_fixed');
    expect(await next({ version: 3 })).toBe('standing_interest_next');
    expect(await next({ endsOn: toDateColumn(calendarDate('2026-11-01')) })).toBe('standing_interest_end_now');
    expect(await ruleOf(own.database.standingInterest.deleteMany({ where: { interestId } }))).toBe(
      'record_append_only',
    );
    expect(await next({ endsOn: toDateColumn(today) })).toBe(null);
    expect(await interestOf(personId)).toBe('board');
  });

  test('"nothing to report" is refused beside a line that runs', async () => {
    const personId = await makePerson(own.database);
    const say = () =>
      ruleOf(
        own.database.interestStatement.create({ data: { id: newId(), personId, statedAt: testNow, isNothing: true } }),
      );
    expect(await say()).toBe(null);
    await tie(personId);
    expect(await say()).toBe('interest_statement_nothing');
  });

  test('declaring and deciding at the same instant: one of the two sees the other', async () => {
    const context = await as(own.database, idOf(reviewer));
    valueOf(await declareInterest({ assignmentId: mine, kind: 'none', note: '' }, context));
    const draft = await own.database.review.findUniqueOrThrow({ where: { assignmentId: mine } });
    await Promise.allSettled([
      // one of two who wait for each other is broken off; as in every command, it is tried again
      inTransaction(own, async (tx) => accepted(await tie(idOf(reviewer), {}, tx))),
      own.database.review.update({ where: { id: draft.id }, data: { revision: { increment: 1 } } }),
    ]);
    expect((await own.database.review.findUniqueOrThrow({ where: { assignmentId: mine } })).state).toBe('set-aside');
  });
});
