import type { Translate } from '#app/i18n/texts.ts';
import { greeting, type Recipient } from '#app/modules/loket/mails/step-mail.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';

/** What happened, by the name of its texts in `portfolioMails`. */
export type PortfolioMailKind =
  | 'message'
  | 'match'
  | 'interest'
  | 'outcome'
  | 'invitation'
  | 'claim'
  | 'claimConfirmed'
  | 'claimRefused'
  | 'report'
  | 'reportNothing'
  | 'reportWarned'
  | 'reportHidden'
  | 'warned'
  | 'hidden';

export type PortfolioMailFacts = {
  kind: PortfolioMailKind;
  /** Names of portfolios that the texts fill in; never of people. */
  words: Record<string, string>;
  /** What an editor wrote for the recipient; empty where nothing was. */
  reason: string;
  /** Path of the page where the recipient goes on. */
  path: string;
};

/** A mail about a portfolio. It never holds what people wrote to each other. */
export function portfolioMail(facts: PortfolioMailFacts, recipient: Recipient, publicUrl: string, t: Translate): Mail {
  const { kind, reason } = facts;
  // a person who writes without a portfolio has no name here
  const words = { ...facts.words, other: facts.words.other || t('portfolioMails:somebody') };
  return mailOf({
    language: recipient.locale,
    to: recipient.email,
    subject: t(`portfolioMails:${kind}.subject`, words),
    greeting: greeting(recipient, t),
    opening: [t(`portfolioMails:${kind}.what`, words)],
    quotes: reason === '' ? [] : [{ label: t('portfolioMails:why'), text: reason }],
    closing: [t(`portfolioMails:${kind}.next`, words)],
    links: [{ words: t(`portfolioMails:${kind}.link`), href: `${publicUrl}${facts.path}` }],
    signOff: t('portfolioMails:signOff'),
    footer: t(kind === 'invitation' ? 'portfolioMails:footerOnce' : 'portfolioMails:footer', {
      link: `${publicUrl}/mijn/profiel`,
    }),
  });
}
