import type { Translate } from '#app/i18n/texts.ts';
import { dateText } from '#app/kernel/date-text.ts';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { formatCents, type Cents } from '#app/kernel/money.ts';
import { greeting, type Recipient } from '#app/modules/loket/mails/step-mail.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';

export type SpendingFacts = {
  spendingId: string;
  what: string;
  amount: Cents;
  allianceName: string;
  closesOn: CalendarDate;
  number: string | null;
  news: 'proposed' | 'revised' | 'objected' | 'confirmed' | 'withdrawn';
};

/** The mail to a member. Objections themselves are not in it: they are read on the page. */
export function spendingMail(facts: SpendingFacts, recipient: Recipient, publicUrl: string, t: Translate): Mail {
  const { news } = facts;
  const words = {
    what: facts.what,
    amount: formatCents(facts.amount, recipient.locale),
    alliance: facts.allianceName,
    until: dateText(facts.closesOn, 'day', recipient.locale),
    number: facts.number ?? '',
  };
  return mailOf({
    language: recipient.locale,
    to: recipient.email,
    subject: t(`alliances:mail.${news}.subject`, words),
    greeting: greeting(recipient, t),
    opening: [t(`alliances:mail.${news}.what`, words)],
    quotes: [],
    closing: [t(`alliances:mail.${news}.next`, words)],
    links: [{ words: t('alliances:mail.link'), href: `${publicUrl}/wijkalliantie-werk/${facts.spendingId}` }],
    signOff: t('alliances:mail.signOff'),
    footer: t('alliances:mail.footer', { link: `${publicUrl}/mijn/profiel` }),
  });
}
