import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import type { Translate } from '#app/i18n/texts.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import { mailOf } from './letter.ts';
import { greeting, sayKey, type Recipient } from './step-mail.ts';

/** Steps that bring the loket work. */
export type WorkKind = 'submitted' | 'question-answered' | 'referred';

export type WorkFacts = { initiativeId: string; title: string; bodyName: string; dueOn: CalendarDate | null };

/** The mail to somebody at the loket: there is a plan to look at. */
export function workMail(
  kind: WorkKind,
  facts: WorkFacts,
  recipient: Recipient,
  publicUrl: string,
  t: Translate,
): Mail {
  const say = sayAbout(facts, recipient, t);
  return mailOf({
    ...deskLetter(facts, recipient, publicUrl, t),
    subject: say(`work.${kind}.subject`),
    opening: [say(`work.${kind}.what`)],
    closing: [say(facts.dueOn === null ? 'work.nextUndated' : 'work.next')],
  });
}

/** The weekly mail to who should have taken the next step already. */
export function lateMail(
  facts: WorkFacts & { daysLate: number },
  recipient: Recipient,
  publicUrl: string,
  t: Translate,
): Mail {
  const say = sayAbout(facts, recipient, t);
  return mailOf({
    ...deskLetter(facts, recipient, publicUrl, t),
    subject: say('late.subject'),
    opening: [say('late.what')],
    closing: [say('late.next')],
  });
}

/** The weekly mail to a submitter who has not answered the loket's question. */
export function lateAnswerMail(
  facts: WorkFacts & { daysLate: number; slug: string },
  recipient: Recipient,
  publicUrl: string,
  t: Translate,
): Mail {
  const say = sayAbout(facts, recipient, t);
  return mailOf({
    ...deskLetter(facts, recipient, publicUrl, t),
    subject: say('late.yoursSubject'),
    opening: [say('late.yours')],
    closing: [say('late.yoursNext')],
    links: [{ words: t('stepMails:toAnswer'), href: `${publicUrl}/initiatieven/${facts.slug}/antwoord` }],
    footer: t('stepMails:whyYou', { link: `${publicUrl}/mijn/profiel` }),
  });
}

/** What every mail to the loket has in common. */
function deskLetter(facts: WorkFacts, recipient: Recipient, publicUrl: string, t: Translate) {
  return {
    language: recipient.locale,
    to: recipient.email,
    greeting: greeting(recipient, t),
    quotes: [],
    links: [{ words: t('stepMails:toDesk'), href: `${publicUrl}/loket/${facts.initiativeId}` }],
    signOff: t('stepMails:signOff'),
    footer: t('stepMails:whyLoket', { link: `${publicUrl}/mijn/profiel` }),
  };
}

function sayAbout(facts: WorkFacts & { daysLate?: number }, recipient: Recipient, t: Translate) {
  const words = {
    title: facts.title,
    body: facts.bodyName,
    date: facts.dueOn === null ? '' : dateText(facts.dueOn, 'long', recipient.locale),
    count: facts.daysLate ?? 0,
  };
  return (key: string) => sayKey(t, key, words);
}
