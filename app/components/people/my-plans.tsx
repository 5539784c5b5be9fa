import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { DueDate } from '../content/due-date.tsx';
import { ButtonLink } from '../forms/buttons.tsx';
import { StageBadge, type StageName } from '../initiative/stage-badge.tsx';
import { EmptyState } from '../page/empty-state.tsx';

type Plan = {
  key: string;
  href: string;
  title: string;
  stage: StageName;
  bodyName: string | null;
  due: { on: CalendarDate; isLate: boolean } | null;
  hasQuestion: boolean;
  hasDraft: boolean;
  progress: { done: number; of: number };
};

/** One's own plans: where each is, who has it, and what is asked of you. */
export function MyPlans({ plans }: { plans: readonly Plan[] }) {
  const { t } = useTranslation('people');
  if (plans.length === 0) {
    return (
      <EmptyState
        stampId="mijn-plannen"
        title={t('mine.noInitiatives')}
        action={<ButtonLink href="/initiatieven/nieuw">{t('mine.newInitiative')}</ButtonLink>}
      >
        <p>{t('mine.noInitiativesText')}</p>
      </EmptyState>
    );
  }
  return (
    <ul className="flex flex-col gap-3">
      {plans.map((plan) => (
        <li key={plan.key} className="card rounded bg-surface p-5">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2">
            <a href={plan.href} className="card-link min-w-0 text-lg font-bold text-ink">
              {plan.title === '' ? t('mine.untitled') : <Written>{plan.title}</Written>}
            </a>
            <StageBadge stage={plan.stage} />
          </div>
          {plan.hasQuestion ? <p className="mt-2 font-bold text-brick">{t('mine.answerQuestion')}</p> : null}
          <p className="mt-1 text-ink-soft">
            {plan.stage === 'draft'
              ? t('mine.draftSteps', plan.progress)
              : plan.bodyName === null
                ? null
                : `${t('mine.atBody')} ${plan.bodyName}`}
          </p>
          {plan.due === null ? null : <DueDate due={plan.due} />}
          {plan.stage !== 'draft' && plan.hasDraft ? <p className="text-ink-soft">{t('mine.unsent')}</p> : null}
        </li>
      ))}
    </ul>
  );
}
