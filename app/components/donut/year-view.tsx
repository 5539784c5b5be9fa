import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { DonutYearLine, DonutYearView } from '#app/modules/donutfonds/views.ts';
import { DataTable } from '../content/data-table.tsx';
import { Facts } from '../content/facts.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { ButtonLink } from '../forms/buttons.tsx';
import { ExampleTag } from '../fund/example-tag.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';
import { TwoColumns } from '../page/two-columns.tsx';
import { DonorsSection } from './donors-section.tsx';
import { ResultSection } from './result-section.tsx';
import { RulesSection } from './rules-section.tsx';

/** The donutfonds of a year: how it stands, the money, the rules, and once decided the result with its reasons. */
export function YearView({ view }: { view: DonutYearView }) {
  return (
    <TwoColumns asideLabel={useTranslation('donutfonds').t('facts')} aside={<YearFacts view={view} />}>
      <StandingNotice view={view} />
      {view.result === null ? null : <ResultSection year={view.year} result={view.result} />}
      <RulesSection rules={view.rules} />
      <DonorsSection donors={view.donors} donated={view.donated} />
    </TwoColumns>
  );
}

function StandingNotice({ view }: { view: DonutYearView }) {
  const { t } = useTranslation('donutfonds');
  const { locale } = useFormats();
  const { standing, result } = view;
  const from = dateText(view.opensOn, 'day', locale);
  const until = dateText(view.closesOn, 'day', locale);
  if (result !== null) {
    const date = dateText(result.decidedOn, 'day', locale);
    return (
      <Notice tone="success" title={t('standing.decided')}>
        <p>{t('notice.decided', { date })}</p>
      </Notice>
    );
  }
  if (standing === 'open') {
    return (
      <div className="flex flex-col items-start gap-4">
        <Notice tone="success" title={t('standing.open')}>
          <p>{t('notice.open', { until })}</p>
        </Notice>
        <ButtonLink href="/donutfonds/aanvragen" icon="plus">
          {t('apply')}
        </ButtonLink>
      </div>
    );
  }
  return (
    <Notice title={t(`standing.${standing}`)}>
      <p>{standing === 'coming' ? t('notice.coming', { from, until }) : t('notice.closed', { until })}</p>
    </Notice>
  );
}

function YearFacts({ view }: { view: DonutYearView }) {
  const { t } = useTranslation('donutfonds');
  const { locale } = useFormats();
  const { fund, source, body, result } = view;
  return (
    <>
      {fund.isExample ? <ExampleTag /> : null}
      <Facts
        facts={[
          { term: t(result === null ? 'available' : 'availableAfter'), value: <Money cents={fund.available} /> },
          {
            term: t('source'),
            value: locale === 'en' ? source.nameEn : source.name,
          },
          {
            term: t('fund'),
            value: (
              <a href={`/fondsen/${fund.slug}`}>
                <Written>{fund.name}</Written>
              </a>
            ),
          },
          {
            term: t('body'),
            value: (
              <a href={`/opgaveteams/${body.slug}`}>
                <Written>{body.name}</Written>
              </a>
            ),
          },
          {
            term: t('period'),
            value: t('periodText', {
              from: dateText(view.opensOn, 'day', locale),
              until: dateText(view.closesOn, 'day', locale),
            }),
          },
          { term: t('applications'), value: result === null ? String(view.applicationCount) : null },
        ]}
      />
    </>
  );
}

/** Years beside the one that is shown. */
export function OtherYears({ years }: { years: readonly DonutYearLine[] }) {
  const { t } = useTranslation('donutfonds');
  if (years.length === 0) return null;
  return (
    <Section title={t('years.title')}>
      <DataTable
        caption={t('years.caption')}
        captionHidden
        rows={years}
        rowKey={({ year }) => String(year)}
        columns={[
          {
            key: 'year',
            header: t('years.year'),
            cell: ({ year }) => <a href={`/donutfonds/${String(year)}`}>{t('yearTitle', { year })}</a>,
          },
          { key: 'state', header: t('years.state'), cell: ({ standing }) => t(`standing.${standing}`) },
          {
            key: 'recipients',
            header: t('years.recipients'),
            numeric: true,
            cell: ({ recipients }) => recipients,
          },
          {
            key: 'share',
            header: t('years.share'),
            numeric: true,
            cell: ({ share }) => (share === null ? null : <Money cents={share} />),
          },
        ]}
      />
    </Section>
  );
}
