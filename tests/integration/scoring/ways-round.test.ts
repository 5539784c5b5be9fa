import { beforeEach, describe, expect, test } from 'vitest';
import { toDateColumn, calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { leaveOrganisation } from '#app/modules/people/commands/leave-organisation.server.ts';
import { declareInterest } from '#app/modules/scoring/commands/declare-interest.server.ts';
import type { ScoringContext } from '#app/modules/scoring/commands/scoring-context.server.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { makeOrganisation, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { assignmentOf, idOf, makeScene, openScene, ruleOf, type Scene } from './scene.ts';

const own = useTestDatabase();
let scene: Scene;
let reviewer: ScoringContext;
let mine: string;
let initiativeId: string;

beforeEach(async () => {
  scene = await makeScene(own.database, { reviewers: 2 });
  const opened = await openScene(own.database, scene);
  const [first] = scene.reviewers;
  if (!first) throw new Error('two reviewers');
  reviewer = first.context;
  mine = assignmentOf(opened, first.personId);
  initiativeId = scene.initiativeIds[0] ?? '';
});

const declareNone = async () => declareInterest({ assignmentId: mine, kind: 'none', note: '' }, reviewer);
const keptOut = { ok: false, reason: 'interest-keeps-out' };

describe('an interest stays when its cause goes', () => {
  test('leaving the organisation just before declaring does not open the dossier', async () => {
    const organisationId = await makeOrganisation(own.database, { members: [idOf(reviewer)] });
    await own.database.initiativePartner.create({ data: { initiativeId, organisationId } });
    const membership = await own.database.organisationMember.findFirstOrThrow({
      where: { organisationId, personId: idOf(reviewer) },
    });
    const { actor } = reviewer;
    if (!isSignedIn(actor)) throw new Error('a reviewer is signed in');
    expect(await leaveOrganisation({ membershipId: membership.id }, { ...reviewer, actor })).toMatchObject({
      ok: true,
    });
    expect(await declareNone()).toEqual(keptOut);
  });

  test('a membership that was over before the plan began is none', async () => {
    const organisationId = await makeOrganisation(own.database);
    await own.database.initiativePartner.create({ data: { initiativeId, organisationId } });
    await own.database.organisationMember.create({
      data: {
        id: newId(),
        organisationId,
        personId: idOf(reviewer),
        beginsOn: toDateColumn(calendarDate('2019-01-01')),
        endsOn: toDateColumn(calendarDate('2019-12-31')),
      },
    });
    expect(await declareNone()).toEqual({ ok: true, value: 'open' });
  });

  test('a partner that a revision left out is still a partner', async () => {
    const organisationId = await makeOrganisation(own.database, { members: [idOf(reviewer)] });
    await own.database.initiativeVersion.create({
      data: {
        initiativeId,
        version: 99,
        content: { organisationId: null, partners: [organisationId] },
        createdAt: testNow,
      },
    });
    expect(await declareNone()).toEqual(keptOut);
  });
});

test('a review cannot be written as handed in without having been opened', async () => {
  await own.database.interestDeclaration.create({
    data: { id: newId(), personId: idOf(reviewer), initiativeId, kind: 'none', note: '', declaredAt: testNow },
  });
  const forged = own.database.review.create({
    data: { id: newId(), assignmentId: mine, state: 'submitted', openedAt: testNow, submittedAt: testNow },
  });
  expect(await ruleOf(forged)).toBe('review_complete');
});

test.each([
  'decision_participant',
  'decision_criterion',
  'decision_objection',
  'criterion cascade',
  'round_entry cascade',
  'review_assignment cascade',
  'review cascade',
  'review_score',
])('truncating %s is refused', async (table) => {
  await expect(own.database.$executeRawUnsafe(`truncate ${table}`)).rejects.toThrow(/record_append_only/);
});
