import { localeFrom } from '#app/i18n/locale.ts';
import { translatorOf } from '#app/i18n/all.server.ts';
import { dayInAmsterdam, fromDateColumn } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { handleJob, type JobContext, type JobHandler } from '#app/platform/jobs.server.ts';
import { codeOf } from '../code.server.ts';
import { earlierAddressDays, maskedEmail } from '../email-change.ts';
import {
  mailEmailChanged,
  mailEmailCode,
  mailOrganisationAnswer,
  mailOrganisationRequest,
  mailRole,
  mailSecurityChange,
  mailSignInCode,
} from '../jobs.server.ts';
import { isRole } from '../role.ts';
import { codeMinutes } from '../sign-in-code.ts';
import { peopleMail, type PeopleLetter } from './people-mail.ts';

/** Mails about signing in, roles and organisations. Each can run twice: the same job gives the same mail. */
export const peopleJobs: readonly JobHandler[] = [
  handleJob(mailSignInCode, async ({ codeId }, context) => {
    const row = await context.database.signInCode.findUnique({ where: { id: codeId } });
    // a code that nobody can use any more needs no mail
    if (row === null || row.usedAt !== null || row.expiresAt <= context.now) return;
    const code = codeOf(context.secret, row);
    await send(
      context,
      { email: row.email, name: '', locale: row.locale },
      {
        kind: 'code',
        words: { code: `${code.slice(0, 3)} ${code.slice(3)}`, minutes: codeMinutes },
      },
    );
  }),

  handleJob(mailEmailCode, async ({ changeId }, context) => {
    const { database, now, secret } = context;
    const row = await database.emailChange.findUnique({
      where: { id: changeId },
      include: { person: { select: { locale: true } } },
    });
    if (row === null || row.confirmedAt !== null || row.expiresAt <= now) return;
    const owner = await database.person.findUnique({ where: { email: row.newEmail } });
    if (owner !== null) {
      await send(context, owner, { kind: 'email-taken', words: {} });
      return;
    }
    const code = codeOf(secret, { id: row.id, email: row.newEmail });
    await send(
      context,
      { email: row.newEmail, name: '', locale: row.person.locale },
      { kind: 'email-code', words: { code: `${code.slice(0, 3)} ${code.slice(3)}`, minutes: codeMinutes } },
    );
  }),

  handleJob(mailEmailChanged, async ({ changeId }, context) => {
    const row = await context.database.emailChange.findUnique({
      where: { id: changeId },
      include: { person: { select: { name: true, locale: true, deletedAt: true } } },
    });
    if (row === null || row.confirmedAt === null || row.person.deletedAt !== null) return;
    const { name, locale } = row.person;
    const at = dateText(row.confirmedAt, 'time', localeFrom(locale));
    const words = { at, before: maskedEmail(row.oldEmail), after: maskedEmail(row.newEmail), days: earlierAddressDays };
    await send(context, { email: row.oldEmail, name, locale }, { kind: 'email-changed', words });
  }),

  handleJob(mailSecurityChange, async ({ personId, change }, context) => {
    const person = await personToMail(context, personId);
    if (person === null) return;
    await send(context, person, { kind: `security-${change}`, words: {}, path: '/mijn/beveiliging' });
  }),

  handleJob(mailRole, async ({ membershipId, change }, context) => {
    const row = await context.database.bodyMembership.findUnique({
      where: { id: membershipId },
      include: { body: { select: { name: true } } },
    });
    const person = row === null ? null : await personToMail(context, row.personId);
    if (row === null || person === null || !isRole(row.role)) return;
    const beginsOn = fromDateColumn(row.beginsOn);
    const isComing = change === 'given' && beginsOn > dayInAmsterdam(context.now);
    await send(context, person, {
      kind: isComing ? 'role-coming' : `role-${change}`,
      words: { body: row.body.name },
      role: row.role,
      day: beginsOn,
      path: '/mijn',
    });
  }),

  handleJob(mailOrganisationRequest, async ({ requestId, personId }, context) => {
    const request = await context.database.organisationRequest.findUnique({
      where: { id: requestId },
      include: { organisation: { select: { name: true } }, person: { select: { name: true, email: true } } },
    });
    const person = request?.state === 'waiting' ? await personToMail(context, personId) : null;
    if (request === null || person === null) return;
    await send(context, person, {
      kind: 'organisation-request',
      words: { organisation: request.organisation.name, name: request.person.name || request.person.email },
      quote: request.note,
      path: '/mijn/organisaties',
    });
  }),

  handleJob(mailOrganisationAnswer, async ({ requestId }, context) => {
    const request = await context.database.organisationRequest.findUnique({
      where: { id: requestId },
      include: { organisation: { select: { name: true } } },
    });
    const person = request === null ? null : await personToMail(context, request.personId);
    if (request === null || person === null || (request.state !== 'confirmed' && request.state !== 'refused')) return;
    await send(context, person, {
      kind: `organisation-${request.state}`,
      words: { organisation: request.organisation.name },
      path: '/mijn/organisaties',
    });
  }),
];

type Recipient = { email: string; name: string; locale: string };

/** Null when the account was deleted meanwhile. */
async function personToMail({ database }: JobContext, id: string): Promise<Recipient | null> {
  return database.person.findFirst({
    where: { id, deletedAt: null },
    select: { email: true, name: true, locale: true },
  });
}

async function send(context: JobContext, to: Recipient, letter: PeopleLetter): Promise<void> {
  const locale = localeFrom(to.locale);
  const mail = peopleMail(letter, { ...to, locale }, context.publicUrl, translatorOf(locale));
  await context.mailer.send(mail, context.jobKey);
}
