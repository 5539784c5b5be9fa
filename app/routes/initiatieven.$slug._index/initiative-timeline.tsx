import { useTranslation } from 'react-i18next';
import { Quoting } from '#app/components/content/written.tsx';
import { EventText } from '#app/components/initiative/event-text.tsx';
import { Timeline, type TimelineStep } from '#app/components/content/timeline.tsx';
import type { TimelineView } from '#app/modules/initiatives/timeline.ts';

type InitiativeTimelineProps = { timeline: TimelineView; body: { slug: string; name: string } | null };

/** What happened, what is waited for, and what comes next. */
export function InitiativeTimeline({ timeline, body }: InitiativeTimelineProps) {
  const { t } = useTranslation('initiatives');
  const steps: TimelineStep[] = timeline.past.map((event) => ({
    key: event.id,
    title: t(`event.${event.kind}`),
    state: 'done',
    date: event.occurredAt,
    children: <EventText event={event} />,
  }));
  if (timeline.now !== null) {
    const { waiting, dueOn, late } = timeline.now;
    const isWithBody = waiting !== 'submitter-answers' && body !== null;
    steps.push({
      key: 'now',
      title: t(`waiting.${waiting}`),
      state: 'now',
      due: dueOn,
      late,
      children: isWithBody ? (
        <p>
          <Quoting text={t('event.by', { name: body.name })} written={body.name} />
        </p>
      ) : undefined,
    });
  }
  steps.push(
    ...timeline.next.map((waiting): TimelineStep => ({ key: waiting, title: t(`waiting.${waiting}`), state: 'next' })),
  );
  return <Timeline steps={steps} />;
}
