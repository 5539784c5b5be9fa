import { useTranslation } from 'react-i18next';
import type { DemoPapers as Papers } from '#app/modules/voting/views.ts';
import { Section } from '../page/section.tsx';

/** Paper ballots with which a visitor of the demo tries the table, as two of its people. */
export function DemoPapers({ papers: { voteId, papers } }: { papers: Papers }) {
  const { t } = useTranslation('demo');
  return (
    <Section title={t('papers.title')} lead={t('papers.text')} id="stembiljetten">
      <ul className="flex flex-wrap gap-3">
        {papers.map((paper) => (
          <li key={paper} className="card tabular rounded bg-surface px-5 py-3 text-lg font-bold">
            {paper}
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <a href={`/stemwerk/${voteId}/tafel`} className="inline-flex min-h-11 items-center">
          {t('papers.use')}
        </a>
      </p>
    </Section>
  );
}
