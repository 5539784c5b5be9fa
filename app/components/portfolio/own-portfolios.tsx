import { useTranslation } from 'react-i18next';
import type { OwnPortfolio } from '#app/modules/portfolios/views.ts';
import { Written } from '../content/written.tsx';

/** The portfolios that somebody keeps, each with the way to change it. */
export function OwnPortfolios({ portfolios }: { portfolios: readonly OwnPortfolio[] }) {
  const { t } = useTranslation('portfolios');
  if (portfolios.length === 0) return <p className="max-w-prose">{t('edit.mineNone')}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {portfolios.map(({ id, slug, name, kind, state, isActive }) => (
        <li key={id} className="card flex flex-wrap items-baseline gap-x-4 rounded bg-surface px-5 py-3">
          <a href={`/portfolios/${slug}/bewerken`} className="card-link inline-block py-1 font-bold text-ink">
            <Written>{name}</Written>
          </a>
          <span className="text-sm text-ink-soft">
            {t(`kind.${kind}`)} · {t(`edit.state.${state === 'open' && !isActive ? 'closed' : state}`)}
          </span>
        </li>
      ))}
    </ul>
  );
}
