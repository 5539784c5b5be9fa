import { useTranslation } from 'react-i18next';
import type { StepView } from '#app/modules/integrity/question-views.ts';
import { Timeline } from '../content/timeline.tsx';
import { Written } from '../content/written.tsx';

/** What happened with a question, with what was answered and added. */
export function QuestionSteps({ steps }: { steps: readonly StepView[] }) {
  const { t } = useTranslation('integrity');
  return (
    <Timeline
      steps={steps.map(({ key, kind, level, at, text }) => ({
        key,
        title: t(`step.${kind}`, { level: t(`level.${level}`) }),
        state: 'done',
        date: at,
        children:
          text === '' ? undefined : (
            <p className="mt-1 max-w-prose break-words whitespace-pre-line">
              <Written>{text}</Written>
            </p>
          ),
      }))}
    />
  );
}
