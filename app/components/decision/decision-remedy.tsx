import { useTranslation } from 'react-i18next';
import { calendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { dateText } from '#app/kernel/date-text.ts';
import type { PublishedRemedy } from '#app/modules/decisions/published-basis.ts';
import type { PublishedDecision } from '#app/modules/decisions/published.ts';
import { inLocale } from '#app/modules/programme/locale.ts';
import { Quoting } from '../content/written.tsx';
import { Section } from '../page/section.tsx';
import { useDecisionWords } from './use-decision-words.ts';
import { saysBasis } from '#app/modules/decisions/says-basis.ts';

/** What somebody can do who disagrees, and until when. */
export function DecisionRemedy({ publication, today }: { publication: PublishedDecision; today: CalendarDate }) {
  const { t } = useTranslation('decisions');
  const remedy = saysBasis(publication) ? publication.remedy : null;
  return (
    <Section id="niet-mee-eens" title={t('receipt.remedy.title')}>
      {remedy === null ? (
        <p className="max-w-prose">
          {t(publication.origin === 'paper' ? 'receipt.remedy.paper' : 'receipt.remedy.before')}
        </p>
      ) : (
        <Remedy remedy={remedy} today={today} />
      )}
    </Section>
  );
}

function Remedy({ remedy, today }: { remedy: PublishedRemedy; today: CalendarDate }) {
  const { t, i18n } = useTranslation('decisions');
  const { locale } = useDecisionWords();
  const { objection, how, howEn, source, isToConfirm } = remedy;
  const day = (value: string) => dateText(calendarDate(value), 'day', i18n.language);
  return (
    <div className="flex max-w-prose flex-col gap-3">
      {objection === null ? (
        <p>{t('receipt.remedy.none')}</p>
      ) : (
        <p>
          <strong>
            {t(today > objection.lastDay ? 'receipt.remedy.over' : 'receipt.remedy.until', {
              begin: day(objection.beginsOn),
              end: day(objection.lastDay),
            })}
          </strong>{' '}
          {t('receipt.remedy.length', { weeks: objection.weeks })}
        </p>
      )}
      <p>{inLocale(locale, how, howEn)}</p>
      <p className="text-sm text-ink-soft">
        <Quoting text={t('receipt.remedy.source', { source })} written={source} />
        {isToConfirm ? ` ${t('receipt.remedy.toConfirm')}` : null}
      </p>
    </div>
  );
}
