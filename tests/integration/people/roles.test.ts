import { describe, expect, it } from 'vitest';
import { addDays, calendarDate, dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { instant } from '#app/kernel/instant.ts';
import { newId } from '#app/kernel/ids.ts';
import { endRole } from '#app/modules/people/commands/end-role.server.ts';
import { grantRole, giveRole, type GrantRole } from '#app/modules/people/commands/give-role.server.ts';
import { canActFor } from '#app/modules/people/policy.ts';
import { rolesByBody } from '#app/modules/people/queries/administration.query.server.ts';
import { changeSetting } from '#app/modules/programme/commands/change-setting.server.ts';
import { settingView, submissionRules } from '#app/modules/programme/queries/settings.query.server.ts';
import { brokenRule } from '#app/platform/database.server.ts';
import { makeBody, makeMembership, makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { actorOf, contextOf, queued, signInAs } from './signing-in.ts';

const test = useTestDatabase();
const today = dayInAmsterdam(testNow);

let officeId: string | undefined;

/** Somebody who administers the programme, with a second factor shown. */
async function administrator(email: string) {
  const personId =
    (await test.database.person.findUnique({ where: { email } }))?.id ?? (await makePerson(test.database, { email }));
  officeId ??= await makeBody(test.database, { slug: 'programmabureau', kind: 'programme' });
  await makeMembership(test.database, { personId, bodyId: officeId, role: 'administrator' });
  return contextOf(test.database, email, { secondFactor: true });
}

const order = (given: Partial<GrantRole> & Pick<GrantRole, 'email' | 'bodyId'>): GrantRole => ({
  role: 'member',
  organisationId: null,
  beginsOn: today,
  endsOn: null,
  ...given,
});

describe('a role', () => {
  it('counts from its first to its last day, in Amsterdam', async () => {
    const email = 'periode@wijkbeurs.example';
    const personId = await makePerson(test.database, { email });
    const bodyId = await makeBody(test.database);
    const give = async (role: string, beginsOn: string, endsOn?: string) =>
      makeMembership(test.database, {
        personId,
        bodyId,
        role,
        beginsOn: calendarDate(beginsOn),
        ...(endsOn === undefined ? {} : { endsOn: calendarDate(endsOn) }),
      });
    await give('loket', addDays(today, -9), addDays(today, -1));
    await give('reviewer', addDays(today, 1));
    await give('member', addDays(today, -9), today);
    const token = await signInAs(test.database, email);
    const held = async (at: Date) => (await actorOf(test.database, token, at)).roles.map(({ role }) => role).sort();
    expect(await held(testNow)).toEqual(['member']);
    // half past midnight in Amsterdam is still yesterday in UTC
    expect(await held(instant('2026-11-21T23:30:00Z'))).toEqual(['reviewer']);
  });

  it('is given by an administrator, recorded and mailed', async () => {
    const admin = await administrator('geeft@wijkbeurs.example');
    const email = 'krijgt@wijkbeurs.example';
    const personId = await makePerson(test.database, { email });
    const bodyId = await makeBody(test.database);
    const organisationId = await makeOrganisation(test.database);
    const given = await grantRole(
      order({ email: ' Krijgt@wijkbeurs.example ', bodyId, role: 'budget_holder', organisationId }),
      admin,
    );
    expect(given).toMatchObject({ ok: true });
    const row = await test.database.bodyMembership.findFirstOrThrow({ where: { personId } });
    expect(row).toMatchObject({
      role: 'budget_holder',
      bodyId,
      organisationId,
      grantedById: admin.actor.person.id,
      endsOn: null,
    });
    expect(await queued(test.database, 'mail-role')).toContainEqual({ membershipId: row.id, change: 'given' });
    const actor = (await contextOf(test.database, email, { secondFactor: true })).actor;
    expect(canActFor(actor, bodyId, 'budget_holder')).toMatchObject({ ok: true });
    expect(canActFor(actor, await makeBody(test.database), 'budget_holder')).toMatchObject({
      ok: false,
      reason: 'role-needed',
    });
  });

  it('is never given to oneself, whatever is posted', async () => {
    const admin = await administrator('hebzucht@wijkbeurs.example');
    const bodyId = await makeBody(test.database);
    const self = order({ email: admin.actor.person.email, bodyId, role: 'budget_holder' });
    expect(await grantRole(self, admin)).toMatchObject({ ok: false, reason: 'not-yourself' });
    const forged = test.database.$transaction(async (tx) =>
      giveRole(tx, { ...self, personId: admin.actor.person.id, grantedById: admin.actor.person.id, now: testNow }),
    );
    expect(await forged.catch(brokenRule)).toBe('body_membership_two_persons');
  });

  it('is not given by others, nor by an administrator without second factor', async () => {
    const email = 'doel@wijkbeurs.example';
    await makePerson(test.database, { email });
    const bodyId = await makeBody(test.database);
    const resident = await contextOf(test.database, 'bewoner@wijkbeurs.example', { secondFactor: true });
    expect(await grantRole(order({ email, bodyId }), resident)).toMatchObject({ ok: false, reason: 'role-needed' });
    const admin = await administrator('zonder@wijkbeurs.example');
    const without = { ...admin, actor: { ...admin.actor, secondFactor: false } };
    expect(await grantRole(order({ email, bodyId }), without)).toMatchObject({
      ok: false,
      reason: 'second-factor-needed',
    });
    expect(await endRole({ membershipId: newId() }, resident)).toMatchObject({ ok: false, reason: 'role-needed' });
  });

  it('is refused with a reason when something in it makes no sense', async () => {
    const admin = await administrator('precies@wijkbeurs.example');
    const email = 'gewoon@wijkbeurs.example';
    await makePerson(test.database, { email });
    const bodyId = await makeBody(test.database);
    const tries: [Partial<GrantRole>, string][] = [
      [{ email: 'niemand@wijkbeurs.example' }, 'person-unknown'],
      [{ bodyId: newId() }, 'body-unknown'],
      [{ bodyId: "x' or true --" }, 'body-unknown'],
      [{ organisationId: newId() }, 'organisation-unknown'],
      [{ organisationId: 'x' }, 'organisation-unknown'],
      [{ role: 'administrator' }, 'role-does-not-fit'],
      [{ role: 'controlegroep' }, 'role-does-not-fit'],
      [{ beginsOn: addDays(today, 9), endsOn: addDays(today, 8) }, 'end-before-begin'],
      [{ beginsOn: addDays(today, -9), endsOn: addDays(today, -1) }, 'end-in-the-past'],
    ];
    for (const [given, reason] of tries) {
      expect(await grantRole(order({ email, bodyId, ...given }), admin), reason).toMatchObject({ ok: false, reason });
    }
  });

  it('is held once, also when it is given twice at once or in overlapping periods', async () => {
    const admin = await administrator('dubbelop@wijkbeurs.example');
    const email = 'eenkeer@wijkbeurs.example';
    await makePerson(test.database, { email });
    const bodyId = await makeBody(test.database);
    const both = await Promise.all(
      [1, 2].map(async () => grantRole(order({ email, bodyId, endsOn: addDays(today, 30) }), admin)),
    );
    expect(both.map((outcome) => outcome.ok || outcome.reason).sort()).toEqual(['role-held-already', true]);
    expect(await grantRole(order({ email, bodyId, beginsOn: addDays(today, 30) }), admin)).toMatchObject({
      reason: 'role-held-already',
    });
    expect(await grantRole(order({ email, bodyId, beginsOn: addDays(today, 31) }), admin)).toMatchObject({ ok: true });
  });

  it('ends at once and stays in the record', async () => {
    const admin = await administrator('stopt@wijkbeurs.example');
    const email = 'gestopt@wijkbeurs.example';
    const personId = await makePerson(test.database, { email });
    const bodyId = await makeBody(test.database);
    const old = await makeMembership(test.database, { personId, bodyId, role: 'member' });
    const fresh = await grantRole(order({ email, bodyId, role: 'reviewer' }), admin);
    expect(await endRole({ membershipId: old }, admin)).toMatchObject({ ok: true });
    expect(await endRole({ membershipId: fresh.ok ? fresh.value : '' }, admin)).toMatchObject({ ok: true });
    expect(await endRole({ membershipId: old }, admin)).toMatchObject({ ok: false, reason: 'already-ended' });
    expect(await endRole({ membershipId: 'x' }, admin)).toMatchObject({ ok: false, reason: 'role-unknown' });
    const token = await signInAs(test.database, email);
    expect((await actorOf(test.database, token)).roles).toEqual([]);
    const body = (await rolesByBody(test.database, admin.actor, testNow)).find(({ id }) => id === bodyId);
    expect(body?.roles).toEqual([]);
    expect(body?.past.length).toBe(2);
    const row = await test.database.bodyMembership.findUniqueOrThrow({ where: { id: old } });
    expect(row).toMatchObject({ endedById: admin.actor.person.id, endsOn: toDateColumn(addDays(today, -1)) });
  });

  it('of the last administrator stays, also when two end each other at once', async () => {
    await test.database.bodyMembership.deleteMany({ where: { role: 'administrator' } });
    const one = await administrator('een-beheerder@wijkbeurs.example');
    const two = await administrator('twee-beheerder@wijkbeurs.example');
    const idOf = async ({ actor }: typeof one) =>
      (
        await test.database.bodyMembership.findFirstOrThrow({
          where: { personId: actor.person.id, role: 'administrator' },
        })
      ).id;
    const outcomes = await Promise.all([
      endRole({ membershipId: await idOf(two) }, one),
      endRole({ membershipId: await idOf(one) }, two),
    ]);
    expect(outcomes.map((outcome) => outcome.ok || outcome.reason).sort()).toEqual(['last-administrator', true]);
  });
});

describe('the settings of the programme', () => {
  it('have a value until somebody chooses, and are changed by an administrator only', async () => {
    expect(await submissionRules(test.database)).toEqual({
      civilServants: 'allowed-with-disclosure',
      committeeMembers: 'allowed-with-disclosure',
    });
    const admin = await administrator('kiest@wijkbeurs.example');
    const value = { civilServants: 'refused', committeeMembers: 'allowed' } as const;
    const shown = await settingView(test.database, 'submission-rules');
    const change = { key: 'submission-rules', value, changedAt: shown.changedAt } as const;
    const resident = await contextOf(test.database, 'bewoner-2@wijkbeurs.example', { secondFactor: true });
    expect(await changeSetting(change, resident)).toMatchObject({ ok: false, reason: 'role-needed' });
    const both = await Promise.all([changeSetting(change, admin), changeSetting(change, admin)]);
    expect(both.map((outcome) => outcome.ok || outcome.reason).sort()).toEqual(['changed-meanwhile', true]);
    expect(await submissionRules(test.database)).toEqual(value);
  });

  it('fall back to the first choice when the stored value is not understood', async () => {
    await test.database.programmeSetting.upsert({
      where: { key: 'submission-rules' },
      create: { key: 'submission-rules', value: { civilServants: 'maybe' } },
      update: { value: { civilServants: 'maybe' } },
    });
    expect(await submissionRules(test.database)).toEqual({
      civilServants: 'allowed-with-disclosure',
      committeeMembers: 'allowed-with-disclosure',
    });
  });
});
