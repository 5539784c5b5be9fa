import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../forms/buttons.tsx';
import { Notice } from '../page/notice.tsx';

type IdentityWayInProps = {
  /** What people call the provider. */
  name: string;
  isUp: boolean;
  /** Where to go afterwards; empty: one's own page. */
  path: string;
};

/** Signing in by the identity provider, above the code by mail; says so when the provider does not answer. */
export function IdentityWayIn({ name, isUp, path }: IdentityWayInProps) {
  const { t } = useTranslation('people');
  if (!isUp) return <Notice tone="warning">{t('identity.down', { name })}</Notice>;
  const query = path === '' ? '' : `?${new URLSearchParams({ naar: path }).toString()}`;
  return (
    <div>
      <ButtonLink href={`/inloggen/identiteit${query}`} tone="quiet" icon="person">
        {t('identity.with', { name })}
      </ButtonLink>
      <p className="mt-3 text-ink-soft">{t('identity.or')}</p>
    </div>
  );
}
