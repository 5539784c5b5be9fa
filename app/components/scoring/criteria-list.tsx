import { useTranslation } from 'react-i18next';
import { useFormats } from '../content/use-formats.ts';
import { Icon } from '../icon/icon.tsx';

export type ListedCriterion = {
  slug: string;
  title: string;
  explanation: string;
  scale: readonly string[];
  sharePercent: number;
  minimumHundredths: number | null;
};

/** What is scored: each criterion with its weight; explanation and scale unfold. */
export function CriteriaList({ criteria, open = false }: { criteria: readonly ListedCriterion[]; open?: boolean }) {
  const { t } = useTranslation('scoring');
  const { figure } = useFormats();
  return (
    <ol className="flex flex-col gap-3">
      {criteria.map((criterion, index) => (
        <li key={criterion.slug}>
          <details open={open} className="rounded bg-surface">
            <summary className="grid min-h-11 cursor-pointer grid-cols-[auto_1fr_auto] items-center gap-x-4 px-5 py-3">
              <span className="tabular grid size-9 place-items-center rounded-sm bg-tint-garden font-bold text-garden">
                {index + 1}
              </span>
              <span className="min-w-0">
                <span className="font-semibold">{criterion.title}</span>
                <span className="block text-sm text-ink-soft">
                  {t('criteria.weight', { percent: criterion.sharePercent })}
                </span>
              </span>
              <Icon name="chevron-down" className="size-5 unfolded:rotate-180" />
            </summary>
            <div className="prose px-5 pb-5 sm:pl-[4.5rem]">
              <p>{criterion.explanation}</p>
              {criterion.minimumHundredths === null ? null : (
                <p className="font-semibold">
                  {t('criteria.minimum', { points: figure(criterion.minimumHundredths / 100) })}
                </p>
              )}
              <dl aria-label={t('criteria.scale')} className="mt-3 grid grid-cols-[2rem_1fr] gap-y-1.5">
                {criterion.scale.map((description, point) => (
                  <div key={point} className="contents">
                    <dt className="tabular font-bold text-garden">{point}</dt>
                    <dd>{description}</dd>
                  </div>
                ))}
              </dl>
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}
