import { useTranslation } from 'react-i18next';
import { Written } from '../content/written.tsx';
import type { Instant } from '#app/kernel/instant.ts';
import { DateText } from '../content/date-text.tsx';
import { IntentButton } from './intent-button.tsx';

type RequestsToAnswerProps = {
  requests: readonly {
    id: string;
    organisation: string;
    name: string;
    email: string | null;
    note: string;
    requestedAt: Instant;
  }[];
  /** False for who only reads along. */
  mayAnswer?: boolean;
};

/** People who want to act for an organisation, to be confirmed or refused. */
export function RequestsToAnswer({ requests, mayAnswer = true }: RequestsToAnswerProps) {
  const { t } = useTranslation('people');
  return (
    <ul className="flex flex-col gap-4">
      {requests.map(({ id, organisation, name, email, note, requestedAt }) => {
        const who = name || email || t('organisations.nameless');
        return (
          <li key={id} className="rounded bg-tint-water px-5 py-4">
            <p className="font-bold">{t('organisations.wantsTo', { name: who, organisation })}</p>
            <p className="break-words text-ink-soft">
              {email === null ? null : <>{email} · </>}
              {t('organisations.askedOn')} <DateText value={requestedAt} format="day" />
            </p>
            {note === '' ? null : (
              <p className="mt-2 max-w-prose whitespace-pre-line">
                <Written>{note}</Written>
              </p>
            )}
            {mayAnswer ? (
              <div className="mt-4 flex flex-wrap gap-3">
                <IntentButton intent="confirm" id={id} label={t('organisations.confirm')} about={who} tone="main" />
                <IntentButton intent="refuse" id={id} label={t('organisations.refuse')} about={who} />
              </div>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
