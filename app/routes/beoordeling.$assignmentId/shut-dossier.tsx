import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#app/components/forms/buttons.tsx';
import { Notice } from '#app/components/page/notice.tsx';
import type { InterestKind } from '#app/modules/scoring/interest.ts';

/** Says why the dossier stays shut. It shows nothing of the dossier itself. */
export function ShutDossier({ interest, bodyName }: { interest: InterestKind | null; bodyName: string }) {
  const { t } = useTranslation('scoring');
  const why =
    interest === 'shared-organisation'
      ? t('review.shutKnown')
      : interest === 'own'
        ? t('review.shutOwn')
        : interest === null
          ? ''
          : t('review.shutDeclared', { interest: t(`interest.${interest}`).toLowerCase() });
  return (
    <>
      <Notice tone="warning" title={t('review.shutTitle')}>
        <div className="flex flex-col gap-3">
          {why === '' ? null : <p>{why}</p>}
          <p>{t('review.shutText')}</p>
          <p>{t('review.shutWrong', { body: bodyName })}</p>
        </div>
      </Notice>
      <p>
        <ButtonLink href="/beoordeling" tone="quiet" icon="arrow-left">
          {t('review.back')}
        </ButtonLink>
      </p>
    </>
  );
}
