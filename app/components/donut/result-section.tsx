import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import { percentText } from '#app/modules/donutfonds/rules.ts';
import type { DonutYearView, ResultLine } from '#app/modules/donutfonds/views.ts';
import { DataTable } from '../content/data-table.tsx';
import { Money } from '../content/money.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Written } from '../content/written.tsx';
import { Card } from '../page/card.tsx';
import { Section } from '../page/section.tsx';
import { EvidenceName } from './evidence-name.tsx';
import { RuleResults } from './rule-results.tsx';

type ResultProps = { year: number; result: NonNullable<DonutYearView['result']> };

/** Who got a reward and who did not, the computation, and the reasons of each. */
export function ResultSection({ year, result }: ResultProps) {
  const { t } = useTranslation('donutfonds');
  const { money } = useFormats();
  const { lines, recipients } = result;
  const sum = t(result.remainder === 0 ? 'result.sumEven' : 'result.sum', {
    available: money(result.available),
    count: recipients,
    share: money(result.share),
    remainder: money(result.remainder),
  });
  return (
    <>
      <Section title={t('result.title')}>
        <p className="mb-5 max-w-prose text-lg">
          {lines.length === 0 ? t('result.noApplications') : recipients === 0 ? t('result.none') : sum}
        </p>
        {lines.length === 0 ? null : <ResultTable year={year} lines={lines} />}
        <h3 className="mt-8">{t('result.motivation')}</h3>
        <p className="mt-2 max-w-prose whitespace-pre-line">
          <Written>{result.motivation}</Written>
        </p>
      </Section>
      {lines.length === 0 ? null : (
        <Section title={t('result.why')}>
          <ul className="flex flex-col gap-6">
            {lines.map((line) => (
              <li key={line.organisation.slug}>
                <Card tone={line.reward === null ? 'surface' : 'garden'}>
                  <ResultReasons line={line} />
                </Card>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function ResultTable({ year, lines }: { year: number; lines: readonly ResultLine[] }) {
  const { t } = useTranslation('donutfonds');
  const { locale } = useFormats();
  return (
    <DataTable
      caption={t('result.caption', { year })}
      captionHidden
      rows={lines}
      rowKey={({ organisation }) => organisation.slug}
      columns={[
        {
          key: 'organisation',
          header: t('result.column.organisation'),
          // with the decision under it: a column of its own would push the amounts out of the page
          cell: ({ organisation, number }) => (
            <>
              <Written>{organisation.name}</Written>
              <a href={`/besluiten/${number}`} className="block text-sm font-normal">
                {t('result.decision', { number })}
              </a>
            </>
          ),
        },
        { key: 'value', header: t('result.column.value'), numeric: true, cell: ({ value }) => <Money cents={value} /> },
        { key: 'costs', header: t('result.column.costs'), numeric: true, cell: ({ costs }) => <Money cents={costs} /> },
        {
          key: 'return',
          header: t('result.column.return'),
          numeric: true,
          cell: ({ rules }) => {
            const found = rules.find((one) => one.rule === 'return');
            return found?.returnBps == null ? t('result.notComputable') : `${percentText(found.returnBps, locale)}%`;
          },
        },
        {
          key: 'reward',
          header: t('result.column.reward'),
          numeric: true,
          cell: ({ reward }) => (reward === null ? t('result.noReward') : <Money cents={reward} />),
        },
      ]}
    />
  );
}

function ResultReasons({ line }: { line: ResultLine }) {
  const { t } = useTranslation('donutfonds');
  const { locale, money } = useFormats();
  return (
    <>
      <h3>
        <a href={`/budgetten/organisaties/${line.organisation.slug}`}>
          <Written>{line.organisation.name}</Written>
        </a>
      </h3>
      <p className="mt-1 mb-3 font-semibold">{line.reward === null ? t('result.noReward') : money(line.reward)}</p>
      <RuleResults results={line.rules} />
      {line.setAsideReason === '' ? null : (
        <p className="mt-3 max-w-prose">
          <span className="font-semibold">{t('result.setAside')}: </span>
          <Written>{line.setAsideReason}</Written>
        </p>
      )}
      <p className="mt-3 max-w-prose whitespace-pre-line">
        <Written>{line.story}</Written>
      </p>
      <p className="mt-3 text-sm text-ink-soft">
        <EvidenceName kind={line.evidenceKind} name={line.evidenceName} />, {dateText(line.evidenceOn, 'day', locale)}
        {line.visitedOn === null
          ? null
          : ` · ${t('result.visited', { date: dateText(line.visitedOn, 'day', locale) })}`}
      </p>
      <p className="flex flex-wrap gap-x-6">
        {line.document === null ? (
          <span className="inline-flex min-h-11 items-center text-sm text-ink-soft">{t('result.documentPrivate')}</span>
        ) : (
          <a href={`/donutfonds/bewijs/${line.document.id}`} className="inline-flex min-h-11 items-center">
            {t('result.document', { name: line.document.fileName })}
          </a>
        )}
        <a href={`/besluiten/${line.number}`} className="inline-flex min-h-11 items-center">
          {t('result.decision', { number: line.number })}
        </a>
      </p>
    </>
  );
}
