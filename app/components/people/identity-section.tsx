import { useTranslation } from 'react-i18next';
import type { Instant } from '#app/kernel/instant.ts';
import { DateText } from '../content/date-text.tsx';
import { ButtonLink, SubmitButton } from '../forms/buttons.tsx';
import { Section } from '../page/section.tsx';

type IdentitySectionProps = {
  /** Null where no identity provider is set up. */
  provider: { name: string; issuer: string; linkKey: string } | null;
  identities: readonly { id: string; issuer: string; createdAt: Instant; usedAt: Instant }[];
  /** Signed in so recently that something may be linked or taken away. */
  isFresh: boolean;
  hasMailbox: boolean;
};

/** By which services one signs in beside mail: link one, or take it away. */
export function IdentitySection({ provider, identities, isFresh, hasMailbox }: IdentitySectionProps) {
  const { t } = useTranslation('people');
  const canLink = provider !== null && !identities.some(({ issuer }) => issuer === provider.issuer);
  if (identities.length === 0 && provider === null) return null;
  return (
    <Section title={t('identity.section')}>
      {identities.map(({ id, issuer, createdAt, usedAt }) => (
        <div key={id} className="rounded bg-surface px-5 py-4">
          <p className="font-bold">{issuer === provider?.issuer ? provider.name : new URL(issuer).hostname}</p>
          <p className="text-ink-soft">
            {t('identity.linkedOn')} <DateText value={createdAt} format="day" />
          </p>
          <p className="text-ink-soft">
            {t('identity.usedOn')} <DateText value={usedAt} format="day" />
          </p>
          {hasMailbox && !isFresh ? <SignInAgain text={t('identity.freshText')} /> : null}
          {hasMailbox && isFresh ? (
            <form method="post" className="mt-3">
              <input type="hidden" name="identityId" value={id} />
              <SubmitButton tone="quiet" name="intent" value="remove-identity">
                {t('identity.unlink')}
              </SubmitButton>
            </form>
          ) : null}
          {hasMailbox ? null : (
            <p className="mt-3 max-w-prose">
              {t('identity.onlyWayIn')} <a href="/mijn/mailadres">{t('identity.addMail')}</a>
            </p>
          )}
        </div>
      ))}
      {canLink ? (
        <>
          <p className="mb-4 max-w-prose">{t('identity.sectionText', { name: provider.name })}</p>
          {isFresh ? (
            <ButtonLink
              href={`/inloggen/identiteit?${new URLSearchParams({ koppel: provider.linkKey }).toString()}`}
              tone="quiet"
            >
              {t('identity.linkNow', { name: provider.name })}
            </ButtonLink>
          ) : (
            <SignInAgain text={t('identity.freshText')} />
          )}
        </>
      ) : null}
    </Section>
  );
}

function SignInAgain({ text }: { text: string }) {
  const { t } = useTranslation('people');
  return (
    <form method="post" className="mt-3">
      <p className="mb-3 max-w-prose">{text}</p>
      <SubmitButton tone="quiet" name="intent" value="sign-in-again">
        {t('identity.freshSubmit')}
      </SubmitButton>
    </form>
  );
}
