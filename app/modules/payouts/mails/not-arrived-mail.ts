import type { Translate } from '#app/i18n/texts.ts';
import { formatCents, type Cents } from '#app/kernel/money.ts';
import { greeting, type Recipient } from '#app/modules/loket/mails/step-mail.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import type { Rail } from '../batch.ts';
import type { EndCode } from '../end-code.ts';

type NotArrived = { amount: Cents; rail: Rail; /** Where we have words for it. */ why: EndCode | null };

/** The mail to a volunteer whose money did not arrive: what to look at, so that the next payment does. */
export function notArrivedMail(
  { amount, rail, why }: NotArrived,
  recipient: Recipient,
  publicUrl: string,
  t: Translate,
): Mail {
  const words = { amount: formatCents(amount, recipient.locale) };
  return mailOf({
    language: recipient.locale,
    to: recipient.email,
    subject: t('volunteering:notArrived.subject'),
    greeting: greeting(recipient, t),
    opening: [t(`volunteering:notArrived.what.${rail}`, words)],
    quotes: why === null ? [] : [{ label: t('volunteering:notArrived.why'), text: t(`statements:returnCode.${why}`) }],
    closing: [t(`volunteering:notArrived.next.${rail}`)],
    links: [{ words: t('volunteering:notArrived.link'), href: `${publicUrl}/mijn-vergoedingen` }],
    signOff: t('coordination:mail.signOff'),
    footer: t('coordination:mail.footer', { link: `${publicUrl}/mijn/profiel` }),
  });
}
