import type { Translate } from '#app/i18n/texts.ts';
import { greeting, type Recipient } from '#app/modules/loket/mails/step-mail.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import type { InvariantName } from '../invariant.ts';

/** The mail to an administrator: these rules do not hold any more, look at the page. */
export function ledgerViolationMail(
  invariants: readonly InvariantName[],
  recipient: Recipient,
  publicUrl: string,
  t: Translate,
): Mail {
  return mailOf({
    language: recipient.locale,
    to: recipient.email,
    subject: t('control:mail.subject', { count: invariants.length }),
    greeting: greeting(recipient, t),
    opening: [t('control:mail.what')],
    quotes: invariants.map((name) => ({ label: t('control:mail.rule'), text: t(`control:rule.${name}`) })),
    closing: [t('control:mail.next')],
    links: [{ words: t('control:mail.link'), href: `${publicUrl}/beheer/grootboekcontrole` }],
    signOff: t('control:mail.signOff'),
    footer: t('control:mail.why', { link: `${publicUrl}/mijn/profiel` }),
  });
}
