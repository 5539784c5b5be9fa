import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '../content/written.tsx';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { useLocale } from '#app/i18n/use-locale.ts';
import { inLocale } from '#app/modules/programme/locale.ts';
import { cents } from '#app/kernel/money.ts';
import type { PublishedDecision } from '#app/modules/decisions/published.ts';
import { DateText } from '../content/date-text.tsx';
import { dateText } from '#app/kernel/date-text.ts';
import { Facts } from '../content/facts.tsx';
import { Money } from '../content/money.tsx';
import { useAwardFacts } from './use-award-facts.tsx';

/** A decision in a few words, for beside the text. `isPreview`: before it has a number. */
export function DecisionFacts({
  publication,
  isPreview = false,
}: {
  publication: PublishedDecision;
  isPreview?: boolean;
}) {
  const { t, i18n } = useTranslation('decisions');
  const locale = useLocale();
  const { subject, body, fund, source, referredTo, method } = publication;
  const sourceText =
    source === null
      ? null
      : source.date === null
        ? source.title
        : t('page.sourceText', {
            title: source.title,
            date: dateText(calendarDate(source.date), 'day', i18n.language),
          });
  const isAward = subject.kind === 'donut-application';
  const awardFacts = useAwardFacts(publication);
  return (
    <section aria-label={t('page.facts')}>
      <Facts
        facts={[
          { term: t('page.outcome'), value: t(`outcome.${publication.outcome}`) },
          {
            term: t('page.amount'),
            value: publication.amountCents === null ? null : <Money cents={cents(publication.amountCents)} />,
          },
          {
            term: t('page.requested'),
            value:
              subject.kind === 'initiative' &&
              publication.outcome === 'grant' &&
              subject.requestedCents !== publication.amountCents ? (
                <Money cents={cents(subject.requestedCents)} />
              ) : null,
          },
          {
            term: t('page.instrument'),
            value:
              publication.version === 1 ||
              publication.instrument === null ||
              publication.amountCents === null ? null : (
                <>
                  {t(`instrument.${publication.instrument}`)}
                  <span className="block text-sm font-normal text-ink-soft">
                    {t(`instrumentMeans.${publication.instrument}`)}
                  </span>
                </>
              ),
          },
          {
            term: t('page.serviceKind'),
            value:
              publication.version === 1 || publication.procurement === null
                ? null
                : inLocale(locale, publication.procurement.kind.name, publication.procurement.kind.nameEn),
          },
          {
            term: t('page.recipient'),
            value:
              publication.version === 1 || publication.amountCents === null ? null : publication.recipient === null ? (
                t('residents')
              ) : (
                <a href={`/budgetten/organisaties/${publication.recipient.slug}`}>
                  <Written>{publication.recipient.name}</Written>
                </a>
              ),
          },
          {
            term: t('page.fund'),
            value:
              fund === null ? null : (
                <a href={`/fondsen/${fund.slug}`}>
                  <Written>{fund.name}</Written>
                </a>
              ),
          },
          {
            term: t('page.body'),
            value: (
              <a href={`/opgaveteams/${body.slug}`}>
                <Written>{body.name}</Written>
              </a>
            ),
          },
          {
            term: t('page.referredTo'),
            value:
              referredTo === null ? null : (
                <a href={`/opgaveteams/${referredTo.slug}`}>
                  <Written>{referredTo.name}</Written>
                </a>
              ),
          },
          {
            term: t('page.plan'),
            value:
              subject.kind === 'initiative' ? (
                <a href={`/initiatieven/${subject.slug}`}>
                  <Quoting
                    text={t('page.planVersion', { title: subject.title, version: subject.version })}
                    written={subject.title}
                  />
                </a>
              ) : null,
          },
          {
            term: t('page.actielijn'),
            value:
              subject.kind === 'actielijn' ? (
                <Written>{subject.title}</Written>
              ) : subject.kind === 'assignment' && subject.actielijn !== null ? (
                <Written>{subject.actielijn.title}</Written>
              ) : null,
          },
          {
            term: t('assignment.period'),
            value:
              subject.kind === 'assignment'
                ? t('assignment.periodText', {
                    begin: dateText(calendarDate(subject.beginsOn), 'day', i18n.language),
                    end: dateText(calendarDate(subject.endsOn), 'day', i18n.language),
                  })
                : null,
          },
          ...awardFacts,
          { term: t('page.takenOn'), value: <DateText value={calendarDate(publication.takenOn)} format="day" /> },
          {
            term: t('page.publishedOn'),
            value:
              isPreview || publication.origin === 'paper' ? null : (
                <DateText value={calendarDate(publication.publishedOn)} format="day" />
              ),
          },
          { term: t('page.number'), value: isPreview ? t('prepared.number') : publication.number },
          {
            term: t('page.method'),
            value: (
              <>
                {isAward ? t('award.method') : t(`method.${method}`)}
                <span className="block text-sm font-normal text-ink-soft">
                  {isAward ? t('award.methodMeans') : t(`methodMeans.${method}`)}
                </span>
              </>
            ),
          },
          {
            term: t('page.source'),
            value: source === null ? null : <Quoting text={sourceText ?? ''} written={source.title} />,
          },
        ]}
      />
    </section>
  );
}
