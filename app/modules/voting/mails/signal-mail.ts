import { dateText } from '#app/kernel/date-text.ts';
import type { Translate } from '#app/i18n/texts.ts';
import { greeting, type Recipient } from '#app/modules/loket/mails/step-mail.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import type { SignalView } from '../views.ts';

/** The mail to somebody of the controlegroep: something was seen, and what it can mean. */
export function signalMail(
  { kind, amount, hour, vote }: SignalView,
  recipient: Recipient,
  publicUrl: string,
  t: Translate,
): Mail {
  return mailOf({
    language: recipient.locale,
    to: recipient.email,
    subject: t('voteSignals:mail.subject', { title: vote.title }),
    greeting: greeting(recipient, t),
    opening: [
      t('voteSignals:mail.what', { title: vote.title, hour: dateText(hour, 'time', recipient.locale) }),
      t(`voteSignals:kind.${kind}.seen`, { count: amount }),
      t(`voteSignals:kind.${kind}.means`),
    ],
    quotes: [],
    closing: [t('voteSignals:mail.next')],
    links: [{ words: t('voteSignals:mail.link'), href: `${publicUrl}/stemwerk/signalen` }],
    signOff: t('voteSignals:mail.signOff'),
    footer: t('voteSignals:mail.why', { link: `${publicUrl}/mijn/profiel` }),
  });
}
