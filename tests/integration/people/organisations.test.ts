import { describe, expect, it } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { answerOrganisationRequest } from '#app/modules/people/commands/answer-organisation-request.server.ts';
import { leaveOrganisation } from '#app/modules/people/commands/leave-organisation.server.ts';
import {
  requestOrganisation,
  withdrawOrganisationRequest,
} from '#app/modules/people/commands/request-organisation.server.ts';
import { myOrganisations } from '#app/modules/people/queries/my-organisations.query.server.ts';
import { makeBody, makeMembership, makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { contextOf, queued } from './signing-in.ts';

const test = useTestDatabase();
let count = 0;

/** An organisation with one member, and somebody who asked to join it. */
async function asked() {
  count += 1;
  const [memberEmail, askerEmail] = [
    `lid-${String(count)}@wijkbeurs.example`,
    `vrager-${String(count)}@wijkbeurs.example`,
  ];
  const memberId = await makePerson(test.database, { email: memberEmail, name: 'Lid' });
  const organisationId = await makeOrganisation(test.database, { members: [memberId] });
  const asker = await contextOf(test.database, askerEmail);
  const request = await requestOrganisation({ organisationId, note: 'Ik doe de tuin.' }, asker);
  const member = await contextOf(test.database, memberEmail);
  return { organisationId, memberId, member, asker, askerEmail, requestId: request.ok ? request.value : '' };
}

describe('acting for an organisation', () => {
  it('begins when a member confirms', async () => {
    const { organisationId, memberId, member, asker, askerEmail, requestId } = await asked();
    expect(asker.actor.organisations).toEqual([]);
    expect(await queued(test.database, 'mail-organisation-request')).toContainEqual({ requestId, personId: memberId });
    const view = await myOrganisations(test.database, member.actor, testNow);
    expect(view.toAnswer).toMatchObject([{ id: requestId, note: 'Ik doe de tuin.', email: askerEmail }]);
    expect(await answerOrganisationRequest({ requestId, answer: 'confirm' }, member)).toMatchObject({ ok: true });
    const after = await contextOf(test.database, askerEmail);
    expect(after.actor.organisations.map(({ id }) => id)).toEqual([organisationId]);
    expect(await queued(test.database, 'mail-organisation-answer')).toContainEqual({ requestId });
    const row = await test.database.organisationMember.findFirstOrThrow({ where: { personId: asker.actor.person.id } });
    expect(row.confirmedById).toBe(memberId);
  });

  it('is not confirmed by oneself, nor by who is no member', async () => {
    const { asker, requestId } = await asked();
    expect(await answerOrganisationRequest({ requestId, answer: 'confirm' }, asker)).toMatchObject({
      ok: false,
      reason: 'request-unknown',
    });
    const stranger = await contextOf(test.database, 'vreemde@wijkbeurs.example');
    expect(await answerOrganisationRequest({ requestId, answer: 'confirm' }, stranger)).toMatchObject({
      ok: false,
      reason: 'request-unknown',
    });
    expect(await answerOrganisationRequest({ requestId: 'x', answer: 'confirm' }, stranger)).toMatchObject({
      ok: false,
      reason: 'request-unknown',
    });
    expect(await withdrawOrganisationRequest({ requestId }, stranger)).toMatchObject({
      ok: false,
      reason: 'request-unknown',
    });
    expect((await myOrganisations(test.database, stranger.actor, testNow)).toAnswer).toEqual([]);
    expect(await test.database.organisationMember.count({ where: { personId: asker.actor.person.id } })).toBe(0);
  });

  it('is not let in by oneself as administrator either', async () => {
    const bodyId = await makeBody(test.database, { slug: 'programmabureau', kind: 'programme' });
    const personId = await makePerson(test.database, { email: 'admin@wijkbeurs.example' });
    await makeMembership(test.database, { personId, bodyId, role: 'administrator' });
    const admin = await contextOf(test.database, 'admin@wijkbeurs.example', { secondFactor: true });
    const organisationId = await makeOrganisation(test.database);
    const own = await requestOrganisation({ organisationId, note: '' }, admin);
    const requestId = own.ok ? own.value : '';
    expect(await answerOrganisationRequest({ requestId, answer: 'confirm' }, admin)).toMatchObject({
      ok: false,
      reason: 'not-yourself',
    });
    const { requestId: other } = await asked();
    expect(await answerOrganisationRequest({ requestId: other, answer: 'refuse' }, admin)).toMatchObject({ ok: true });
  });

  it('is asked once at a time, and answered once', async () => {
    const { organisationId, member, asker, requestId } = await asked();
    expect(await requestOrganisation({ organisationId, note: '' }, asker)).toMatchObject({
      ok: false,
      reason: 'already-requested',
    });
    expect(await requestOrganisation({ organisationId, note: '' }, member)).toMatchObject({
      ok: false,
      reason: 'already-member',
    });
    expect(await requestOrganisation({ organisationId: newId(), note: '' }, asker)).toMatchObject({
      ok: false,
      reason: 'organisation-unknown',
    });
    const answers = await Promise.all(
      (['confirm', 'refuse'] as const).map(async (answer) => answerOrganisationRequest({ requestId, answer }, member)),
    );
    expect(answers.map((outcome) => outcome.ok || outcome.reason).sort()).toEqual(['already-answered', true]);
  });

  it('can be withdrawn and asked again', async () => {
    const { organisationId, asker, requestId } = await asked();
    expect(await withdrawOrganisationRequest({ requestId }, asker)).toMatchObject({ ok: true });
    expect(await withdrawOrganisationRequest({ requestId }, asker)).toMatchObject({
      ok: false,
      reason: 'request-unknown',
    });
    expect(await requestOrganisation({ organisationId, note: '' }, asker)).toMatchObject({ ok: true });
  });

  it('ends at once when somebody leaves, and only by their own hand', async () => {
    const { member, asker, memberId } = await asked();
    const row = await test.database.organisationMember.findFirstOrThrow({ where: { personId: memberId } });
    expect(await leaveOrganisation({ membershipId: row.id }, asker)).toMatchObject({
      ok: false,
      reason: 'membership-unknown',
    });
    expect(await leaveOrganisation({ membershipId: row.id }, member)).toMatchObject({ ok: true });
    expect(await leaveOrganisation({ membershipId: row.id }, member)).toMatchObject({
      ok: false,
      reason: 'already-ended',
    });
    const again = await contextOf(test.database, member.actor.person.email);
    expect(again.actor.organisations).toEqual([]);
  });
});
