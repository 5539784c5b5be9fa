import type { Translate } from '#app/i18n/texts.ts';
import { noticeMail } from '#app/modules/loket/mails/notice-mail.ts';
import type { Recipient } from '#app/modules/loket/mails/step-mail.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import type { InvariantName } from '../invariant.ts';

/** The mail to an administrator: these rules do not hold any more, look at the page. */
export function ledgerViolationMail(
  invariants: readonly InvariantName[],
  recipient: Recipient,
  publicUrl: string,
  t: Translate,
): Mail {
  const notice = {
    subject: t('control:mail.subject', { count: invariants.length }),
    opening: [t('control:mail.what')],
    quotes: invariants.map((name) => ({ label: t('control:mail.rule'), text: t(`control:rule.${name}`) })),
    closing: [t('control:mail.next')],
    link: { words: t('control:mail.link'), path: '/beheer/grootboekcontrole' },
    signOff: t('control:mail.signOff'),
    why: (link: string) => t('control:mail.why', { link }),
  };
  return noticeMail(notice, recipient, publicUrl, t);
}
