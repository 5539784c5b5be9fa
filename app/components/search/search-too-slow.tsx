import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../forms/buttons.tsx';
import { Notice } from '../page/notice.tsx';

/**
 * No engine answered. The form above is still filled in.
 * @param again address of the same question
 * @param isBeingFilled the index was emptied and is on its way
 */
export function SearchTooSlow({ again, isBeingFilled }: { again: string; isBeingFilled: boolean }) {
  const { t } = useTranslation('search');
  const lists = [
    { href: '/initiatieven', words: t('slow.initiatives') },
    { href: '/portfolios', words: t('slow.market') },
    { href: '/besluiten', words: t('slow.decisions') },
  ];
  return (
    <Notice tone="warning" title={t(isBeingFilled ? 'filling.title' : 'slow.title')} role="alert">
      <p>{t(isBeingFilled ? 'filling.text' : 'slow.text')}</p>
      <p className="my-3">
        <ButtonLink href={again} tone="quiet">
          {t('slow.again')}
        </ButtonLink>
      </p>
      <p>{t('slow.lists')}</p>
      <ul>
        {lists.map(({ href, words }) => (
          <li key={href}>
            <a href={href} className="inline-block py-2">
              {words}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
