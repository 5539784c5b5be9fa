import { calendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import type { ActivityContent } from '#app/modules/allowances/activity.ts';
import { answerClaims } from '#app/modules/allowances/commands/answer-claims.server.ts';
import { claimHours } from '#app/modules/allowances/commands/claim-hours.server.ts';
import { openActivity } from '#app/modules/allowances/commands/open-activity.server.ts';
import { takePart } from '#app/modules/allowances/commands/take-part.server.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Role } from '#app/modules/people/role.ts';
import type { Context, Database } from '#app/platform/database.server.ts';
import { makeMembership, makePerson, testNow } from '#tests/factories/index.ts';
import { confirmed, initiativeOf, makeScene, prepared, type Scene } from '#tests/integration/decisions/scene.ts';

/** A team that promised money, two coordinators and a volunteer who takes part in an activity. */
export type AllowanceScene = {
  team: Scene;
  /** Promised 10,000 euros. */
  decisionId: string;
  initiativeId: string;
  coordinatorId: string;
  otherCoordinatorId: string;
  volunteerId: string;
  activityId: string;
};

export const today = calendarDate('2026-11-21');

export const activityContent = (changes: Partial<ActivityContent> = {}): ActivityContent => ({
  name: 'Soep voor de buurt',
  description: 'Elke week koken en rondbrengen.',
  areaCode: null,
  budget: cents(9000_00),
  hour: cents(560),
  hourYoung: cents(330),
  normReason: '',
  paysExpenses: true,
  beginsOn: calendarDate('2025-12-01'),
  endsOn: calendarDate('2027-06-30'),
  ...changes,
});

/** Somebody who signed in, with one role in the team or none. */
export function acting(
  database: Database,
  scene: Pick<AllowanceScene, 'team'>,
  personId: string,
  role: Role | null = null,
  now: Date = testNow,
): Context<SignedIn> {
  const { bodyId, bodySlug } = scene.team;
  return {
    database,
    now,
    actor: {
      person: { id: personId, email: 'somebody@wijkbeurs.example', name: 'Iemand', locale: 'nl' },
      sessionId: null,
      roles: role === null ? [] : [{ role, bodyId, bodySlug, bodyName: 'Team', organisationId: null }],
      organisations: [],
      secondFactor: true,
      demo: false,
    },
  };
}

export const coordinator = (database: Database, scene: AllowanceScene, which: 'first' | 'other' = 'first') =>
  acting(database, scene, which === 'first' ? scene.coordinatorId : scene.otherCoordinatorId, 'coordinator');

export async function makeAllowances(
  database: Database,
  changes: Partial<ActivityContent> = {},
): Promise<AllowanceScene> {
  const team = await makeScene(database, { fundCents: 20_000_00 });
  const initiativeId = await initiativeOf(database, team, { requestedCents: 10_000_00 });
  const number = await confirmed(
    database,
    team,
    await prepared(database, team, initiativeId, { amount: cents(10_000_00) }),
  );
  const { id: decisionId } = await database.decision.findUniqueOrThrow({ where: { number } });
  const people = { coordinatorId: await makePerson(database), otherCoordinatorId: await makePerson(database) };
  for (const personId of Object.values(people))
    await makeMembership(database, { personId, bodyId: team.bodyId, role: 'coordinator' });
  const scene = { team, decisionId, initiativeId, ...people, volunteerId: '', activityId: newId() };
  await opened(database, scene, changes, scene.activityId);
  return { ...scene, volunteerId: await volunteer(database, scene) };
}

/** Another activity on the same promise. @returns its id */
export async function opened(
  database: Database,
  scene: AllowanceScene,
  changes: Partial<ActivityContent> = {},
  id: string = newId(),
): Promise<string> {
  const outcome = await openActivity(
    { ground: { kind: 'decision', id: scene.decisionId }, content: activityContent(changes), formKey: id },
    coordinator(database, scene),
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  return id;
}

/** Somebody new who takes part. */
export async function volunteer(
  database: Database,
  scene: AllowanceScene,
  activityId = scene.activityId,
): Promise<string> {
  const personId = await makePerson(database);
  const joined = await takePart({ activityId, takesPart: true }, acting(database, scene, personId));
  if (!joined.ok) throw new Error(joined.reason);
  return personId;
}

/** The volunteer's own claim of hours. */
export async function claim(
  database: Database,
  scene: AllowanceScene,
  given: {
    day?: CalendarDate | string;
    minutes?: number;
    personId?: string;
    activityId?: string;
    formKey?: string;
    now?: Date;
  } = {},
) {
  const personId = given.personId ?? scene.volunteerId;
  const line = { personId, day: (given.day ?? today) as CalendarDate, minutes: given.minutes ?? 60, note: 'Gekookt' };
  return claimHours(
    { activityId: given.activityId ?? scene.activityId, lines: [line], formKey: given.formKey ?? newId() },
    acting(database, scene, personId, null, given.now),
  );
}

/** A coordinator approves everything that waits. */
export async function approve(database: Database, scene: AllowanceScene, which: 'first' | 'other' = 'first') {
  const { activityId } = scene;
  const waiting = await database.allowanceClaim.findMany({ where: { activityId, state: 'claimed' } });
  return answerClaims(
    { activityId, claimIds: waiting.map(({ id }) => id), answer: { approve: true } },
    coordinator(database, scene, which),
  );
}
