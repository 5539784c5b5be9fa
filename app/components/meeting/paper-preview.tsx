import { useTranslation } from 'react-i18next';
import { DataTable } from '../content/data-table.tsx';
import { Facts } from '../content/facts.tsx';
import { Written } from '../content/written.tsx';
import { Notice } from '../page/notice.tsx';
import { Section } from '../page/section.tsx';

const figureNames = ['present', 'absent', 'decisions', 'actions', 'agreements', 'notes', 'annex'] as const;
const headerNames = ['body', 'date', 'time', 'place', 'chair'] as const;

export type ShownPaper = {
  header: Record<(typeof headerNames)[number], string>;
  figures: Record<(typeof figureNames)[number], number>;
  notUnderstood: readonly string[];
  lines: readonly {
    key: string;
    kind: 'agreement' | 'action' | 'decision' | 'note';
    subject: string;
    text: string;
    explanation: string;
    who: string;
    when: string;
  }[];
  isOtherDay: boolean;
};

/** What was recognised in a paper, before anything of it is saved. */
export function PaperPreview({ header, figures, notUnderstood, lines, isOtherDay }: ShownPaper) {
  const { t } = useTranslation('paperImport');
  return (
    <div className="flex flex-col gap-10">
      <Section title={t('found')} lead={t('nothingSaved')}>
        {isOtherDay ? (
          <div className="mb-6">
            <Notice tone="warning">{t('otherDay')}</Notice>
          </div>
        ) : null}
        <Facts
          layout="beside"
          facts={[
            ...headerNames.map((name) => ({
              term: t(`header.${name}`),
              value: header[name] === '' ? t('header.missed') : <Written>{header[name]}</Written>,
            })),
            ...figureNames.map((name) => ({ term: t(`figures.${name}`), value: String(figures[name]) })),
          ]}
        />
      </Section>
      {notUnderstood.length === 0 ? null : (
        <Notice tone="warning" title={t('left')}>
          <p>{t('leftText')}</p>
          <ul className="list-disc pl-5">
            {notUnderstood.map((text, place) => (
              <li key={place} className="break-words whitespace-pre-line">
                <Written>{text}</Written>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Section title={t('lines')}>
        <DataTable
          caption={t('lines')}
          captionHidden
          rows={lines}
          rowKey={({ key }) => key}
          columns={[
            { key: 'subject', header: t('column.subject'), cell: ({ subject }) => <Written>{subject}</Written> },
            { key: 'kind', header: t('column.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
            {
              key: 'text',
              header: t('column.text'),
              cell: ({ text, explanation }) => (
                <span className="break-words whitespace-pre-line">
                  <Written>{text === '' ? shortened(explanation) : text}</Written>
                </span>
              ),
            },
            { key: 'who', header: t('column.who'), cell: ({ who }) => <Written>{who}</Written> },
            { key: 'when', header: t('column.when'), cell: ({ when }) => <Written>{when}</Written> },
          ]}
        />
      </Section>
    </div>
  );
}

const shortened = (text: string) => (text.length <= 300 ? text : `${text.slice(0, 299)}…`);
