import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import { joinOrganisation } from '#app/modules/people/commands/join-organisation.server.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { makeMembership, makeOrganisation } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { someoneWaitsForLock } from '#tests/support/locks.ts';
import { as, confirmation, initiativeOf, makeScene, prepared, traces, type Scene } from './scene.ts';

const own = useTestDatabase();

/** A proposal that waits for its confirmation, on a plan with a partner that nobody of the body belongs to yet. */
async function waiting() {
  const { database } = own;
  const scene = await makeScene(database);
  const initiativeId = await initiativeOf(database, scene);
  const organisationId = await makeOrganisation(database);
  await database.initiativePartner.create({ data: { initiativeId, organisationId } });
  const form = await confirmation(database, await prepared(database, scene, initiativeId));
  return { scene, form, organisationId };
}

const join = async (tx: Transaction, personId: string, organisationId: string) =>
  joinOrganisation(tx, { personId, organisationId, beginsOn: calendarDate('2026-11-01'), confirmedById: null });

describe('joining an organisation of the plan while its decision is being confirmed', () => {
  test.each([
    ['member', 'participant-interest'],
    ['chair', 'participant-interest'],
    ['budgetHolder', 'interest'],
  ] as const)('the %s who joins first keeps the decision from being published', async (who, reason) => {
    const { database } = own;
    const { scene, form, organisationId } = await waiting();
    const before = await traces(database);
    const answer = await joiningFirst(database, scene.people[who], organisationId, async () =>
      confirmDecision(form, as(database, scene, 'budgetHolder')),
    );
    expect(answer).toEqual({ ok: false, reason });
    expect(await traces(database)).toEqual(before);
  });

  test('sitting in the body for that organisation counts the same', async () => {
    const { database } = own;
    const { scene, form, organisationId } = await waiting();
    const { member } = scene.people;
    await database.bodyMembership.updateMany({ where: { personId: member }, data: { organisationId: null } });
    const answer = await whileHeld(
      database,
      async (tx) => tx.bodyMembership.updateMany({ where: { personId: member }, data: { organisationId } }),
      async () => confirmDecision(form, as(database, scene, 'budgetHolder')),
    );
    expect(answer).toEqual({ ok: false, reason: 'participant-interest' });
  });

  test.each(['member', 'chair'] as const)('the %s who joins second waits until it is published', async (who) => {
    const { database } = own;
    const { scene, form, organisationId } = await waiting();
    const steps: string[] = [];
    let joined: Promise<unknown> = Promise.resolve();
    await database.$transaction(async (tx) => {
      // what a confirmation does to the row, held open
      await tx.decision.update({ where: { id: form.decisionId }, data: { revision: { increment: 1 } } });
      joined = database
        .$transaction(async (other) => join(other, scene.people[who], organisationId))
        .then(() => steps.push('joined'));
      await someoneWaitsForLock(database, joined, 'advisory');
      steps.push('decided');
    });
    await joined;
    expect(steps).toEqual(['decided', 'joined']);
  });

  test('who has nothing to do with it joins and takes a seat without waiting', async () => {
    const { database } = own;
    const { scene, form, organisationId } = await waiting();
    await database.$transaction(async (tx) => {
      await tx.decision.update({ where: { id: form.decisionId }, data: { revision: { increment: 1 } } });
      await database.$transaction(async (other) => join(other, scene.people.manager, organisationId));
      await makeMembership(database, { personId: scene.people.manager, bodyId: scene.bodyId, role: 'editor' });
    });
  });
});

/** Joins in a transaction that stays open until the work waits for it, or is done because it did not. */
async function joiningFirst<Answer>(
  database: Database,
  personId: Scene['people']['member'],
  organisationId: string,
  work: () => Promise<Answer>,
): Promise<Answer> {
  return whileHeld(database, async (tx) => join(tx, personId, organisationId), work);
}

async function whileHeld<Answer>(
  database: Database,
  change: (tx: Transaction) => Promise<unknown>,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const answers: Promise<Answer>[] = [];
  await database.$transaction(async (tx) => {
    await change(tx);
    const answer = work();
    answers.push(answer);
    await someoneWaitsForLock(database, answer, 'advisory');
  });
  const [answer] = await Promise.all(answers);
  if (answer === undefined) throw new Error('nothing was attempted');
  return answer;
}
