import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { acceptInitiative } from '#app/modules/loket/commands/accept-initiative.server.ts';
import { askQuestion } from '#app/modules/loket/commands/ask-question.server.ts';
import type { LoketContext, LoketOrder } from '#app/modules/loket/commands/initiative-at-loket.server.ts';
import { referInitiative } from '#app/modules/loket/commands/refer-initiative.server.ts';
import { referOutside } from '#app/modules/loket/commands/refer-outside.server.ts';
import type { RuleJudgement } from '#app/modules/loket/eligibility.ts';
import {
  makeBody,
  makeInitiative,
  makeMembership,
  makeOrganisation,
  makePerson,
  testNow,
} from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { contextOf, mailedEvents, order, signedInAs } from './desk.ts';

const own = useTestDatabase();

const rules = ['in-nieuw-west', 'ander-geld'];
const allMet: RuleJudgement[] = rules.map((ruleSlug) => ({ ruleSlug, met: true, note: '' }));

let teamId: string;
let otherTeamId: string;
let officeId: string;
let desk: LoketContext;

beforeAll(async () => {
  const { database } = own;
  officeId = await makeBody(database, { kind: 'programme', slug: 'programmabureau' });
  teamId = await makeBody(database);
  otherTeamId = await makeBody(database, { kind: 'wijkalliantie' });
  await database.eligibilityRule.createMany({
    data: rules.map((slug, position) => ({ slug, position, text: slug, textEn: slug })),
  });
  desk = await signedInAs(database, 'loket', teamId);
});

type Action = (
  given: LoketOrder,
  context: LoketContext,
) => Promise<{ ok: true; value: string } | { ok: false; reason: string }>;

/** The four actions, so that what holds for one is tried on each. */
const actions: [string, Action, { stage: string }][] = [
  ['ask-question', askQuestion, { stage: 'question' }],
  ['accept', (given, context) => acceptInitiative({ ...given, judgements: allMet }, context), { stage: 'accepted' }],
  ['refer', (given, context) => referInitiative({ ...given, toBodyId: otherTeamId }, context), { stage: 'submitted' }],
  [
    'refer-outside',
    (given, context) =>
      referOutside({ ...given, fundName: 'Oranje Fonds', fundLink: 'https://oranjefonds.nl' }, context),
    { stage: 'referred' },
  ],
];

const stateOf = async (id: string) =>
  own.database.initiative.findUniqueOrThrow({
    where: { id },
    select: { stage: true, revision: true, bodyId: true, dueOn: true, events: true, checks: true },
  });

/** Nothing of a refused action stays behind. */
async function expectUntouched(id: string, stage = 'submitted'): Promise<void> {
  const state = await stateOf(id);
  expect(state).toMatchObject({ stage, revision: 1, events: [], checks: [] });
}

