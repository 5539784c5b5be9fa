import type { Translate } from '#app/i18n/texts.ts';
import { mailOf, type Letter } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import { greeting, type Recipient } from './step-mail.ts';

/** What a notice says besides who gets it. Each place to look at is a path of this site. */
export type Notice = Pick<Letter, 'subject' | 'opening' | 'closing' | 'signOff'> & {
  quotes?: Letter['quotes'];
  link: { words: string; path: string };
  /** Why somebody gets this, with where that is changed. */
  why: (profile: string) => string;
};

/** The mail to somebody who works here: something was seen, look at the page. */
export function noticeMail(notice: Notice, recipient: Recipient, publicUrl: string, t: Translate): Mail {
  const { quotes = [], link, why, ...letter } = notice;
  return mailOf({
    ...letter,
    language: recipient.locale,
    to: recipient.email,
    greeting: greeting(recipient, t),
    quotes,
    links: [{ words: link.words, href: `${publicUrl}${link.path}` }],
    footer: why(`${publicUrl}/mijn/profiel`),
  });
}
