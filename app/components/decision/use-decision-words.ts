import { useTranslation } from 'react-i18next';
import { cents } from '#app/kernel/money.ts';
import type { PublishedDecision, PublishedRecusal } from '#app/modules/decisions/published.ts';
import { useFormats } from '../content/use-formats.ts';

/** Who gets the money, by name; empty where that is nobody in particular. */
export function recipientName(publication: PublishedDecision): string {
  return publication.version === 1 ? '' : (publication.recipient?.name ?? '');
}

/** Sentences that several parts of a decision share, in the language of the page. */
export function useDecisionWords() {
  const { t } = useTranslation('decisions');
  const { locale, money, figure } = useFormats();
  return {
    locale,
    /** Hundredths as people read them: 350 is "3,5". */
    hundredths: (value: number) => figure(value / 100),
    /** Cents as people read them. */
    amount: (value: number) => money(cents(value)),
    /** What was decided, in one sentence. */
    sentence: (publication: PublishedDecision) => {
      const { outcome, body, amountCents, referredTo, subject } = publication;
      if (outcome === 'grant' && amountCents === null) return t('sentence.grantWithoutMoney', { body: body.name });
      const amount = amountCents === null ? '' : money(cents(amountCents));
      if (subject.kind === 'assignment')
        return t('assignment.sentence', { body: body.name, amount, recipient: recipientName(publication) });
      if (subject.kind === 'donut-application')
        return t(`award.sentence.${outcome === 'grant' ? 'grant' : 'decline'}`, {
          body: body.name,
          amount,
          recipient: recipientName(publication),
        });
      return t(`sentence.${outcome}`, { body: body.name, amount, to: referredTo?.name ?? '' });
    },
    /** Who, as the public knows them. */
    who: (organisation: string | null, count = 1) => {
      if (organisation === null) return count === 1 ? t('resident') : t('page.times', { name: t('residents'), count });
      return count === 1 ? organisation : t('page.times', { name: organisation, count });
    },
    recusal: ({ organisation, interest, note }: PublishedRecusal) =>
      t('page.recusedBecause', {
        who: organisation ?? t('resident'),
        reason: note === '' ? t(`interest.${interest}`) : note,
      }),
  };
}
