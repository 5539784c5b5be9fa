import { calendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { answerSpending } from '#app/modules/alliances/commands/answer-spending.server.ts';
import { confirmSpending } from '#app/modules/alliances/commands/confirm-spending.server.ts';
import { proposeSpending } from '#app/modules/alliances/commands/propose-spending.server.ts';
import type { SpendingAnswer, SpendingContent } from '#app/modules/alliances/spending.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import { makeBody, makeFund, makeMembership, makePerson, testNow } from '#tests/factories/index.ts';

export type Who = 'proposer' | 'first' | 'second' | 'third' | 'chair' | 'budgetHolder' | 'outsider';

/** A wijkalliantie of six, each a household of their own, and somebody from outside. */
export type AllianceScene = { bodyId: string; fundId: string; people: Record<Who, string> };

const roleOf = {
  proposer: 'member',
  first: 'member',
  second: 'member',
  third: 'member',
  chair: 'chair',
  budgetHolder: 'budget_holder',
};

export const today: CalendarDate = calendarDate('2026-11-21');

export async function makeAlliance(database: Database, given: { fundCents?: number } = {}): Promise<AllianceScene> {
  const bodyId = await makeBody(database, { kind: 'wijkalliantie' });
  const people = { outsider: await makePerson(database) } as Record<Who, string>;
  for (const [who, role] of Object.entries(roleOf) as [Who, string][]) {
    people[who] = await makePerson(database);
    await makeMembership(database, { personId: people[who], bodyId, role });
  }
  return { bodyId, fundId: await makeFund(database, { bodyId, amountCents: given.fundCents ?? 5_000_00 }), people };
}

/** A request by one of them; days from the day of the tests. */
export async function by(
  database: Database,
  scene: AllianceScene,
  who: Who,
  given: { days?: number; secondFactor?: boolean } = {},
): Promise<Context<SignedIn>> {
  const now = new Date(testNow.getTime() + (given.days ?? 0) * 86_400_000);
  const actor = await actorOfPerson(database, scene.people[who], {
    now,
    demo: false,
    secondFactor: given.secondFactor ?? true,
  });
  return { database, now, actor };
}

export function contentOf(scene: AllianceScene, changes: Partial<SpendingContent> = {}): SpendingContent {
  return {
    what: 'Plantenbakken voor het plein',
    why: 'Het plein is kaal.',
    amount: cents(250_00),
    fundId: scene.fundId,
    payee: { kind: 'shop', name: 'Tuincentrum' },
    initiativeSlug: null,
    ...changes,
  };
}

export async function propose(database: Database, scene: AllianceScene, changes: Partial<SpendingContent> = {}) {
  const input = { bodyId: scene.bodyId, content: contentOf(scene, changes), formKey: newId() };
  return proposeSpending(input, await by(database, scene, 'proposer'));
}

export async function proposed(database: Database, scene: AllianceScene, changes: Partial<SpendingContent> = {}) {
  const outcome = await propose(database, scene, changes);
  if (!outcome.ok) throw new Error(`not proposed: ${outcome.reason}`);
  return outcome.value;
}

export async function answer(
  database: Database,
  scene: AllianceScene,
  who: Who,
  spendingId: string,
  given: SpendingAnswer = 'consent',
  revision = 1,
) {
  const reason = given === 'objection' ? 'Dit is te duur.' : '';
  return answerSpending({ spendingId, revision, answer: given, reason }, await by(database, scene, who));
}

/** Three members consent. @returns id of the spending */
export async function agreed(database: Database, scene: AllianceScene, changes: Partial<SpendingContent> = {}) {
  const id = await proposed(database, scene, changes);
  for (const who of ['first', 'second', 'third'] as const) {
    const outcome = await answer(database, scene, who, id);
    if (!outcome.ok) throw new Error(`not answered: ${outcome.reason}`);
  }
  return id;
}

/** Eight days later, when the period is over, unless said otherwise. */
export async function confirm(
  database: Database,
  scene: AllianceScene,
  who: Who,
  spendingId: string,
  given: { days?: number; revision?: number } = {},
) {
  const context = await by(database, scene, who, { days: given.days ?? 8 });
  return confirmSpending({ spendingId, revision: given.revision ?? 1 }, context);
}
