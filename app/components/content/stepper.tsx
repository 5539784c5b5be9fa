import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon.tsx';

export type FormStep = {
  title: string;
  /** Where the step can be opened; leave out for a step that cannot be reached yet. */
  href?: string;
  state: 'done' | 'current' | 'ahead';
};

/** The steps of a long form as links: you can go back without losing anything. */
export function Stepper({ steps, label }: { steps: readonly FormStep[]; label: string }) {
  const { t } = useTranslation('components');
  const room = steps.length > 6 ? manySteps : fewSteps;
  const current = steps.findIndex(({ state }) => state === 'current');
  return (
    <nav aria-label={label} className="no-print">
      <p className={`mb-2 text-sm text-ink-soft ${room.position}`}>
        {t('stepper.position', { step: current + 1, count: steps.length })}
      </p>
      <ol className="flex gap-1 sm:gap-3">
        {steps.map((step, index) => (
          <li key={step.title} className="min-w-0 flex-1">
            <StepContent step={step} number={index + 1} room={room} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** From which width on the words of the steps fit beside each other; below it only the bars show. */
type Room = { words: string; position: string };

const fewSteps: Room = { words: 'hidden sm:inline', position: 'sm:hidden' };
const manySteps: Room = { words: 'hidden lg:inline', position: 'lg:hidden' };

const bars = { done: 'border-garden', current: 'border-sun', ahead: 'border-line' };

function StepContent({ step, number, room }: { step: FormStep; number: number; room: Room }) {
  const { t } = useTranslation('components');
  const look = `block h-full min-h-11 border-t-8 pt-2 text-sm leading-snug ${bars[step.state]}`;
  const words = (
    <span className={`${room.words} ${step.state === 'current' ? 'font-bold text-ink' : ''}`}>
      {step.state === 'done' ? <Icon name="check" className="mr-1 size-4 text-garden" /> : `${number}. `}
      {step.title}
      {step.state === 'done' ? <span className="sr-only"> ({t('stepper.done')})</span> : null}
    </span>
  );
  const spoken = <span className={`sr-only ${room.position}`}>{`${number}. ${step.title}`}</span>;
  if (step.href === undefined || step.state === 'current') {
    return (
      <span className={`${look} text-ink-soft`} aria-current={step.state === 'current' ? 'step' : undefined}>
        {spoken}
        {words}
      </span>
    );
  }
  return (
    <a href={step.href} className={look}>
      {spoken}
      {words}
    </a>
  );
}
