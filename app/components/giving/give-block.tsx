import { useTranslation } from 'react-i18next';
import type { PurposeLine } from '#app/modules/donations/views.ts';
import { Quoting } from '../content/written.tsx';
import { ButtonLink } from '../forms/buttons.tsx';
import { Card } from '../page/card.tsx';

/** How people can give to something: online, or in another way where that is not possible here. */
export function GiveBlock({ purpose, isOnline }: { purpose: PurposeLine; isOnline: boolean }) {
  const { t } = useTranslation('giving');
  const { slug, name } = purpose;
  return (
    <section aria-labelledby="geef-mee">
      <Card tone="garden" className="flex flex-col items-start gap-3">
        <h2 id="geef-mee" className="text-2xl">
          {t('block.title')}
        </h2>
        <p className="max-w-prose">
          {name === null ? t('block.donutfonds') : <Quoting text={t('block.alliance', { name })} written={name} />}
        </p>
        {isOnline ? (
          <ButtonLink href={`/geven/${slug}`} tone="quiet" iconAfter="arrow-right">
            {t('block.button')}
          </ButtonLink>
        ) : (
          <p className="max-w-prose">{t('block.otherwise')}</p>
        )}
      </Card>
    </section>
  );
}
