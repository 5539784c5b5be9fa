import { beforeEach, describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { instant } from '#app/kernel/instant.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { answerClaims } from '#app/modules/allowances/commands/answer-claims.server.ts';
import { changeActivity } from '#app/modules/allowances/commands/change-activity.server.ts';
import { claimHours } from '#app/modules/allowances/commands/claim-hours.server.ts';
import { openActivity } from '#app/modules/allowances/commands/open-activity.server.ts';
import { signUpAtDoor } from '#app/modules/allowances/commands/sign-up-at-door.server.ts';
import { takePart } from '#app/modules/allowances/commands/take-part.server.ts';
import { withdrawClaim } from '#app/modules/allowances/commands/withdraw-claim.server.ts';
import { activityPeople } from '#app/modules/allowances/queries/activity-people.query.server.ts';
import { claimReceipt } from '#app/modules/allowances/queries/claim-receipt.query.server.ts';
import { coordinatedWaiting } from '#app/modules/allowances/queries/waiting-claims.query.server.ts';
import * as activityPage from '#app/routes/coordinatie.$slug._index.tsx';
import * as changePage from '#app/routes/coordinatie.$slug.wijzig.tsx';
import * as newPage from '#app/routes/coordinatie.nieuw.tsx';
import { makeBody, makeMembership, makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';
import { ruleOf } from '#tests/integration/scoring/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { someoneWaitsForLock } from '#tests/support/locks.ts';
import { browserOf } from './by-browser.ts';
import {
  acting,
  activityContent,
  approve,
  claim,
  coordinator,
  makeAllowances,
  today,
  volunteer,
  type AllowanceScene,
} from './scene.ts';

const own = useTestDatabase();
let scene: AllowanceScene;

beforeEach(async () => {
  scene = await makeAllowances(own.database);
});

const declares = async (personId: string, kind = 'family') =>
  own.database.interestDeclaration.create({
    data: { id: newId(), personId, initiativeId: scene.initiativeId, kind, note: '', declaredAt: testNow },
  });

const first = () => coordinator(own.database, scene);
const keptAway = { ok: false, reason: 'interest' };

/** The ways in which somebody gets an interest in what the activity is for. */
const ways: [string, () => Promise<unknown>][] = [
  ['said so', async () => declares(scene.coordinatorId)],
  [
    'belongs to the organisation of the plan',
    async () => {
      const organisationId = await makeOrganisation(own.database, { members: [scene.coordinatorId] });
      await own.database.initiativePartner.create({ data: { initiativeId: scene.initiativeId, organisationId } });
    },
  ],
  [
    'sits somewhere for the organisation of the plan',
    async () => {
      const organisationId = await makeOrganisation(own.database);
      await own.database.initiativePartner.create({ data: { initiativeId: scene.initiativeId, organisationId } });
      const bodyId = await makeBody(own.database);
      await makeMembership(own.database, { personId: scene.coordinatorId, bodyId, role: 'member', organisationId });
    },
  ],
];

describe.each(ways)('a coordinator who %s', (_way, arises) => {
  beforeEach(arises);

  test('approves, refuses, types over and signs up nothing; a colleague does', async () => {
    await claim(own.database, scene);
    expect(await approve(own.database, scene)).toMatchObject(keptAway);
    const [waiting] = await own.database.allowanceClaim.findMany({ where: { activityId: scene.activityId } });
    const claimIds = [waiting?.id ?? ''];
    const answer = { approve: false, reason: 'Nee' } as const;
    expect(await answerClaims({ activityId: scene.activityId, claimIds, answer }, first())).toMatchObject(keptAway);
    const lines = [{ personId: scene.volunteerId, day: today, minutes: 60, note: '' }];
    const order = { activityId: scene.activityId, lines, formKey: newId() };
    expect(await claimHours(order, first())).toMatchObject(keptAway);
    const door = { activityId: scene.activityId, email: 'deur@wijkbeurs.example', name: 'Deur' };
    expect(await signUpAtDoor(door, first())).toMatchObject(keptAway);
    expect(await own.database.person.count({ where: { email: door.email } })).toBe(0);
    expect(waiting?.state).toBe('claimed');
    expect(await approve(own.database, scene, 'other')).toMatchObject({ ok: true });
  });

  test('opens, changes and closes no activity', async () => {
    const ground = { kind: 'decision', id: scene.decisionId } as const;
    const content = activityContent({ budget: cents(100_00) });
    expect(await openActivity({ ground, content, formKey: newId() }, first())).toMatchObject(keptAway);
    const changed = { activityId: scene.activityId, revision: 1 };
    expect(await changeActivity({ ...changed, change: { to: activityContent() } }, first())).toMatchObject(keptAway);
    expect(await changeActivity({ ...changed, change: 'close' }, first())).toMatchObject(keptAway);
    expect(await changeActivity({ ...changed, change: 'close' }, coordinator(own.database, scene, 'other'))).toEqual({
      ok: true,
    });
  });
});

test('who works in an activity of an own plan still claims and withdraws own hours', async () => {
  await declares(scene.coordinatorId);
  const me = { personId: scene.coordinatorId };
  expect(await takePart({ activityId: scene.activityId, takesPart: true }, first())).toMatchObject({ ok: true });
  expect(await claim(own.database, scene, me)).toMatchObject({ ok: true });
  const [mine] = await own.database.allowanceClaim.findMany({ where: me });
  expect(await withdrawClaim({ claimId: mine?.id ?? '' }, first())).toMatchObject({ ok: true });
});

test('what was typed over before the interest arose can still be withdrawn, and not be typed anew', async () => {
  const lines = [{ personId: scene.volunteerId, day: today, minutes: 60, note: '' }];
  const order = { activityId: scene.activityId, lines, formKey: newId() };
  expect(await claimHours(order, first())).toMatchObject({ ok: true });
  await declares(scene.coordinatorId);
  expect(await withdrawClaim({ claimId: order.formKey }, first())).toMatchObject({ ok: true });
  expect(await claimHours({ ...order, formKey: newId() }, first())).toMatchObject(keptAway);
});

test('"no interest" keeps nobody away', async () => {
  await declares(scene.coordinatorId, 'none');
  await claim(own.database, scene);
  expect(await approve(own.database, scene)).toMatchObject({ ok: true });
});

describe('the database', () => {
  test('refuses by itself', async () => {
    await claim(own.database, scene);
    await declares(scene.coordinatorId);
    const mine = { answeredById: scene.coordinatorId, answeredAt: testNow };
    const where = { activityId: scene.activityId };
    const approved = own.database.allowanceClaim.updateMany({ where, data: { state: 'approved', ...mine } });
    expect(await ruleOf(approved)).toBe('claim_without_interest');
    const typed = own.database.allowanceClaim.create({
      data: {
        id: newId(),
        activityId: scene.activityId,
        personId: scene.volunteerId,
        day: new Date('2026-11-02'),
        kind: 'hours',
        minutes: 60,
        rateCents: 560,
        amountCents: 560,
        claimedById: scene.coordinatorId,
        claimedAt: testNow,
      },
    });
    expect(await ruleOf(typed)).toBe('claim_without_interest');
    const update = async (data: object) =>
      ruleOf(own.database.activity.update({ where: { id: scene.activityId }, data }));
    expect(await update({ revision: 2, name: 'Anders' })).toBe('activity_changed_by');
    expect(await update({ revision: 2, changedById: scene.coordinatorId })).toBe('activity_without_interest');
    const personId = await makePerson(own.database);
    const signedUp = own.database.activityVolunteer.create({
      data: { activityId: scene.activityId, personId, signedUpById: scene.coordinatorId, signedUpAt: testNow },
    });
    expect(await ruleOf(signedUp)).toBe('volunteer_without_interest');
  });

  test('sees an interest that is declared at the same instant', async () => {
    await claim(own.database, scene);
    let approving: Promise<unknown> = Promise.resolve();
    await own.database.$transaction(async (tx) => {
      await tx.interestDeclaration.create({
        data: {
          id: newId(),
          personId: scene.coordinatorId,
          initiativeId: scene.initiativeId,
          kind: 'own',
          note: '',
          declaredAt: testNow,
        },
      });
      approving = approve(own.database, scene);
      await someoneWaitsForLock(own.database, approving);
    });
    expect(await approving).toMatchObject(keptAway);
  });

  test('sees an organisation that is joined at the same instant', async () => {
    await claim(own.database, scene);
    const organisationId = await makeOrganisation(own.database);
    await own.database.initiativePartner.create({ data: { initiativeId: scene.initiativeId, organisationId } });
    let approving: Promise<unknown> = Promise.resolve();
    await own.database.$transaction(async (tx) => {
      await tx.organisationMember.create({
        data: { id: newId(), organisationId, personId: scene.coordinatorId, beginsOn: new Date('2026-11-01') },
      });
      approving = approve(own.database, scene);
      await someoneWaitsForLock(own.database, approving);
    });
    expect(await approving).toMatchObject(keptAway);
  });
});

describe('the pages', () => {
  const slug = async () => {
    const { slug: found } = await own.database.activity.findUniqueOrThrow({ where: { id: scene.activityId } });
    return found;
  };

  test('say so before anything is tried, and who else can do it', async () => {
    await claim(own.database, scene);
    await declares(scene.coordinatorId);
    await own.database.person.update({ where: { id: scene.otherCoordinatorId }, data: { name: 'Ans Anders' } });
    const browser = await browserOf(own.database, scene.coordinatorId, 'coordinator');
    const params = { slug: await slug() };
    const page = await browser.get(activityPage.loader, `/coordinatie/${params.slug}`, params);
    expect(page.data).toMatchObject({ activity: { mayWork: false, keptAway: true, others: ['Ans Anders'] } });
    expect((await browser.get(changePage.loader, `/coordinatie/${params.slug}/wijzig`, params)).status).toBe(404);
    const fresh = await browser.get(newPage.loader, '/coordinatie/nieuw');
    expect(fresh.data).toMatchObject({ grounds: [], leftOut: 1 });
    const posted = await browser.post(
      activityPage.action,
      `/coordinatie/${params.slug}`,
      {
        intent: 'approve-all',
        allIds: (await own.database.allowanceClaim.findFirstOrThrow({ where: { activityId: scene.activityId } })).id,
      },
      params,
    );
    expect(posted.data).toMatchObject({ reply: { error: { '': ['coordination:refusal.interest'] } } });
  });

  test('know when nobody else can: colleagues with an interest, whose role ended, or who are gone do not count', async () => {
    for (const personId of [scene.coordinatorId, scene.otherCoordinatorId]) await declares(personId);
    const ended = await makePerson(own.database);
    const { bodyId } = scene.team;
    await makeMembership(own.database, {
      personId: ended,
      bodyId,
      role: 'coordinator',
      endsOn: calendarDate('2026-11-20'),
    });
    const gone = await makePerson(own.database);
    await makeMembership(own.database, { personId: gone, bodyId, role: 'coordinator' });
    await own.database.person.update({ where: { id: gone }, data: { deletedAt: testNow } });
    const browser = await browserOf(own.database, scene.coordinatorId, 'coordinator');
    const params = { slug: await slug() };
    const page = await browser.get(activityPage.loader, `/coordinatie/${params.slug}`, params);
    expect(page.data).toMatchObject({ activity: { keptAway: true, others: [] } });
  });

  test('show a receipt to who may act only, and to the controlegroep', async () => {
    const id = newId();
    await own.database.allowanceClaim.create({
      data: {
        id,
        activityId: scene.activityId,
        personId: scene.volunteerId,
        day: new Date('2026-11-02'),
        kind: 'expense',
        amountCents: 100,
        note: 'Verf',
        claimedById: scene.volunteerId,
        claimedAt: instant('2026-11-02T12:00:00Z'),
        receipt: { create: { fileName: 'bon.webp', contentType: 'image/webp', sha256: 'x', bytes: Buffer.from('x') } },
      },
    });
    await declares(scene.coordinatorId);
    const read = async (personId: string, role: 'coordinator' | 'controlegroep') =>
      claimReceipt(own.database, acting(own.database, scene, personId, role).actor, id);
    expect(await read(scene.coordinatorId, 'coordinator')).toBeNull();
    expect(await read(scene.coordinatorId, 'controlegroep')).not.toBeNull();
    expect(await read(scene.otherCoordinatorId, 'coordinator')).not.toBeNull();
    const listed = async (personId: string) => {
      const { actor } = acting(own.database, scene, personId, 'coordinator');
      return (await activityPeople(own.database, actor, scene.activityId)).waiting;
    };
    expect(await listed(scene.coordinatorId)).toMatchObject([{ hasReceipt: true, opensReceipt: false }]);
    expect(await listed(scene.otherCoordinatorId)).toMatchObject([{ hasReceipt: true, opensReceipt: true }]);
  });
});

test('nobody is reminded of what an interest keeps them from', async () => {
  await volunteer(own.database, scene);
  await claim(own.database, scene);
  const { bodyId } = scene.team;
  const before = instant('2026-12-01T00:00:00Z');
  const count = async () => coordinatedWaiting(own.database, { bodyId, personId: scene.coordinatorId, before });
  expect(await count()).toBe(1);
  await declares(scene.coordinatorId);
  expect(await count()).toBe(0);
});
