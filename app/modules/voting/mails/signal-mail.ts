import { dateText } from '#app/kernel/date-text.ts';
import type { Translate } from '#app/i18n/texts.ts';
import { noticeMail } from '#app/modules/loket/mails/notice-mail.ts';
import type { Recipient } from '#app/modules/loket/mails/step-mail.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import type { SignalView } from '../views.ts';

/** The mail to somebody of the controlegroep: something was seen, and what it can mean. */
export function signalMail(
  { kind, amount, hour, vote }: SignalView,
  recipient: Recipient,
  publicUrl: string,
  t: Translate,
): Mail {
  const notice = {
    subject: t('voteSignals:mail.subject', { title: vote.title }),
    opening: [
      t('voteSignals:mail.what', { title: vote.title, hour: dateText(hour, 'time', recipient.locale) }),
      t(`voteSignals:kind.${kind}.seen`, { count: amount }),
      t(`voteSignals:kind.${kind}.means`),
    ],
    closing: [t('voteSignals:mail.next')],
    link: { words: t('voteSignals:mail.link'), path: '/stemwerk/signalen' },
    signOff: t('voteSignals:mail.signOff'),
    why: (link: string) => t('voteSignals:mail.why', { link }),
  };
  return noticeMail(notice, recipient, publicUrl, t);
}
