import { useTranslation } from 'react-i18next';
import type { Cents } from '#app/kernel/money.ts';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { EvidenceKind } from '#app/modules/donutfonds/call.ts';
import { DateText } from '../content/date-text.tsx';
import { Facts } from '../content/facts.tsx';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';
import { EvidenceName } from './evidence-name.tsx';

type ApplicationFactsProps = {
  /** For the organisation itself. */
  isOwn?: boolean;
  application: {
    value: Cents;
    costs: Cents;
    evidenceKind: EvidenceKind;
    evidenceName: string;
    evidenceOn: CalendarDate;
    publishEvidence: boolean;
    document: { id: string; fileName: string } | null;
    story: string;
  };
};

/** What an organisation applied with, to read. */
export function ApplicationFacts({ application, isOwn = false }: ApplicationFactsProps) {
  const { t } = useTranslation('donutWork');
  const { document } = application;
  return (
    <div className="flex flex-col gap-6">
      <Facts
        layout="beside"
        facts={[
          { term: t('application.value'), value: <Money cents={application.value} /> },
          { term: t('application.costs'), value: <Money cents={application.costs} /> },
          {
            term: t('application.evidence'),
            value: <EvidenceName kind={application.evidenceKind} name={application.evidenceName} />,
          },
          { term: t('application.evidenceOn'), value: <DateText value={application.evidenceOn} format="day" /> },
          {
            term: t('application.document'),
            value: document === null ? null : <a href={`/donutfonds/bewijs/${document.id}`}>{document.fileName}</a>,
          },
          {
            term: t('application.publish'),
            value: t(application.publishEvidence ? 'application.yes' : 'application.no'),
          },
        ]}
      />
      <div>
        <h3>{t(isOwn ? 'application.storyOwn' : 'application.story')}</h3>
        <p className="mt-2 max-w-prose whitespace-pre-line">
          <Written>{application.story}</Written>
        </p>
      </div>
    </div>
  );
}
