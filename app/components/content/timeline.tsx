import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { Icon } from '../icon/icon.tsx';
import { DateText } from './date-text.tsx';
import { DueDate } from './due-date.tsx';

export type TimelineStep = {
  key: string;
  title: string;
  state: 'done' | 'now' | 'next';
  /** When it was done. */
  date?: CalendarDate | Instant | null;
  /** When it is due: shown for `now` and `next`. */
  due?: CalendarDate | null;
  /** Past its due date: said in words, not only in colour. */
  late?: boolean;
  /** Who does it, what was said. */
  children?: ReactNode;
};

const blocks = {
  done: 'bg-garden text-on-garden',
  now: 'bg-sun text-on-sun',
  next: 'bg-page ring-2 ring-line-strong ring-inset',
};

/** What has happened, what happens now and who is at it, and what comes next. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  const { t } = useTranslation('components');
  return (
    <ol className="timeline">
      {steps.map((step) => (
        <li
          key={step.key}
          className="relative grid grid-cols-[auto_1fr] gap-x-4 pb-8 last:pb-0"
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span
            className={`timeline-block relative z-1 grid size-8 place-items-center rounded-sm ${blocks[step.state]}`}
          >
            {step.state === 'done' ? <Icon name="check" className="size-5" /> : null}
            {step.state === 'now' ? <Icon name="arrow-right" className="size-5" /> : null}
          </span>
          <div className="min-w-0 pt-0.5">
            <p className={step.state === 'next' ? 'text-ink-soft' : 'font-semibold'}>
              <span className="sr-only">{t(`timeline.${step.state}`)}: </span>
              {step.title}
            </p>
            <StepDate step={step} />
            {step.children === undefined ? null : <div className="prose mt-1 text-ink-soft">{step.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function StepDate({ step }: { step: TimelineStep }) {
  if (step.state === 'done') {
    return step.date ? (
      <p className="text-sm text-ink-soft">
        <DateText value={step.date} format="day" />
      </p>
    ) : null;
  }
  if (!step.due) return null;
  return (
    <p className="text-sm">
      <DueDate due={{ on: step.due, isLate: step.late === true }} />
    </p>
  );
}
