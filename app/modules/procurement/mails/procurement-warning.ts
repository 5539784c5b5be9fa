import type { Translate } from '#app/i18n/texts.ts';
import { formatCents, type Cents } from '#app/kernel/money.ts';
import { greeting, type Recipient } from '#app/modules/loket/mails/step-mail.ts';
import { inLocale } from '#app/modules/programme/locale.ts';
import { mailOf } from '#app/platform/mail-letter.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import type { AddedUp } from '../added-up.ts';

export type WarnedProposal = {
  decisionId: string;
  title: string;
  bodyName: string;
  partyName: string;
  addedUp: AddedUp;
};

/** The mail to who guards the money, before anything is committed: what an assignment adds up to, beside each limit. */
export function procurementWarningMail(
  { decisionId, title, bodyName, partyName, addedUp }: WarnedProposal,
  recipient: Recipient,
  publicUrl: string,
  t: Translate,
): Mail {
  const money = (amount: Cents) => formatCents(amount, recipient.locale);
  const state = t(`procurement:mail.stateWord.${addedUp.state === 'over' ? 'over' : 'near'}`);
  const kind = inLocale(recipient.locale, addedUp.kind.name, addedUp.kind.nameEn);
  return mailOf({
    language: recipient.locale,
    to: recipient.email,
    subject: t('procurement:mail.subject', { state, title }),
    greeting: greeting(recipient, t),
    opening: [
      t('procurement:mail.what', { body: bodyName, title }),
      t('procurement:mail.sentence', {
        party: partyName,
        total: money(addedUp.total),
        kind,
        months: addedUp.months,
      }),
      ...addedUp.limits.map(({ which, limit, state: stands }) =>
        limit === null
          ? t('procurement:mail.limitMissing', { limit: t(`procurement:limit.${which}`) })
          : t('procurement:mail.limit', {
              limit: t(`procurement:limit.${which}`),
              amount: money(limit),
              state: t(`procurement:state.${stands}`),
            }),
      ),
    ],
    quotes: [],
    closing: [t('procurement:mail.next')],
    links: [{ words: t('procurement:mail.link'), href: `${publicUrl}/besluitvorming/${decisionId}` }],
    signOff: t('procurement:mail.signOff'),
    footer: t('procurement:mail.why', { link: `${publicUrl}/mijn/profiel` }),
  });
}
