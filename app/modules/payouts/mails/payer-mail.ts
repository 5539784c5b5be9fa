import type { Translate } from '#app/i18n/texts.ts';
import { greeting, type Recipient } from '#app/modules/loket/mails/step-mail.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import { maskOf } from '../statement-item.ts';

export type PayerChange = {
  state: 'proposed' | 'confirmed' | 'refused';
  iban: string;
  proposedBy: string;
  /** Empty: nobody answered yet. */
  answeredBy: string;
};

/** Tells that the programme is about to pay from another account, or that it does. */
export function payerMail(change: PayerChange, to: Recipient, publicUrl: string, t: Translate): Mail {
  const { state, iban, proposedBy, answeredBy } = change;
  const words = { account: maskOf(iban), proposer: proposedBy, answerer: answeredBy };
  return mailOf({
    language: to.locale,
    to: to.email,
    subject: t(`payouts:payer.mail.${state}.subject`),
    greeting: greeting(to, t),
    opening: [t(`payouts:payer.mail.${state}.what`, words)],
    quotes: [],
    closing: [t(`payouts:payer.mail.${state}.next`), t('payouts:payer.mail.notRight')],
    links: [{ words: t('payouts:payer.mail.link'), href: `${publicUrl}/beheer/betaalrekening` }],
    signOff: t('payouts:payer.mail.signOff'),
    footer: t('payouts:payer.mail.why'),
  });
}
