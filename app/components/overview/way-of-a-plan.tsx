import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon.tsx';
import type { IconName } from '../icon/icon-paths.ts';

/** Days within which a step is due; null where no number of days holds. */
export type WayTerms = Record<'check' | 'answer' | 'plan' | 'decide', number | null>;

const steps = [
  { key: 'write', icon: 'edit' },
  { key: 'check', icon: 'search' },
  { key: 'answer', icon: 'question' },
  { key: 'plan', icon: 'calendar' },
  { key: 'score', icon: 'scales' },
  { key: 'decide', icon: 'handshake' },
  { key: 'publish', icon: 'megaphone' },
] as const satisfies { key: string; icon: IconName }[];

/** The line that runs from one step to the next. */
const street =
  "not-last:before:bg-line not-last:before:absolute not-last:before:top-6 not-last:before:-bottom-6 not-last:before:left-[calc(1.5rem-2px)] not-last:before:w-1 not-last:before:content-['']";

/** From idea to decision, along one street. */
export function WayOfAPlan({ terms }: { terms: WayTerms }) {
  const { t } = useTranslation('about');
  const termOf = (key: (typeof steps)[number]['key']): string | null => {
    if (key === 'write') return null;
    if (key === 'score' || key === 'publish') return t(`way.step.${key}.term`);
    const count = terms[key];
    return count === null ? null : t('way.term', { count });
  };
  return (
    <ol>
      {steps.map(({ key, icon }) => {
        const term = termOf(key);
        return (
          <li key={key} className={`relative grid grid-cols-[auto_1fr] gap-x-5 pb-10 last:pb-0 ${street}`}>
            <span className="relative z-1 grid size-12 place-items-center rounded-sm bg-garden text-on-garden">
              <Icon name={icon} className="size-6" />
            </span>
            <div className="min-w-0 pt-1.5">
              <h3>{t(`way.step.${key}.title`)}</h3>
              <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-ink-soft">
                <span>{t('way.who', { who: t(`way.step.${key}.who`) })}</span>
                {term === null ? null : <span className="font-semibold text-garden">{term}</span>}
              </p>
              <p className="mt-2 max-w-prose">{t(`way.step.${key}.text`)}</p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

const rules = [
  { key: 'two', icon: 'people' },
  { key: 'interest', icon: 'scales' },
  { key: 'money', icon: 'euro' },
  { key: 'record', icon: 'lock' },
  { key: 'recompute', icon: 'list' },
  { key: 'names', icon: 'person' },
  { key: 'typed', icon: 'edit' },
] as const satisfies { key: string; icon: IconName }[];

/** The seven rules that the product never breaks, in plain words. */
export function ProtectingRules() {
  const { t } = useTranslation('about');
  return (
    <ol className="grid gap-x-12 gap-y-8 md:grid-cols-2">
      {rules.map(({ key, icon }) => (
        <li key={key} className="grid grid-cols-[auto_1fr] gap-x-4">
          <Icon name={icon} className="mt-0.5 size-7 text-garden" />
          <div>
            <h3 className="text-lg">{t(`way.rule.${key}.title`)}</h3>
            <p className="mt-1 text-ink-soft">{t(`way.rule.${key}.text`)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
