import { useTranslation } from 'react-i18next';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import { cents } from '#app/kernel/money.ts';
import type { PublishedDecision } from '#app/modules/decisions/published.ts';
import type { Fact } from '../content/facts.tsx';
import { Money } from '../content/money.tsx';
import { Quoting, Written } from '../content/written.tsx';

/** What a reward of the donutfonds rests on, in a few words; nothing for other decisions. */
export function useAwardFacts({ subject, ...publication }: PublishedDecision): readonly Fact[] {
  const { t, i18n } = useTranslation('decisions');
  if (subject.kind !== 'donut-application') return [];
  const { evidence, year } = subject;
  const recipient = publication.version === 1 ? null : publication.recipient;
  const date = dateText(calendarDate(subject.evidenceOn), 'day', i18n.language);
  return [
    {
      term: t('award.applicant'),
      // who gets money is named as recipient
      value: recipient === null || publication.amountCents !== null ? null : <Written>{recipient.name}</Written>,
    },
    {
      term: t('award.result'),
      value: (
        <a href={`/donutfonds/${String(year)}`}>
          <Written>{subject.title}</Written>
        </a>
      ),
    },
    { term: t('award.value'), value: <Money cents={cents(subject.valueCents)} /> },
    { term: t('award.costs'), value: <Money cents={cents(subject.costsCents)} /> },
    {
      term: t('award.evidence'),
      value: <Quoting text={t('award.evidenceText', { evidence, date })} written={evidence} />,
    },
  ];
}
