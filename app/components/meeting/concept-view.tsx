import { useTranslation } from 'react-i18next';
import type { MinutesContent } from '#app/modules/meetings/minutes-content.ts';
import { DataTable } from '../content/data-table.tsx';
import { useWrittenLang, Written } from '../content/written.tsx';
import { Section } from '../page/section.tsx';

/** Minutes with every name, for who may read a concept but does not write it. */
export function ConceptView({ content }: { content: MinutesContent }) {
  const { t } = useTranslation('meetingWork');
  const lang = useWrittenLang();
  const cell = (text: string) => (
    <span className="break-words whitespace-pre-line" lang={lang}>
      {text}
    </span>
  );
  return (
    <>
      <Section title={t('minutes.attendees')}>
        <DataTable
          caption={t('minutes.attendees')}
          captionHidden
          rows={content.attendees}
          rowKey={({ key }) => key}
          columns={[
            { key: 'name', header: t('minutes.name'), cell: ({ name }) => <Written>{name}</Written> },
            { key: 'organisation', header: t('minutes.organisation'), cell: ({ organisation }) => cell(organisation) },
            { key: 'task', header: t('minutes.task'), cell: ({ task }) => t(`minutes.taskOf.${task}`) },
            {
              key: 'presence',
              header: t('minutes.presence'),
              cell: ({ presence }) => t(`minutes.presenceOf.${presence}`),
            },
            { key: 'interest', header: t('minutes.interest'), cell: ({ interest }) => cell(interest) },
          ]}
        />
      </Section>
      <Section title={t('minutes.lines')}>
        <DataTable
          caption={t('minutes.lines')}
          captionHidden
          rows={content.lines}
          rowKey={({ key }) => key}
          columns={[
            { key: 'subject', header: t('minutes.subject'), cell: ({ subject }) => cell(subject) },
            {
              key: 'text',
              header: t('minutes.text'),
              cell: ({ kind, text }) => (
                <span>
                  <strong>{t(`minutes.kindOf.${kind}`)}</strong> {cell(text)}
                </span>
              ),
            },
            { key: 'explanation', header: t('minutes.explanation'), cell: ({ explanation }) => cell(explanation) },
            { key: 'who', header: t('minutes.who'), cell: ({ who }) => cell(who) },
            { key: 'when', header: t('minutes.when'), cell: ({ when }) => cell(when) },
          ]}
        />
      </Section>
      {content.annex.length === 0 ? null : (
        <Section title={t('minutes.annex')}>
          <DataTable
            caption={t('minutes.annex')}
            captionHidden
            rows={content.annex}
            rowKey={({ key }) => key}
            columns={[
              { key: 'subject', header: t('minutes.subject'), cell: ({ subject }) => cell(subject) },
              { key: 'criteria', header: t('minutes.criteria'), cell: ({ criteria }) => cell(criteria) },
              { key: 'interests', header: t('minutes.interests'), cell: ({ interests }) => cell(interests) },
            ]}
          />
        </Section>
      )}
    </>
  );
}
