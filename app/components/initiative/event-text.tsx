import { useTranslation } from 'react-i18next';
import { Quoting, Written } from '../content/written.tsx';

type EventTextProps = {
  event: {
    kind: string;
    bodyName: string | null;
    bodySlug: string | null;
    /** Whether the submitter took the step: then the body is the one that has the plan. */
    bySubmitter: boolean;
    reason: string | null;
    detail: Readonly<Record<string, string | number>>;
    exceptions: readonly { rule: string; note: string }[];
  };
};

/** What belongs to a step on the timeline: which body, where to, and what was said. */
export function EventText({ event }: EventTextProps) {
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
            <Quoting
              text={event.bySubmitter ? t('event.by', { name: event.bodyName }) : event.bodyName}
              written={event.bodyName}
            />
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
        <p className="break-words whitespace-pre-line">
          <Written>{reason}</Written>
        </p>
      )}
      {event.exceptions.map(({ rule, note }) => (
        <p key={rule} className="break-words">
          <Quoting text={t('event.exception', { rule, note })} written={note} />
        </p>
      ))}
    </>
  );
}
