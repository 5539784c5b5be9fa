import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { formatCents, type Cents } from '#app/kernel/money.ts';
import type { Translate } from '#app/i18n/texts.ts';
import { greeting, type Recipient } from '#app/modules/loket/mails/step-mail.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';

export type GivenAssignment = {
  number: string;
  title: string;
  bodyName: string;
  organisationName: string;
  amount: Cents;
  task: string;
  conditions: string;
  beginsOn: CalendarDate;
  endsOn: CalendarDate;
};

/** The mail to a member of the organisation that got an assignment: what is asked, by when, for how much. */
export function assignmentGivenMail(
  given: GivenAssignment,
  recipient: Recipient,
  publicUrl: string,
  t: Translate,
): Mail {
  const words = {
    title: given.title,
    body: given.bodyName,
    organisation: given.organisationName,
    amount: formatCents(given.amount, recipient.locale),
    begin: dateText(given.beginsOn, 'long', recipient.locale),
    end: dateText(given.endsOn, 'long', recipient.locale),
  };
  return mailOf({
    language: recipient.locale,
    to: recipient.email,
    subject: t('decisions:assignmentMail.subject', words),
    greeting: greeting(recipient, t),
    opening: [t('decisions:assignmentMail.what', words), t('decisions:assignmentMail.period', words)],
    quotes: [
      { label: t('decisions:assignmentMail.task'), text: given.task },
      ...(given.conditions === '' ? [] : [{ label: t('decisions:assignmentMail.conditions'), text: given.conditions }]),
    ],
    closing: [t('decisions:assignmentMail.next', words)],
    links: [{ words: t('decisions:assignmentMail.link'), href: `${publicUrl}/besluiten/${given.number}` }],
    signOff: t('decisions:mail.signOff'),
    footer: t('decisions:assignmentMail.why', { ...words, link: `${publicUrl}/mijn/profiel` }),
  });
}
