import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon/icon.tsx';

type Crumb = { label: ReactNode; href: string };

/** The way back up. The page itself is left out: its title stands right below. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation('components');
  return (
    <nav aria-label={t('breadcrumbs.label')} className="no-print text-sm">
      <ol className="-my-2 flex flex-wrap items-center gap-x-2">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href} className="flex items-center gap-2">
            {index === 0 ? (
              <Icon name="arrow-left" className="size-4 text-garden" />
            ) : (
              <span aria-hidden="true">/</span>
            )}
            <a href={crumb.href} className="inline-block py-2.5 text-ink">
              {crumb.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
