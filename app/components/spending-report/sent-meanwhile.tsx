import type { SubmissionResult } from '@conform-to/react';
import { useTranslation } from 'react-i18next';
import { Overtaken } from '../forms/overtaken.tsx';
import { Breadcrumbs } from '../page/breadcrumbs.tsx';
import { Notice } from '../page/notice.tsx';
import { PageHeader } from '../page/page-header.tsx';
import { Page } from '../page/page.tsx';

type SentMeanwhileProps = {
  /** Number under which the report was sent. */
  number: string;
  /** A form that came too late. */
  reply: SubmissionResult | undefined;
  /** Names of its fields for text. */
  names: readonly string[];
};

/** Where somebody worked on a report that was sent: where it is now, and what was typed too late. */
export function SentMeanwhile({ number, reply, names }: SentMeanwhileProps) {
  const { t } = useTranslation('spendingReport');
  return (
    <Page width="form">
      <PageHeader
        title={t('work.sentAs', { number })}
        tone="plain"
        breadcrumbs={<Breadcrumbs crumbs={[{ label: t('work.title'), href: '/budgetbeheer/uitputting' }]} />}
      />
      {reply === undefined ? <Notice title={t('refusal.already-sent')} /> : <Overtaken reply={reply} names={names} />}
      <p>
        <a href={`/budgetten/uitputting/${number}`} className="button button-main">
          {t('work.toSent')}
        </a>
      </p>
    </Page>
  );
}
