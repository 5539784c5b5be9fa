import { useTranslation } from 'react-i18next';
import type { Instant } from '#app/kernel/instant.ts';
import { DateText } from '../content/date-text.tsx';
import { SubmitButton } from '../forms/buttons.tsx';
import { Section } from '../page/section.tsx';

/** The authenticator app: set up, or since when it is on. */
export function AppSection({ confirmedAt }: { confirmedAt: Instant | null }) {
  const { t } = useTranslation('people');
  return (
    <Section title={t('security.app')}>
      {confirmedAt === null ? (
        <p className="max-w-prose">{t('security.appText')}</p>
      ) : (
        <p>
          {t('security.appOn')} <DateText value={confirmedAt} format="day" />
        </p>
      )}
      <form method="post" className="mt-4">
        {confirmedAt === null ? (
          <SubmitButton tone="quiet" name="intent" value="begin-app">
            {t('security.beginApp')}
          </SubmitButton>
        ) : (
          <SubmitButton tone="danger" name="intent" value="remove-app">
            {t('security.removeApp')}
          </SubmitButton>
        )}
      </form>
    </Section>
  );
}
