import { useTranslation } from 'react-i18next';
import { Section } from '#app/components/page/section.tsx';
import { ReviewReason } from '#app/components/scoring/entry-scores.tsx';
import type { CriterionOnSheet, OtherReview } from '#app/modules/scoring/queries/review-page.query.server.ts';

/** What others gave, once one's own scores are in. */
export function OthersScores({
  others,
  criteria,
}: {
  others: readonly OtherReview[];
  criteria: readonly CriterionOnSheet[];
}) {
  const { t } = useTranslation('scoring');
  return (
    <Section title={t('review.others')}>
      {others.length === 0 ? (
        <p>{t('review.othersNone')}</p>
      ) : (
        <ol className="flex flex-col gap-6">
          {criteria.map((criterion) => (
            <li key={criterion.slug}>
              <p className="mb-2 font-semibold">{criterion.title}</p>
              <ul className="flex flex-col gap-3">
                {others.map(({ number, organisationName, scores }) => {
                  const score = scores.find(({ slug }) => slug === criterion.slug);
                  return score === undefined ? null : (
                    <li key={number} className="border-l-4 border-line pl-4">
                      <ReviewReason review={{ number, organisationName, ...score }} maximum={criterion.maximum} />
                    </li>
                  );
                })}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
