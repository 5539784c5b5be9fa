import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../forms/buttons.tsx';
import { EmptyState } from '../page/empty-state.tsx';
import { Section } from '../page/section.tsx';

const steps = ['tell', 'find', 'meet'] as const;

/** What Meet & Match is and how to take part, for who has no portfolio to find others for. */
export function MeetingIntro({ isSignedIn }: { isSignedIn: boolean }) {
  const { t } = useTranslation('matching');
  return (
    <>
      <Section title={t('intro.how')}>
        <ol className="grid gap-6 lg:grid-cols-3">
          {steps.map((step, place) => (
            <li key={step} className="rounded bg-surface p-5">
              <span aria-hidden="true" className="font-heading text-3xl font-bold text-garden">
                {place + 1}
              </span>
              <h3 className="mt-1 text-xl">{t(`intro.steps.${step}`)}</h3>
              <p className="mt-2 text-ink-soft">{t(`intro.steps.${step}Text`)}</p>
            </li>
          ))}
        </ol>
      </Section>
      <EmptyState
        title={t(isSignedIn ? 'intro.noneTitle' : 'intro.makeTitle')}
        stampId="zet-je-op-de-beurs"
        action={
          <>
            <ButtonLink href="/portfolios/nieuw">{t('intro.make')}</ButtonLink>
            {isSignedIn ? null : (
              <ButtonLink href="/inloggen?naar=%2Fontmoet" tone="quiet">
                {t('intro.signIn')}
              </ButtonLink>
            )}
          </>
        }
      >
        <p>{t('intro.makeText')}</p>
      </EmptyState>
    </>
  );
}
