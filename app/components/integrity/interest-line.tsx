import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { PublicKind, StandingKind } from '#app/modules/integrity/standing.ts';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';

type InterestLineProps = {
  interest: {
    kind: PublicKind | StandingKind;
    organisation: string | null;
    isPaid: boolean;
    gift: string;
    value: Cents | null;
    isKept: boolean;
    beginsOn: CalendarDate;
    endsOn: CalendarDate | null;
  };
};

/** One interest in words: kind, organisation, since when. */
export function InterestLine({ interest }: InterestLineProps) {
  const { t } = useTranslation('interests');
  const { locale, money } = useFormats();
  const { kind, organisation, isPaid, gift, value, isKept, beginsOn, endsOn } = interest;
  const from = dateText(beginsOn, 'month', locale);
  const until = endsOn === null ? '' : dateText(endsOn, 'month', locale);
  const facts =
    kind === 'gift'
      ? [
          value === null ? '' : t('line.worth', { amount: money(value) }),
          t(isKept ? 'line.kept' : 'line.returned'),
          t('line.got', { from: dateText(beginsOn, 'day', locale) }),
        ]
      : [
          kind === 'position' || kind === 'board' ? t(isPaid ? 'line.paid' : 'line.unpaid') : '',
          endsOn === null ? t('line.since', { from }) : t('line.between', { from, until }),
        ];
  return (
    <>
      <span className="font-semibold">
        {t(`kind.${kind}`)}
        {organisation === null || organisation === '' ? null : (
          <>
            {': '}
            <Written>{organisation}</Written>
          </>
        )}
      </span>
      {gift === '' ? null : (
        <span className="block">
          <Written>{gift}</Written>
        </span>
      )}
      <span className="block text-sm text-ink-soft">{facts.filter((fact) => fact !== '').join(' · ')}</span>
    </>
  );
}
