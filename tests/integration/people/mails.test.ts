import { describe, expect, it } from 'vitest';
import { addDays, dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { newId } from '#app/kernel/ids.ts';
import { deleteAccount } from '#app/modules/people/commands/delete-account.server.ts';
import { securityChanges } from '#app/modules/people/jobs.server.ts';
import { peopleJobs } from '#app/modules/people/mails/mail-jobs.server.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import { makeBody, makeMembership, makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { askCode, contextOf, secret } from './signing-in.ts';

const test = useTestDatabase();

/** Does a job as the worker would. @returns the mails it sent */
async function mailsOf(job: string, payload: object, now = testNow): Promise<Mail[]> {
  const sent: Mail[] = [];
  const mailer = {
    send: async (mail: Mail) => {
      sent.push(mail);
      return Promise.resolve();
    },
  };
  const context = {
    database: test.database,
    mailer,
    publicUrl: 'https://wijkbeurs.example',
    secret,
    now,
    jobKey: 'key',
  };
  await peopleJobs.find(({ name }) => name === job)?.run(payload, context);
  return sent;
}

/** No text was forgotten: a missing one shows its key, an unfilled one its braces. */
function expectWhole(mail: Mail | undefined): void {
  expect(mail).toBeDefined();
  expect(`${mail?.subject ?? ''}${mail?.text ?? ''}${mail?.html ?? ''}`).not.toMatch(
    /\{\{|peopleMails|people:|undefined/,
  );
}

describe('the code to sign in with', () => {
  it('is in the mail, and in its subject for who reads it on a locked phone', async () => {
    const { codeId, code, email } = await askCode(test.database, 'post@wijkbeurs.example');
    const [mail] = await mailsOf('mail-sign-in-code', { codeId });
    expectWhole(mail);
    expect(mail?.to).toBe(email);
    expect(mail?.subject.replaceAll(' ', '')).toContain(code);
    expect(mail?.text.replaceAll(' ', '')).toContain(code);
  });

  it('is not mailed when it cannot be used any more', async () => {
    const { codeId } = await askCode(test.database, 'te-laat@wijkbeurs.example');
    expect(await mailsOf('mail-sign-in-code', { codeId }, addMinutes(testNow, 10))).toEqual([]);
    expect(await mailsOf('mail-sign-in-code', { codeId: newId() })).toEqual([]);
  });
});

describe('news about an account', () => {
  it.each(securityChanges)('says that protection changed: %s', async (change) => {
    const personId = await makePerson(test.database, { locale: 'en', name: 'Sam' });
    const [mail] = await mailsOf('mail-security-change', { personId, change });
    expectWhole(mail);
    expect(mail?.text).toContain('https://wijkbeurs.example/mijn/beveiliging');
    expect(mail?.text).toContain('Dear Sam,');
  });

  it('says that a role was given, begins later or has ended', async () => {
    const personId = await makePerson(test.database);
    const bodyId = await makeBody(test.database);
    const now = await makeMembership(test.database, { personId, bodyId, role: 'reviewer' });
    const beginsOn = addDays(dayInAmsterdam(testNow), 10);
    const later = await makeMembership(test.database, { personId, bodyId, role: 'chair', beginsOn });
    const mails = [
      ...(await mailsOf('mail-role', { membershipId: now, change: 'given' })),
      ...(await mailsOf('mail-role', { membershipId: later, change: 'given' })),
      ...(await mailsOf('mail-role', { membershipId: now, change: 'ended' })),
    ];
    mails.forEach(expectWhole);
    expect(mails.map(({ subject }) => subject.split(':')[0])).toEqual([
      'Je bent nu beoordelaar',
      'Je wordt voorzitter',
      'Je rol is gestopt',
    ]);
    expect(mails[1]?.text).toContain('1 december 2026');
  });

  it('asks members, and tells who asked', async () => {
    const memberId = await makePerson(test.database, { email: 'lid@wijkbeurs.example' });
    const askerId = await makePerson(test.database, { email: 'vrager@wijkbeurs.example', name: '<b>Vrager</b>' });
    const organisationId = await makeOrganisation(test.database, { members: [memberId] });
    const requestId = newId();
    const request = { id: requestId, organisationId, personId: askerId, note: 'Ik help mee.', requestedAt: testNow };
    await test.database.organisationRequest.create({ data: { ...request, state: 'waiting' } });
    const [asked] = await mailsOf('mail-organisation-request', { requestId, personId: memberId });
    expectWhole(asked);
    expect(asked?.to).toBe('lid@wijkbeurs.example');
    expect(asked?.text).toContain('Ik help mee.');
    expect(asked?.html).not.toContain('<b>Vrager');
    expect(await mailsOf('mail-organisation-answer', { requestId })).toEqual([]);
    for (const state of ['confirmed', 'refused']) {
      await test.database.organisationRequest.update({
        where: { id: requestId },
        data: { state, answeredAt: testNow, answeredById: memberId },
      });
      const [answer] = await mailsOf('mail-organisation-answer', { requestId });
      expectWhole(answer);
      expect(answer?.to).toBe('vrager@wijkbeurs.example');
    }
    expect(await mailsOf('mail-organisation-request', { requestId, personId: memberId })).toEqual([]);
  });

  it('is not sent to who deleted the account', async () => {
    const context = await contextOf(test.database, 'weg@wijkbeurs.example');
    await deleteAccount({ confirmation: 'verwijder' }, context);
    expect(await mailsOf('mail-security-change', { personId: context.actor.person.id, change: 'app-added' })).toEqual(
      [],
    );
  });
});
