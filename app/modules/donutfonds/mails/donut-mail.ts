import type { Translate } from '#app/i18n/texts.ts';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { formatCents, type Cents } from '#app/kernel/money.ts';
import { greeting, type Recipient } from '#app/modules/loket/mails/step-mail.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import { ruleReason, type SayReason } from '../reasons.ts';
import { judge, type DonutFigures, type DonutRules } from '../rules.ts';

export type DonutFacts = {
  news: 'received' | 'withdrawn' | 'rewarded' | 'declined';
  year: number;
  organisation: { slug: string; name: string };
  closesOn: CalendarDate;
  /** Cents; null: no reward. */
  amount: Cents | null;
  figures: DonutFigures;
  rules: DonutRules;
  /** Why people set it aside; empty: they did not. */
  setAsideReason: string;
  /** Number in the register of decisions. */
  number: string | null;
};

/** The mail to somebody of the organisation: what happened, with the reasons, and what comes next. */
export function donutMail(facts: DonutFacts, recipient: Recipient, publicUrl: string, t: Translate): Mail {
  const { news, organisation, year } = facts;
  const { locale } = recipient;
  const words = {
    year,
    name: organisation.name,
    until: dateText(facts.closesOn, 'day', locale),
    amount: facts.amount === null ? '' : formatCents(facts.amount, locale),
    number: facts.number ?? '',
  };
  const say = t as SayReason;
  const isDecided = news === 'rewarded' || news === 'declined';
  const results = isDecided ? judge(facts.figures, facts.rules) : [];
  const reasons = results.map((result) => {
    const reason = ruleReason(locale, result);
    return say(reason.key, reason.facts);
  });
  return mailOf({
    language: locale,
    to: recipient.email,
    subject: t(`donutfonds:mail.${news}.subject`, words),
    greeting: greeting(recipient, t),
    opening: [t(`donutfonds:mail.${news}.what`, words), ...reasons],
    quotes: facts.setAsideReason === '' ? [] : [{ label: t('donutfonds:mail.setAside'), text: facts.setAsideReason }],
    closing: [t(`donutfonds:mail.${news}.next`, words)],
    links: isDecided
      ? [
          { words: t('donutfonds:mail.decisionLink'), href: `${publicUrl}/besluiten/${words.number}` },
          { words: t('donutfonds:mail.resultLink'), href: `${publicUrl}/donutfonds/${String(year)}` },
        ]
      : [{ words: t('donutfonds:mail.link'), href: `${publicUrl}/donutfonds/aanvragen/${organisation.slug}` }],
    signOff: t('donutfonds:mail.signOff'),
    footer: t('donutfonds:mail.footer', { link: `${publicUrl}/mijn/profiel` }),
  });
}
