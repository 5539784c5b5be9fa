import { useTranslation } from 'react-i18next';
import { signposts, type SignpostKey } from '#app/modules/search/signposts.ts';
import { Icon } from '../icon/icon.tsx';

/** Pages of ours that answer what somebody asked, above what only mentions the words. */
export function SignpostLinks({ keys }: { keys: readonly SignpostKey[] }) {
  const { t } = useTranslation('search');
  if (keys.length === 0) return null;
  return (
    <nav aria-label={t('signpost.label')} className="no-print rounded bg-tint-water px-5 py-3">
      <p>{t('signpost.label')}</p>
      <ul>
        {signposts
          .filter(({ key }) => keys.includes(key))
          .map(({ key, path }) => (
            <li key={key}>
              <a href={path} className="inline-flex min-h-11 items-center gap-2 font-semibold">
                {t(`signpost.${key}`)}
                <Icon name="arrow-right" className="size-5" />
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
