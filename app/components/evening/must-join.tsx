import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../forms/buttons.tsx';
import { EmptyState } from '../page/empty-state.tsx';

/** For who came to a page of the evening without taking part: how to. */
export function MustJoin({ slug }: { slug: string }) {
  const { t } = useTranslation('evening');
  return (
    <EmptyState
      title={t('mustJoin')}
      stampId={`doe-mee-${slug}`}
      action={<ButtonLink href={`/ontmoet/${slug}`}>{t('toGathering')}</ButtonLink>}
    >
      <p>{t('mustJoinText')}</p>
      <p>{t('mustJoinRegister')}</p>
    </EmptyState>
  );
}
