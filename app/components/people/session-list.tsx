import { useTranslation } from 'react-i18next';
import type { Instant } from '#app/kernel/instant.ts';
import { DateText } from '../content/date-text.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { Section } from '../page/section.tsx';

type SessionListProps = {
  sessions: readonly { id: string; device: string; createdAt: Instant; expiresAt: Instant; isThisOne: boolean }[];
};

/** Where somebody is signed in, each with a way to end it. */
export function SessionList({ sessions }: SessionListProps) {
  const { t } = useTranslation('people');
  return (
    <Section title={t('security.sessions')}>
      <ul className="flex flex-col gap-3">
        {sessions.map(({ id, device, createdAt, expiresAt, isThisOne }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded bg-surface px-5 py-4"
          >
            <div>
              <p className="font-bold">
                {device === '' ? t('security.unknownDevice') : device}
                {isThisOne ? ` (${t('security.thisSession')})` : null}
              </p>
              <p className="text-ink-soft">
                {t('security.signedInOn')} <DateText value={createdAt} format="time" />
              </p>
              <p className="text-ink-soft">
                {t('security.until')} <DateText value={expiresAt} format="day" />
              </p>
            </div>
            {isThisOne ? null : (
              <form method="post">
                <input type="hidden" name="sessionId" value={id} />
                <SubmitButton tone="quiet" name="intent" value="end-session">
                  {t('security.endSession')}
                </SubmitButton>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form method="post" className="mt-4">
          <SubmitButton tone="text" name="intent" value="end-others">
            {t('security.endOthers')}
          </SubmitButton>
        </form>
      ) : null}
    </Section>
  );
}
