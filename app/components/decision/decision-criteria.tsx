import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '../content/written.tsx';
import type { PublishedCriteria, PublishedDecision, PublishedScores } from '#app/modules/decisions/published.ts';
import { inLocale } from '#app/modules/programme/locale.ts';
import { ScoreBar } from '../figures/score-bar.tsx';
import { Icon } from '../icon/icon.tsx';
import { Section } from '../page/section.tsx';
import { DecisionStanding } from './decision-standing.tsx';
import { TypedWords } from './typed-words.tsx';
import { useDecisionWords } from './use-decision-words.ts';

/** By which criteria it was decided: the points with their reasons, and what the body makes of them. */
export function DecisionCriteria({ publication }: { publication: PublishedDecision }) {
  const { criteria, scores, subject } = publication;
  const { t } = useTranslation('decisions');
  const { hundredths } = useDecisionWords();
  if (criteria === null)
    return subject.kind !== 'initiative' || publication.version === 4 ? null : (
      <Section id="criteria" title={t('page.criteria')}>
        <p className="prose -mt-2">{t('page.noCriteria')}</p>
      </Section>
    );
  const allWeight = criteria.criteria.reduce((sum, { weight }) => sum + weight, 0);
  const total = scores?.result.totalHundredths ?? null;
  return (
    <Section id="criteria" title={t('page.criteria')}>
      <div className="prose -mt-2 mb-6">
        <p>
          <Quoting
            text={t('page.criteriaLead', { title: criteria.title, version: criteria.version })}
            written={criteria.title}
          />{' '}
          {scores === null ? (
            t('page.notScored')
          ) : (
            <Quoting text={t('page.scoredIn', { round: scores.round.name })} written={scores.round.name} />
          )}
        </p>
      </div>
      {total === null ? null : (
        <p className="mb-6 flex flex-wrap items-baseline justify-between gap-x-6 rounded bg-tint-garden px-5 py-4">
          <span className="font-semibold">{t('page.total')}</span>
          <span className="tabular font-heading text-2xl font-bold">
            {t('page.totalOutOf', { total: hundredths(total) })}
          </span>
        </p>
      )}
      <DecisionStanding publication={publication} />
      <ol className="flex flex-col gap-8">
        {criteria.criteria.map((criterion, index) => (
          <li key={criterion.slug} className="grid gap-x-5 gap-y-3 sm:grid-cols-[auto_minmax(0,1fr)]">
            <span
              aria-hidden="true"
              className="tabular hidden size-9 place-items-center rounded-sm bg-tint-garden font-bold text-garden sm:grid"
            >
              {index + 1}
            </span>
            <CriterionPart criterion={criterion} allWeight={allWeight} scores={scores} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

type CriterionPartProps = {
  criterion: PublishedCriteria['criteria'][number];
  allWeight: number;
  scores: PublishedScores | null;
};

function CriterionPart({ criterion, allWeight, scores }: CriterionPartProps) {
  const { t } = useTranslation('decisions');
  const { locale } = useDecisionWords();
  const result = scores?.result.criteria.find((one) => one.criterion === criterion.slug);
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <div>
        <h3>{inLocale(locale, criterion.title, criterion.titleEn)}</h3>
        <p className="text-sm text-ink-soft">
          {[
            t('page.weight', { percent: Math.round((criterion.weight / allWeight) * 100) }),
            ...(result?.spread == null ? [] : [t('receipt.spread', { count: result.spread })]),
            ...(result === undefined || result.abstentions === 0
              ? []
              : [t('receipt.abstained', { count: result.abstentions })]),
          ].join(' · ')}
        </p>
      </div>
      {result === undefined ? null : result.averageHundredths === null ? (
        <p className="text-ink-soft">{t('page.notJudged')}</p>
      ) : (
        <ScoreBar
          label={t('page.averageLabel')}
          score={result.averageHundredths / 100}
          max={criterion.scale.length - 1}
          minimum={criterion.minimumHundredths === null ? null : criterion.minimumHundredths / 100}
        />
      )}
      {criterion.motivation === '' ? (
        <p className="text-ink-soft">{t('page.noMotivation')}</p>
      ) : (
        <TypedWords text={criterion.motivation} />
      )}
      {scores === null ? null : <Reasons slug={criterion.slug} reviews={scores.reviews} />}
    </div>
  );
}

/** The points of each reviewer with the reason, without name. */
function Reasons({ slug, reviews }: { slug: string; reviews: PublishedScores['reviews'] }) {
  const { t } = useTranslation('decisions');
  const given = reviews.flatMap(({ reviewer, scores }) => {
    const score = scores.find(({ criterion }) => criterion === slug);
    return score === undefined ? [] : [{ reviewer, ...score }];
  });
  if (given.length === 0) return null;
  return (
    <details className="rounded bg-surface">
      <summary className="flex min-h-11 items-center gap-3 px-4 py-2 font-semibold">
        {t('page.reasons', { count: given.length })}
        <Icon name="chevron-down" className="ml-auto size-5 unfolded:rotate-180" />
      </summary>
      <dl className="grid gap-x-6 gap-y-4 px-4 pt-1 pb-5 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {given.map(({ reviewer, points, reason }) => (
          <div key={reviewer} className="contents">
            <dt className="tabular font-semibold">
              <span className="block text-sm font-normal text-ink-soft">
                {t('receipt.reviewer', { number: reviewer })}
              </span>
              {points === null ? t('page.cannotJudge') : t('page.points', { count: points })}
            </dt>
            <dd className="whitespace-pre-line">
              <Written>{reason}</Written>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
