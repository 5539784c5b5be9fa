import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import { SpreadPlot } from '../figures/spread-plot.tsx';
import { Icon } from '../icon/icon.tsx';
import { Notice } from '../page/notice.tsx';

export type ReviewLineProps = {
  number: number;
  organisationName: string | null;
  points: number | null;
  reason: string;
};

export type CriterionScoresProps = {
  criterionId: string;
  title: string;
  maximum: number;
  points: readonly number[];
  abstentions: number;
  averageHundredths: number | null;
  spread: number | null;
  isHighSpread: boolean;
  minimum: 'none' | 'met' | 'missed' | 'unknown';
  reviews: readonly ReviewLineProps[];
};

export type EntryScoresProps = {
  criteria: readonly CriterionScoresProps[];
  recusals: readonly { interest: RecusalName; count: number }[];
  isBelowMinimum: boolean;
  /** Unfolds the criteria: where there is only one initiative to read. */
  isOpen?: boolean;
};

type RecusalName = 'own' | 'family' | 'employer' | 'board' | 'funder' | 'other' | 'shared-organisation';

/** How one initiative was scored: what to talk about, each criterion with its spread and reasons, and who stayed out. */
export function EntryScores({ criteria, recusals, isBelowMinimum, isOpen = false }: EntryScoresProps) {
  const { t } = useTranslation('scoring');
  const titles = (chosen: (one: CriterionScoresProps) => boolean) =>
    criteria
      .filter(chosen)
      .map(({ title }) => title)
      .join(', ');
  const discuss = titles(({ isHighSpread }) => isHighSpread);
  const missed = titles(({ minimum }) => minimum === 'missed');
  const unknown = titles(({ minimum }) => minimum === 'unknown');
  return (
    <div className="flex flex-col gap-6">
      {missed === '' && unknown === '' && !isBelowMinimum ? null : (
        <Notice tone="danger">
          {missed === '' ? null : <p>{t('result.misses', { criteria: missed })}</p>}
          {unknown === '' ? null : <p>{t('result.unknown', { criteria: unknown })}</p>}
          {isBelowMinimum ? <p>{t('result.belowMinimum')}</p> : null}
        </Notice>
      )}
      {discuss === '' ? null : (
        <Notice tone="warning" title={t('result.discuss')}>
          {t('result.discussText', { criteria: discuss })}
        </Notice>
      )}
      <details open={isOpen}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center gap-2 font-semibold text-water underline underline-offset-4">
          {t('result.perCriterion')}
          <Icon name="chevron-down" className="size-4 unfolded:rotate-180" />
        </summary>
        <ul className="mt-3 flex flex-col gap-6">
          {criteria.map((criterion) => (
            <li key={criterion.criterionId} className="border-t border-line pt-5">
              <CriterionScores criterion={criterion} />
            </li>
          ))}
        </ul>
      </details>
      <p className="text-ink-soft">
        {recusals.length === 0
          ? t('result.recusalsNone')
          : `${t('result.recusals')}: ${recusals
              .map(({ interest, count }) => t('result.recusalLine', { count, interest: t(`recusal.${interest}`) }))
              .join(', ')}.`}
      </p>
    </div>
  );
}

function CriterionScores({ criterion }: { criterion: CriterionScoresProps }) {
  const { t } = useTranslation('scoring');
  const { averageHundredths, maximum, spread, abstentions } = criterion;
  const facts = [
    averageHundredths === null ? t('result.noAverage') : null,
    spread === null ? null : t('result.spread', { spread }),
    abstentions === 0 ? null : t('result.abstentions', { count: abstentions }),
  ].filter((fact) => fact !== null);
  return (
    <div className="flex flex-col gap-2">
      {averageHundredths === null ? (
        <p className="font-semibold">{criterion.title}</p>
      ) : (
        <SpreadPlot
          max={maximum}
          rows={[
            {
              key: criterion.criterionId,
              label: criterion.title,
              scores: criterion.points,
              average: averageHundredths / 100,
            },
          ]}
        />
      )}
      <p className="tabular text-sm text-ink-soft">{facts.join(' · ')}</p>
      <details>
        <summary className="inline-flex min-h-11 cursor-pointer items-center gap-2 font-semibold text-water underline underline-offset-4">
          {t('result.reasons')}
          <Icon name="chevron-down" className="size-4 unfolded:rotate-180" />
        </summary>
        <ul className="mt-1 flex flex-col gap-4">
          {criterion.reviews.map((review) => (
            <li key={review.number} className="border-l-4 border-line pl-4">
              <ReviewReason review={review} maximum={maximum} />
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

/** What one reviewer gave and why, by number and organisation. */
export function ReviewReason({ review, maximum }: { review: ReviewLineProps; maximum: number }) {
  const { t } = useTranslation('scoring');
  return (
    <>
      <p>
        <span className="font-semibold">{t('result.reviewer', { number: review.number })}</span>
        <span className="text-ink-soft"> · {review.organisationName ?? t('result.resident')} · </span>
        <span className="tabular font-semibold">
          {review.points === null ? t('result.abstained') : t('result.points', { points: review.points, max: maximum })}
        </span>
      </p>
      <p className="max-w-prose break-words whitespace-pre-line">
        <Written>{review.reason}</Written>
      </p>
    </>
  );
}
