import type { Translate } from '#app/i18n/texts.ts';
import type { Recipient } from '#app/modules/loket/mails/step-mail.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';

/** A plan on the list of a vote that was cancelled. */
export type PlanCancelled = {
  voteSlug: string;
  vote: string;
  body: string;
  reason: string;
  slug: string;
  title: string;
};

/** The mail to who brought a plan: the vote does not go on, why, and what that means for the plan. */
export function voteCancelledMail(plan: PlanCancelled, recipient: Recipient, publicUrl: string, t: Translate): Mail {
  const { vote, body, reason, title } = plan;
  const words = { vote, body, title };
  return mailOf({
    language: recipient.locale,
    to: recipient.email,
    subject: t('voteFollows:cancelledMail.subject', words),
    greeting:
      recipient.name === ''
        ? t('voteFollows:mail.greetingNameless')
        : t('voteFollows:mail.greeting', { name: recipient.name }),
    opening: [t('voteFollows:cancelledMail.what', words)],
    quotes: [{ label: t('voteFollows:cancelledMail.why'), text: reason }],
    closing: [t('voteFollows:cancelledMail.next', words)],
    links: [
      { words: t('voteFollows:cancelledMail.link'), href: `${publicUrl}/stemmen/${plan.voteSlug}` },
      { words: t('voteFollows:mail.plan'), href: `${publicUrl}/initiatieven/${plan.slug}` },
    ],
    signOff: t('voteFollows:mail.signOff'),
    footer: t('voteFollows:mail.footer', { link: `${publicUrl}/mijn/profiel` }),
  });
}
