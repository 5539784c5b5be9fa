import type { Translate } from '#app/i18n/texts.ts';
import { greeting, type Recipient } from '#app/modules/loket/mails/step-mail.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';

export type WaitingProposal = { decisionId: string; title: string; bodyName: string };

/**
 * The mail to who may confirm: a proposal waits. What it proposes is not in it: that is read on the page, which knows
 * who has an interest by then.
 */
export function proposalWaitingMail(
  proposal: WaitingProposal,
  recipient: Recipient,
  publicUrl: string,
  t: Translate,
): Mail {
  const words = { title: proposal.title, body: proposal.bodyName };
  return mailOf({
    language: recipient.locale,
    to: recipient.email,
    subject: t('decisions:mail.subject', words),
    greeting: greeting(recipient, t),
    opening: [t('decisions:mail.what', words)],
    quotes: [],
    closing: [t('decisions:mail.next')],
    links: [{ words: t('decisions:mail.link'), href: `${publicUrl}/besluitvorming/${proposal.decisionId}` }],
    signOff: t('decisions:mail.signOff'),
    footer: t('decisions:mail.why', { link: `${publicUrl}/mijn/profiel` }),
  });
}