describe.each(actions)('%s', (_name, act, result) => {
  test('moves the initiative, tells the reason, and queues the mail', async () => {
    const id = await makeInitiative(own.database, { bodyId: teamId });
    const outcome = await act(order(id, { reason: '  Dit is waarom.  ' }), desk);
    expect(outcome.ok).toBe(true);
    const state = await stateOf(id);
    expect(state).toMatchObject({ stage: result.stage, revision: 2 });
    expect(state.events).toMatchObject([{ reason: 'Dit is waarom.', bodyId: teamId, actorId: desk.actor.person?.id }]);
    expect(await mailedEvents(own.database)).toContain(outcome.ok ? outcome.value : '');
  });

  test('of the programme office, for the initiative of any body', async () => {
    const id = await makeInitiative(own.database, { bodyId: teamId });
    const outcome = await act(order(id), await signedInAs(own.database, 'loket', officeId));
    expect(outcome.ok).toBe(true);
    expect((await stateOf(id)).events).toMatchObject([{ bodyId: officeId }]);
  });

  test.each(['chair', 'member', 'reviewer', 'budget_holder', 'editor', 'programme_manager', 'treasurer'])(
    'not with the role %s alone',
    async (role) => {
      const id = await makeInitiative(own.database, { bodyId: teamId });
      expect(await act(order(id), await signedInAs(own.database, role, teamId))).toMatchObject({
        reason: 'initiative-unknown',
      });
      await expectUntouched(id);
    },
  );

  test('not by the controlegroep, which reads', async () => {
    const id = await makeInitiative(own.database, { bodyId: teamId });
    expect(await act(order(id), await signedInAs(own.database, 'controlegroep', officeId))).toMatchObject({
      reason: 'role-needed',
    });
    await expectUntouched(id);
  });

  test('not with a role that ended yesterday, or begins tomorrow', async () => {
    const { database } = own;
    const id = await makeInitiative(database, { bodyId: teamId });
    const ended = await makePerson(database);
    await makeMembership(database, {
      personId: ended,
      bodyId: teamId,
      role: 'loket',
      endsOn: calendarDate('2026-11-20'),
    });
    const coming = await makePerson(database);
    await makeMembership(database, {
      personId: coming,
      bodyId: teamId,
      role: 'loket',
      beginsOn: calendarDate('2026-11-22'),
    });
    for (const person of [ended, coming]) {
      expect(await act(order(id), await contextOf(database, person))).toMatchObject({ reason: 'initiative-unknown' });
    }
    await expectUntouched(id);
  });

  test("not on another body's initiative, on a draft, or on an id that is none", async () => {
    const { database } = own;
    const elsewhere = await makeInitiative(database, { bodyId: otherTeamId });
    const nobodys = await makeInitiative(database);
    const draft = await makeInitiative(database, { stage: 'draft', bodyId: teamId });
    for (const id of [elsewhere, nobodys, draft, randomUUID(), "x' or 1=1", '']) {
      expect(await act(order(id), desk)).toMatchObject({ reason: 'initiative-unknown' });
    }
    await expectUntouched(elsewhere);
    await expectUntouched(draft, 'draft');
  });

  test('not with an interest: own plan, shared organisation, or declared', async () => {
    const { database } = own;
    const personId = desk.actor.person?.id ?? '';
    const organisationId = await makeOrganisation(database, { members: [personId] });
    const mine = await makeInitiative(database, { bodyId: teamId, submitterId: personId });
    const ours = await makeInitiative(database, { bodyId: teamId, organisationId });
    const partners = await makeInitiative(database, { bodyId: teamId, partnerIds: [organisationId] });
    const declared = await makeInitiative(database, { bodyId: teamId });
    await database.interestDeclaration.create({
      data: { id: randomUUID(), personId, initiativeId: declared, kind: 'family', declaredAt: new Date() },
    });
    for (const id of [mine, ours, partners, declared]) {
      expect(await act(order(id), desk)).toMatchObject({ reason: 'interest-keeps-out' });
      await expectUntouched(id);
    }
  });

  test('not without a reason', async () => {
    const id = await makeInitiative(own.database, { bodyId: teamId });
    expect(await act(order(id, { reason: ' \n ' }), desk)).toMatchObject({ reason: 'reason-needed' });
    await expectUntouched(id);
  });

  test('not on what somebody else changed meanwhile', async () => {
    const id = await makeInitiative(own.database, { bodyId: teamId });
    await own.database.initiativeEvent.create({
      data: { id: randomUUID(), initiativeId: id, kind: 'revised', occurredAt: testNow },
    });
    expect(await act(order(id), desk)).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await act(order(id, { lastStep: randomUUID() }), desk)).toMatchObject({ reason: 'changed-meanwhile' });
    expect((await stateOf(id)).events).toHaveLength(1);
  });

  test('also while the submitter types a new version that nobody has seen yet', async () => {
    const id = await makeInitiative(own.database, { bodyId: teamId });
    await own.database.initiative.update({
      where: { id },
      data: { draft: { typed: 'half a' }, revision: { increment: 3 } },
    });
    expect((await act(order(id), desk)).ok).toBe(true);
  });

  test('once, when the same form arrives twice', async () => {
    const id = await makeInitiative(own.database, { bodyId: teamId });
    const form = order(id);
    const outcomes = await Promise.all([act(form, desk), act(form, desk)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'already-done' });
    expect((await stateOf(id)).events).toHaveLength(1);
  });

  test('by one of two colleagues at the same instant', async () => {
    const id = await makeInitiative(own.database, { bodyId: teamId });
    const colleague = await signedInAs(own.database, 'loket', teamId);
    const before = (await mailedEvents(own.database)).length;
    const outcomes = await Promise.all([act(order(id), desk), act(order(id), colleague)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    // after a referral the loser's body no longer has it
    expect(['changed-meanwhile', 'stage-does-not-allow', 'initiative-unknown']).toContain(
      outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.reason]))[0],
    );
    expect((await stateOf(id)).events).toHaveLength(1);
    expect((await mailedEvents(own.database)).length).toBe(before + 1);
  });

  test('not on a plan that was decided already', async () => {
    const id = await makeInitiative(own.database, { bodyId: teamId, stage: 'granted' });
    const before = (await mailedEvents(own.database)).length;
    expect(await act(order(id), desk)).toMatchObject({ reason: 'stage-does-not-allow' });
    await expectUntouched(id, 'granted');
    expect((await mailedEvents(own.database)).length).toBe(before);
  });
});
