import type { Translate } from '#app/i18n/texts.ts';
import { formatCents, type Cents } from '#app/kernel/money.ts';
import { greeting, type Recipient } from '#app/modules/loket/mails/step-mail.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import type { ChangeKind } from '../change.ts';

export type ChangeToMail = { changeId: string; kind: ChangeKind; amount: Cents; bodyName: string };

/** The mail to who may approve: a proposed change waits. */
export function changeWaitingMail(change: ChangeToMail, to: Recipient, publicUrl: string, t: Translate): Mail {
  const words = wordsOf(change, to, t);
  return mailOf({
    ...around(to, publicUrl, t, 'why'),
    subject: t('changes:mail.subject', words),
    opening: [t('changes:mail.what', words)],
    quotes: [],
    closing: [t('changes:mail.next')],
    links: [{ words: t('changes:mail.link'), href: `${publicUrl}/budgetbeheer/${change.changeId}` }],
  });
}

/** The mail to who proposed it: what became of it, and where it stands now. */
export function changeAnsweredMail(
  change: ChangeToMail & ({ answer: 'approved'; number: string } | { answer: 'refused'; reason: string }),
  to: Recipient,
  publicUrl: string,
  t: Translate,
): Mail {
  const words = wordsOf(change, to, t);
  const link =
    change.answer === 'approved'
      ? { words: t('changes:mail.toRegister'), href: `${publicUrl}/budgetten/wijzigingen/${change.number}` }
      : { words: t('changes:mail.toProposal'), href: `${publicUrl}/budgetbeheer/${change.changeId}` };
  return mailOf({
    ...around(to, publicUrl, t, 'whyProposer'),
    subject: t(`changes:mail.${change.answer}.subject`, words),
    opening: [t(`changes:mail.${change.answer}.what`, words)],
    quotes: change.answer === 'refused' ? [{ label: `${t('changes:mail.reason')}:`, text: change.reason }] : [],
    closing: [t(`changes:mail.${change.answer}.next`)],
    links: [link],
  });
}

function wordsOf({ kind, amount, bodyName }: ChangeToMail, { locale }: Recipient, t: Translate) {
  return { kind: t(`changes:kind.${kind}`), amount: formatCents(amount, locale), body: bodyName };
}

function around(to: Recipient, publicUrl: string, t: Translate, why: 'why' | 'whyProposer') {
  return {
    language: to.locale,
    to: to.email,
    greeting: greeting(to, t),
    signOff: t('changes:mail.signOff'),
    footer: t(`changes:mail.${why}`, { link: `${publicUrl}/mijn/profiel` }),
  };
}
