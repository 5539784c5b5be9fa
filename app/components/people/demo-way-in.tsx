import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../forms/buttons.tsx';
import { Card } from '../page/card.tsx';

/** In demo mode: where the mail with the code is, and the shorter way in. */
export function DemoWayIn({ withAccounts = true }: { withAccounts?: boolean }) {
  const { t } = useTranslation('people');
  return (
    <Card tone="sand">
      <h2 className="text-xl">{t('signIn.demoTitle')}</h2>
      <p className="mt-2">
        {t('signIn.demoText')} {withAccounts ? t('signIn.demoChoose') : null}
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <ButtonLink href="/demo/post" tone="quiet" icon="mail">
          {t('signIn.demoPost')}
        </ButtonLink>
        {withAccounts ? (
          <ButtonLink href="/demo" tone="quiet" icon="people">
            {t('signIn.demoAccounts')}
          </ButtonLink>
        ) : null}
      </div>
    </Card>
  );
}
