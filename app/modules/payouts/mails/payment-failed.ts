import type { Translate } from '#app/i18n/texts.ts';
import { formatCents, type Cents } from '#app/kernel/money.ts';
import { greeting, type Recipient } from '#app/modules/loket/mails/step-mail.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import type { EndCode } from '../end-code.ts';

export type FailedPayment = { number: string; amount: Cents; reason: EndCode };

/** The mail to who proposed a payment to an organisation: it did not arrive, and what to do now. Without who would get it. */
export function paymentFailedMail(payment: FailedPayment, to: Recipient, publicUrl: string, t: Translate): Mail {
  const { number, amount, reason } = payment;
  const words = {
    number,
    amount: formatCents(amount, to.locale),
    reason: t('byStripe:reasonIs', { reason: t(`statements:returnCode.${reason}`) }),
  };
  return mailOf({
    language: to.locale,
    to: to.email,
    greeting: greeting(to, t),
    subject: t('byStripe:mail.subject', words),
    opening: [t('byStripe:mail.what', words)],
    quotes: [],
    closing: [t('byStripe:mail.next')],
    links: [{ words: t('byStripe:mail.link'), href: `${publicUrl}/budgetten/wijzigingen/${number}` }],
    signOff: t('changes:mail.signOff'),
    footer: t('byStripe:mail.why', { link: `${publicUrl}/mijn/profiel` }),
  });
}
