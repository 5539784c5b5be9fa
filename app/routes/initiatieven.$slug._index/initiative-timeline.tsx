import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '#app/components/content/written.tsx';
import { Timeline, type TimelineStep } from '#app/components/content/timeline.tsx';
import type { PublicEvent, TimelineView } from '#app/modules/initiatives/timeline.ts';

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

function EventText({ event }: { event: PublicEvent }) {
  const { t } = useTranslation('initiatives');
  const { version, number, toBody, toBodySlug, link } = event.detail;
  // what the paper says stands higher on the page
  const reason = event.kind === 'from-paper' ? '' : (event.reason ?? '');
  const fund = event.detail.fundName ?? event.detail.fund;
  return (
    <>
      {event.bodyName === null || event.bodySlug === null ? null : (
        <p>
          <a href={`/opgaveteams/${event.bodySlug}`} className="text-ink-soft">
            <Written>{event.bodyName}</Written>
          </a>
        </p>
      )}
      {typeof toBody === 'string' && typeof toBodySlug === 'string' ? (
        <p>
          <a href={`/opgaveteams/${toBodySlug}`}>
            <Quoting text={t('event.to', { name: toBody })} written={toBody} />
          </a>
        </p>
      ) : null}
      {fund === undefined ? null : (
        <p>
          {typeof link === 'string' && link.startsWith('https://') ? (
            <a href={link} rel="nofollow noreferrer">
              {fund}
            </a>
          ) : (
            fund
          )}
        </p>
      )}
      {typeof version === 'number' && version > 1 ? <p>{t('event.version', { version })}</p> : null}
      {typeof number === 'string' ? (
        <p>
          <a href={`/besluiten/${number}`}>{number}</a>
        </p>
      ) : null}
      {reason === '' ? null : (
        <p className="whitespace-pre-line">
          <Written>{reason}</Written>
        </p>
      )}
    </>
  );
}
