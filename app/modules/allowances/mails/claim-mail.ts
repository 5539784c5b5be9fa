import type { Translate } from '#app/i18n/texts.ts';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { addCents, formatCents, noMoney, type Cents } from '#app/kernel/money.ts';
import { greeting, type Recipient } from '#app/modules/loket/mails/step-mail.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import { hoursText } from '../hours-text.ts';

/** Claims of one person in one activity that got the same answer. */
export type AnswerFacts = {
  activityName: string;
  state: 'approved' | 'refused';
  /** Why they were refused. */
  reason: string;
  claims: readonly { day: CalendarDate; minutes: number | null; amount: Cents }[];
};

/** Lines that a mail spells out; of a whole year the page says the rest. */
const mostLines = 20;

/** The mail to a volunteer about claims that were approved or refused. */
export function claimAnswerMail(facts: AnswerFacts, recipient: Recipient, publicUrl: string, t: Translate): Mail {
  const { state, claims } = facts;
  const { locale } = recipient;
  const words = {
    activity: facts.activityName,
    count: claims.length,
    amount: formatCents(addCents(noMoney, ...claims.map(({ amount }) => amount)), locale),
  };
  const lines = claims.slice(0, mostLines).map(({ day, minutes, amount }) =>
    minutes === null
      ? t('coordination:mail.expenseLine', { date: dateText(day, 'day', locale), amount: formatCents(amount, locale) })
      : t('coordination:mail.hoursLine', {
          date: dateText(day, 'day', locale),
          hours: hoursText(minutes),
          amount: formatCents(amount, locale),
        }),
  );
  const more = claims.length - lines.length;
  if (more > 0) lines.push(t('coordination:mail.moreLines', { count: more }));
  return mailOf({
    language: locale,
    to: recipient.email,
    subject: t(`coordination:mail.${state}.subject`, words),
    greeting: greeting(recipient, t),
    opening: [t(`coordination:mail.${state}.what`, words)],
    quotes: [
      { label: t('coordination:mail.lines'), text: lines.join('\n') },
      ...(facts.reason === '' ? [] : [{ label: t('coordination:mail.why'), text: facts.reason }]),
    ],
    closing: [t(`coordination:mail.${state}.next`)],
    links: [{ words: t('coordination:mail.link'), href: `${publicUrl}/mijn-vergoedingen` }],
    signOff: t('coordination:mail.signOff'),
    footer: t('coordination:mail.footer', { link: `${publicUrl}/mijn/profiel` }),
  });
}

/** The mail to a coordinator about claims that wait for longer than a week. No volunteer is named in it. */
export function claimsWaitingMail(
  facts: { bodyName: string; count: number },
  recipient: Recipient,
  publicUrl: string,
  t: Translate,
): Mail {
  const words = { body: facts.bodyName, count: facts.count };
  return mailOf({
    language: recipient.locale,
    to: recipient.email,
    subject: t('coordination:mail.waiting.subject', words),
    greeting: greeting(recipient, t),
    opening: [t('coordination:mail.waiting.what', words)],
    quotes: [],
    closing: [t('coordination:mail.waiting.next')],
    links: [{ words: t('coordination:mail.waiting.link'), href: `${publicUrl}/coordinatie` }],
    signOff: t('coordination:mail.signOff'),
    footer: t('coordination:mail.footer', { link: `${publicUrl}/mijn/profiel` }),
  });
}

/** The mail to who was signed up at the door. */
export function signedUpMail(
  facts: { activityName: string; activitySlug: string; bodyName: string; writtenName: string },
  recipient: Recipient,
  publicUrl: string,
  t: Translate,
): Mail {
  const words = { activity: facts.activityName, body: facts.bodyName, name: facts.writtenName };
  return mailOf({
    language: recipient.locale,
    to: recipient.email,
    subject: t('coordination:mail.signedUp.subject', words),
    greeting: greeting(recipient, t),
    opening: [t('coordination:mail.signedUp.what', words)],
    quotes: [],
    closing: [t('coordination:mail.signedUp.next'), t('coordination:mail.signedUp.wrong')],
    links: [
      { words: t('coordination:mail.signedUp.link'), href: `${publicUrl}/mijn-vergoedingen` },
      { words: t('coordination:mail.signedUp.activity'), href: `${publicUrl}/activiteiten/${facts.activitySlug}` },
    ],
    signOff: t('coordination:mail.signOff'),
    footer: t('coordination:mail.footer', { link: `${publicUrl}/mijn/profiel` }),
  });
}
