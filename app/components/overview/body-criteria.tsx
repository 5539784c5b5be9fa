import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import { useFormats } from '../content/use-formats.ts';
import { Icon } from '../icon/icon.tsx';
import { Section } from '../page/section.tsx';

type Criterion = {
  slug: string;
  title: string;
  explanation: string;
  scale: readonly string[];
  sharePercent: number;
  minimum: number | null;
};

type CriteriaSet = { slug: string; title: string; intro: string; version: number; criteria: readonly Criterion[] };

/** What a team scores on: explanation, scale, weight and minimum, as they are frozen. */
export function BodyCriteria({ criteria }: { criteria: readonly CriteriaSet[] }) {
  const { t } = useTranslation('programme');
  return (
    <Section id="criteria" title={t('body.criteria')}>
      {criteria.length === 0 ? <p className="text-ink-soft">{t('body.criteriaNone')}</p> : null}
      {criteria.map((set) => (
        <div key={set.slug} className="mb-8 last:mb-0">
          {criteria.length > 1 ? (
            <h3 className="mb-2">
              <Written>{set.title}</Written>
            </h3>
          ) : null}
          <div className="prose mb-4">
            <p>{set.intro}</p>
            <p className="text-sm text-ink-soft">
              {t('body.criteriaVersion', { version: set.version })}{' '}
              <a href={`/criteria/${set.slug}`} className="inline-block py-1">
                {t('body.criteriaVersions')}
              </a>
            </p>
          </div>
          <ol className="flex flex-col gap-3">
            {set.criteria.map((criterion, index) => (
              <li key={criterion.slug}>
                <CriterionRow criterion={criterion} number={index + 1} />
              </li>
            ))}
          </ol>
        </div>
      ))}
    </Section>
  );
}

function CriterionRow({ criterion, number }: { criterion: Criterion; number: number }) {
  const { t } = useTranslation('programme');
  const { figure } = useFormats();
  return (
    <details className="rounded bg-surface">
      <summary className="grid min-h-11 grid-cols-[auto_1fr_auto] items-center gap-x-4 px-5 py-3">
        <span className="tabular grid size-9 place-items-center rounded-sm bg-tint-garden font-bold text-garden">
          {number}
        </span>
        <span className="min-w-0">
          <span className="font-semibold">{criterion.title}</span>
          <span className="block text-sm text-ink-soft">{t('body.weight', { percent: criterion.sharePercent })}</span>
        </span>
        <Icon name="chevron-down" className="size-5 unfolded:rotate-180" />
      </summary>
      <div className="prose px-5 pb-5 sm:pl-[4.5rem]">
        <p>{criterion.explanation}</p>
        {criterion.minimum === null ? null : (
          <p className="font-semibold">{t('body.minimum', { points: figure(criterion.minimum) })}</p>
        )}
        <p className="font-bold">{t('body.scale')}</p>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {criterion.scale.map((words, points) => (
            <div key={points} className="contents">
              <dt className="tabular font-semibold">{t('body.points', { count: points })}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}
