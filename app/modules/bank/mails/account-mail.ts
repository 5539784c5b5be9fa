import { dateText } from '#app/kernel/date-text.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Translate } from '#app/i18n/texts.ts';
import { greeting, type Recipient } from '#app/modules/loket/mails/step-mail.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import { maskedIban, type MaskedAccount } from '../iban.ts';

/** A change of somebody's bank account; `before`: the one that was replaced. */
export type AccountChange = {
  change: 'added' | 'changed' | 'removed';
  at: Instant;
  account: MaskedAccount;
  before: MaskedAccount | null;
};

/**
 * Tells somebody that their account changed. Without a button: who changed it may have the mail as well, and who steals mails
 * like this one sends links.
 */
export function accountMail(facts: AccountChange, recipient: Recipient, publicUrl: string, t: Translate): Mail {
  const words = {
    date: dateText(facts.at, 'time', recipient.locale),
    account: maskedIban(facts.account),
    before: facts.before === null ? '' : maskedIban(facts.before),
  };
  return mailOf({
    language: recipient.locale,
    to: recipient.email,
    subject: t(`bank:mail.${facts.change}.subject`),
    greeting: greeting(recipient, t),
    opening: [t(`bank:mail.${facts.change}.what`, words)],
    quotes: [],
    closing: [t('bank:mail.mine'), t('bank:mail.notMine'), t('bank:mail.noLink')],
    links: [],
    signOff: t('bank:mail.signOff'),
    footer: t('bank:mail.footer', { link: publicUrl }),
  });
}
