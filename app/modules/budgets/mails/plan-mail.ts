import type { Translate } from '#app/i18n/texts.ts';
import { greeting, type Recipient } from '#app/modules/loket/mails/step-mail.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';

export type PlanToMail = { importId: string; fileName: string };

/** The mail to who may approve: an uploaded plan waits. */
export function planWaitingMail(plan: PlanToMail, to: Recipient, publicUrl: string, t: Translate): Mail {
  return mailOf({
    ...around(to, publicUrl, t, 'why'),
    subject: t('planImport:mail.subject'),
    opening: [t('planImport:mail.what', { file: plan.fileName })],
    quotes: [],
    closing: [t('planImport:mail.next')],
    links: [{ words: t('planImport:mail.link'), href: hrefOf(plan, publicUrl) }],
  });
}

/** The mail to who uploaded it: what became of it. */
export function planAnsweredMail(
  plan: PlanToMail & ({ answer: 'approved' } | { answer: 'refused'; reason: string }),
  to: Recipient,
  publicUrl: string,
  t: Translate,
): Mail {
  return mailOf({
    ...around(to, publicUrl, t, 'whyProposer'),
    subject: t(`planImport:mail.${plan.answer}.subject`),
    opening: [t(`planImport:mail.${plan.answer}.what`, { file: plan.fileName })],
    quotes: plan.answer === 'refused' ? [{ label: `${t('planImport:mail.reason')}:`, text: plan.reason }] : [],
    closing: [t(`planImport:mail.${plan.answer}.next`)],
    links: [{ words: t('planImport:mail.link'), href: hrefOf(plan, publicUrl) }],
  });
}

function hrefOf({ importId }: PlanToMail, publicUrl: string): string {
  return `${publicUrl}/budgetbeheer/importeren/${importId}`;
}

function around(to: Recipient, publicUrl: string, t: Translate, why: 'why' | 'whyProposer') {
  return {
    language: to.locale,
    to: to.email,
    greeting: greeting(to, t),
    signOff: t('planImport:mail.signOff'),
    footer: t(`planImport:mail.${why}`, { link: `${publicUrl}/mijn/profiel` }),
  };
}
