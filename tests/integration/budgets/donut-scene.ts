import { addDays, calendarDate, dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { instant } from '#app/kernel/instant.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { applyForDonut, type ApplicationContent } from '#app/modules/donutfonds/commands/apply.server.ts';
import { closeCall } from '#app/modules/donutfonds/commands/close-call.server.ts';
import { confirmSplit } from '#app/modules/donutfonds/commands/confirm-split.server.ts';
import { keepEvidence } from '#app/modules/donutfonds/commands/keep-evidence.server.ts';
import { openCall } from '#app/modules/donutfonds/commands/open-call.server.ts';
import { proposeSplit } from '#app/modules/donutfonds/commands/propose-split.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import {
  makeBody,
  makeFund,
  makeMembership,
  makeMoneySource,
  makeOrganisation,
  makePerson,
} from '#tests/factories/index.ts';
import { photoWithPlace } from '../initiatives/files.ts';

export type Who = 'manager' | 'chair' | 'budgetHolder' | 'loket' | 'outsider' | 'one' | 'two' | 'three';

/** A body with a donutfonds of 100 euro, its people, and three organisations with one member each. */
export type DonutScene = {
  year: number;
  opensOn: CalendarDate;
  closesOn: CalendarDate;
  bodyId: string;
  fundId: string;
  moneySourceId: string;
  callId: string;
  people: Record<Who, string>;
  organisations: Record<'one' | 'two' | 'three', string>;
};

const roleOf = { manager: 'programme_manager', chair: 'chair', budgetHolder: 'budget_holder', loket: 'loket' } as const;

export const rulesId = '019c0000-0000-7000-8000-000000000001';

let years = 2026;

/** Each scene has a year of its own, from 2027 on: a year has one call. */
export async function makeDonutfonds(
  database: Database,
  given: { fundCents?: number | null; moneySourceId?: string } = {},
): Promise<DonutScene> {
  const year = (years += 1);
  const bodyId = await makeBody(database);
  const people = { outsider: await makePerson(database) } as Record<Who, string>;
  for (const [who, role] of Object.entries(roleOf) as [Who, string][]) {
    people[who] = await makePerson(database);
    await makeMembership(database, { personId: people[who], bodyId, role });
  }
  const organisations = {} as DonutScene['organisations'];
  for (const who of ['one', 'two', 'three'] as const) {
    people[who] = await makePerson(database);
    organisations[who] = await makeOrganisation(database, { members: [people[who]] });
  }
  const moneySourceId = given.moneySourceId ?? (await makeMoneySource(database, { endsOn: '2099-12-31' }));
  const fundId = await makeFund(database, {
    bodyId,
    year,
    moneySourceId,
    amountCents: given.fundCents === undefined ? 100_00 : given.fundCents,
  });
  const callId = newId();
  const scene = {
    year,
    opensOn: calendarDate(`${String(year)}-02-01`),
    closesOn: calendarDate(`${String(year)}-03-31`),
    bodyId,
    fundId,
    moneySourceId,
    callId,
    people,
    organisations,
  };
  const input = { formKey: callId, fundId, rulesId, opensOn: scene.opensOn, closesOn: scene.closesOn };
  const opened = await openCall(input, await by(database, scene, 'manager'));
  if (!opened.ok) throw new Error(`not opened: ${opened.reason}`);
  return scene;
}

/** A request by one of them; days from the day on which the call opens. After day 58 it can be closed. */
export async function by(
  database: Database,
  scene: DonutScene,
  who: Who,
  given: { days?: number; secondFactor?: boolean } = {},
): Promise<Context<SignedIn>> {
  const now = instant(`${addDays(scene.opensOn, given.days ?? 0)}T11:00:00Z`);
  const { secondFactor = true } = given;
  const actor = await actorOfPerson(database, scene.people[who], { now, demo: false, secondFactor });
  return { database, now, actor };
}

export const afterClosing = { days: 70 };

export function contentOf(scene: DonutScene, changes: Partial<ApplicationContent> = {}): ApplicationContent {
  return {
    value: cents(20_000_00),
    costs: cents(5_000_00),
    evidenceKind: 'maex',
    evidenceName: '',
    evidenceOn: addDays(scene.opensOn, -30),
    story: 'Elke week koken voor de buurt.',
    publishEvidence: true,
    ...changes,
  };
}

let colors = 0;

export async function document(database: Database, scene: DonutScene, who: Who): Promise<string> {
  const bytes = await photoWithPlace('jpeg', `#${String((colors += 1)).padStart(6, '0')}`);
  const kept = await keepEvidence({ fileName: 'maex.jpg', bytes }, await by(database, scene, who));
  if (!kept.ok) throw new Error(`not kept: ${kept.reason}`);
  return kept.value;
}

export async function apply(
  database: Database,
  scene: DonutScene,
  who: 'one' | 'two' | 'three',
  changes: Partial<ApplicationContent> = {},
) {
  const input = {
    callId: scene.callId,
    organisationId: scene.organisations[who],
    formKey: newId(),
    revision: 0,
    content: contentOf(scene, changes),
    evidenceId: await document(database, scene, who),
  };
  return applyForDonut(input, await by(database, scene, who));
}

export async function applied(...given: Parameters<typeof apply>): Promise<string> {
  const outcome = await apply(...given);
  if (!outcome.ok) throw new Error(`not applied: ${outcome.reason}`);
  return outcome.value;
}

export async function closed(database: Database, scene: DonutScene): Promise<void> {
  const outcome = await closeCall({ callId: scene.callId }, await by(database, scene, 'manager', afterClosing));
  if (!outcome.ok) throw new Error(`not closed: ${outcome.reason}`);
}

export async function propose(
  database: Database,
  scene: DonutScene,
  setAside: Record<string, string> = {},
  who: Who = 'manager',
) {
  const input = {
    callId: scene.callId,
    formKey: newId(),
    motivation: 'Volgens de regels.',
    setAside: new Map(Object.entries(setAside)),
  };
  return proposeSplit(input, await by(database, scene, who, afterClosing));
}

export async function proposed(...given: Parameters<typeof propose>): Promise<string> {
  const outcome = await propose(...given);
  if (!outcome.ok) throw new Error(`not proposed: ${outcome.reason}`);
  return outcome.value;
}

export const today = (scene: DonutScene) => dayInAmsterdam(instant(`${addDays(scene.opensOn, 70)}T11:00:00Z`));

export const confirmAs = async (database: Database, scene: DonutScene, splitId: string, who: Who = 'budgetHolder') =>
  confirmSplit({ splitId }, await by(database, scene, who, afterClosing));

/** A closed call with three applications: one qualifies well, one exactly, one with costs of zero. */
export async function threeAppliedIn(database: Database, fundCents?: number) {
  const scene = await makeDonutfonds(database, fundCents === undefined ? {} : { fundCents });
  const ids = {
    one: await applied(database, scene, 'one'),
    two: await applied(database, scene, 'two', { value: cents(10_000_00), costs: cents(5_000_00) }),
    three: await applied(database, scene, 'three', { costs: cents(0) }),
  };
  await closed(database, scene);
  return { scene, ids };
}
