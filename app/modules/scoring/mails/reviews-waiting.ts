import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import type { Translate } from '#app/i18n/texts.ts';
import { greeting, type Recipient } from '#app/modules/loket/mails/step-mail.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';

export type WaitingFacts = {
  count: number;
  roundTitle: string;
  bodyName: string;
  opensOn: CalendarDate;
  closesOn: CalendarDate;
};

/** The mail to a reviewer: there are plans to score. It names no plans, so that it tells nothing to who has an interest. */
export function reviewsWaitingMail(facts: WaitingFacts, recipient: Recipient, publicUrl: string, t: Translate): Mail {
  const words = { count: facts.count, round: facts.roundTitle, body: facts.bodyName };
  return mailOf({
    language: recipient.locale,
    to: recipient.email,
    subject: t('scoring:mail.subject', words),
    greeting: greeting(recipient, t),
    opening: [
      t('scoring:mail.what', words),
      t('scoring:mail.when', {
        from: dateText(facts.opensOn, 'long', recipient.locale),
        until: dateText(facts.closesOn, 'long', recipient.locale),
      }),
    ],
    quotes: [],
    closing: [],
    links: [{ words: t('scoring:mail.link'), href: `${publicUrl}/beoordeling` }],
    signOff: t('scoring:mail.signOff'),
    footer: t('scoring:mail.why', { link: `${publicUrl}/mijn/profiel` }),
  });
}
