import type { Translate } from '#app/i18n/texts.ts';
import type { Recipient } from '#app/modules/loket/mails/step-mail.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';

/** What a vote came to for one plan. */
export type PlanOutcome = {
  voteSlug: string;
  vote: string;
  body: string;
  slug: string;
  title: string;
  votes: number;
  voters: number;
  hasWon: boolean;
};

/** The mail to who brought a plan: whether it won, by how many votes, and what happens next or can be done. */
export function voteOutcomeMail(outcome: PlanOutcome, recipient: Recipient, publicUrl: string, t: Translate): Mail {
  const { vote, body, title, votes, voters, hasWon } = outcome;
  const words = { vote, body, title, votes, voters };
  const page = `${publicUrl}/stemmen/${outcome.voteSlug}`;
  return mailOf({
    language: recipient.locale,
    to: recipient.email,
    subject: t(hasWon ? 'voteFollows:mail.subjectWon' : 'voteFollows:mail.subjectLost', { title }),
    greeting:
      recipient.name === ''
        ? t('voteFollows:mail.greetingNameless')
        : t('voteFollows:mail.greeting', { name: recipient.name }),
    opening: [t(hasWon ? 'voteFollows:mail.won' : 'voteFollows:mail.lost', words)],
    quotes: [],
    closing: [t(hasWon ? 'voteFollows:mail.wonNext' : 'voteFollows:mail.lostNext', words)],
    links: [
      { words: t('voteFollows:mail.link'), href: `${page}#${hasWon ? 'besluiten' : 'niet-gewonnen'}` },
      { words: t('voteFollows:mail.plan'), href: `${publicUrl}/initiatieven/${outcome.slug}` },
    ],
    signOff: t('voteFollows:mail.signOff'),
    footer: t('voteFollows:mail.footer', { link: `${publicUrl}/mijn/profiel` }),
  });
}
